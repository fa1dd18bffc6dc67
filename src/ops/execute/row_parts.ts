/** The loops and reductions that a traced composition comes to, and their code, for `emitted_rows.ts`. */
import { type Shape, sizeOf } from '../../tensor/shape.ts';
import type { Storage } from '../../tensor/storage.ts';
import type { Strided } from '../../tensor/strided.ts';
import type { FunctionBuilder } from '../../wasm/function.ts';
import type { ReductionBody } from '../body.ts';
import { type Computation, isPacked, squeezed } from '../emit/entry.ts';
import type { Layout } from '../emit/layout.ts';
import { emitLoop, planLoop } from '../emit/loop.ts';
import { emitReductionKernel, planReduction } from '../emit/reduction.ts';

/** Elementwise operations in one loop over a shape, or a reduction. */
export interface Part {
  readonly shape: Shape;
  readonly noted: Computation[];
  /** What others read of a loop, or is the result. */
  readonly stored: Storage[];
}

const isLoop = ({ operation: { body } }: Computation) =>
  body.kind === 'elementwise' || body.kind === 'cast';

/** Whether code can be emitted for an operation, apart from how its operands lie. */
function isEmittable({ operation, inputs, output }: Computation): boolean {
  const dtypes = [output, ...inputs].map(({ dtype }) => dtype);
  if (operation.body.kind === 'cast') return !dtypes.includes('float64');
  const { kind } = operation.body;
  return (
    (kind === 'elementwise' || kind === 'reduction') && dtypes.every((own) => own === 'float32')
  );
}

/** Whether a view is the whole storage in row-major order. */
function isWhole(view: Strided): boolean {
  return isPacked(view) && sizeOf(view.shape) === view.storage.size;
}

/** Neighbouring elementwise operations over the same elements as one loop; undefined where there is no code. */
export function partsOf(noted: readonly Computation[], result: Strided): Part[] | undefined {
  if (!noted.every(isEmittable) || result.dtype !== 'float32' || !isWhole(result)) return undefined;
  const parts: Part[] = [];
  const partOf = new Map<Storage, Part>();
  for (const one of noted) {
    const shape = squeezed(one.output.shape);
    const last = parts.at(-1);
    const joins =
      last !== undefined &&
      isLoop(one) &&
      isLoop(last.noted[0]) &&
      `${shape}` === `${last.shape}` &&
      one.inputs.every((input) => partOf.get(input.storage) !== last || isWhole(input));
    const part = joins ? last : { shape, noted: [], stored: [] };
    if (!joins) parts.push(part);
    part.noted.push(one);
    partOf.set(one.output.storage, part);
  }
  const need = (storage: Storage, by: Part | undefined) => {
    const source = partOf.get(storage);
    if (source === undefined || source === by || source.stored.includes(storage)) return;
    source.stored.push(storage);
  };
  for (const part of parts) {
    for (const { inputs } of part.noted) for (const { storage } of inputs) need(storage, part);
  }
  need(result.storage, undefined);
  return partOf.has(result.storage) ? parts : undefined;
}

/** @returns whether loops could walk all operands; otherwise the code is of no use */
export function emitParts(
  f: FunctionBuilder,
  parts: readonly Part[],
  layout: Omit<Layout, 'isNeeded'>,
): boolean {
  return parts.every(({ shape, noted: entries, stored }) => {
    const own: Layout = { ...layout, isNeeded: (storage) => stored.includes(storage) };
    const [first] = entries;
    if (isLoop(first)) {
      const loop = { entries, shape };
      const plan = planLoop(loop, layout.literal);
      if (plan !== undefined) emitLoop(f, loop, plan, own);
      return plan !== undefined;
    }
    const { combination, axes } = first.operation.body as ReductionBody<unknown>;
    const reduction = { entries, combination, axes: axes(first.attributes) };
    const plan = planReduction(reduction, layout.literal);
    if (plan !== undefined) emitReductionKernel(f, reduction, plan, own);
    return plan !== undefined;
  });
}
