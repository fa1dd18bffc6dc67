/** Reading by index: rows by number, classes as one-hot vectors, the position of the largest. */
import { describe, describeShape } from '../../errors/describe.ts';
import { DtypeError, ShapeError } from '../../errors/errors.ts';
import {
  checkArgument,
  integer,
  positiveInteger,
  readOptions,
  string,
  withDefault,
} from '../../errors/options.ts';
import type { AxisOptions } from '../../tensor/axes.ts';
import { checkTensor } from '../../tensor/check.ts';
import { range } from '../../tensor/create.ts';
import { checkDtype, type Dtype, type TypedArray } from '../../tensor/dtype.ts';
import type { Gathered, OneLess, OneMore } from '../../tensor/rank.ts';
import { keptAxes, resolveAxis, type Shape, sizeOf } from '../../tensor/shape.ts';
import { offsetsAlong, packed, type Strided } from '../../tensor/strided.ts';
import { Tensor } from '../../tensor/tensor.ts';
import { apply } from '../apply.ts';
import { cast } from '../elementwise/cast.ts';
import { equal } from '../elementwise/comparison.ts';
import type { Operation } from '../operation.ts';
import { emitCopies } from './copy_simd.ts';
import { emitGather, emitScatterAdd } from './indexing_simd.ts';
import { expandDims } from './views.ts';

interface GatherAttributes {
  readonly axis: number;
}

export const gatherOperation: Operation<GatherAttributes> = {
  name: 'gather',
  infer: ([x, indices], { axis }) => {
    checkIndices('gather', indices);
    const [before, after] = [x.shape.slice(0, axis), x.shape.slice(axis + 1)];
    return { dtype: x.dtype, shape: [...before, ...indices.shape, ...after] };
  },
  body: {
    kind: 'kernel',
    check: ([x, indices], { axis }) => checkRange('gather', indices, x.shape[axis]),
    run: ([x, indices], output, { axis }) => {
      const inner = sizeOf(x.shape.slice(axis + 1));
      const [from, to] = [packed(x), output.storage.data];
      forEachBlock(x.shape, axis, packed(indices), (taken, source) => {
        copyBlock(from, source * inner, to, taken * inner, inner);
      });
    },
    emit: (inputs, output, { axis }) => emitGather(inputs, output, axis),
  },
  gradients: [
    (g, [x, indices], _, { axis }) =>
      apply(scatterAddOperation, [g, indices], { axis, shape: x.shape }),
    null,
  ],
  rules: ['g added up where its rows were taken from', 'none'],
};

export const scatterAddOperation: Operation<GatherAttributes & { readonly shape: Shape }> = {
  name: 'scatterAdd',
  infer: ([x], { shape }) => ({ dtype: x.dtype, shape }),
  body: {
    kind: 'kernel',
    check: ([, indices], { axis, shape }) => checkRange('scatterAdd', indices, shape[axis]),
    run: ([x, indices], output, { axis, shape }) => {
      const inner = sizeOf(shape.slice(axis + 1));
      const from = packed(x);
      // In float64, rounded once: a row may be taken so often that float32 would lose digits.
      const sums = new Float64Array(sizeOf(shape));
      forEachBlock(shape, axis, packed(indices), (taken, target) => {
        for (let i = 0; i < inner; i++) sums[target * inner + i] += from[taken * inner + i];
      });
      output.storage.data.set(sums);
    },
    emit: (inputs, output, { axis, shape }) => emitScatterAdd(inputs, output, axis, shape),
  },
  gradients: [(g, [, indices], _, { axis }) => gather(g, indices, { axis }), null],
  rules: ['the rows of g at the indices', 'none'],
};

/**
 * The slices of `x` along an axis (default 0) that an int32 tensor names; its shape takes the place of
 * that axis. With a matrix and a vector of row numbers: those rows, in that order.
 * @throws DtypeError unless the indices are int32
 * @throws ShapeError for an index outside of the axis
 */
export function gather<Rank extends number, R extends number>(
  x: Tensor<Rank>,
  indices: Tensor<R>,
  options?: AxisOptions,
): Tensor<Gathered<Rank, R>> {
  return apply(gatherOperation, [x, indices], { axis: readAxis('gather', x, 0, options) });
}

/**
 * Classes as vectors that are 1 at the class and 0 elsewhere; the classes become the last axis.
 * @param classes int32, from 0 to below `count`
 * @throws ShapeError for a class outside of that range
 */
export function oneHot<Rank extends number>(
  classes: Tensor<Rank>,
  count: number,
  options?: { readonly dtype?: Dtype },
): Tensor<OneMore[Rank]> {
  const { dtype } = readOptions<{ dtype: Dtype }>('oneHot', options, {
    dtype: withDefault(string, 'float32'),
  });
  checkDtype('oneHot.dtype', dtype);
  checkArgument('oneHot', count, positiveInteger);
  checkIndices('oneHot', classes);
  return oneHotUnchecked(apply(checkedClasses, [classes], { count }), count, dtype);
}

