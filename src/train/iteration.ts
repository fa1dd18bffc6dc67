/**
 * An iteration: forward, loss and backward for every micro-batch, then the update, and the events that tell
 * of it. What happens to numbers within a phase is the engine's (`engine/phases.ts`).
 */
import type { BatchSource } from '../data/stream/batch_source.ts';
import { gradientNorm as normOf } from './engine/gradient_norm.ts';
import { checkBuffers, checkLoss } from './engine/non_finite.ts';
import { IterationStart } from './events/exact_events.ts';
import { Backward, Forward, show, Update } from './events/phase_events.ts';
import { type Events, type Run, untold } from './run.ts';

/** @param rows the samples of the batch, as rows of its dataset */
export function* runIteration(
  run: Run,
  batches: BatchSource,
  rows: Int32Array,
  epoch: number,
): Events {
  const { options, progress, learner, plan, present } = run;
  const { model, accumulate, validateEvery, recordIterations } = options;
  const { dataset } = batches;
  const iteration = progress.iteration + 1;
  const moment = { epoch, iteration };
  const batchSize = rows.length;
  const factor = plan.factorAt(iteration) * progress.learningRateScale;
  const learningRate = options.optimizer.learningRate * factor;
  yield new IterationStart(epoch, iteration, batchSize, learningRate, batches.numbers());

  const engine = learner.engine(progress.iteration);
  const { learning } = learner;
  const size = Math.ceil(options.batchSize / accumulate);
  let loss = 0;
  let gradientNorm = 0;
  for (let at = 0, microBatch = 1; at < batchSize; at += size, microBatch++) {
    const part = size >= batchSize ? rows : rows.subarray(at, at + size);
    const share = part.length / batchSize;
    const draw = (run.drawBase + (iteration - 1) * accumulate + microBatch) | 0;
    if (run.interruptible && !engine.isPrepared(dataset, part.length)) {
      yield* engine.prepare(dataset, part.length);
    }
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
  yield* untold(progress);
}
