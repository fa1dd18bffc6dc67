/**
 * The Trainer: what is trained, how long, and where the training is. It can be planned, run, stopped,
 * saved and resumed; the order of things within a run stands in run.ts.
 */

import { checkDataset } from '../data/check_dataset.ts';
import type { Dataset } from '../data/dataset.ts';
import type { Stagings } from '../data/stream/batches.ts';
import { isStream, type SampleStream } from '../data/stream/stream.ts';
import { describe } from '../errors/describe.ts';
import { OptionError, StateError } from '../errors/errors.ts';
import { foreignToTrainers, withForeign } from '../errors/foreign_members.ts';
import {
  boolean,
  checkArgument,
  nonNegative,
  object,
  optional,
  positiveInteger,
  type Rules,
  string,
  strings,
  withDefault,
} from '../errors/options.ts';
import { readTrainingOptions } from '../errors/training_options.ts';
import { withText } from '../formats/text_table.ts';
import type { PlanReport } from '../graph/plan.ts';
import { type ThreadCount, threadCount } from '../graph/threading.ts';
import type { Model } from '../nn/sequential.ts';
import { randomKey } from '../tensor/rng.ts';
import type { Tensor } from '../tensor/tensor.ts';
import type { Callback } from './callbacks/callback.ts';
import { adopt, checkCallbacks } from './callbacks/own_callbacks.ts';
import { type PreparedData, prepareData } from './data/prepared_data.ts';
import { checkSameSamples, samplesOf, type TrainingData } from './data/training_data.ts';
import { checkBackend } from './engine/backend.ts';
import { Learner } from './engine/learner.ts';
import { runEpoch } from './epoch.ts';
import type { TrainingEvent } from './events/events.ts';
import { monitorsOf } from './events/monitor.ts';
import { makeReadable, type Present } from './events/phase_events.ts';
import { abortSignal, callbackList, consume, duration } from './fit.ts';
import { type History, makeHistory } from './history/history.ts';
import { type ResolvedTrainerOptions, readTrainerOptions, type TrainerOptions } from './options.ts';
import { planTraining, type TrainingPlan } from './plan.ts';
import { checkAhead } from './plan_checks.ts';
import { captureState, restoreCallbacks, restoreState, statesOf } from './resume.ts';
import { isOver, lastEvents, type Run, type Stop, type Told, untold } from './run.ts';
import { Progress } from './state/progress.ts';
import { checkRecipe, describeData, type Recipe, recipeOf } from './state/recipe.ts';
import type { ResumeOptions, TrainingState } from './state/training_state.ts';

export interface FitRequest extends TrainingData {
  readonly callbacks?: readonly Callback[] | undefined;
  /** Ends the training after the current iteration. */
  readonly signal?: AbortSignal | undefined;
  /**
   * After how many milliseconds of computing other tasks of the event loop have their turn, at the end of
   * the phase or of the part of a validation that is under way; default 16, a frame. Infinity: never.
   */
  readonly yieldEvery?: number | undefined;
}

const dataRules: Rules<TrainingData> = { train: object, validation: optional(object) };

type Turns = Required<Pick<FitRequest, 'yieldEvery'>>;

/** What a state that was resumed says of its data, and what of it may differ. */
interface Resumed {
  readonly data: Recipe | null;
  readonly allow: readonly string[];
}

export class Trainer {
  readonly model: Model;
  #options: ResolvedTrainerOptions;
  /** What happened so far. */
  readonly history: History;

  readonly #learner: Learner;
  readonly #progress: Progress;
  readonly #present: Present = { event: undefined };
  readonly #stagings: Stagings = new WeakMap();
  /** The callbacks of the fit under way or of the last one. */
  #callbacks: readonly Callback[] = [];
  /** What was resumed, and waits for the callbacks and the data that it continues with. */
  #resumed: Resumed = { data: null, allow: [] };
  /** What callbacks are to continue from, until a fit has begun with them. */
  #callbackStates: TrainingState['callbacks'] | undefined;
  /** What the last run was given. */
  #data: PreparedData | undefined;
  /** Another one after each `resume`: callbacks belong to one. */
  #training: object = {};
  #recipe: Recipe | undefined;
  #stop: Stop | undefined;
  /** Ends the waiting for a batch. */
  #wake = () => {};
  #running = false;
  /** Whether it has come to the end of a run itself: what was resumed may have been there before. */
  #hasTrained = false;

