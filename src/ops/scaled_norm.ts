/**
 * Euclidean norms of numbers whose squares leave the range of their dtype. What is very large or very
 * small is multiplied by a power of two first, which is exact; numbers of usual size are left alone, so
 * that their norm has the bits of `√Σ x²`.
 */
import type { ReduceOptions } from '../tensor/methods.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { abs, mul, sqrt, square } from './arithmetic.ts';
import { greater, less, where } from './comparison.ts';
import { maximum } from './extrema.ts';
import { addAll, max, sum } from './reduction.ts';

/** The norm is `length / scale`, which may itself be beyond the largest number of the dtype. */
export interface ScaledNorm {
  /** A power of two; 1 where the numbers are of usual size. */
  readonly scale: Tensor;
  /** The norm of the scaled numbers. */
  readonly length: Tensor;
}

/**
 * Where scaling begins, and by which power of two. Between the limits 2³² squares add up without
 * overflow, and what vanishes is too small to count beside the largest; scaled by the power, so do
 * all numbers outside of them.
 */
export const NORM_RANGES = {
  float32: { small: 2 ** -50, large: 2 ** 48, power: 2 ** 88 },
  float64: { small: 2 ** -480, large: 2 ** 480, power: 2 ** 600 },
} as const;

/** The common norm of tensors, a scalar. Each is reduced over its first axis before the others. */
export function scaledNorm(tensors: readonly Tensor[]): ScaledNorm {
  const scale = scaleFor(tensors.map((x) => inTurn(abs(x), largest)).reduce(larger));
  const squares = tensors.map((x) => inTurn(square(mul(x, scale)), sum));
  return { scale, length: sqrt(addAll(squares)) };
}

/** The norms over some axes of a tensor, which stay as axes of size 1. */
export function scaledNormAlong(x: Tensor, axis: readonly number[]): ScaledNorm {
  const options = { axis, keepDims: true };
  const scale = scaleFor(largest(abs(x), options));
  return { scale, length: sqrt(sum(square(mul(x, scale)), options)) };
}

const larger = (a: Tensor, b: Tensor) => maximum(a, b);

/** The largest of numbers that are not negative: 0 where there are none. */
function largest(x: Tensor, options?: ReduceOptions): Tensor {
  return x.size === 0 ? sum(x, options) : max(x, options);
}

/** Over the first axis, then over the others: many short reductions run faster than one long one. */
function inTurn(x: Tensor, reduce: (x: Tensor, options?: ReduceOptions) => Tensor): Tensor {
  return x.rank > 1 ? reduce(reduce(x, { axis: 0 })) : reduce(x);
}

function scaleFor(largest: Tensor): Tensor {
  const { small, large, power } = NORM_RANGES[largest.dtype as keyof typeof NORM_RANGES];
  return where(greater(largest, large), 1 / power, where(less(largest, small), power, 1));
}
