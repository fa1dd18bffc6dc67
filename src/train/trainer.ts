/**
 * The Trainer: epochs, iterations, batches and phases. It owns the counters and the order of things;
 * what happens to numbers within a phase is the engine's, and rendering is nobody's here.
 */

import { batchIndices } from '../data/batches.ts';
import type { Dataset } from '../data/dataset.ts';
import { OptionError, StateError } from '../errors/errors.ts';
import { object, optional, readOptions } from '../errors/options.ts';
import type { PlanReport } from '../graph/compile.ts';
import type { Model } from '../nn/sequential.ts';
import type { Optimizer } from '../optimizers/index.ts';
import { randomKey } from '../tensor/rng.ts';
import { snapshot, type Tensor } from '../tensor/tensor.ts';
import { checkBackend, createEngine } from './backend.ts';
import type { Engine, ScalarValues } from './engine.ts';
import { evaluate } from './evaluate.ts';
import type { StopReason, TrainingEvent } from './events.ts';
import { abortSignal, type Callback, callbackList, consume, MISPLACED_IN_FIT } from './fit.ts';
import {
  type EpochRecord,
  type History,
  type IterationRecord,
  makeHistory,
  type ValidationRecord,
} from './history.ts';
import { checkGradients, checkLoss } from './non_finite.ts';
import { type ResolvedTrainerOptions, readTrainerOptions, type TrainerOptions } from './options.ts';
import { Backward, Forward, type Present, Update } from './phase_events.ts';
import { type Learned, optimizersOf, prepare } from './phases.ts';
import { makePlan, type TrainingPlan } from './plan.ts';
import { checkDataset, checkTrainingData, type TrainingData } from './training_data.ts';

export interface FitRequest extends TrainingData {
  readonly callbacks?: readonly Callback[];
  /** Ends the training after the current iteration. */
  readonly signal?: AbortSignal;
}

/** What an epoch sums up over its iterations. */
interface EpochTotals {
  lossSum: number;
  samples: number;
  gradientNormSum: number;
  iterations: number;
}

const emptyTotals = (): EpochTotals => ({
  lossSum: 0,
  samples: 0,
  gradientNormSum: 0,
  iterations: 0,
});

export class Trainer {
  readonly model: Model;
  /** Everything that was asked for, with defaults filled in. */
  readonly options: ResolvedTrainerOptions;
  /** What happened so far. */
  readonly history: History;

  readonly #learned: readonly Learned[];
  readonly #optimizers: readonly Optimizer[];
  readonly #scalarValues = new Map<Optimizer, Readonly<Record<string, number>>>();
  readonly #drawBase: number;
  readonly #epochRecords: EpochRecord[] = [];
  readonly #validationRecords: ValidationRecord[] = [];
  readonly #iterationRecords: IterationRecord[] = [];
  readonly #present: Present = { event: undefined };
  #engine: Engine | undefined;
  #engineParameters: readonly Learned[] = [];
  #epoch = 0;
  #iteration = 0;
  #iterationInEpoch = 0;
  #samples = 0;
  #samplesSeen = 0;
  #validationDue = false;
  #totals = emptyTotals();
  #stop: { reason: 'stopped' | 'aborted'; message: string } | undefined;
  #running = false;

  /** @throws OptionError for unknown, misplaced, missing or unfit options */
  constructor(options: TrainerOptions) {
    this.options = readTrainerOptions(options);
    this.model = this.options.model;
    checkBackend(this.model, this.options.backend);
    this.#learned = prepare(this.model, this.options.optimizer);
    this.#optimizers = optimizersOf(this.#learned);
    this.#drawBase = randomKey(this.options.seed, 'dropout');
    this.history = makeHistory({
      epochs: this.#epochRecords,
      validations: this.#validationRecords,
      iterations: this.#iterationRecords,
    });
  }

  /** Complete epochs so far. */
  get epoch(): number {
    return this.#epoch;
  }

  /** Updates so far. */
  get iteration(): number {
    return this.#iteration;
  }

  /** Samples used so far, counted each time. */
  get samplesSeen(): number {
    return this.#samplesSeen;
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
    return this.#engine?.backend;
  }

