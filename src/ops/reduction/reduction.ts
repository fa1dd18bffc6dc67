/** Reductions as operations: sum, extremes, mean. In which order they add stands in order.ts. */
import { describeShape } from '../../errors/describe.ts';
import { ShapeError } from '../../errors/errors.ts';
import { boolean, type Rule, type Rules, readOptions, withDefault } from '../../errors/options.ts';
import type { ReduceOptions } from '../../tensor/axes.ts';
import { checkTensor } from '../../tensor/check.ts';
import type { NoneGiven, Only, Reduced } from '../../tensor/rank.ts';
import { reducedShape, resolveAxes, type Shape, sameShape, sizeOf } from '../../tensor/shape.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import { apply } from '../apply.ts';
import type { Combination } from '../body.ts';
import { add, div } from '../elementwise/arithmetic.ts';
import { chainProduct } from '../elementwise/chain.ts';
import { equal } from '../elementwise/comparison.ts';
import type { GradientRule, Operation } from '../operation.ts';
import { broadcastTo, reshape } from '../shape/views.ts';

export interface ReduceAttributes {
  /** Increasing. */
  readonly axes: readonly number[];
  readonly keepDims: boolean;
}

// @__NO_SIDE_EFFECTS__
function reduction(
  name: string,
  combination: Combination,
  gradient: GradientRule<ReduceAttributes>,
  rule: string,
): Operation<ReduceAttributes> {
  return {
    name,
    infer: ([x], { axes, keepDims }) => {
      if (combination.neutral !== 0 && axes.some((axis) => x.shape[axis] === 0)) {
        throw new ShapeError({
          where: name,
          problem: 'nothing to reduce',
          expected: 'reduced axes of size 1 or more',
          received: `shape ${describeShape(x.shape)}`,
          remedy: 'Check for size 0 first.',
        });
      }
      return { dtype: x.dtype, shape: reducedShape(x.shape, axes, keepDims) };
    },
    body: {
      kind: 'reduction',
      combination,
      axes: ({ axes }) => axes,
    },
    gradients: [gradient],
    rules: [rule],
  };
}

/** A reduced tensor, repeated over the axes it was reduced along. */
function spread(reduced: Tensor, x: Tensor, { axes }: ReduceAttributes): Tensor {
  return broadcastTo(reshape(reduced, reducedShape(x.shape, axes, true)), x.shape);
}

export const sumOperation = reduction(
  'sum',
  { combine: (l, a, b) => l.add(a, b), neutral: 0 },
  (g, [x], _, attributes) => spread(g, x, attributes),
  'g repeated',
);

/** The gradient goes to the extreme elements, shared equally where there are several. */
const extremeGradient: GradientRule<ReduceAttributes> = (g, [x], y, attributes) => {
  const extreme = equal(x, spread(y, x, attributes));
  const count = apply(sumOperation, [extreme], { ...attributes, keepDims: true });
  return chainProduct(spread(g, x, attributes), div(extreme, count));
};

export const maxOperation = reduction(
  'max',
  {
    combine: (l, a, b) => l.max(a, b),
    neutral: Number.NEGATIVE_INFINITY,
    extremum: 'largest',
  },
  extremeGradient,
  'g at the largest, shared among equals',
);

export const minOperation = reduction(
  'min',
  {
    combine: (l, a, b) => l.min(a, b),
    neutral: Number.POSITIVE_INFINITY,
    extremum: 'smallest',
  },
  extremeGradient,
  'g at the smallest, shared among equals',
);

const axisRule: Rule<ReduceOptions['axis']> = {
  expected: 'an axis or an array of axes',
  example: '1',
  accepts: (value) =>
    Number.isInteger(value) || (Array.isArray(value) && value.every(Number.isInteger)),
  fallback: { value: undefined },
};

export const reduceRules: Rules<ReduceOptions> = {
  axis: axisRule,
  keepDims: withDefault(boolean, false),
};

/** Reads the options of a reduction of `x`. */
export function reduceAttributes(
  where: string,
  x: Tensor,
  options: ReduceOptions | undefined,
): ReduceAttributes {
  checkTensor(where, x);
  return resolveReduction(where, x, readOptions<ReduceOptions>(where, options, reduceRules));
}

export function resolveReduction(
  where: string,
  x: Tensor,
  { axis, keepDims }: ReduceOptions,
): ReduceAttributes {
  return { axes: resolveAxes(where, axis, x.rank), keepDims: keepDims === true };
}

/** `Σ x` over the axes; 0 where there is nothing to sum. */
export function sum<Rank extends number, const O extends ReduceOptions = NoneGiven>(
  x: Tensor<Rank>,
  options?: Only<ReduceOptions, O>,
): Tensor<Reduced<Rank, O>> {
  return apply(sumOperation, [x], reduceAttributes('sum', x, options));
}

/** The largest element over the axes; NaN if there is one. */
export function max<Rank extends number, const O extends ReduceOptions = NoneGiven>(
  x: Tensor<Rank>,
  options?: Only<ReduceOptions, O>,
): Tensor<Reduced<Rank, O>> {
  return apply(maxOperation, [x], reduceAttributes('max', x, options));
}

/** The smallest element over the axes; NaN if there is one. */
export function min<Rank extends number, const O extends ReduceOptions = NoneGiven>(
  x: Tensor<Rank>,
  options?: Only<ReduceOptions, O>,
): Tensor<Reduced<Rank, O>> {
  return apply(minOperation, [x], reduceAttributes('min', x, options));
}

/** How many elements are reduced into one. */
export function reducedCount(x: Tensor, { axes }: ReduceAttributes): number {
  return sizeOf(axes.map((axis) => x.shape[axis]));
}

/** `Σ x / n` over the axes; NaN where there is nothing. */
export function mean<Rank extends number, const O extends ReduceOptions = NoneGiven>(
  x: Tensor<Rank>,
  options?: Only<ReduceOptions, O>,
): Tensor<Reduced<Rank, O>>;
export function mean(x: Tensor, options?: ReduceOptions): Tensor {
  const attributes = reduceAttributes('mean', x, options);
  return div(apply(sumOperation, [x], attributes), reducedCount(x, attributes));
}

/** Sums over the axes along which `x` was broadcast from `shape`: the inverse of broadcasting. */
export function sumTo(x: Tensor, shape: Shape): Tensor {
  if (sameShape(x.shape, shape)) return x;
  const missing = x.rank - shape.length;
  const repeated = x.shape.flatMap((n, axis) =>
    axis < missing || (shape[axis - missing] === 1 && n !== 1) ? [axis] : [],
  );
  return reshape(apply(sumOperation, [x], { axes: repeated, keepDims: false }), shape);
}

/** The sum of tensors of one shape; the order is part of the definition. */
export function addAll(terms: readonly Tensor[]): Tensor {
  return terms.reduce((total, term) => add(total, term));
}
