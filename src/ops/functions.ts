/** From operations to the functions that people call, which take numbers beside tensors. */

import { describe } from '../errors/describe.ts';
import { DtypeError } from '../errors/errors.ts';
import { allocate, type Dtype } from '../tensor/dtype.ts';
import type { Broadcast } from '../tensor/rank.ts';
import { makeTensor, type Operand, Tensor } from '../tensor/tensor.ts';
import { apply } from './apply.ts';
import type { Operation } from './operation.ts';

/** Numbers as scalar tensors, in the dtype of the first tensor among the operands. */
export function operands(...given: Operand[]): Tensor[] {
  const like = given.find((operand) => operand instanceof Tensor);
  return given.map((operand) =>
    typeof operand === 'number' ? scalar(operand, like?.dtype ?? 'float32') : operand,
  );
}

/**
 * A scalar tensor.
 * @throws DtypeError for an int32 that is not a whole number of 32 bits
 */
export function scalar(value: number, dtype: Dtype): Tensor<0> {
  checkNumber(value, dtype);
  return makeTensor(allocate(dtype, 1).fill(value), [], dtype);
}

/** @throws DtypeError for a number beside int32 that is not a whole number of 32 bits */
export function checkNumber(value: number, dtype: Dtype): void {
  if (dtype === 'int32' && value !== (value | 0)) {
    throw new DtypeError({
      where: 'int32',
      expected: 'a whole number beside int32',
      received: describe(value),
      remedy: "Convert the tensor first: x.cast('float32').",
    });
  }
}

/** The function of an operation with one input. */
// @__NO_SIDE_EFFECTS__
export function unary(
  operation: Operation<undefined>,
): <Rank extends number>(x: Tensor<Rank>) => Tensor<Rank> {
  return named(operation.name, (x) => apply(operation, [x], undefined));
}

/** The function of an operation with two inputs, either of which may be a number. */
// @__NO_SIDE_EFFECTS__
export function binary(
  operation: Operation<undefined>,
): <A extends number = 0, B extends number = 0>(
  a: Operand<A>,
  b: Operand<B>,
) => Tensor<Broadcast<A, B>> {
  return named(operation.name, (a, b) => apply(operation, operands(a, b), undefined));
}

/** A function with a name of its own, by which messages and summaries call it. */
function named<F extends object>(name: string, f: F): F {
  return Object.defineProperty(f, 'name', { value: name });
}
