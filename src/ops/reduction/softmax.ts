/** Softmax and its kin, composed of primitive operations; all shifted by the largest, so none overflow. */
import { integer, readOptions, withDefault } from '../../errors/options.ts';
import type { AxisOptions, ReduceOptions } from '../../tensor/axes.ts';
import { checkTensor } from '../../tensor/check.ts';
import type { NoneGiven, Only, Reduced } from '../../tensor/rank.ts';
import { reducedShape, resolveAxis } from '../../tensor/shape.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import { add, div, sub } from '../elementwise/arithmetic.ts';
import { equal, where } from '../elementwise/comparison.ts';
import { exp, log } from '../elementwise/exponential.ts';
import { abs } from '../elementwise/unary.ts';
import type { RowWise } from '../execute/executor.ts';
import { applyRowWise } from '../row_wise.ts';
import { detach } from '../shape/detach.ts';
import { reshape } from '../shape/views.ts';
import { max, reduceAttributes, sum } from './reduction.ts';

function readAxis(where: string, x: Tensor, options: AxisOptions | undefined): number {
  checkTensor(where, x);
  const { axis } = readOptions<Required<AxisOptions>>(where, options, {
    axis: withDefault(integer, -1),
  });
  return resolveAxis(where, axis, x.rank);
}

/** The largest along the axes, a constant to shift by; 0 where it is infinite. */
function shiftOf(x: Tensor, axis: readonly number[]): Tensor {
  const largest = detach(max(x, { axis, keepDims: true }));
  return where(equal(abs(largest), Number.POSITIVE_INFINITY), 0, largest);
}

interface AxisAttributes {
  readonly axis: number;
}

const softmaxOfRows: RowWise<AxisAttributes> = {
  compute([x], { axis }) {
    const powers = exp(sub(x, shiftOf(x, [axis])));
    return div(powers, sum(powers, { axis, keepDims: true }));
  },
};

const logSoftmaxOfRows: RowWise<AxisAttributes> = {
  compute([x], { axis }) {
    const shifted = sub(x, shiftOf(x, [axis]));
    return sub(shifted, log(sum(exp(shifted), { axis, keepDims: true })));
  },
};

/** Rows are what the last axis holds; along another one there are none. */
function alongAxis(composition: RowWise<AxisAttributes>, x: Tensor, axis: number): Tensor {
  if (axis !== x.rank - 1) return composition.compute([x], { axis });
  return applyRowWise(composition, [x], { axis: -1 }, axis);
}

/** `eˣⁱ / Σⱼ eˣʲ` along an axis: positive numbers that sum to 1. */
export function softmax<Rank extends number>(x: Tensor<Rank>, options?: AxisOptions): Tensor<Rank>;
export function softmax(x: Tensor, options?: AxisOptions): Tensor {
  return alongAxis(softmaxOfRows, x, readAxis('softmax', x, options));
}

/** `xᵢ - ln Σⱼ eˣʲ` along an axis: the logarithm of softmax. */
export function logSoftmax<Rank extends number>(
  x: Tensor<Rank>,
  options?: AxisOptions,
): Tensor<Rank>;
export function logSoftmax(x: Tensor, options?: AxisOptions): Tensor {
  return alongAxis(logSoftmaxOfRows, x, readAxis('logSoftmax', x, options));
}

/** `ln Σ eˣ` over the axes. */
export function logSumExp<Rank extends number, const O extends ReduceOptions = NoneGiven>(
  x: Tensor<Rank>,
  options?: Only<ReduceOptions, O>,
): Tensor<Reduced<Rank, O>>;
export function logSumExp(x: Tensor, options?: ReduceOptions): Tensor {
  const { axes, keepDims } = reduceAttributes('logSumExp', x, options);
  const shift = shiftOf(x, axes);
  const total = add(log(sum(exp(sub(x, shift)), { axis: axes, keepDims: true })), shift);
  return keepDims ? total : reshape(total, reducedShape(x.shape, axes, false));
}
