/** An operation as those see it who emit its code: which storages it reads and fills, and how they lie. */
import { contiguousStrides, type Shape } from '../../tensor/shape.ts';
import type { Strided } from '../../tensor/strided.ts';
import type { Executable } from '../body.ts';

/** An operation that fills the storage of its output. */
export interface Computation {
  readonly kind: 'computation';
  readonly operation: Executable<unknown>;
  readonly inputs: readonly Strided[];
  readonly attributes: unknown;
  readonly output: Strided;
}

/** An array that was there before is overwritten. */
export interface Assignment {
  readonly kind: 'assignment';
  readonly inputs: readonly [Strided];
  readonly output: Strided;
}

export type Entry = Computation | Assignment;

/** A shape without its axes of size 1. */
export function squeezed(shape: Shape): Shape {
  return shape.filter((n) => n !== 1);
}

/** Whether a view begins where its storage does and runs through it in row-major order. */
export function isPacked({ shape, strides, offset }: Strided): boolean {
  const packed = contiguousStrides(shape);
  return offset === 0 && shape.every((n, axis) => n === 1 || strides[axis] === packed[axis]);
}

/** Whether an entry copies what no strides can show: the elements of its input in row-major order. */
export function isCopy(entry: Entry): boolean {
  return entry.kind === 'computation' && entry.operation.body.kind === 'view';
}

/** The axes that a loop over an entry runs through: those of the output, but of the input for a copy. */
export function loopShape(entry: Entry): Shape {
  return isCopy(entry) ? entry.inputs[0].shape : entry.output.shape;
}

/** Whether the elements of an entry are counted, so that they must be computed in their places. */
export function isCounted(entry: Entry): boolean {
  return entry.kind === 'computation' && entry.operation.body.kind === 'draw';
}
