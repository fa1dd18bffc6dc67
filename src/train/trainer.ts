/**
 * The Trainer: what is trained, how long, and where the training is. It can be planned, run, stopped,
 * saved and resumed.
 *
 * What it does stands elsewhere: a run is prepared in prepare_run.ts, goes from its first event to its last in
 * training.ts, and is drained by `fit` in fit.ts.
 */

import { checkDataset } from '../data/check_dataset.ts';
import type { Dataset } from '../data/dataset.ts';
import { isStream, type SampleStream } from '../data/stream/stream.ts';
import { foreignToTrainers, withForeign } from '../errors/foreign_members.ts';
import {
  boolean,
  checkArgument,
  nonNegative,
  optional,
  string,
  strings,
  withDefault,
} from '../errors/options.ts';
import { readTrainingOptions } from '../errors/training_options.ts';
import { withText } from '../formats/text_table.ts';
import type { PlanReport } from '../graph/plan.ts';
import { type ThreadCount, threadCount } from '../graph/threading.ts';
import type { Model } from '../nn/sequential.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { Activity } from './activity.ts';
import type { TrainingData } from './data/training_data.ts';
import { checkBackend } from './engine/backend.ts';
import { Learner } from './engine/learner.ts';
import type { TrainingEvent } from './events/events.ts';
import { makeReadable } from './events/phase_events.ts';
import { consume } from './fit.ts';
import { type FitRequest, readFitRequest, readRunRequest } from './fit_request.ts';
import { type History, makeHistory } from './history/history.ts';
import { type ResolvedTrainerOptions, readTrainerOptions, type TrainerOptions } from './options.ts';
import type { TrainingPlan } from './plan.ts';
import { planOf, prepareRun } from './prepare_run.ts';
import { captureState, restoreState } from './resume.ts';
import type { Parts } from './run.ts';
import { Continuity } from './state/continuity.ts';
import { Progress } from './state/progress.ts';
import type { ResumeOptions, TrainingState } from './state/training_state.ts';
import { checkTotal, type Unit } from './totals.ts';
import { describeTrainer } from './trainer_text.ts';
import { runTraining } from './training.ts';

export class Trainer {
  readonly model: Model;
  /** What happened so far. */
  readonly history: History;
  #parts: Parts;

  /** @throws OptionError for unknown, misplaced, missing or unfit options */
  constructor(options: TrainerOptions) {
    const resolved = readTrainerOptions(options);
    prepareClasses();
    checkBackend(resolved.model, resolved.backend);
    const progress = new Progress(resolved);
    const { epochs, validations, iterations } = progress;
    this.model = resolved.model;
    this.history = makeHistory({ epochs, validations, iterations });
    this.#parts = {
      options: resolved,
      progress,
      history: this.history,
      learner: new Learner(resolved),
      continuity: new Continuity(resolved),
      activity: new Activity(),
      present: { event: undefined },
      stagings: new WeakMap(),
    };
    withText(this, () => describeTrainer(this.#parts));
  }

  /** Everything that was asked for, with defaults filled in. */
  get options(): ResolvedTrainerOptions {
    return this.#parts.options;
  }

  /** Complete epochs so far. */
  get epoch(): number {
    return this.#parts.progress.epoch;
  }

  /** Updates so far. */
  get iteration(): number {
    return this.#parts.progress.iteration;
  }

  /** Samples used so far, counted each time. */
  get samplesSeen(): number {
    return this.#parts.progress.samplesSeen;
  }

  /**
   * The epochs to reach in total, if they were set. They can be set to others between two runs, to train
   * on. A schedule that is spread over the whole training is then spread anew.
   * @throws OptionError for fewer than there have been; StateError while this Trainer runs
   */
  get epochs(): number | undefined {
    return this.options.epochs;
  }

  set epochs(epochs: number) {
    this.#reach('epochs', epochs);
  }

  /** The iterations to reach in total, if they were set; they can be set as `epochs` can. */
  get iterations(): number | undefined {
    return this.options.iterations;
  }

  set iterations(iterations: number) {
    this.#reach('iterations', iterations);
  }

  #reach(unit: Unit, total: number): void {
    const { progress, activity } = this.#parts;
    activity.refuseAnother(`Trainer.${unit}`);
    checkTotal(unit, total, progress);
    this.#set({ [unit]: total });
  }

