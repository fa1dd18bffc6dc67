/**
 * Targets that give the number of a class for each sample. Where classes are asked for, whole numbers are
 * classes, whatever they are stored as: one float beside several outputs can be nothing else.
 */
import { reshape } from '../ops/shape/views.ts';
import { type Shape, sameShape } from '../tensor/shape.ts';
import type { Tensor } from '../tensor/tensor.ts';

/** Whether a float is given for each of the samples, in their shape or as a column of it. */
export function areFloatClasses(samples: Shape, { dtype, shape }: Tensor): boolean {
  return dtype !== 'int32' && (sameShape(shape, samples) || sameShape(shape, [...samples, 1]));
}

/** As a column, `[samples, 1]`. */
export function classColumn(samples: Shape, targets: Tensor): Tensor {
  return reshape(targets, [...samples, 1]);
}

/** Whether a number can be that of a class. */
export function isClass(value: number, count: number): boolean {
  return Number.isInteger(value) && value >= 0 && value < count;
}
