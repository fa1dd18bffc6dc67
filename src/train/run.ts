/**
 * The loop of a training: epochs, iterations, validations, and the order in which they are told. What
 * happens to numbers within a phase is the engine's.
 *
 * A run can be left at any event, so whatever an event tells has been noted before.
 */

import type { BatchSource } from '../data/batch_source.ts';
import { isStream } from '../data/stream.ts';
import type { Stagings } from '../data/stream_batches.ts';
import { datasetBatches } from './dataset_batches.ts';
import { measure } from './evaluate.ts';
import type { StopReason, TrainingEvent } from './events.ts';
import type { Wait } from './fit.ts';
import { gradientNorm as normOf } from './gradient_norm.ts';
import type { MetricValues, ValidationRecord } from './history.ts';
import type { Learner } from './learner.ts';
import { checkBuffers, checkLoss } from './non_finite.ts';
import type { ResolvedTrainerOptions } from './options.ts';
import { Backward, Forward, type Present, Update } from './phase_events.ts';
import type { TrainingPlan } from './plan.ts';
import type { PreparedData } from './prepared_data.ts';
import type { Progress } from './progress.ts';

/** How a training was asked to end. */
export interface Stop {
  readonly reason: StopReason;
  readonly message: string;
}

/** All that a run works with. */
export interface Run {
  readonly options: ResolvedTrainerOptions;
  readonly progress: Progress;
  readonly learner: Learner;
  readonly plan: TrainingPlan;
  readonly data: PreparedData;
  /** The beginning of the numbers by which dropout is drawn. */
  readonly drawBase: number;
  /** Which event's values are there to be read. */
  readonly present: Present;
  /** Where the batches of streams are laid. */
  readonly stagings: Stagings;
  stopped(): Stop | undefined;
}

type Events = Generator<TrainingEvent | Wait, void, void>;

/** Whether a training was stopped, or everything planned has happened. */
export function isOver({ progress, plan, stopped }: Run): boolean {
  const { iteration, iterationInEpoch } = progress;
  if (stopped() !== undefined) return true;
  // The end of a last complete epoch is still to come if its last iteration was left.
  return iteration >= plan.iterations && !(iterationInEpoch >= plan.iterationsPerEpoch);
}

/** The batches of an epoch, from where the training is. */
function openEpoch({ data, options, progress, stagings }: Run, epoch: number): BatchSource {
  const { train } = data;
  const done = progress.iterationInEpoch;
  if (!isStream(train)) return datasetBatches(train, options, epoch, done);
  const { batchSize, dropLast, seed } = options;
  const { accept, check } = data;
  return train.batches({ batchSize, dropLast, seed, epoch, done, accept, check, stagings });
}

/** An epoch, or what is left of it, or of it what was planned. */
export function* runEpoch(run: Run): Events {
  const { options, progress, plan } = run;
  const epoch = progress.epoch + 1;
  const start = performance.now();
  const batches = openEpoch(run, epoch);
  try {
    if (progress.iterationInEpoch === 0) {
      progress.beginEpoch();
      run.learner.engine(progress.iteration).beginEpoch();
      yield { type: 'epochStart', epoch };
    }
    for (;;) {
      if (progress.validationDue) yield* validateNow(run, epoch);
      const until = batches.advance();
      if (until !== undefined) yield { type: 'wait', until };
      if (batches.rows === undefined) break;
      if (run.stopped() !== undefined || progress.iteration >= plan.iterations) return;
      yield* runIteration(run, batches, epoch);
    }
  } finally {
    batches.close();
  }
  const { validateEvery } = options;
  const due = 'epochs' in validateEvery && epoch % validateEvery.epochs === 0;
  const validation = due ? validate(run, epoch) : undefined;
  const record = progress.endEpoch((performance.now() - start) / 1000);
  if (validation !== undefined) yield { type: 'validation', ...validation };
  yield { type: 'epochEnd', ...record };
}