  /** @throws OptionError for unknown, misplaced, missing or unfit options */
  constructor(options: TrainerOptions) {
    this.#options = readTrainerOptions(options);
    prepareClasses();
    this.model = this.options.model;
    checkBackend(this.model, this.options.backend);
    this.#learner = new Learner(this.options);
    this.#progress = new Progress(this.options);
    const { epochs, validations, iterations } = this.#progress;
    this.history = makeHistory({ epochs, validations, iterations });
    withText(this, () => this.#described());
  }

  /** Everything that was asked for, with defaults filled in. */
  get options(): ResolvedTrainerOptions {
    return this.#options;
  }

  /** Complete epochs so far. */
  get epoch(): number {
    return this.#progress.epoch;
  }

  /** Updates so far. */
  get iteration(): number {
    return this.#progress.iteration;
  }

  /** Samples used so far, counted each time. */
  get samplesSeen(): number {
    return this.#progress.samplesSeen;
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
    this.#raise('epochs', epochs, this.epoch);
  }

  /** The iterations to reach in total, if they were set; they can be set as `epochs` can. */
  get iterations(): number | undefined {
    return this.options.iterations;
  }

  set iterations(iterations: number) {
    this.#raise('iterations', iterations, this.iteration);
  }

  #raise(unit: 'epochs' | 'iterations', to: number, done: number): void {
    this.#refuseWhileRunning(`Trainer.${unit}`);
    if (!positiveInteger.accepts(to) || to < done) {
      throw new OptionError({
        where: `Trainer.${unit}`,
        expected: `a whole number, ${Math.max(done, 1)} or more: so many there have been`,
        received: describe(to),
        remedy: `Set the total to reach, such as ${done + 10}.`,
      });
    }
    this.#options = { ...this.#options, [unit]: to };
  }

  get batchSize(): number {
    return this.options.batchSize;
  }

  /** Which code computes: known from the first iteration on. */
  get backend(): 'wasm' | 'reference' | undefined {
    return this.#learner.current?.backend;
  }

  /** Why operations run one by one and not as a plan, if they do unasked: code was refused, for example. */
  get obstacle(): string | undefined {
    return this.#learner.current?.obstacle();
  }

  /**
   * How many threads compute at the moment: others join when they are ready. It can be set, at any time, to how
   * many compute at most from the next iteration on, as by the option; the bits do not depend on it.
   * @throws OptionError for anything but `auto` and a whole number, 1 or more
   */
  get threads(): number {
    return this.#learner.current?.threads() ?? 1;
  }

  set threads(count: ThreadCount) {
    checkArgument('Trainer.threads', count, threadCount);
    this.#options = { ...this.#options, threads: count };
    this.#learner.threads = count;
  }

  /** What the compiler made of each traced batch size so far; empty on the reference path. */
  reports(): readonly PlanReport[] {
    return this.#learner.current?.reports() ?? [];
  }

  /** The optimizer's state by name, such as `layers.0.weight.momentum`. Copies. */
  optimizerState(): Record<string, Tensor> {
    return this.#learner.state();
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
    return this.#planOf(train, validation);
  }

