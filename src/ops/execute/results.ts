/** What results are made of: a view of the input, or an array of their own. */
import { allocate } from '../../tensor/dtype.ts';
import { contiguousStrides, sizeOf } from '../../tensor/shape.ts';
import { Storage } from '../../tensor/storage.ts';
import type { Strided } from '../../tensor/strided.ts';
import type { Executable, Outcome } from '../body.ts';

/** The result of an operation that only sees its input differently, where strides can say how. */
export function viewOfInput<Attributes>(
  { body }: Executable<Attributes>,
  [input]: readonly Strided[],
  outcome: Outcome,
  attributes: Attributes,
): Strided | undefined {
  if (body.kind !== 'view') return undefined;
  const view = body.view(input, outcome, attributes);
  if (view === null) return undefined;
  const { shape, dtype } = outcome;
  const { strides, offset } = view;
  return { dtype, shape, strides, offset, storage: input.storage };
}

/** A contiguous array for a result, of zeros. */
export function emptyResult({ shape, dtype }: Outcome): Strided {
  const size = sizeOf(shape);
  const storage = new Storage(dtype, size, allocate(dtype, size));
  return { dtype, shape, strides: contiguousStrides(shape), offset: 0, storage };
}
