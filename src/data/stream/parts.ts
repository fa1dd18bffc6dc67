/** The parts that a stream is made of. */
import { describe, describeShape } from '../../errors/describe.ts';
import { DataError } from '../../errors/errors.ts';
import { sameShape } from '../../tensor/shape.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import type { Dataset } from '../dataset.ts';

export interface Parts {
  /** Opens the parts of an epoch, from the first one on. */
  readonly open: (epoch: number) => AsyncIterable<Dataset> | Iterable<Dataset>;
  /** The number of samples of an epoch, where it is known. */
  readonly samples: number | undefined;
  /** How many samples are held back to be drawn from. */
  readonly shuffleBuffer: number;
}

export const NAMES = ['inputs', 'targets', 'sampleWeights'] as const;

/** @throws DataError for what is no dataset, or of another kind than the first part */
export function checkPart(part: Dataset, first: Dataset): void {
  const kinds = [part, first].map((value) => {
    const dataset = (value ?? {}) as Partial<Dataset>;
    return { tensors: NAMES.map((name) => dataset[name]), size: dataset.size };
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
    list
      .map((t, i) => t && `${NAMES[i]} ${t.dtype} ${describeShape(t.shape)}`)
      .filter(Boolean)
      .join(', ');
  throw new DataError({
    where: 'stream.open',
    expected:
      part === first
        ? 'datasets, as fromArrays makes them'
        : `parts like the first: ${shown(wanted)}`,
    received: part === first ? describe(part) : shown(tensors),
    remedy:
      part === first
        ? 'Make each part with fromArrays({ inputs, targets }).'
        : 'Make all parts with the same columns and kinds.',
  });
}

/**
 * Opens the parts of an epoch.
 * @throws DataError where there is nothing to go through
 */
export function openParts(
  open: Parts['open'],
  epoch: number,
): AsyncIterator<Dataset> | Iterator<Dataset> {
  const opened = open(epoch) as Partial<AsyncIterable<Dataset> & Iterable<Dataset>> | undefined;
  const parts = opened?.[Symbol.asyncIterator]?.() ?? opened?.[Symbol.iterator]?.();
  if (parts !== undefined) return parts;
  throw new DataError({
    where: 'stream.open',
    expected: 'what for await can go through, a list or a generator of datasets',
    received: describe(opened),
    remedy: 'Write async *open() { yield fromArrays({ inputs, targets }); }.',
  });
}
