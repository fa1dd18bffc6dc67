/** For layers that cannot learn from any number of samples: how few a training run will give them at a time. */
import { ShapeError } from '../errors/errors.ts';
import type { Ahead } from './layer.ts';

/**
 * @param where the layer
 * @param least how many samples it needs at a time
 * @throws ShapeError for a batch or a micro-batch of fewer in the iterations to come
 */
export function checkSmallestBatch(where: string, least: number, ahead: Ahead): void {
  for (const [samples, place] of batchesToCome(ahead)) {
    if (samples >= least) continue;
    throw new ShapeError({
      where,
      expected: `at least ${least} samples at a time in training`,
      received: `${samples}, in ${place}`,
      remedy:
        'Use another batchSize or accumulate, or dropLast: true if it is the last batch only.',
      advice: [{ kind: 'otherBatch' }],
    });
  }
}

/** The fewest samples that are computed with at a time in each kind of batch to come, and what kind it is. */
function* batchesToCome({
  iterations,
  iterationsPerEpoch,
  batchSize,
  lastBatchSize,
  accumulate,
  done,
  iterationInEpoch,
}: Ahead): Generator<readonly [samples: number, place: string]> {
  const next = done + 1;
  const last = done - (iterationInEpoch % iterationsPerEpoch) + iterationsPerEpoch;
  const most = Math.ceil(batchSize / accumulate);
  const smallest = (size: number) => (size <= most ? size : size % most || most);
  // Nobody knows the last batch of a stream without a length; its other batches are full.
  if (iterationsPerEpoch !== 1 && next <= iterations && !(next === last && next === iterations)) {
    yield [smallest(batchSize), `a batch of ${batchSize}`];
  }
  if (last <= iterations) yield [smallest(lastBatchSize), `a last batch of ${lastBatchSize}`];
}