/** Classes as they are, once each of them is known to be in range: in compiled plans too. */
const checkedClasses: Operation<{ readonly count: number }> = {
  name: 'checkClasses',
  infer: ([classes]) => ({ dtype: 'int32', shape: classes.shape }),
  body: {
    kind: 'kernel',
    check: ([classes], { count }) => checkRange('oneHot', classes, count),
    run: ([classes], output) => output.storage.data.set(packed(classes)),
    emit: (inputs, output) => emitCopies(inputs, output, [[]]),
  },
  gradients: [null],
  rules: ['none'],
};

/**
 * `oneHot` for classes that are known to be in range; others give a row of zeros. Compares floats,
 * which are exact for all classes below 2^24, because they fuse with what comes before and after.
 */
export function oneHotUnchecked(classes: Tensor, count: number, dtype: Dtype): Tensor {
  return equal(expandDims(cast(classes, dtype), -1), range(count, { dtype }));
}

export const argmaxOperation: Operation<GatherAttributes> = {
  name: 'argmax',
  infer: ([x], { axis }) => {
    if (x.shape[axis] === 0) {
      throw new ShapeError({
        where: 'argmax',
        expected: `an axis ${axis} of size 1 or more`,
        received: describeShape(x.shape),
        remedy: 'Choose another axis.',
      });
    }
    return { dtype: 'int32', shape: x.shape.filter((_, at) => at !== axis) };
  },
  body: {
    kind: 'kernel',
    run: ([x], output, { axis }) => {
      const within = offsetsAlong(x, [axis]);
      const starts = offsetsAlong(x, keptAxes(x.shape, [axis]));
      const { data } = x.storage;
      const positions = output.storage.data;
      for (let k = 0; k < starts.length; k++) {
        const first = x.offset + starts[k];
        let best = 0;
        let record = data[first];
        for (let r = 1; r < within.length; r++) {
          const value = data[first + within[r]];
          if (!(value > record || (Number.isNaN(value) && !Number.isNaN(record)))) continue;
          best = r;
          record = value;
        }
        positions[k] = best;
      }
    },
  },
  gradients: [null],
  rules: ['none'],
};

/** The position of the largest along an axis (default the last), as int32; the first of equals. */
export function argmax<Rank extends number>(
  x: Tensor<Rank>,
  options?: AxisOptions,
): Tensor<OneLess[Rank]> {
  return apply(argmaxOperation, [x], { axis: readAxis('argmax', x, -1, options) });
}

function readAxis(
  where: string,
  x: Tensor,
  fallback: number,
  options: AxisOptions | undefined,
): number {
  checkTensor(where, x);
  const { axis } = readOptions<Required<AxisOptions>>(where, options, {
    axis: withDefault(integer, fallback),
  });
  return resolveAxis(where, axis, x.rank);
}

function checkIndices(where: string, indices: Tensor): void {
  if (!(indices instanceof Tensor) || indices.dtype !== 'int32') {
    throw new DtypeError({
      where,
      expected: 'int32 indices',
      received: indices instanceof Tensor ? indices.dtype : describe(indices),
      remedy: "Make them with tensor(values, { dtype: 'int32' }) or x.cast('int32').",
    });
  }
}

/** @throws ShapeError unless every index lies from 0 to below `count` */
function checkRange(where: string, indices: Strided, count: number): void {
  const bad = packed(indices).find((index) => index < 0 || index >= count);
  if (bad === undefined) return;
  throw new ShapeError({
    where,
    problem: 'index out of range',
    expected: `0 to ${count - 1}`,
    received: describe(bad),
    remedy: 'Correct or clip the indices.',
  });
}

/** Below this length an element at a time is faster than a copy at once. */
const LONG_BLOCK = 48;

function copyBlock(
  from: TypedArray,
  source: number,
  to: TypedArray,
  target: number,
  length: number,
): void {
  if (length < LONG_BLOCK) {
    for (let i = 0; i < length; i++) to[target + i] = from[source + i];
  } else to.set(from.subarray(source, source + length), target);
}

/** Pairs each block of a gathered array with the block of the source that it is a copy of. */
function forEachBlock(
  shape: Shape,
  axis: number,
  indices: TypedArray,
  visit: (taken: number, source: number) => void,
): void {
  const outer = sizeOf(shape.slice(0, axis));
  for (let o = 0; o < outer; o++) {
    for (let i = 0; i < indices.length; i++) {
      visit(o * indices.length + i, o * shape[axis] + indices[i]);
    }
  }
}