  /** What the compiler made of each traced batch size so far; empty on the reference path. */
  reports(): readonly PlanReport[] {
    return this.#engine?.reports() ?? [];
  }

  /** The optimizer's state by name, such as `layers.0.weight.momentum`. Copies. */
  optimizerState(): Record<string, Tensor> {
    const named = this.#learned.flatMap(({ parameter, state }) =>
      Object.entries(state).map(([name, tensor]): [string, Tensor] => [
        `${parameter.name}.${name}`,
        snapshot(tensor),
      ]),
    );
    return Object.fromEntries(named);
  }

  /**
   * What training on a dataset will be, before anything is trained.
   * @throws OptionError when there is not a single batch
   */
  plan(
    train: Dataset,
    { validation = true }: { readonly validation?: boolean } = {},
  ): TrainingPlan {
    checkDataset('plan', train);
    const { batchSize, dropLast, epochs, iterations, validateEvery, schedule, optimizer } =
      this.options;
    return makePlan({
      samples: train.size,
      batchSize,
      dropLast,
      epochs,
      iterations,
      validateEvery,
      validation,
      schedule,
      learningRate: optimizer.learningRate,
    });
  }

  /** Ends the training after the current iteration. */
  stop(message = ''): void {
    this.#stop = { reason: 'stopped', message };
  }

  /**
   * Trains up to `epochs` or `iterations`, whichever is first, going on from where the counters are.
   * Lets the event loop breathe; callbacks and an AbortSignal may end it.
   * @throws NonFiniteError when the loss or a gradient is not finite, with the parameters unharmed
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
    const abort = () => {
      this.#stop = { reason: 'aborted', message: String(signal?.reason ?? '') };
    };
    const run = this.run({ train, validation });
    const control = { stop: (message?: string) => this.stop(message) };
    // The first event resets what an earlier run left, so the signal is read after it.
    const watch: Callback = (event) => {
      if (event.type === 'trainStart' && signal?.aborted) abort();
    };
    signal?.addEventListener('abort', abort, { once: true });
    try {
      return await consume(run, [watch, ...(callbacks ?? [])], control);
    } finally {
      signal?.removeEventListener('abort', abort);
    }
  }

  /**
   * The loop inside `fit`, as a synchronous generator: `next()` goes on to the next event, so training
   * can be watched phase by phase. Leaving it early is safe: an iteration counts once it has updated.
   * @throws as `fit` does
   */
  *run(data: TrainingData): Generator<TrainingEvent, History, void> {
    this.#check(data);
    this.#running = true;
    this.#stop = undefined;
    try {
      const plan = this.plan(data.train, { validation: data.validation !== undefined });
      this.#samples = data.train.size;
      yield { type: 'trainStart', plan, backend: this.#prepareEngine().backend };
      while (this.#stop === undefined && !this.#hasReached(plan)) {
        yield* this.#runEpoch(data, plan);
      }
      yield { type: 'trainEnd', ...this.#moment(), ...this.#ending() };
    } finally {
      this.#running = false;
    }
    return this.history;
  }

  *#runEpoch(data: TrainingData, plan: TrainingPlan): Generator<TrainingEvent, void, void> {
    const { batchSize, shuffle, dropLast, seed, validateEvery } = this.options;
    const epoch = this.#epoch + 1;
    const start = performance.now();
    const batches = batchIndices({
      samples: data.train.size,
      batchSize,
      shuffle,
      dropLast,
      seed,
      epoch,
    });
    if (this.#iterationInEpoch === 0) {
      this.#totals = emptyTotals();
      yield { type: 'epochStart', epoch };
    }
    for (;;) {
      if (this.#validationDue) {
        const validation = this.#validate(data, epoch);
        this.#validationDue = false;
        if (validation !== undefined) yield { type: 'validation', ...validation };
      }
      if (this.#iterationInEpoch === batches.length) break;
      if (this.#stop !== undefined || this.#iteration >= plan.iterations) return;
      yield* this.#runIteration(data.train, batches[this.#iterationInEpoch], epoch, plan);
    }
    const due = 'epochs' in validateEvery && epoch % validateEvery.epochs === 0;
    const validation = due ? this.#validate(data, epoch) : undefined;
    // Noted and counted before anyone is told: whoever leaves now has missed nothing.
    const record = this.#epochRecord(epoch, plan, (performance.now() - start) / 1000);
    this.#epochRecords.push(record);
    this.#epoch = epoch;
    this.#iterationInEpoch = 0;
    if (validation !== undefined) yield { type: 'validation', ...validation };
    yield { type: 'epochEnd', ...record };
  }

  *#runIteration(
    train: Dataset,
    rows: Int32Array,
    epoch: number,
    plan: TrainingPlan,
  ): Generator<TrainingEvent, void, void> {
    const iteration = this.#iteration + 1;
    const moment = { epoch, iteration };
    const batchSize = rows.length;
    const learningRate = plan.learningRateAt(iteration);
    yield { type: 'iterationStart', ...moment, batchSize, learningRate, indices: rows.slice() };

    const engine = this.#prepareEngine();
    const learned = this.#engineParameters;
    const { accumulate } = this.options;
    const size = Math.ceil(this.options.batchSize / accumulate);
    let loss = 0;
    let gradientNorm = 0;
    for (let at = 0, microBatch = 1; at < batchSize; at += size, microBatch++) {
      const part = size >= batchSize ? rows : rows.subarray(at, at + size);
      const share = part.length / batchSize;
      const draw = (this.#drawBase + (iteration - 1) * accumulate + microBatch) | 0;
      engine.forward(train, part, draw);
      yield this.#show(new Forward(this.#present, engine, epoch, iteration, microBatch));
      const partLoss = engine.loss();
      checkLoss(partLoss, moment, engine, this.model.parameters());
      loss += share * partLoss;
      yield { type: 'loss', ...moment, microBatch, loss: partLoss };
      engine.backward(share, at === 0);
      if (at + size >= batchSize) {
        gradientNorm = engine.gradientNorm();
        checkGradients(gradientNorm, moment, engine, learned);
      }
      yield this.#show(new Backward(this.#present, engine, learned, epoch, iteration, microBatch));
    }
    engine.update(this.#scalars(iteration, plan.factorAt(iteration)));
    const record = { epoch, iteration, batchSize, loss, learningRate, gradientNorm };
    this.#count(record);
    yield this.#show(new Update(this.#present, this.model, epoch, iteration, gradientNorm));
    yield { type: 'iterationEnd', ...record, samplesSeen: this.#samplesSeen };
  }

  /** Notes which event's values are there to be read. */
  #show<E extends TrainingEvent>(event: E): E {
    this.#present.event = event;
    return event;
  }

  #validate(data: TrainingData, epoch: number): ValidationRecord | undefined {
    if (data.validation === undefined) return undefined;
    const { model, loss, metrics, evaluateTraining, backend: wanted } = this.options;
    const backend = wanted === 'reference' ? 'reference' : 'auto';
    const measured = evaluate({ model, loss, metrics, backend }, data.validation);
    const { loss: mean, metrics: values } = measured;
    const training = evaluateTraining
      ? evaluate({ model, loss, backend }, data.train).loss
      : undefined;
    const record: ValidationRecord = {
      epoch,
      iteration: this.#iteration,
      loss: mean,
      metrics: values,
      ...(training !== undefined && { trainingLoss: training }),
    };
    this.#validationRecords.push(record);
    return record;
  }

  /** Refuses what does not fit before anything is computed. */
  #check(data: TrainingData): void {
    if (this.#running) {
      throw new StateError({
        where: 'Trainer.run',
        expected: 'one run at a time',
        received: 'a second one',
        remedy: 'Finish the first, or leave it with break or return().',
      });
    }
    const given = readOptions<TrainingData>(
      'run',
      data,
      { train: object, validation: optional(object) },
      MISPLACED_IN_FIT,
    );
    checkTrainingData(this.options, given);
    if (this.#iteration > 0 && data.train.size !== this.#samples) {
      throw new StateError({
        where: 'Trainer.run',
        expected: `the ${this.#samples} samples that the training began with`,
        received: `${data.train.size}`,
        remedy:
          'Make a new Trainer: the model keeps what it has learned, and epochs stay countable.',
      });
    }
    if (this.options.evaluateTraining && data.validation === undefined) {
      throw new OptionError({
        where: 'Trainer.evaluateTraining',
        expected: 'a validation set, for it happens at each validation',
        received: 'none',
        remedy: 'Pass the training set as validation, too: fit({ train, validation: train }).',
      });
    }
  }

  /** The numbers that the update of an iteration takes in, with learning rates scaled by a factor. */
  #scalars(iteration: number, factor: number): ScalarValues {
    for (const optimizer of this.#optimizers) {
      const values = {
        learningRate: optimizer.learningRate * factor,
        ...optimizer.scalars(iteration),
      };
      this.#scalarValues.set(optimizer, values);
    }
    return this.#scalarValues;
  }

  /** An iteration has updated the parameters: from here on it counts. */
  #count(record: IterationRecord): void {
    const { iteration, loss, batchSize, gradientNorm } = record;
    const { validateEvery, recordIterations } = this.options;
    this.#iteration = iteration;
    this.#iterationInEpoch++;
    this.#validationDue =
      'iterations' in validateEvery && iteration % validateEvery.iterations === 0;
    if (recordIterations) this.#iterationRecords.push(record);
    this.#samplesSeen += batchSize;
    this.#totals.lossSum += loss * batchSize;
    this.#totals.samples += batchSize;
    this.#totals.gradientNormSum += gradientNorm;
    this.#totals.iterations++;
  }

  #epochRecord(epoch: number, plan: TrainingPlan, seconds: number): EpochRecord {
    const { lossSum, samples, gradientNormSum, iterations } = this.#totals;
    const validation = this.#validationRecords.findLast((record) => record.epoch === epoch);
    return {
      epoch,
      iteration: this.#iteration,
      samplesSeen: this.#samplesSeen,
      loss: lossSum / samples,
      ...(validation !== undefined && { validation }),
      learningRate: plan.learningRateAt(this.#iteration),
      gradientNorm: gradientNormSum / iterations,
      seconds,
    };
  }

  /** The engine for the parameters that learn now; freezing some asks for another. */
  #prepareEngine(): Engine {
    if (this.#engine !== undefined && this.#learningIsUnchanged()) return this.#engine;
    const learning = this.#learned.filter(({ parameter }) => parameter.requiresGrad);
    if (learning.length === 0) {
      throw new OptionError({
        where: 'Trainer',
        expected: 'at least one parameter that learns',
        received: 'a model without any',
        remedy: 'Unfreeze a layer with model.unfreeze().',
      });
    }
    const { model, loss, clip, accumulate, backend } = this.options;
    this.#engineParameters = learning;
    this.#engine = createEngine(
      { model, loss, learned: learning, clip, accumulates: accumulate > 1 },
      backend,
    );
    return this.#engine;
  }

  /** Whether the engine learns the parameters that are to learn. Asked in every iteration. */
  #learningIsUnchanged(): boolean {
    const current = this.#engineParameters;
    let matched = 0;
    for (const learned of this.#learned) {
      if (!learned.parameter.requiresGrad) continue;
      if (current[matched] !== learned) return false;
      matched++;
    }
    return matched === current.length;
  }

  /** Whether everything planned has happened, the end of a last complete epoch included. */
  #hasReached({ iterations, iterationsPerEpoch }: TrainingPlan): boolean {
    return this.#iteration >= iterations && this.#iterationInEpoch < iterationsPerEpoch;
  }

  #moment(): { epoch: number; iteration: number } {
    return { epoch: this.#epoch, iteration: this.#iteration };
  }

  #ending(): { reason: StopReason; message: string } {
    if (this.#stop !== undefined) return this.#stop;
    const { epochs } = this.options;
    const reason = epochs !== undefined && this.#epoch >= epochs ? 'epochs' : 'iterations';
    return { reason, message: '' };
  }
}
