/**
 * The operations that every tensor has as a method, as types. Each is the operation of the same name
 * with the tensor as its first input; formulas, shapes and errors are documented there (`ops/`).
 */
import type { Dtype } from './dtype.ts';
import type { Shape } from './shape.ts';
import type { Tensor } from './tensor.ts';

/** An operand of arithmetic: numbers take the dtype of the tensor beside them. */
export type Operand = Tensor | number;

/** Over which axes to reduce (all by default), and whether they stay as axes of size 1. */
export interface ReduceOptions {
  readonly axis?: number | readonly number[];
  readonly keepDims?: boolean;
}

/** For each axis what to keep: an index range `[start, end)`, negative from the end, or all. */
export type SliceRange = readonly [start?: number, end?: number] | null;

export interface TensorMethods {
  add(other: Operand): Tensor;
  sub(other: Operand): Tensor;
  mul(other: Operand): Tensor;
  div(other: Operand): Tensor;
  pow(exponent: Operand): Tensor;
  neg(): Tensor;
  abs(): Tensor;
  sign(): Tensor;
  square(): Tensor;
  sqrt(): Tensor;

  minimum(other: Operand): Tensor;
  maximum(other: Operand): Tensor;
  clip(options: { readonly min?: number; readonly max?: number }): Tensor;

  equal(other: Operand): Tensor;
  notEqual(other: Operand): Tensor;
  less(other: Operand): Tensor;
  lessEqual(other: Operand): Tensor;
  greater(other: Operand): Tensor;
  greaterEqual(other: Operand): Tensor;

  exp(): Tensor;
  expm1(): Tensor;
  log(): Tensor;
  log1p(): Tensor;
  sin(): Tensor;
  cos(): Tensor;
  erf(): Tensor;

  relu(): Tensor;
  sigmoid(): Tensor;
  tanh(): Tensor;
  softplus(): Tensor;
  softmax(options?: { readonly axis?: number }): Tensor;
  logSoftmax(options?: { readonly axis?: number }): Tensor;

  sum(options?: ReduceOptions): Tensor;
  mean(options?: ReduceOptions): Tensor;
  max(options?: ReduceOptions): Tensor;
  min(options?: ReduceOptions): Tensor;
  variance(options?: ReduceOptions & { readonly correction?: number }): Tensor;
  logSumExp(options?: ReduceOptions): Tensor;
  norm(options?: ReduceOptions): Tensor;
  argmax(options?: { readonly axis?: number }): Tensor;

  matmul(other: Tensor): Tensor;

  reshape(shape: Shape): Tensor;
  /** Reorders the axes; without argument, reverses them. */
  transpose(axes?: readonly number[]): Tensor;
  slice(...ranges: SliceRange[]): Tensor;
  broadcastTo(shape: Shape): Tensor;
  gather(indices: Tensor, options?: { readonly axis?: number }): Tensor;
  cast(dtype: Dtype): Tensor;

  /** The same values, cut off from gradients. */
  detach(): Tensor;
  /** Computes the gradient of this scalar for every parameter it depends on. */
  backward(): void;
}
