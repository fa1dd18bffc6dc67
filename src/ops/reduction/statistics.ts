/** Variance and norm, composed of primitive operations. */
import { finite, readOptions, withDefault } from '../../errors/options.ts';
import type { ReduceOptions, VarianceOptions } from '../../tensor/axes.ts';
import { checkFloat, checkTensor } from '../../tensor/check.ts';
import type { NoneGiven, Only, Reduced } from '../../tensor/rank.ts';
import { reducedShape } from '../../tensor/shape.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import { div, sub } from '../elementwise/arithmetic.ts';
import { square } from '../elementwise/unary.ts';
import { reshape } from '../shape/views.ts';
import {
  mean,
  reduceAttributes,
  reducedCount,
  reduceRules,
  resolveReduction,
  sum,
} from './reduction.ts';
import { scaledNormAlong } from './scaled_norm.ts';

/** `Σ (x - mean)² / (n - correction)` over the axes. */
export function variance<Rank extends number, const O extends VarianceOptions = NoneGiven>(
  x: Tensor<Rank>,
  options?: Only<VarianceOptions, O>,
): Tensor<Reduced<Rank, O>>;
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

/**
 * The Euclidean norm `√Σ x²` over the axes, without overflow or underflow in between. At 0 the gradient
 * is 0.
 */
export function norm<Rank extends number, const O extends ReduceOptions = NoneGiven>(
  x: Tensor<Rank>,
  options?: Only<ReduceOptions, O>,
): Tensor<Reduced<Rank, O>>;
export function norm(x: Tensor, options?: ReduceOptions): Tensor {
  const { axes, keepDims } = reduceAttributes('norm', x, options);
  checkFloat('norm', x.dtype);
  const { scale, length } = scaledNormAlong(x, axes);
  const norms = div(length, scale);
  return keepDims ? norms : reshape(norms, reducedShape(x.shape, axes, false));
}
