/** Variance and norm, composed of primitive operations. */
import { finite, readOptions, withDefault } from '../errors/options.ts';
import type { ReduceOptions } from '../tensor/methods.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { apply } from './apply.ts';
import { div, sqrt, square, sub } from './arithmetic.ts';
import { checkTensor } from './check.ts';
import { equal, where } from './comparison.ts';
import {
  mean,
  reduceAttributes,
  reducedCount,
  reduceRules,
  resolveReduction,
  sum,
  sumOperation,
} from './reduction.ts';

export interface VarianceOptions extends ReduceOptions {
  /** Subtracted from the count: 0 (default) for a population, 1 for the unbiased estimate. */
  readonly correction?: number;
}

/** `Σ (x - mean)² / (n - correction)` over the axes. */
export function variance(x: Tensor, options?: VarianceOptions): Tensor {
  checkTensor('variance', x);
  const { correction, ...reduce } = readOptions<VarianceOptions>('variance', options, {
    ...reduceRules,
    correction: withDefault(finite, 0),
  });
  const attributes = resolveReduction('variance', x, reduce);
  const { axes, keepDims } = attributes;
  const deviations = square(sub(x, mean(x, { axis: axes, keepDims: true })));
  return div(
    sum(deviations, { axis: axes, keepDims }),
    reducedCount(x, attributes) - (correction ?? 0),
  );
}

/** The Euclidean norm `√Σ x²` over the axes. At 0 the gradient is 0. */
export function norm(x: Tensor, options?: ReduceOptions): Tensor {
  const attributes = reduceAttributes('norm', x, options);
  const squares = apply(sumOperation, [square(x)], attributes);
  const zero = equal(squares, 0);
  // √ has an infinite slope at 0, which would meet the 0 of the square as NaN.
  return where(zero, 0, sqrt(where(zero, 1, squares)));
}
