/**
 * Reductions. The order of additions is part of the definition, so that SIMD can follow it: the
 * reduced elements, in row-major order, are dealt to eight lanes in turn (element r to lane r mod 8),
 * each lane is combined in that order, and the lanes are combined as a tree: j with j + 4, then j
 * with j + 2, then 0 with 1. A lane starts as the neutral element (+0 for a sum).
 */
import { describeShape } from '../errors/describe.ts';
import { ShapeError } from '../errors/errors.ts';
import { boolean, type Rule, type Rules, readOptions, withDefault } from '../errors/options.ts';
import type { Lanes } from '../numerics/lanes.ts';
import { allocate, lanesOf } from '../tensor/dtype.ts';
import type { ReduceOptions } from '../tensor/methods.ts';
import { forEachRow, mergeAxes } from '../tensor/rows.ts';
import { reducedShape, resolveAxes, type Shape, sameShape, sizeOf } from '../tensor/shape.ts';
import type { Strided, Tensor } from '../tensor/tensor.ts';
import { apply } from './apply.ts';
import { add, div, mul } from './arithmetic.ts';
import { checkTensor } from './check.ts';
import { equal } from './comparison.ts';
import type { GradientRule, Operation } from './operation.ts';
import { broadcastTo, reshape } from './views.ts';

/** The number of lanes that reduced elements are dealt to. */
export const REDUCTION_LANES = 8;

export interface ReduceAttributes {
  /** Increasing. */
  readonly axes: readonly number[];
  readonly keepDims: boolean;
}

/** How a reduction joins two numbers, over lanes, and the number that changes nothing. */
export interface Combination {
  readonly combine: <V, M>(l: Lanes<V, M>, a: V, b: V) => V;
  readonly neutral: number;
}

export interface Reduction extends Operation<ReduceAttributes> {
  readonly combination: Combination;
}

// @__NO_SIDE_EFFECTS__
function reduction(
  name: string,
  combination: Combination,
  gradient: GradientRule<ReduceAttributes>,
  rule: string,
): Reduction {
  return {
    name,
    combination,
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
      kind: 'kernel',
      run: ([x], output, { axes }) => reduce(combination, x, output, axes),
    },
    gradients: [gradient],
    rules: [rule],
  };
}

/** The offsets, in row-major order, that the named axes of a strided array run through. */
export function offsetsAlong(source: Strided, axes: readonly number[]): Int32Array {
  const shape = axes.map((axis) => source.shape[axis]);
  const walk = mergeAxes(shape, [axes.map((axis) => source.strides[axis])]);
  const stride = walk.strides[0][walk.shape.length - 1];
  const offsets = new Int32Array(sizeOf(shape));
  let position = 0;
  forEachRow(walk, [0], ([start], length) => {
    for (let i = 0; i < length; i++) offsets[position++] = start + i * stride;
  });
  return offsets;
}

/** The axes of a shape that are not reduced, in order. */
export function keptAxes(shape: Shape, axes: readonly number[]): number[] {
  return shape.flatMap((_, axis) => (axes.includes(axis) ? [] : [axis]));
}

const MIN_INT32 = -(2 ** 31);
const MAX_INT32 = 2 ** 31 - 1;

function reduce(
  { combine, neutral }: Combination,
  x: Strided,
  output: Strided,
  axes: readonly number[],
): void {
  const l = lanesOf(x.dtype);
  const lanes = allocate(x.dtype, REDUCTION_LANES);
  const empty = x.dtype === 'int32' ? Math.min(Math.max(neutral, MIN_INT32), MAX_INT32) : neutral;
  const within = offsetsAlong(x, axes);
  const starts = offsetsAlong(x, keptAxes(x.shape, axes));
  const { data } = x.storage;
  starts.forEach((start, k) => {
    lanes.fill(empty);
    for (let r = 0; r < within.length; r++) {
      const lane = r % REDUCTION_LANES;
      lanes[lane] = combine(l, lanes[lane], data[x.offset + start + within[r]]);
    }
    for (let width = REDUCTION_LANES / 2; width >= 1; width /= 2) {
      for (let j = 0; j < width; j++) lanes[j] = combine(l, lanes[j], lanes[j + width]);
    }
    output.storage.data[k] = lanes[0];
  });
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
  return mul(spread(g, x, attributes), div(extreme, count));
};

export const maxOperation = reduction(
  'max',
  { combine: (l, a, b) => l.max(a, b), neutral: Number.NEGATIVE_INFINITY },
  extremeGradient,
  'g at the largest, shared among equals',
);

export const minOperation = reduction(
  'min',
  { combine: (l, a, b) => l.min(a, b), neutral: Number.POSITIVE_INFINITY },
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
export function sum(x: Tensor, options?: ReduceOptions): Tensor {
  return apply(sumOperation, [x], reduceAttributes('sum', x, options));
}

/** The largest element over the axes; NaN if there is one. */
export function max(x: Tensor, options?: ReduceOptions): Tensor {
  return apply(maxOperation, [x], reduceAttributes('max', x, options));
}

/** The smallest element over the axes; NaN if there is one. */
export function min(x: Tensor, options?: ReduceOptions): Tensor {
  return apply(minOperation, [x], reduceAttributes('min', x, options));
}

/** How many elements are reduced into one. */
export function reducedCount(x: Tensor, { axes }: ReduceAttributes): number {
  return sizeOf(axes.map((axis) => x.shape[axis]));
}

/** `Σ x / n` over the axes; NaN where there is nothing. */
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
