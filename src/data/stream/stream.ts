/** Samples that come one after another and are never all in memory: a file, a database, a generator. */
import {
  anything,
  callable,
  naturalNumber,
  optional,
  positiveInteger,
  withDefault,
} from '../../errors/options.ts';
import { readTrainingOptions } from '../../errors/training_options.ts';
import type { Names } from '../../nn/names.ts';
import type { Dataset } from '../dataset.ts';
import { readNames } from '../names.ts';
import { joinNames } from '../reconcile.ts';
import type { BatchSource } from './batch_source.ts';
import { type StreamBatchesRequest, streamBatches } from './batches.ts';
import type { Parts } from './parts.ts';

export interface StreamOptions {
  /**
   * Opens the samples of an epoch (counted from 1), from the first one on: parts of any size, such as
   * `fromArrays` makes, which are cut into batches. The same samples each time, if a training run is to be
   * repeatable. Left early, it is closed by its `return`.
   */
  readonly open: (epoch: number) => AsyncIterable<Dataset> | Iterable<Dataset>;
  /** The number of samples of an epoch, where it is known; a stream that has another is refused. */
  readonly samples?: number;
  /**
   * How many samples are held back to be drawn from at random (from the seed of the Trainer); default
   * 0, the order of the stream. Neighbours stay near each other unless the buffer is large.
   */
  readonly shuffleBuffer?: number;
  /**
   * Names of the classes, by number, and of the columns, in the order in which they are learned: parts
   * with other numbers or another order are brought into it. Default those of the first part.
   */
  readonly classNames?: readonly string[];
  readonly featureNames?: readonly string[];
}

export interface SampleStream extends Parts, Names {
  readonly kind: 'stream';
  /** The batches of an epoch. The stream brings them along, so that only its users pay for them. */
  batches(request: StreamBatchesRequest): BatchSource;
}

/**
 * A training set that does not have to fit into memory, for `fit({ train: stream(...) })`.
 *
 * Where `samples` is not known, neither is the number of iterations of an epoch: the plan says so, and
 * the Trainer needs `iterations`. An epoch ends when the stream does.
 * @throws OptionError for unknown, missing or unfit options
 * @example
 * const train = stream({
 *   samples: 60_000,
 *   async *open() {
 *     for await (const { inputs, targets } of rowsOfAFile()) yield fromArrays({ inputs, targets });
 *   },
 * });
 */
export function stream(options: StreamOptions): SampleStream {
  const read = readTrainingOptions<Parts & Names>('stream', options, {
    open: callable,
    samples: optional(positiveInteger),
    shuffleBuffer: withDefault(naturalNumber, 0),
    classNames: optional(anything),
    featureNames: optional(anything),
  });
  const { classNames, featureNames, ...parts } = read;
  const names = joinNames(
    {
      classNames: readNames('stream.classNames', classNames),
      featureNames: readNames('stream.featureNames', featureNames),
    },
    {},
  );
  return {
    kind: 'stream',
    ...parts,
    ...names,
    batches: (request) => streamBatches(parts, request),
  };
}

export function isStream(value: unknown): value is SampleStream {
  return typeof value === 'object' && value !== null && Reflect.get(value, 'kind') === 'stream';
}
