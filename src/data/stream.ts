/** Samples that come one after another and are never all in memory: a file, a database, a generator. */
import { describe, describeShape } from '../errors/describe.ts';
import { DataError } from '../errors/errors.ts';
import {
  callable,
  naturalNumber,
  optional,
  positiveInteger,
  readOptions,
  withDefault,
} from '../errors/options.ts';
import { sameShape } from '../tensor/shape.ts';
import type { Tensor } from '../tensor/tensor.ts';
import type { Dataset } from './dataset.ts';

export interface StreamOptions {
  /**
   * Opens the samples of an epoch (counted from 1), from the first one on: parts of any size, such as
   * `fromArrays` makes, which are cut into batches. The same samples each time, if a training is to be
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
}

export interface SampleStream {
  readonly kind: 'stream';
  readonly open: StreamOptions['open'];
  readonly samples: number | undefined;
  readonly shuffleBuffer: number;
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
  const read = readOptions<Omit<SampleStream, 'kind'>>('stream', options, {
    open: callable,
    samples: optional(positiveInteger),
    shuffleBuffer: withDefault(naturalNumber, 0),
  });
  return { kind: 'stream', ...read };
}

export function isStream(value: unknown): value is SampleStream {
  return typeof value === 'object' && value !== null && Reflect.get(value, 'kind') === 'stream';
}

/** @throws DataError for what is no dataset, or of another kind than the first part */
export function checkPart(part: Dataset, first: Dataset): void {
  const kinds = [part, first].map((value) => {
    const { inputs, targets, sampleWeights, size } = (value ?? {}) as Partial<Dataset>;
    return { tensors: [inputs, targets, sampleWeights], size };
  });
  const [{ tensors, size }, { tensors: wanted }] = kinds;
  const fits = tensors.every((own, i) => {
    const other = wanted[i];
    if (own === undefined || other === undefined) return own === other && i === 2;
    return (
      own.dtype === other.dtype &&
      own.shape[0] === size &&
      sameShape(own.shape.slice(1), other.shape.slice(1))
    );
  });
  if (fits) return;
  const shown = (list: readonly (Tensor | undefined)[]) =>
    list.map((t) => t && `${t.dtype} ${describeShape(t.shape)}`).join(', ');
  throw new DataError({
    where: 'stream.open',
    expected:
      part === first
        ? 'datasets, as fromArrays makes them'
        : `parts like the first: ${shown(wanted)}`,
    received: part === first ? describe(part) : shown(tensors),
  });
}
