/** How an epoch is cut into batches. */
import { OptionError } from '../errors/errors.ts';
import {
  anything,
  boolean,
  naturalNumber,
  positiveInteger,
  readOptions,
  withDefault,
} from '../errors/options.ts';
import { checkSeed, type Seed, uniformRandom } from '../tensor/rng.ts';

export interface BatchesOptions {
  /** The number of samples in the dataset. */
  readonly samples: number;
  readonly batchSize: number;
  /** Whether the samples are in random order, another in each epoch; default true. */
  readonly shuffle?: boolean;
  /** Whether a last batch of fewer samples is left out; default false. */
  readonly dropLast?: boolean;
  /** Default 0. */
  readonly seed?: Seed;
  /** Which epoch; counted from 1 in training. */
  readonly epoch: number;
}

/**
 * The samples of each batch of an epoch, by number, in order: every sample exactly once, in
 * `⌈samples / batchSize⌉` batches, the last of which may be smaller; with `dropLast`
 * `⌊samples / batchSize⌋` batches, all full. A pure function of the seed and the epoch: whoever resumes
 * in the middle of an epoch needs nothing else.
 *
 * @throws OptionError when `dropLast` leaves no batch
 * @example batchIndices({ samples: 10, batchSize: 4, shuffle: false, epoch: 1 })
 * // [0, 1, 2, 3], [4, 5, 6, 7], [8, 9]
 */
export function batchIndices(options: BatchesOptions): Int32Array[] {
  const { samples, batchSize, shuffle, dropLast, seed, epoch } = readOptions<
    Required<BatchesOptions>
  >('batchIndices', options, {
    samples: positiveInteger,
    batchSize: positiveInteger,
    shuffle: withDefault(boolean, true),
    dropLast: withDefault(boolean, false),
    seed: withDefault(anything, 0),
    epoch: naturalNumber,
  });
  checkSeed('batchIndices.seed', seed);
  if (dropLast && samples < batchSize) {
    throw new OptionError({
      where: 'batchIndices.dropLast',
      problem: 'no batch is left',
      expected: `a batchSize of at most ${samples}, the number of samples`,
      received: `batchSize ${batchSize}`,
    });
  }
  const order = shuffle
    ? uniformRandom(seed, `shuffle/${epoch}`).permutation(samples)
    : Int32Array.from({ length: samples }, (_, index) => index);
  const used = dropLast ? samples - (samples % batchSize) : samples;
  const batches: Int32Array[] = [];
  for (let start = 0; start < used; start += batchSize) {
    batches.push(order.subarray(start, start + batchSize)); // ends with the array
  }
  return batches;
}
