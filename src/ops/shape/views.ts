/** Views: the same numbers seen with another shape. They copy only where no strides can express it. */
import { describe, describeShape } from '../../errors/describe.ts';
import { ShapeError } from '../../errors/errors.ts';
import { checkTensor } from '../../tensor/check.ts';
import type { OneLess, OneMore, RankOfShape } from '../../tensor/rank.ts';
import {
  broadcastShapes,
  broadcastStrides,
  checkShape,
  contiguousStrides,
  resolveAxes,
  resolveAxis,
  type Shape,
  sameShape,
  sizeOf,
} from '../../tensor/shape.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import { apply } from '../apply.ts';
import type { Operation } from '../operation.ts';

export const reshapeOperation: Operation<{ readonly shape: Shape }> = {
  name: 'reshape',
  infer: ([x], { shape }) => ({ dtype: x.dtype, shape: resolveReshape(x.shape, shape) }),
  body: {
    kind: 'view',
    view: ({ shape, strides, offset }, outcome) => {
      const seen = reshapedStrides(shape, strides, outcome.shape);
      return seen === null ? null : { strides: seen, offset };
    },
  },
  gradients: [(g, [x]) => reshape(g, x.shape)],
  rules: ['g in the shape of x'],
};

/**
 * The same elements in row-major order under another shape; one size may be -1 and is worked out.
 * A view where strides allow, a copy otherwise.
 * @throws ShapeError when the number of elements differs
 */
export function reshape<const S extends Shape>(x: Tensor, shape: S): Tensor<RankOfShape<S>> {
  checkTensor('reshape', x);
  if (!Array.isArray(shape)) checkShape('reshape', shape);
  return apply(reshapeOperation, [x], { shape });
}

function resolveReshape(from: Shape, to: Shape): Shape {
  const size = sizeOf(from);
  const open = to.indexOf(-1);
  const known = sizeOf(to.filter((_, axis) => axis !== open));
  const worked = known === 0 ? 0 : size / known;
  const shape = to.map((n, axis) => (axis === open ? worked : n));
  const fits = shape.every((n) => Number.isSafeInteger(n) && n >= 0) && sizeOf(shape) === size;
  if (!fits) {
    throw new ShapeError({
      where: 'reshape',
      expected: `a shape of ${size} elements, as ${describeShape(from)} has`,
      received: describeShape(to),
      remedy: 'Use -1 for the size that follows from the others.',
    });
  }
  return shape;
}

/** The strides that show an array under another shape, or null where only a copy can. */
function reshapedStrides(from: Shape, strides: readonly number[], to: Shape): number[] | null {
  if (sizeOf(from) === 0) return contiguousStrides(to);
  const axes = from.flatMap((n, axis) => (n === 1 ? [] : [axis]));
  const result = new Array<number>(to.length).fill(1);
  let next = 0; // the next axis of `to` to be given a stride
  let at = 0; // the next entry of `axes` to be used up
  while (at < axes.length) {
    // Take the smallest groups of old and new axes that hold equally many elements.
    const first = at;
    const start = next;
    let old = from[axes[at++]];
    let young = to[next++];
    while (old !== young) {
      if (old < young) old *= from[axes[at++]];
      else young *= to[next++];
    }
    for (let k = first; k + 1 < at; k++) {
      if (strides[axes[k]] !== strides[axes[k + 1]] * from[axes[k + 1]]) return null;
    }
    let stride = strides[axes[at - 1]];
    for (let axis = next - 1; axis >= start; axis--) {
      result[axis] = stride;
      stride *= to[axis];
    }
  }
  return result;
}

export const transposeOperation: Operation<{ readonly axes: readonly number[] }> = {
  name: 'transpose',
  infer: ([x], { axes }) => ({ dtype: x.dtype, shape: axes.map((axis) => x.shape[axis]) }),
  body: {
    kind: 'view',
    view: ({ strides, offset }, _, { axes }) => ({
      strides: axes.map((axis) => strides[axis]),
      offset,
    }),
  },
  gradients: [
    (g, _inputs, _output, { axes }) =>
      transpose(
        g,
        axes.map((_, axis) => axes.indexOf(axis)),
      ),
  ],
  rules: ['g with the axes put back'],
};

