/** The constants of a trace. */
import type { Literal } from '../ops/emit/layout.ts';
import type { Storage } from '../tensor/storage.ts';
import type { Strided } from '../tensor/strided.ts';
import type { Tensor } from '../tensor/tensor.ts';
import type { Trace } from './trace.ts';

/**
 * What was made on the way and not computed, such as the 2 of `x.mul(2)`. A single float32 becomes part of
 * the code.
 */
export function findConstants(
  { entries, captured, computed }: Trace,
  inputs: ReadonlySet<Storage>,
  outputs: readonly Tensor[],
): { constants: Map<Storage, Strided>; literal: Literal } {
  const constants = new Map<Storage, Strided>();
  const literals = new Map<Storage, number>();
  const read = new Set(outputs.map(({ storage }) => storage));
  const consider = (view: Strided) => {
    const { storage } = view;
    if (captured.has(storage) || computed.has(storage) || constants.has(storage)) return;
    if (inputs.has(storage) || literals.has(storage)) return;
    const isLiteral = storage.size === 1 && storage.dtype === 'float32' && !read.has(storage);
    if (isLiteral) literals.set(storage, storage.data[0]);
    else constants.set(storage, view);
  };
  for (const entry of entries) entry.inputs.forEach(consider);
  outputs.forEach(consider);
  return { constants, literal: (storage) => literals.get(storage) };
}
