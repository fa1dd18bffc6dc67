/**
 * The seam: every computation passes through `apply`. It works out shapes, has the operation executed,
 * and notes where the result came from if a gradient will be needed.
 */

import { describe } from '../errors/describe.ts';
import { DtypeError } from '../errors/errors.ts';
import { callable, checkArgument } from '../errors/options.ts';
import { allocate, type Dtype, isFloat } from '../tensor/dtype.ts';
import { makeTensor, type Operand, Tensor } from '../tensor/tensor.ts';
import { executor } from './execute/execute.ts';
import type { Operation } from './operation.ts';

let gradientsEnabled = true;

/**
 * Applies an operation.
 * @typeParam Attributes what the operation is told besides its inputs, such as an axis
 * @throws ShapeError, DtypeError from the shape rule, before anything is computed
 */
export function apply<Attributes>(
  operation: Operation<Attributes>,
  inputs: readonly Tensor[],
  attributes: Attributes,
): Tensor {
  const outcome = operation.infer(inputs, attributes);
  const output = new Tensor(executor().run(operation, inputs, outcome, attributes));
  const flows = isFloat(outcome.dtype) && differentiable(operation); // whole numbers have no slope
  if (flows && gradientFlows(inputs)) {
    output.requiresGrad = true;
    output.source = { operation, inputs, attributes };
  }
  return output;
}

/** Whether a gradient will be needed of what is computed from these. */
export function gradientFlows(inputs: readonly Tensor[]): boolean {
  return gradientsEnabled && inputs.some((input) => input.requiresGrad);
}

function differentiable<Attributes>({ gradients }: Operation<Attributes>): boolean {
  return typeof gradients === 'function' || gradients.some((rule) => rule !== null);
}

/** Runs a function without noting where its results come from: no gradients flow. */
export function noGrad<Result>(compute: () => Result): Result {
  checkArgument('noGrad', compute, callable);
  return withGradients(false, compute);
}

/** Runs a function with gradients on or off. */
export function withGradients<Result>(enabled: boolean, compute: () => Result): Result {
  const before = gradientsEnabled;
  gradientsEnabled = enabled;
  try {
    return compute();
  } finally {
    gradientsEnabled = before;
  }
}

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
export function scalar(value: number, dtype: Dtype): Tensor {
  if (dtype === 'int32' && value !== (value | 0)) {
    throw new DtypeError({
      where: 'int32',
      expected: 'a whole number beside int32',
      received: describe(value),
      remedy: "Convert the tensor first: x.cast('float32').",
    });
  }
  return makeTensor(allocate(dtype, 1).fill(value), [], dtype);
}

/** The function of an operation with one input. */
// @__NO_SIDE_EFFECTS__
export function unary(operation: Operation<undefined>): (x: Tensor) => Tensor {
  return named(operation.name, (x: Tensor) => apply(operation, [x], undefined));
}

/** The function of an operation with two inputs, either of which may be a number. */
// @__NO_SIDE_EFFECTS__
export function binary(operation: Operation<undefined>): (a: Operand, b: Operand) => Tensor {
  return named(operation.name, (a: Operand, b: Operand) =>
    apply(operation, operands(a, b), undefined),
  );
}

/** A function with a name of its own, by which messages and summaries call it. */
function named<F extends object>(name: string, f: F): F {
  return Object.defineProperty(f, 'name', { value: name });
}
