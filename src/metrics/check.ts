/** What all metrics expect of outputs and targets. */

import { describe, describeShape } from '../errors/describe.ts';
import { DataError, ShapeError } from '../errors/errors.ts';
import { type Shape, sameShape, sizeOf } from '../tensor/shape.ts';
import type { Tensor } from '../tensor/tensor.ts';

/** Equal shapes. [n] against [n, 1] would compare every sample with every other. */
export function checkTargetShape(where: string, expected: Shape, { shape }: Tensor): void {
  if (sameShape(expected, shape)) return;
  throw new ShapeError({
    where,
    problem: 'outputs and targets do not fit together',
    expected: `targets of shape ${describeShape(expected)}`,
    received: describeShape(shape),
    remedy:
      sizeOf(expected) === sizeOf(shape)
        ? `Reshape them: targets.reshape(${describeShape(expected)}).`
        : 'Each output needs its target; the last layer needs as many units as a sample has targets.',
  });
}

/** Whole numbers from 0 to below `count`. */
export function checkClasses(where: string, what: string, values: Int32Array, count: number): void {
  const at = values.findIndex((value) => value < 0 || value >= count);
  if (at < 0) return;
  throw new DataError({
    where,
    expected: `${what} from 0 to ${count - 1}`,
    received: `${describe(values[at])} at element ${at}`,
    remedy: 'Classes count from 0; the network needs an output for each.',
  });
}
