/**
 * The Trainer: what is trained, how long, and where the training is. It can be planned, run, stopped,
 * put to rest and taken up again; the order of things within a run stands in run.ts.
 */

import type { Dataset } from '../data/dataset.ts';
import { isStream, type SampleStream } from '../data/stream.ts';
import type { Stagings } from '../data/stream_batches.ts';
import { describe } from '../errors/describe.ts';
import { OptionError, StateError } from '../errors/errors.ts';
import {
  boolean,
  checkArgument,
  nonNegative,
  object,
  optional,
  readOptions,
  string,
  strings,
  withDefault,
} from '../errors/options.ts';
import type { PlanReport } from '../graph/compile.ts';
import type { Model } from '../nn/sequential.ts';
import { randomKey } from '../tensor/rng.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { checkBackend } from './backend.ts';
import type { Callback } from './callback.ts';
import type { TrainingEvent } from './events.ts';
import { abortSignal, callbackList, consume, MISPLACED_IN_FIT, type Wait } from './fit.ts';
import { type History, makeHistory } from './history.ts';
import { Learner } from './learner.ts';
import { monitorsOf } from './monitor.ts';
import { type ResolvedTrainerOptions, readTrainerOptions, type TrainerOptions } from './options.ts';
import type { Present } from './phase_events.ts';
import { makePlan, type TrainingPlan } from './plan.ts';
import { checkAhead } from './plan_checks.ts';
import { type PreparedData, prepareData } from './prepared_data.ts';
import { Progress } from './progress.ts';
import { captureState, restoreCallbacks, restoreState } from './resume.ts';
import { isOver, type Run, runEpoch, type Stop } from './run.ts';
import { checkDataset, checkSameSamples, samplesOf, type TrainingData } from './training_data.ts';
import type { CallbackState, ResumeOptions, TrainingState } from './training_state.ts';

export interface FitRequest extends TrainingData {
  readonly callbacks?: readonly Callback[];
  /** Ends the training after the current iteration. */
  readonly signal?: AbortSignal;
}

export class Trainer {
  readonly model: Model;
  /** Everything that was asked for, with defaults filled in. */
  readonly options: ResolvedTrainerOptions;
  /** What happened so far. */
  readonly history: History;

  readonly #learner: Learner;
  readonly #progress = new Progress();
  readonly #present: Present = { event: undefined };
  readonly #stagings: Stagings = new WeakMap();
  /** The callbacks of the fit under way or of the last one. */
  #callbacks: readonly Callback[] = [];
  /** What callbacks are to go on from, until a fit brings them. */
  #callbackStates: Readonly<Record<string, CallbackState>> = {};
  #stop: Stop | undefined;
  #running = false;

