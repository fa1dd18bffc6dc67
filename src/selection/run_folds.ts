/** Trains once for each fold, one run after the other, and yields to the event loop in between. */
import { nextTask } from '../train/event_loop.ts';
import type { EpochRecord, HistoryData } from '../train/history/history.ts';
import type { Fold } from './folds.ts';
import type { RunsPlan } from './runs_plan.ts';
import { type PreparedRun, prepareRun, type Setting } from './training.ts';

/** A run that has ended. */
export interface FoldRun {
  readonly repeat: number;
  readonly fold: number;
  readonly trainSamples: number;
  readonly validationSamples: number;
  readonly history: HistoryData;
}

/** A run among others, each counted from 1. */
interface RunMoment {
  readonly run: number;
  readonly runs: number;
  readonly repeat: number;
  readonly fold: number;
}

/** What a selection tells while it runs. */
export type SelectionEvent =
  | { readonly type: 'start'; readonly plan: RunsPlan }
  | ({
      readonly type: 'epochEnd';
      readonly epochs: number;
      readonly record: EpochRecord;
    } & RunMoment)
  | ({ readonly type: 'runEnd'; readonly history: HistoryData } & RunMoment);

export type ProgressCallback = (event: SelectionEvent) => void;

/** Who is told of runs, and who may end them. */
export interface Watch {
  readonly progress: ProgressCallback | undefined;
  readonly signal: AbortSignal | undefined;
  readonly runs: number;
  /** Runs completed so far. */
  done: number;
}

/**
 * @throws the reason of the signal when it aborts: half of the folds are no answer
 * @throws NonFiniteError when a training run does
 */
export async function runFolds(
  setting: Setting,
  folds: readonly Fold[],
  watch: Watch,
): Promise<FoldRun[]> {
  const runs: FoldRun[] = [];
  for (const fold of folds) {
    const prepared = prepareRun(setting, fold);
    await train(prepared, fold, watch);
    runs.push({
      repeat: fold.repeat,
      fold: fold.fold,
      trainSamples: prepared.train.size,
      validationSamples: prepared.validation.size,
      history: prepared.trainer.history.toJSON(),
    });
  }
  return runs;
}

async function train(
  { train, validation, trainer }: PreparedRun,
  { repeat, fold }: Fold,
  watch: Watch,
): Promise<void> {
  const { progress, signal, runs } = watch;
  const moment = { run: watch.done + 1, runs, repeat, fold };
  const epochs = trainer.options.epochs as number;
  await nextTask(); // a Trainer yields within a long training only, and these may be short
  signal?.throwIfAborted();
  await trainer.fit({
    train,
    validation,
    signal,
    callbacks: [
      (event) => {
        if (event.type !== 'epochEnd') return;
        const { type, ...record } = event;
        progress?.({ type, ...moment, epochs, record });
      },
    ],
  });
  signal?.throwIfAborted();
  watch.done++;
  progress?.({ type: 'runEnd', ...moment, history: trainer.history.toJSON() });
}