  /** For the options that may become others. */
  #set(change: Partial<ResolvedTrainerOptions>): void {
    this.#parts = { ...this.#parts, options: { ...this.options, ...change } };
  }

  get batchSize(): number {
    return this.options.batchSize;
  }

  /** Which code computes: known from the first iteration on. */
  get backend(): 'wasm' | 'reference' | undefined {
    return this.#parts.learner.current?.backend;
  }

  /** Why operations run one by one and not as a plan, if they do unasked: code was refused, for example. */
  get obstacle(): string | undefined {
    return this.#parts.learner.current?.obstacle();
  }

  /**
   * How many threads compute at the moment: others join when they are ready. It can be set, at any time, to how
   * many compute at most from the next iteration on, as by the option; the bits do not depend on it.
   * @throws OptionError for anything but `auto` and a whole number, 1 or more
   */
  get threads(): number {
    return this.#parts.learner.current?.threads() ?? 1;
  }

  set threads(count: ThreadCount) {
    checkArgument('Trainer.threads', count, threadCount);
    this.#set({ threads: count });
    this.#parts.learner.threads = count;
  }

  /** What the compiler made of each traced batch size so far; empty on the reference path. */
  reports(): readonly PlanReport[] {
    return this.#parts.learner.current?.reports() ?? [];
  }

  /** The optimizer's state by name, such as `layers.0.weight.momentum`. Copies. */
  optimizerState(): Record<string, Tensor> {
    return this.#parts.learner.state();
  }

  /**
   * What training on a dataset will be, before anything is trained.
   * @throws OptionError when there is not a single batch
   */
  plan(train: Dataset | SampleStream, options?: { readonly validation?: boolean }): TrainingPlan {
    const { validation } = readTrainingOptions<{ validation: boolean }>('plan', options, {
      validation: withDefault(boolean, true),
    });
    if (!isStream(train)) checkDataset('plan', train);
    return planOf(this.#parts, train, validation);
  }

  /** Ends the training after the current iteration, or while it waits for the next batch of a stream. */
  stop(message = ''): void {
    checkArgument('stop', message, string);
    this.#parts.activity.end({ reason: 'stopped', message });
  }

  /**
   * The training as it is, in copies: counters, weights, the optimizer's state, the history, and the
   * state of the callbacks of `fit`. In the middle of an iteration it is the training before it.
   * Callbacks ask for it by `control.checkpoint`, which waits until all of them have been told.
   */
  checkpoint(): TrainingState {
    return captureState(this.#parts);
  }

  /**
   * Takes up a training run where `checkpoint()` left it. What follows, every loss and every weight, is as
   * if it had not been interrupted, given the same data, options and callbacks. Only `epochs`,
   * `iterations`, `backend`, `threads` and `recordIterations` may be others, and what `allow` names. Functions of
   * your own (a loss, a schedule, a layer) are compared by what they give; metrics by their names and
   * options. The data are compared when `fit` or `run` brings them: in memory whole, of a stream what it
   * says of itself.
   *
   * @throws StateError when an option differs, or while this Trainer runs; DataError for a state that
   * is none, or of other layers; OptionError for a name in `allow` that nothing has. Then nothing has
   * changed
   * @example
   * trainer.resume(loadCheckpoint('run.checkpoint')); // from epochal/node
   * await trainer.fit({ train, validation, callbacks });
   */
  resume(state: TrainingState, options?: ResumeOptions): void {
    const { activity } = this.#parts;
    activity.refuseAnother('resume');
    const { allow = [] } = readTrainingOptions<ResumeOptions>('resume', options, {
      allow: optional(strings),
    });
    restoreState(this.#parts, state, allow);
    activity.isFinished = false;
  }

  /**
   * Trains up to `epochs` or `iterations`, whichever is first, continuing from where the counters are.
   * Yields to the event loop; callbacks and an AbortSignal may end it. Callbacks are waited for.
   * @throws NonFiniteError when the loss or a gradient is not finite, with the parameters unharmed, and
   * when a parameter, a buffer or the state of the optimizer is not, by the end of the training at the
   * latest: after one that ends well, all of them are finite;
   * StateError after `resume` when a callback of the checkpoint is missing, and for a callback that has
   * followed another training; what a callback throws, once the others have been told
   */
  async fit(request: FitRequest): Promise<History> {
    const { callbacks, signal, yieldEvery, ...data } = readFitRequest(request);
    const run = prepareRun(this.#parts, data, { interruptible: true, callbacks });
    const { progress, learner, continuity, activity } = run;
    continuity.restore(callbacks, this.model);
    const release = activity.obey(signal);
    try {
      return await consume(
        runTraining(() => run),
        callbacks,
        {
          stop: (message) => this.stop(message),
          scaleLearningRate(factor) {
            checkArgument('control.scaleLearningRate', factor, nonNegative);
            progress.scaleLearningRate(factor);
          },
          capture: () => {
            learner.check(progress.moment); // a checkpoint is there to continue from
            return this.checkpoint();
          },
          wait: (until) => activity.wait(until),
          yieldEvery,
        },
      );
    } finally {
      release();
    }
  }

  /**
   * The loop inside `fit`, as a synchronous generator: `next()` continues to the next event, so training
   * can be watched phase by phase. Leaving it early is safe: an iteration counts once it has updated.
   * @throws as `fit` does
   */
  run(data: TrainingData & { readonly train: Dataset }): Generator<TrainingEvent, History, void> {
    const read = readRunRequest(data);
    const prepare = () => prepareRun(this.#parts, read, { interruptible: false });
    return runTraining(prepare) as Generator<TrainingEvent, History, void>;
  }
}

/** With the first Trainer: a statement of the module itself would keep the class in every bundle. */
function prepareClasses(): void {
  if (Object.hasOwn(Trainer.prototype, 'evaluate')) return;
  withForeign(Trainer.prototype, foreignToTrainers);
  makeReadable();
}