  /** @throws OptionError for unknown, misplaced, missing or unfit options */
  constructor(options: TrainerOptions) {
    this.options = readTrainerOptions(options);
    this.model = this.options.model;
    checkBackend(this.model, this.options.backend);
    this.#learner = new Learner(this.options);
    const { epochs, validations, iterations } = this.#progress;
    this.history = makeHistory({ epochs, validations, iterations });
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

  /** The epochs to reach in total, if they were set. */
  get epochs(): number | undefined {
    return this.options.epochs;
  }

  /** The iterations to reach in total, if they were set. */
  get iterations(): number | undefined {
    return this.options.iterations;
  }

  get batchSize(): number {
    return this.options.batchSize;
  }

  /** Which code computes: known from the first iteration on. */
  get backend(): 'wasm' | 'reference' | undefined {
    return this.#learner.current?.backend;
  }

  /** Why the reference runs although it was not asked for, if it does: code was refused, for example. */
  get obstacle(): string | undefined {
    return this.#learner.current?.obstacle();
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
    const { validation } = readOptions<{ validation: boolean }>('plan', options, {
      validation: withDefault(boolean, true),
    });
    if (!isStream(train)) checkDataset('plan', train);
    const {
      batchSize,
      dropLast,
      epochs,
      iterations,
      validateEvery,
      schedule,
      sampling,
      optimizer,
    } = this.options;
    return makePlan({
      samples: samplesOf(train),
      batchSize,
      dropLast,
      epochs,
      iterations,
      validateEvery,
      validation,
      schedule,
      sampling,
      learningRate: optimizer.learningRate,
    });
  }

  /** Ends the training after the current iteration. */
  stop(message = ''): void {
    checkArgument('stop', message, string);
    this.#stop = { reason: 'stopped', message };
  }

  /**
   * The training as it is, in copies: counters, weights, the optimizer's state, the history, and the
   * state of the callbacks of `fit`. In the middle of an iteration it is the training before it.
   * Callbacks ask for it by `control.checkpoint`, which waits until all of them have been told.
   */
  checkpoint(): TrainingState {
    return captureState(this.#parts(), this.#callbacks);
  }

  /**
   * Takes up a training where `checkpoint()` left it. What follows, every loss and every weight, is as
   * if it had not been interrupted, given the same data, options and callbacks; only `epochs`,
   * `iterations`, `backend` and `recordIterations` may be others.
   *
   * @throws StateError when an option differs, or while this Trainer runs; DataError for a state that
   * is none, or of other layers. Then nothing has changed
   * @example
   * trainer.resume(loadCheckpoint('run.checkpoint')); // from epochal/node
   * await trainer.fit({ train, validation, callbacks });
   */
  resume(state: TrainingState, options?: ResumeOptions): void {
    this.#refuseWhileRunning('resume');
    const read = readOptions<ResumeOptions>('resume', options, { allow: optional(strings) });
    restoreState(this.#parts(), state, read);
    this.#callbackStates = state.callbacks;
  }

  /**
   * Trains up to `epochs` or `iterations`, whichever is first, going on from where the counters are.
   * Lets the event loop breathe; callbacks and an AbortSignal may end it.
   * @throws NonFiniteError when the loss or a gradient is not finite, with the parameters unharmed, and
   * when a parameter, a buffer or the state of the optimizer is not, by the end of the training at the
   * latest: after one that ends well, all of them are finite;
   * StateError after `resume` when a callback of the checkpoint is missing
   */
  async fit(request: FitRequest): Promise<History> {
    const { train, validation, callbacks, signal } = readOptions<FitRequest>(
      'fit',
      request,
      {
        train: object,
        validation: optional(object),
        callbacks: optional(callbackList),
        signal: optional(abortSignal),
      },
      MISPLACED_IN_FIT,
    );
    this.#refuseWhileRunning('Trainer.run');
    restoreCallbacks(callbacks ?? [], this.#callbackStates);
    this.#callbackStates = {};
    this.#callbacks = callbacks ?? [];
    const abort = () => {
      this.#stop = { reason: 'aborted', message: String(signal?.reason ?? '') };
    };
    // The first event resets what an earlier run left, so the signal is read after it.
    const watch: Callback = (event) => {
      if (event.type === 'trainStart' && signal?.aborted) abort();
    };
    signal?.addEventListener('abort', abort, { once: true });
    try {
      return await consume(this.#events({ train, validation }), [watch, ...this.#callbacks], {
        stop: (message) => this.stop(message),
        scaleLearningRate: (factor) => this.#scaleLearningRate(factor),
        capture: () => {
          this.#learner.check(this.#moment()); // a checkpoint is there to go on from
          return this.checkpoint();
        },
      });
    } finally {
      signal?.removeEventListener('abort', abort);
    }
  }

  /**
   * The loop inside `fit`, as a synchronous generator: `next()` goes on to the next event, so training
   * can be watched phase by phase. Leaving it early is safe: an iteration counts once it has updated.
   * @throws as `fit` does
   */
  run(data: TrainingData & { readonly train: Dataset }): Generator<TrainingEvent, History, void> {
    if (isStream((data as Partial<TrainingData> | undefined)?.train)) {
      throw new OptionError({
        where: 'run.train',
        expected: 'a dataset, because run() waits for nothing',
        received: 'a stream',
        remedy: 'Use await fit({ train }), whose callbacks are told the same events.',
      });
    }
    return this.#events(data) as Generator<TrainingEvent, History, void>;
  }

  /** A run with its first and last events; the last one comes after an error, too. */
  *#events(data: TrainingData): Generator<TrainingEvent | Wait, History, void> {
    const prepared = this.#check(data);
    const run = this.#prepareRun(prepared);
    const { backend } = this.#learner.engine(this.iteration);
    this.#running = true;
    this.#stop = undefined;
    try {
      const sets = prepared.validation.map(([name]) => name);
      const monitors = monitorsOf(this.options, sets);
      yield { type: 'trainStart', plan: run.plan, backend, monitors };
      // Not a generator of its own: each level costs time at every event.
      while (!isOver(run)) yield* runEpoch(run);
      this.#learner.check(this.#moment());
      yield { type: 'trainStop', ...this.#moment(), ...this.#ending() };
    } catch (error) {
      try {
        yield { type: 'trainEnd', ...this.#moment(), reason: 'error', message: String(error) };
      } catch {
        // What a callback throws now is not what ended the training.
      }
      throw error;
    } finally {
      this.#running = false;
    }
    yield { type: 'trainEnd', ...this.#moment(), ...this.#ending() };
    return this.history;
  }

  #prepareRun(data: PreparedData): Run {
    const plan = this.plan(data.train, { validation: data.validation.length > 0 });
    checkAhead(plan, this.options, this.#progress);
    this.#progress.samples = Number.isNaN(plan.samples) ? null : plan.samples;
    return {
      ...this.#parts(),
      plan,
      data,
      drawBase: randomKey(this.options.seed, 'dropout'),
      present: this.#present,
      stagings: this.#stagings,
      stopped: () => this.#stop,
    };
  }

  /** Refuses what does not fit before anything is computed. */
  #check(data: TrainingData): PreparedData {
    this.#refuseWhileRunning('Trainer.run');
    const given = readOptions<TrainingData>(
      'run',
      data,
      { train: object, validation: optional(object) },
      MISPLACED_IN_FIT,
    );
    const prepared = prepareData(this.options, given);
    if (this.iteration > 0) checkSameSamples(this.#progress.samples, given.train);
    return prepared;
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
    this.#progress.learningRateScale *= factor;
  }

  #parts() {
    return { options: this.options, progress: this.#progress, learner: this.#learner };
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
