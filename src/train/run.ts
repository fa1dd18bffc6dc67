/**
 * The loop of a training run: epochs, iterations, validations, and the order in which they are told. What
 * happens to numbers within a phase is the engine's.
 *
 * A run can be left at any event, so whatever an event tells has been noted before; what has been noted
 * and not yet told is told by the next run.
 */

import type { BatchSource } from '../data/stream/batch_source.ts';
import type { Stagings } from '../data/stream/batches.ts';
import { isStream } from '../data/stream/stream.ts';
import { datasetBatches } from './data/dataset_batches.ts';
import type { PreparedData } from './data/prepared_data.ts';
import { gradientNorm as normOf } from './engine/gradient_norm.ts';
import type { Learner } from './engine/learner.ts';
import { checkBuffers, checkLoss } from './engine/non_finite.ts';
import { measure } from './evaluate.ts';
import type { StopReason, TrainEndEvent, TrainingEvent } from './events/events.ts';
import { Backward, Forward, type Present, Update } from './events/phase_events.ts';
import type { Wait } from './events/wait.ts';
import type { MetricValues } from './history/history.ts';
import type { ResolvedTrainerOptions } from './options.ts';
import type { TrainingPlan } from './plan.ts';
import type { Progress, Untold } from './state/progress.ts';

/** How a training run was asked to end. */
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

/** Whether a training run was stopped, or everything planned has happened. */
export function isOver({ progress, plan, stopped }: Run): boolean {
  if (stopped() !== undefined) return true;
  // A validation or the end of an epoch is still to come if the last iteration was left.
  return progress.iteration >= plan.iterations && !progress.endDue;
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
      // A run that was stopped waits for nothing: what is due then is due in the next run.
      if (run.stopped() !== undefined) {
        if (!(progress.iterationInEpoch >= plan.iterationsPerEpoch)) return;
        break;
      }
      const until = batches.advance();
      if (until !== undefined && !(yield* arrived(until))) return;
      if (batches.rows === undefined) break;
      if (run.stopped() !== undefined) return;
      if (progress.iteration >= plan.iterations) {
        progress.endDue = false;
        return;
      }
      yield* runIteration(run, batches, epoch);
    }
  } finally {
    batches.close();
  }
  const { validateEvery } = options;
  if ('epochs' in validateEvery && epoch % validateEvery.epochs === 0) validate(run, epoch);
  progress.endEpoch((performance.now() - start) / 1000);
  yield* untold(progress);
}

/** Waits for a batch. @returns whether it is there; otherwise the training was stopped before */
function* arrived(until: Promise<void>): Generator<Wait, boolean, void> {
  let isThere = false;
  const noted = until.then(() => {
    isThere = true;
  });
  yield { type: 'wait', until: noted };
  return isThere;
}

/** Tells what has been noted. */
export function* untold({ untold: events }: Progress): Events {
  for (let event = events.shift(); event !== undefined; event = events.shift()) yield event;
}

/** The same before an end by an error, and the end: what callbacks throw now is not what ended it. */
export function* lastEvents({ untold: events }: Progress, end: TrainEndEvent): Events {
  for (let event: TrainingEvent | undefined; event !== end; ) {
    event = events.shift() ?? end;
    try {
      yield event;
    } catch {}
  }
}

function* validateNow(run: Run, epoch: number): Events {
  validate(run, epoch);
  run.progress.validationDue = false;
  yield* untold(run.progress);
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
  yield progress.untold.shift() as Untold;
}

/** Notes which event's values are there to be read. */
function show<E extends TrainingEvent>(present: Present, event: E): E {
  present.event = event;
  return event;
}

/** Measures on the validation sets, if there are any, and keeps the record. */
function validate({ options, progress, data }: Run, epoch: number): void {
  const sets = data.validation;
  if (sets.length === 0) return;
  const { model, loss, metrics, evaluateTraining, backend: wanted } = options;
  const backend = wanted === 'reference' ? 'reference' : 'auto';
  const request = { model, loss, metrics, backend } as const;
  const measured = sets.map(([name, set]) => ({ name, ...measure('Trainer', request, set) }));
  const [first] = measured;
  const training =
    evaluateTraining && !isStream(data.train)
      ? measure('Trainer', { ...request, metrics: {} }, data.train)
      : undefined;
  progress.addValidation({
    epoch,
    iteration: progress.iteration,
    loss: first.loss,
    metrics: Object.assign({}, first.metrics, ...measured.map(named)) as MetricValues,
    ...(training !== undefined && { trainingLoss: training.loss }),
  });
}

/** What was measured on a set that has a name: `noisy.loss`, `noisy.accuracy`. */
function named(measured: { name: string; loss: number; metrics: MetricValues }): MetricValues {
  const { name, loss, metrics } = measured;
  if (name === '') return {};
  const values = Object.entries({ loss, ...metrics });
  return Object.fromEntries(values.map(([metric, value]) => [`${name}.${metric}`, value]));
}
