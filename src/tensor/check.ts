/** What operations ask of their inputs before anything is computed. */

import { describe } from '../errors/describe.ts';
import { DtypeError } from '../errors/errors.ts';
import { remedyFor } from '../errors/remedy.ts';
import { type Dtype, isFloat } from './dtype.ts';
import { Tensor } from './tensor.ts';

/** Refuses arrays and numbers, which look like tensors to a reader. */
export function checkTensor(where: string, value: unknown): asserts value is Tensor {
  if (value instanceof Tensor) return;
  throw new DtypeError({
    where,
    expected: 'tensors',
    received: describe(value),
    remedy: remedyFor(value, 'Make one with tensor(values).'),
  });
}

/** Refuses anything but an array of tensors. */
export function checkTensors(where: string, values: unknown): asserts values is readonly Tensor[] {
  if (!Array.isArray(values)) {
    throw new DtypeError({
      where,
      expected: 'an array of tensors',
      received: describe(values),
      remedy: 'Write [a, b].',
    });
  }
  for (const value of values) checkTensor(where, value);
}

/** Refuses whole numbers, for what would have to round them. */
export function checkFloat(where: string, dtype: Dtype): void {
  if (isFloat(dtype)) return;
  throw new DtypeError({
    where,
    expected: 'float32 or float64',
    received: dtype,
    remedy: "Convert first: x.cast('float32').",
  });
}

/** The dtype that all inputs share. */
export function commonDtype(where: string, inputs: readonly Tensor[]): Dtype {
  for (const input of inputs) {
    checkTensor(where, input);
    if (input.dtype !== inputs[0].dtype) {
      throw new DtypeError({
        where,
        problem: 'dtypes differ',
        expected: `${inputs[0].dtype}, as the first operand has`,
        received: input.dtype,
        remedy: `Convert one of them: x.cast('${inputs[0].dtype}').`,
      });
    }
  }
  return inputs[0].dtype;
}
