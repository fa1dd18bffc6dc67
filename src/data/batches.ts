/** How an epoch is cut into batches. */
import { OptionError, ShapeError } from '../errors/errors.ts';
import {
  anything,
  boolean,
  count,
  naturalNumber,
  optional,
  positiveInteger,
  type Rule,
  withDefault,
} from '../errors/options.ts';
import { readTrainingOptions } from '../errors/training_options.ts';
import { checkSeed, type Seed, uniformRandom } from '../tensor/rng.ts';
import type { OrderRequest, Sampling } from './sampling/sampling.ts';

export interface BatchesOptions {
  /** The number of samples in the dataset. */
  readonly samples: number;
  readonly batchSize: number;
  /** Whether the samples are in random order, another in each epoch; default true. */
  readonly shuffle?: boolean | undefined;
  /** Draws the samples of each epoch, in place of every sample once; default none. */
  readonly sampling?: Sampling | undefined;
  /** Whether a last batch of fewer samples is left out; default false. */
  readonly dropLast?: boolean | undefined;
  /** Default 0. */
  readonly seed?: Seed | undefined;
  /** Which epoch; counted from 1 in training. */
  readonly epoch: number;
}

type Resolved = Required<Omit<BatchesOptions, 'sampling'>> & Pick<BatchesOptions, 'sampling'>;

/** What takes a sampling. */
export const samplingRule: Rule<never> = {
  expected: 'a sampling, such as weightedSampling({ weights })',
  example: 'weightedSampling({ weights })',
  accepts: (value) => typeof (value as Partial<Sampling> | null)?.order === 'function',
};

/**
 * The samples of each batch of an epoch, by number, in order: every sample exactly once, in
 * `⌈samples / batchSize⌉` batches, the last of which may be smaller; with `dropLast`
 * `⌊samples / batchSize⌋` batches, all full. A pure function of the seed and the epoch: anyone who resumes
 * in the middle of an epoch needs nothing else. With `sampling` the samples are as many, but those that
 * it draws.
 *
 * @throws OptionError when `dropLast` leaves no batch, and for a sampling without shuffling; ShapeError
 * for a sampling that draws more or fewer samples than there are
 * @example batchIndices({ samples: 10, batchSize: 4, shuffle: false, epoch: 1 })
 * // [0, 1, 2, 3], [4, 5, 6, 7], [8, 9]
 */
export function batchIndices(options: BatchesOptions): Int32Array[] {
  const read = readTrainingOptions<Resolved>('batchIndices', options, {
    samples: count,
    batchSize: positiveInteger,
    shuffle: withDefault(boolean, true),
    sampling: optional(samplingRule),
    dropLast: withDefault(boolean, false),
    seed: withDefault(anything, 0),
    epoch: naturalNumber,
  });
  const { samples, batchSize, dropLast, seed } = read;
  checkSeed('batchIndices.seed', seed);
  checkShuffled('batchIndices', read);
  if (dropLast && samples < batchSize) {
    throw new OptionError({
      where: 'batchIndices.dropLast',
      problem: 'no batch is left',
      expected: `a batchSize of at most ${samples}, the number of samples`,
      received: `batchSize ${batchSize}`,
      remedy: 'Lower batchSize, or leave dropLast out.',
    });
  }
  const order = orderOf(read);
  const used = dropLast ? samples - (samples % batchSize) : samples;
  const batches: Int32Array[] = [];
  for (let start = 0; start < used; start += batchSize) {
    batches.push(order.subarray(start, start + batchSize)); // ends with the array
  }
  return batches;
}

/** The samples of an epoch in order. */
function orderOf({ samples, shuffle, sampling, seed, epoch }: Resolved): Int32Array {
  if (sampling !== undefined) return drawnBy(sampling, { samples, seed, epoch });
  if (shuffle) return uniformRandom(seed, `shuffle/${epoch}`).permutation(samples);
  return Int32Array.from({ length: samples }, (_, index) => index);
}

/** @throws OptionError for a sampling without shuffling */
export function checkShuffled(
  where: string,
  { sampling, shuffle }: Pick<Resolved, 'sampling' | 'shuffle'>,
): void {
  if (sampling === undefined || shuffle) return;
  throw new OptionError({
    where: `${where}.shuffle`,
    expected: `true beside ${sampling.name}, which draws an order of its own`,
    received: 'false',
    remedy: 'Leave shuffle out.',
  });
}

function drawnBy(sampling: Sampling, request: OrderRequest): Int32Array {
  const order = sampling.order(request);
  if (order.length === request.samples) return order;
  throw new ShapeError({
    where: `batchIndices, ${sampling.name}`,
    expected: `as many samples as there are, ${request.samples}`,
    received: `${order.length}`,
    remedy: 'Let order(request) return request.samples indices.',
  });
}
