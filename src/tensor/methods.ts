/**
 * The operations that every tensor has as a method, as types. Each is the operation of the same name
 * with the tensor as its first input; formulas, shapes and errors are documented there (`ops/`).
 */
import type { Dtype } from './dtype.ts';
import type { Shape } from './shape.ts';

/** Over which axes to reduce (all by default), and whether they stay as axes of size 1. */
export interface ReduceOptions {
  readonly axis?: number | readonly number[] | undefined;
  readonly keepDims?: boolean | undefined;
}

export interface AxisOptions {
  /** Along which axis; default the last. */
  readonly axis?: number | undefined;
}

/** For each axis what to keep: an index range `[start, end)`, negative from the end, or all. */
export type SliceRange = readonly [start?: number, end?: number] | null;

/** @typeParam T the class that has them, which this file does not know */
export interface TensorMethods<T> {
  add(other: T | number): T;
  sub(other: T | number): T;
  mul(other: T | number): T;
  div(other: T | number): T;
  neg(): T;
  abs(): T;
  sign(): T;
  square(): T;
  sqrt(): T;

  minimum(other: T | number): T;
  maximum(other: T | number): T;
  clip(options: { readonly min?: number; readonly max?: number }): T;

  equal(other: T | number): T;
  notEqual(other: T | number): T;
  less(other: T | number): T;
  lessEqual(other: T | number): T;
  greater(other: T | number): T;
  greaterEqual(other: T | number): T;

  relu(): T;

  sum(options?: ReduceOptions): T;
  mean(options?: ReduceOptions): T;
  max(options?: ReduceOptions): T;
  min(options?: ReduceOptions): T;
  variance(options?: ReduceOptions & { readonly correction?: number }): T;
  norm(options?: ReduceOptions): T;
  argmax(options?: { readonly axis?: number }): T;

  matmul(other: T): T;

  reshape(shape: Shape): T;
  /** Reorders the axes; without argument, reverses them. */
  transpose(axes?: readonly number[]): T;
  slice(...ranges: SliceRange[]): T;
  broadcastTo(shape: Shape): T;
  gather(indices: T, options?: { readonly axis?: number }): T;
  cast(dtype: Dtype): T;

  /** The same values, cut off from gradients. */
  detach(): T;
  /** Computes the gradient of this scalar for every parameter it depends on. */
  backward(): void;
}