  #planOf(train: Dataset | SampleStream, validation: boolean): TrainingPlan {
    const { epochs, iterations, validateEvery, schedule, sampling, optimizer, accumulate } =
      this.options;
    const { stretches, rateScales } = this.#progress;
    return planTraining({
      samples: samplesOf(train),
      stretches: [...stretches],
      rateScales: [...rateScales],
      epochs,
      iterations,
      validateEvery,
      validation,
      accumulate,
      schedule,
      sampling,
      learningRate: optimizer.learningRate,
    });
  }

  /** Ends the training after the current iteration, or while it waits for the next batch of a stream. */
  stop(message = ''): void {
    checkArgument('stop', message, string);
    this.#end({ reason: 'stopped', message });
  }

  /**
   * The training as it is, in copies: counters, weights, the optimizer's state, the history, and the
   * state of the callbacks of `fit`. In the middle of an iteration it is the training before it.
   * Callbacks ask for it by `control.checkpoint`, which waits until all of them have been told.
   */
  checkpoint(): TrainingState {
    const data = this.#data ? describeData(this.#data, this.options) : this.#resumed.data;
    const states = this.#callbackStates ?? statesOf(this.#callbacks);
    return captureState(this.#resumable(), data, states);
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
    this.#refuseWhileRunning('resume');
    const { allow = [] } = readTrainingOptions<ResumeOptions>('resume', options, {
      allow: optional(strings),
    });
    restoreState(this.#resumable(), state, { allow });
    this.#resumed = { data: state.data, allow };
    this.#callbackStates = state.callbacks;
    this.#callbacks = [];
    this.#data = undefined;
    this.#training = {};
    this.#hasTrained = false;
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
    const { callbacks, signal, yieldEvery, ...data } = readTrainingOptions<FitRequest & Turns>(
      'fit',
      request,
      {
        ...dataRules,
        callbacks: optional(callbackList),
        signal: optional(abortSignal),
        yieldEvery: withDefault(duration, 16),
      },
    );
    const list = callbacks ?? [];
    const run = this.#prepare(data, true);
    const { model } = this;
    const states = this.#callbackStates ?? {};
    checkCallbacks(list, { model, training: this.#training, restored: Object.keys(states) });
    restoreCallbacks(list, states);
    const abort = () => {
      this.#end({ reason: 'aborted', message: String(signal?.reason ?? '') });
    };
    const begun = () => {
      adopt(list, this.#training); // what was resumed is theirs now
      this.#callbacks = list;
      this.#callbackStates = undefined;
    };
    if (signal?.aborted) abort();
    signal?.addEventListener('abort', abort, { once: true });
    try {
      return await consume(
        this.#events(() => run, begun),
        list,
        {
          stop: (message) => this.stop(message),
          scaleLearningRate: (factor) => this.#scaleLearningRate(factor),
          capture: () => {
            this.#learner.check(this.#moment()); // a checkpoint is there to continue from
            return this.checkpoint();
          },
          wait: (until) => this.#wait(until),
          yieldEvery,
        },
      );
    } finally {
      signal?.removeEventListener('abort', abort);
    }
  }

  /**
   * The loop inside `fit`, as a synchronous generator: `next()` continues to the next event, so training
   * can be watched phase by phase. Leaving it early is safe: an iteration counts once it has updated.
   * @throws as `fit` does
   */
  run(data: TrainingData & { readonly train: Dataset }): Generator<TrainingEvent, History, void> {
    const read = readTrainingOptions('run', data, dataRules);
    if (isStream(read.train)) {
      throw new OptionError({
        where: 'run.train',
        expected: 'a dataset, because run() waits for nothing',
        received: 'a stream',
        remedy: 'Use await fit({ train }), whose callbacks are told the same events.',
      });
    }
    return this.#events(() => this.#prepare(read, false)) as Generator<
      TrainingEvent,
      History,
      void
    >;
  }

  /**
   * A run with its first and last events; the last one comes after an error, too.
   * @param begun called once nobody has refused the start: a run that is refused takes nothing with it
   */
  *#events(prepare: () => Run, begun = () => {}): Generator<Told, History, void> {
    const run = prepare();
    const { backend } = this.#learner.engine(this.iteration);
    this.#running = true;
    try {
      const sets = run.data.validation.map(([name]) => name);
      const monitors = monitorsOf(this.options, sets);
      yield { type: 'trainStart', plan: run.plan, backend, monitors };
      begun();
      this.#data = run.data;
      this.#resumed = { data: null, allow: [] };
      yield* untold(this.#progress);
      // Not a generator of its own: each level costs time at every event.
      while (!isOver(run)) yield* runEpoch(run);
      this.#learner.check(this.#moment());
      yield { type: 'trainStop', ...this.#moment(), ...this.#ending() };
    } catch (error) {
      yield* lastEvents(this.#progress, {
        type: 'trainEnd',
        ...this.#moment(),
        reason: 'error',
        message: String(error),
        error,
      });
      throw error;
    } finally {
      this.#running = false;
    }
    yield { type: 'trainEnd', ...this.#moment(), ...this.#ending() };
    // One that was left or stopped may be continued, if only to be told that nothing is left.
    this.#hasTrained = this.#stop === undefined;
    return this.history;
  }

  /** Refuses what does not fit before anything is computed. */
  #prepare(given: TrainingData, interruptible: boolean): Run {
    this.#refuseWhileRunning('Trainer.run');
    const data = prepareData(this.options, given);
    if (this.iteration > 0) checkSameSamples(this.#progress.samples, data.train);
    const { data: begun, allow } = this.#resumed;
    if (begun !== null) checkRecipe('fit', [begun, describeData(data, this.options)], allow);
    const plan = this.#planOf(data.train, data.validation.length > 0);
    const left = { progress: this.#progress, plan, stopped: () => undefined };
    if (this.#hasTrained && isOver(left)) this.#refuseNothing();
    checkAhead(plan, this.options, this.#progress);
    this.#learner.engine(this.iteration);
    this.#progress.samples = Number.isNaN(plan.samples) ? null : plan.samples;
    this.#stop = undefined;
    return {
      ...this.#parts(),
      plan,
      data,
      drawBase: randomKey(this.options.seed, 'dropout'),
      present: this.#present,
      stagings: this.#stagings,
      interruptible,
      stopped: () => this.#stop,
    };
  }

  /** @throws StateError where all that was planned has happened: it would look like training */
  #refuseNothing(): void {
    const { epochs, iterations } = this.options;
    const [unit, total] = this.epoch === epochs ? ['epochs', epochs] : ['iterations', iterations];
    throw new StateError({
      where: 'fit',
      expected: 'something left to train',
      received: `a training run that is complete: ${total} of ${total} ${unit}`,
      remedy: `Set trainer.${unit} to a larger total, such as trainer.${unit} = ${2 * (total ?? 1)}, or make a new Trainer.`,
    });
  }

  #refuseWhileRunning(where: string): void {
    if (!this.#running) return;
    throw new StateError({
      where,
      expected: 'one run at a time',
      received: 'a second one',
      remedy: 'Finish the first, or leave it with break or return().',
    });
  }

  #scaleLearningRate(factor: number): void {
    if (!nonNegative.accepts(factor)) {
      throw new OptionError({
        where: 'control.scaleLearningRate',
        expected: nonNegative.expected,
        received: describe(factor),
        remedy: 'Pass for example 0.5.',
      });
    }
    this.#progress.scaleLearningRate(factor);
  }

  #end(stop: Stop): void {
    this.#stop = stop;
    this.#wake();
  }

  /** Waits for a batch, or until the training is stopped. */
  #wait(until: Promise<void>): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.#stop !== undefined) resolve();
      this.#wake = resolve;
      until.then(resolve, reject);
    });
  }

  /** Where it is, what it trains with, and the summary of its model. */
  #described(): string {
    const { loss, optimizer, epochs, iterations, batchSize } = this.options;
    const of = (end: number | undefined) => (end === undefined ? '' : ` of ${end}`);
    const last = this.history.epochs.at(-1);
    return [
      `Trainer at epoch ${this.epoch}${of(epochs)}, iteration ${this.iteration}${of(iterations)}`,
      `${loss.name}, ${optimizer.name} at learning rate ${optimizer.learningRate}, batches of ${batchSize}`,
      ...(last === undefined ? [] : [`loss of the last epoch ${last.loss.toPrecision(4)}`]),
      `${this.model}`,
    ].join('\n');
  }

  #parts() {
    return { options: this.options, progress: this.#progress, learner: this.#learner };
  }

  #resumable() {
    this.#recipe ??= recipeOf(this.options);
    return { ...this.#parts(), recipe: this.#recipe };
  }

  #moment(): { epoch: number; iteration: number } {
    return { epoch: this.epoch, iteration: this.iteration };
  }

  #ending(): Stop {
    if (this.#stop !== undefined) return this.#stop;
    const { epochs } = this.options;
    const reason = epochs !== undefined && this.epoch >= epochs ? 'epochs' : 'iterations';
    return { reason, message: '' };
  }
}

/** With the first Trainer: a statement of the module itself would keep the class in every bundle. */
function prepareClasses(): void {
  if (Object.hasOwn(Trainer.prototype, 'evaluate')) return;
  withForeign(Trainer.prototype, foreignToTrainers);
  makeReadable();
}
