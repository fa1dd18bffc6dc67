/** What all metrics expect of outputs and targets. */

import { describe, describeShape } from '../errors/describe.ts';
import { DataError, OptionError, ShapeError } from '../errors/errors.ts';
import { checkTensor } from '../ops/check.ts';
import { type Shape, sameShape, sizeOf } from '../tensor/shape.ts';
import { Tensor } from '../tensor/tensor.ts';

/** Outputs and targets as tensors, [samples, ...]. */
export function checkPair(where: string, outputs: unknown, targets: unknown): void {
  for (const value of [outputs, targets]) {
    checkTensor(where, value);
    if (value.rank > 0) continue;
    throw new ShapeError({
      where,
      expected: 'outputs and targets [samples, ...]',
      received: 'a scalar',
      remedy: 'Reshape it: x.reshape([1]).',
    });
  }
}

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
        : 'Give one target for each output.',
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
    remedy: 'Number the classes from 0, and give an output for each.',
  });
}

/** Catches a metric with options that was handed over without being called. */
export function checkCalled(where: string, given: unknown, example: string): void {
  if (!(given instanceof Tensor)) return;
  throw new OptionError({
    where,
    expected: 'options',
    received: 'a tensor',
    remedy: `Call it to get the metric: metrics: { ${where}: ${where}(${example}) }.`,
  });
}
