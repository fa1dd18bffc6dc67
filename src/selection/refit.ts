/** The training on all of the data, once it is known how long. */
import type { Scaler } from '../data/scaling/scaler.ts';
import { oneOf, optional } from '../errors/options.ts';
import { readTrainingOptions } from '../errors/training_options.ts';
import type { Model } from '../nn/sequential.ts';
import type { Callback } from '../train/callbacks/callback.ts';
import { abortSignal } from '../train/fit_request.ts';
import type { HistoryData } from '../train/history/history.ts';
import type { Trainer } from '../train/trainer.ts';
import type { CurvePoint, Recommendation } from './fold_curve.ts';
import type { FoldRun } from './run_folds.ts';
import { fitScalers, makeTrainer, type Setting } from './training.ts';

export interface RefitOptions {
  /**
   * What is to be the same as in the folds. All of the data is more than what a fold learned from, so an
   * epoch has more iterations: the same *epochs* use every sample as often and update more often; the
   * same *iterations* update as often and use every sample less often.
   */
  readonly by: 'epochs' | 'iterations';
  readonly signal?: AbortSignal | undefined;
}

export interface Refit {
  readonly model: Model;
  readonly trainer: Trainer;
  /** Fitted on all of the data: to be applied, in this order, to what the model is asked. */
  readonly scalers: readonly Scaler[];
  readonly history: HistoryData;
}

interface Resolved {
  readonly by: RefitOptions['by'];
  readonly signal: AbortSignal | undefined;
}

interface Found {
  readonly runs: readonly FoldRun[];
  readonly curve: readonly CurvePoint[];
  readonly recommended: Recommendation;
}

/**
 * Trains on all of the data and stops where the folds say. The Trainer is told the whole length that
 * the folds had, not the recommended one: a schedule that stretches over the training goes the same
 * way as it went in the folds, and is left at the same place.
 */
export async function refit(setting: Setting, found: Found, options: RefitOptions): Promise<Refit> {
  const { by, signal } = readTrainingOptions<Resolved>('refit', options, {
    by: oneOf('epochs', 'iterations'),
    signal: optional(abortSignal),
  });
  const { train, scalers } = fitScalers(setting, setting.dataset);
  const request = { train, seed: `${setting.seed}/refit` };
  const { epochs, iterations } = found.recommended;
  const whole = Math.max(...found.runs.map(({ history }) => history.epochs.at(-1)?.iteration ?? 0));
  // There is no validation set, at which the training loss could be evaluated, too.
  const length = by === 'epochs' ? {} : { epochs: undefined, iterations: whole };
  const trainer = makeTrainer(setting, request, { evaluateTraining: false, ...length });
  const stopping: Callback = (event, control) => {
    const reached =
      by === 'epochs'
        ? event.type === 'epochEnd' && event.epoch >= epochs
        : event.type === 'iterationEnd' && event.iteration >= iterations;
    if (reached) control.stop('as long as recommended');
  };
  signal?.throwIfAborted();
  await trainer.fit({ train, callbacks: [stopping], signal });
  signal?.throwIfAborted();
  return { model: trainer.model, trainer, scalers, history: trainer.history.toJSON() };
}
