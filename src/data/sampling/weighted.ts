/** Sampling by weights: the rare as often as the common, the hard more often than the easy. */
import { describe } from '../../errors/describe.ts';
import { DataError, ShapeError } from '../../errors/errors.ts';
import { anything, nonNegative, positive } from '../../errors/options.ts';
import { readTrainingOptions } from '../../errors/training_options.ts';
import { fingerprint } from '../../numerics/fingerprint.ts';
import { uniformRandom } from '../../tensor/rng.ts';
import { packedCopy } from '../../tensor/strided.ts';
import { Tensor } from '../../tensor/tensor.ts';
import type { OrderRequest, Sampling } from './sampling.ts';

export interface WeightedSamplingOptions {
  /** A weight for each sample: 0 or more, not all 0. Only their proportions matter. */
  readonly weights: Tensor | ArrayLike<number>;
}

/**
 * Each place of an epoch is given to a sample that is drawn with replacement, sample i with probability
 * `wᵢ / Σ w`. A sample of weight 0 never comes. What a batch is expected to lose is what the whole
 * dataset loses with the sample weights `wᵢ n / Σ w`: the same is minimized, by another road.
 *
 * A uniform number of 53 bits times the sum of the weights is looked up among their partial sums, by
 * halves; sums and products of float64 are the same everywhere, and so is the order. The numbers come
 * from the stream `sampling/{epoch}` of the seed.
 * @throws DataError for weights that are negative, not finite or all 0; ShapeError, when an order is
 * asked for, unless there is a weight for each sample
 * @example weightedSampling({ weights: balancedWeights(train) })
 */
export function weightedSampling(options: WeightedSamplingOptions): Sampling {
  const { weights } = readTrainingOptions<WeightedSamplingOptions>('weightedSampling', options, {
    weights: anything,
  });
  const sums = partialSums(readWeights(weights));
  return {
    name: 'weightedSampling',
    options: { weights: fingerprint([sums]) },
    order: (request) => draw(sums, request),
  };
}

function readWeights(weights: WeightedSamplingOptions['weights']): readonly number[] {
  const where = 'weightedSampling.weights';
  const flat = weights instanceof Tensor && weights.rank === 1 ? packedCopy(weights) : weights;
  if (!Array.isArray(flat) && !ArrayBuffer.isView(flat)) {
    throw new ShapeError({
      where,
      expected: 'a number for each sample: an array, or a tensor of shape [samples]',
      received: describe(weights),
      remedy: 'Give one weight for each sample, such as balancedWeights(dataset).',
    });
  }
  const values = Array.from(flat as ArrayLike<number>);
  const at = values.findIndex((weight) => !nonNegative.accepts(weight));
  const total = values.reduce((sum, weight) => sum + weight, 0);
  if (at >= 0 || !positive.accepts(total)) {
    throw new DataError({
      where,
      expected: 'finite numbers, 0 or more, with a finite sum above 0',
      received: at >= 0 ? `${describe(values[at])} for sample ${at}` : `the sum ${total}`,
      remedy: 'Correct the weights, for example with balancedWeights(dataset).',
    });
  }
  return values;
}

/** The sum of the weights up to each sample, its own included. */
function partialSums(weights: readonly number[]): Float64Array {
  let sum = 0;
  return Float64Array.from(weights, (weight) => {
    sum += weight;
    return sum;
  });
}

function draw(sums: Float64Array, { samples, seed, epoch }: OrderRequest): Int32Array {
  if (samples !== sums.length) {
    throw new ShapeError({
      where: 'weightedSampling.weights',
      expected: `a weight for each of ${samples} samples`,
      received: `${sums.length} weights`,
      remedy: 'Make the weights from the dataset that is trained on.',
    });
  }
  const { uniform } = uniformRandom(seed, `sampling/${epoch}`);
  const total = sums[sums.length - 1];
  const last = sums.indexOf(total); // samples of weight 0 may come after it
  return Int32Array.from({ length: samples }, () => firstAbove(sums, uniform() * total, last));
}

/** The first sample whose partial sum is above a number, or the last one that has a weight. */
function firstAbove(sums: Float64Array, number: number, last: number): number {
  let low = 0;
  let high = last;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (sums[middle] > number) high = middle;
    else low = middle + 1;
  }
  return low;
}
