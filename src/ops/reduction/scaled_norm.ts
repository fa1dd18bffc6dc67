/**
 * Euclidean norms of numbers whose squares leave the range of their dtype. What is very large or very
 * small is multiplied by a power of two first, which is exact; numbers of usual size are left alone, so
 * that their norm has the bits of `√Σ x²`.
 */

import type { Tensor } from '../../tensor/tensor.ts';
import { mul } from '../elementwise/arithmetic.ts';
import { equal, greater, less, where } from '../elementwise/comparison.ts';
import { abs, sqrt, square } from '../elementwise/unary.ts';
import { addAll, sum } from './reduction.ts';

/** The norm is `length / scale`, which may itself be beyond the largest number of the dtype. */
export interface ScaledNorm {
  /** A power of two; 1 where the numbers are of usual size. */
  readonly scale: Tensor;
  /** The norm of the scaled numbers. */
  readonly length: Tensor;
}

/**
 * Where scaling begins, and by which power of two. What is compared is `Σ |x|`, which is never below
 * the norm and at most √n times as large. Between the limits and after scaling its square is in range;
 * and of 2³² numbers the largest is at least 2⁻³² of the sum, so that its square does not vanish.
 */
export const NORM_RANGES = {
  float32: { small: 2 ** -28, large: 2 ** 62, power: 2 ** 88 },
  float64: { small: 2 ** -400, large: 2 ** 500, power: 2 ** 600 },
} as const;

/** The common norm of tensors, a scalar. Each is reduced over its first axis before the others. */
export function scaledNorm(tensors: readonly Tensor[]): ScaledNorm {
  const scale = scaleFor(addAll(tensors.map((x) => sumInTurn(abs(x)))));
  const squares = tensors.map((x) => sumInTurn(square(mul(x, scale))));
  return { scale, length: root(addAll(squares)) };
}

/** The norms over some axes of a tensor, which stay as axes of size 1. */
export function scaledNormAlong(x: Tensor, axis: readonly number[]): ScaledNorm {
  const options = { axis, keepDims: true };
  const scale = scaleFor(sum(abs(x), options));
  return { scale, length: root(sum(square(mul(x, scale)), options)) };
}

/** Over the first axis, then over the others: many short sums run faster than one long one. */
function sumInTurn(x: Tensor): Tensor {
  return x.rank > 1 ? sum(sum(x, { axis: 0 })) : sum(x);
}

function scaleFor(total: Tensor): Tensor {
  const { small, large, power } = NORM_RANGES[total.dtype as keyof typeof NORM_RANGES];
  return where(greater(total, large), 1 / power, where(less(total, small), power, 1));
}

/** `√x`, whose infinite slope at 0 would meet the 0 of a square as NaN: there the gradient is 0. */
function root(x: Tensor): Tensor {
  const zero = equal(x, 0);
  return where(zero, 0, sqrt(where(zero, 1, x)));
}
