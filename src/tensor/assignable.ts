/** Overwriting a tensor in place: what it can be overwritten with, and which tensors can be. */
import { describe, describeShape } from '../errors/describe.ts';
import { DtypeError, StateError } from '../errors/errors.ts';
import { dtypeOf, type TypedArray } from './dtype.ts';
import { sameShape, sizeOf } from './shape.ts';
import type { Strided } from './strided.ts';

/**
 * Checks that values can be assigned to a tensor.
 * @throws StateError for other shapes, and where elements of the target share a place in memory
 */
export function checkAssignable(
  { shape, strides }: Strided,
  values: Strided | TypedArray | readonly number[],
): void {
  const size = sizeOf(shape);
  const isTensor = 'strides' in values;
  if (!(isTensor ? sameShape(values.shape, shape) : values.length === size)) {
    throw new StateError({
      where: 'assign',
      expected: `${size} elements for shape ${describeShape(shape)}`,
      received: isTensor ? `shape ${describeShape(values.shape)}` : `${values.length} elements`,
      remedy: 'Give as many numbers, or a tensor of this shape.',
    });
  }
  if (size > 1 && strides.some((stride, axis) => stride === 0 && shape[axis] > 1)) {
    throw new StateError({
      where: 'assign',
      expected: 'a tensor whose elements each have their own place in memory',
      received: `strides ${describeShape(strides)}, as a broadcast tensor has`,
      remedy: 'Assign to the tensor that was broadcast, or to a copy.',
    });
  }
}

/**
 * Numbers that a tensor is overwritten with.
 * @throws DtypeError for anything else
 */
export function numbersOf(values: unknown): TypedArray | readonly number[] {
  const fits = Array.isArray(values)
    ? values.every((value) => typeof value === 'number')
    : ArrayBuffer.isView(values) && dtypeOf(values) !== undefined;
  if (fits) return values as TypedArray | readonly number[];
  throw new DtypeError({
    where: 'assign',
    expected: 'a tensor, a typed array of a dtype, or an array of numbers',
    received: describe(values),
    remedy: 'Pass for example [1, 2].',
  });
}