/**
 * The axes in another order: axis `i` of the result is axis `axes[i]` of `x`. Without `axes`, all of
 * them reversed, which for a matrix is its transpose. Always a view.
 * @throws ShapeError unless every axis is named exactly once
 */
export function transpose<Rank extends number>(
  x: Tensor<Rank>,
  axes?: readonly number[],
): Tensor<Rank> {
  checkTensor('transpose', x);
  const order =
    axes === undefined
      ? axes
      : (Array.isArray(axes) ? axes : [axes]).map((axis) => resolveAxis('transpose', axis, x.rank));
  if (order !== undefined && (order.length !== x.rank || new Set(order).size !== x.rank)) {
    throw new ShapeError({
      where: 'transpose',
      expected: `each of the ${x.rank} axes exactly once`,
      received: describe(axes),
      remedy: 'Name each axis once, for example [1, 0].',
    });
  }
  return apply(transposeOperation, [x], { axes: order ?? x.shape.map((_, i) => x.rank - 1 - i) });
}

export const broadcastToOperation: Operation<{ readonly shape: Shape }> = {
  name: 'broadcastTo',
  infer: ([x], { shape }) => {
    if (!sameShape(broadcastShapes('broadcastTo', [x.shape, shape]), shape)) {
      throw new ShapeError({
        where: 'broadcastTo',
        expected: 'a shape that only repeats axes of size 1 or adds axes in front',
        received: `${describeShape(x.shape)} to ${describeShape(shape)}`,
        remedy: 'Reshape it first, to size 1 on the axes to repeat.',
      });
    }
    return { dtype: x.dtype, shape };
  },
  body: {
    kind: 'view',
    view: ({ shape, strides, offset }, outcome) => ({
      strides: broadcastStrides(shape, strides, outcome.shape),
      offset,
    }),
  },
  gradients: [(g) => g], // the backward pass sums it over the repeated axes
  rules: ['g summed over the repeated axes'],
};

/**
 * `x` repeated along axes of size 1 and new axes in front. A view: no number is copied.
 * @throws ShapeError when `x` does not broadcast to the shape
 */
export function broadcastTo<const S extends Shape>(x: Tensor, shape: S): Tensor<RankOfShape<S>> {
  checkTensor('broadcastTo', x);
  checkShape('broadcastTo', shape);
  return apply(broadcastToOperation, [x], { shape });
}

/** `x` with axes of size 1 inserted, so that they are at the given positions of the result. */
export function expandDims<Rank extends number, Axis extends number | readonly number[]>(
  x: Tensor<Rank>,
  axis: Axis,
): Tensor<Axis extends number ? OneMore[Rank] : number> {
  checkTensor('expandDims', x);
  const count = Array.isArray(axis) ? axis.length : 1;
  if (axis === undefined) resolveAxis('expandDims', axis, x.rank + 1);
  const at = resolveAxes('expandDims', axis, x.rank + count);
  const shape = [...x.shape];
  for (const position of at) shape.splice(position, 0, 1);
  return reshape(x, shape);
}

/**
 * `x` without its axes of size 1, or without the named ones.
 * @throws ShapeError when a named axis is not of size 1
 */
export function squeeze<Rank extends number>(x: Tensor<Rank>, axis: number): Tensor<OneLess[Rank]>;
export function squeeze(x: Tensor, axis?: number | readonly number[]): Tensor;
export function squeeze(x: Tensor, axis?: number | readonly number[]): Tensor {
  checkTensor('squeeze', x);
  const named = axis === undefined ? undefined : resolveAxes('squeeze', axis, x.rank);
  const long = named?.find((at) => x.shape[at] !== 1);
  if (long !== undefined) {
    throw new ShapeError({
      where: 'squeeze',
      expected: 'axes of size 1',
      received: `axis ${long} of shape ${describeShape(x.shape)}`,
      remedy: 'Leave this axis out, or reduce over it first.',
    });
  }
  const dropped = (at: number) => (named ? named.includes(at) : x.shape[at] === 1);
  return reshape(
    x,
    x.shape.filter((_, at) => !dropped(at)),
  );
}