function* validateNow(run: Run, epoch: number): Events {
  const validation = validate(run, epoch);
  run.progress.validationDue = false;
  if (validation !== undefined) yield { type: 'validation', ...validation };
}

function* runIteration(run: Run, batches: BatchSource, epoch: number): Events {
  const { options, progress, learner, plan, present } = run;
  const { model, accumulate, validateEvery, recordIterations } = options;
  const { dataset } = batches;
  const rows = batches.rows as Int32Array;
  const iteration = progress.iteration + 1;
  const moment = { epoch, iteration };
  const batchSize = rows.length;
  const factor = plan.factorAt(iteration) * progress.learningRateScale;
  const learningRate = options.optimizer.learningRate * factor;
  yield { type: 'iterationStart', ...moment, batchSize, learningRate, indices: batches.numbers() };

  const engine = learner.engine(progress.iteration);
  const { learning } = learner;
  const size = Math.ceil(options.batchSize / accumulate);
  let loss = 0;
  let gradientNorm = 0;
  for (let at = 0, microBatch = 1; at < batchSize; at += size, microBatch++) {
    const part = size >= batchSize ? rows : rows.subarray(at, at + size);
    const share = part.length / batchSize;
    const draw = (run.drawBase + (iteration - 1) * accumulate + microBatch) | 0;
    engine.forward(dataset, part, draw);
    yield show(present, new Forward(present, engine, epoch, iteration, microBatch));
    const partLoss = engine.loss();
    checkLoss(partLoss, moment, engine, model.parameters());
    loss += share * partLoss;
    yield { type: 'loss', ...moment, microBatch, loss: partLoss };
    engine.backward(share, at === 0);
    if (at + size >= batchSize) {
      gradientNorm = normOf(engine, moment, learning, model.dtype);
      checkBuffers(engine, moment, model);
    }
    yield show(present, new Backward(present, engine, learning, epoch, iteration, microBatch));
  }
  learner.update(engine, moment, { factor, gradientNorm });
  const record = { epoch, iteration, batchSize, loss, learningRate, gradientNorm };
  progress.count(record, recordIterations);
  model.names = run.data.names;
  progress.validationDue =
    'iterations' in validateEvery && iteration % validateEvery.iterations === 0;
  yield show(present, new Update(present, model, epoch, iteration, gradientNorm));
  yield { type: 'iterationEnd', ...record, samplesSeen: progress.samplesSeen };
}

/** Notes which event's values are there to be read. */
function show<E extends TrainingEvent>(present: Present, event: E): E {
  present.event = event;
  return event;
}

/** Measures on the validation sets, if there are any, and keeps the record. */
function validate({ options, progress, data }: Run, epoch: number): ValidationRecord | undefined {
  const sets = data.validation;
  if (sets.length === 0) return undefined;
  const { model, loss, metrics, evaluateTraining, backend: wanted } = options;
  const backend = wanted === 'reference' ? 'reference' : 'auto';
  const request = { model, loss, metrics, backend } as const;
  const measured = sets.map(([name, set]) => ({ name, ...measure('Trainer', request, set) }));
  const [first] = measured;
  const training =
    evaluateTraining && !isStream(data.train)
      ? measure('Trainer', { ...request, metrics: {} }, data.train)
      : undefined;
  const record: ValidationRecord = {
    epoch,
    iteration: progress.iteration,
    loss: first.loss,
    metrics: Object.assign({}, first.metrics, ...measured.map(named)) as MetricValues,
    ...(training !== undefined && { trainingLoss: training.loss }),
  };
  progress.validations.push(record);
  return record;
}

/** What was measured on a set that has a name: `noisy.loss`, `noisy.accuracy`. */
function named(measured: { name: string; loss: number; metrics: MetricValues }): MetricValues {
  const { name, loss, metrics } = measured;
  if (name === '') return {};
  const values = Object.entries({ loss, ...metrics });
  return Object.fromEntries(values.map(([metric, value]) => [`${name}.${metric}`, value]));
}
