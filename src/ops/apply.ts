/**
 * The seam: every computation passes through `apply`. It checks shapes, runs the reference, notes
 * where the result came from if a gradient will be needed, and tells an active trace.
 */

import { describe } from '../errors/describe.ts';
import { DtypeError } from '../errors/errors.ts';
import { callable, checkArgument } from '../errors/options.ts';
import { allocate, type Dtype, isFloat } from '../tensor/dtype.ts';
import { contiguousStrides, sizeOf } from '../tensor/shape.ts';
import type { Operand } from '../tensor/tensor.ts';
import { makeTensor, packedCopy, type Strided, Tensor } from '../tensor/tensor.ts';
import { runElementwise } from './elementwise.ts';
import type { Operation } from './operation.ts';

/** One call of `apply`, as a trace sees it. */
export interface Application<A> {
  readonly operation: Operation<A>;
  readonly inputs: readonly Tensor[];
  readonly attributes: A;
  readonly output: Tensor;
}

/** Hears of everything that is computed while it is active. */
export interface Recorder {
  record<A>(application: Application<A>): void;
  /** A tensor was overwritten in place. */
  assign(target: Tensor, value: Tensor): void;
}

let compiledEnabled = true;
let gradientsEnabled = true;
let recorder: Recorder | undefined;

/**
 * Applies an operation.
 * @throws ShapeError, DtypeError from the shape rule, before anything is computed
 */
export function apply<A>(
  operation: Operation<A>,
  inputs: readonly Tensor[],
  attributes: A,
): Tensor {
  const { shape, dtype } = operation.infer(inputs, attributes);
  const output = new Tensor(run(operation, inputs, { shape, dtype }, attributes));
  const flows = isFloat(dtype) && differentiable(operation); // whole numbers have no slope
  if (flows && gradientsEnabled && inputs.some((input) => input.requiresGrad)) {
    output.requiresGrad = true;
    output.source = { operation, inputs, attributes };
  }
  recorder?.record({ operation, inputs, attributes, output });
  return output;
}

/** Runs an operation on strided arrays. */
export function run<A>(
  operation: Operation<A>,
  inputs: readonly Strided[],
  { shape, dtype }: { shape: readonly number[]; dtype: Dtype },
  attributes: A,
): Strided {
  const { body } = operation;
  const strides = contiguousStrides(shape);
  if (body.kind === 'view') {
    const [input] = inputs;
    const view = body.view(input, { shape, dtype }, attributes);
    if (view !== null) return { dtype, shape, storage: input.storage, ...view };
    return { dtype, shape, strides, offset: 0, storage: { data: packedCopy(input) } };
  }
  const storage = { data: allocate(dtype, sizeOf(shape)) };
  const output: Strided = { dtype, shape, strides, offset: 0, storage };
  if (body.kind === 'kernel') {
    const done = compiledEnabled && body.compiled?.(inputs, output, attributes) === true;
    if (!done) body.run(inputs, output, attributes);
  } else runElementwise(body.formula(attributes), inputs, output);
  return output;
}

function differentiable<A>({ gradients }: Operation<A>): boolean {
  return typeof gradients === 'function' || gradients.some((rule) => rule !== null);
}

/** Runs a function without noting where its results come from: no gradients flow. */
export function noGrad<T>(compute: () => T): T {
  checkArgument('noGrad', compute, callable);
  return withGradients(false, compute);
}

/** Runs a function with gradients on or off. */
export function withGradients<T>(enabled: boolean, compute: () => T): T {
  const before = gradientsEnabled;
  gradientsEnabled = enabled;
  try {
    return compute();
  } finally {
    gradientsEnabled = before;
  }
}

/** Runs a function on references alone: no operation uses compiled code. The bits are the same. */
export function referenceOnly<T>(compute: () => T): T {
  const before = compiledEnabled;
  compiledEnabled = false;
  try {
    return compute();
  } finally {
    compiledEnabled = before;
  }
}

/** Runs a function while a recorder hears of every operation. */
export function withRecorder<T>(active: Recorder, compute: () => T): T {
  const before = recorder;
  recorder = active;
  try {
    return compute();
  } finally {
    recorder = before;
  }
}

/** Tells an active recorder that a tensor was overwritten. */
export function notifyAssign(target: Tensor, value: Tensor): void {
  recorder?.assign(target, value);
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
