/** Arithmetic of shapes, strides and axes. A shape lists the sizes of the axes; `[]` is a scalar. */
import { describe, describeShape } from '../errors/describe.ts';
import { ShapeError } from '../errors/errors.ts';

export type Shape = readonly number[];

/** The number of elements: the product of the sizes; 1 for a scalar. */
export function sizeOf(shape: Shape): number {
  let size = 1;
  for (const n of shape) size *= n;
  return size;
}

export function sameShape(a: Shape, b: Shape): boolean {
  return a.length === b.length && a.every((n, axis) => n === b[axis]);
}

/** Row-major strides, in elements: the last axis is contiguous. */
export function contiguousStrides(shape: Shape): number[] {
  const strides = new Array<number>(shape.length);
  let stride = 1;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    strides[axis] = stride;
    stride *= shape[axis];
  }
  return strides;
}

export function checkShape(where: string, shape: unknown): asserts shape is Shape {
  if (!Array.isArray(shape) || !shape.every((n) => Number.isSafeInteger(n) && n >= 0)) {
    throw new ShapeError({
      where,
      expected: 'a shape: an array of whole numbers, each 0 or more',
      received: describe(shape),
      remedy: 'Pass for example [2, 3].',
    });
  }
}

/** The index of an axis; negative ones count from the end. */
export function resolveAxis(where: string, axis: number, rank: number): number {
  if (!Number.isInteger(axis) || axis < -rank || axis >= rank) {
    throw new ShapeError({
      where,
      problem: 'no such axis',
      expected:
        rank === 0 ? 'no axis, for a scalar has none' : `an axis from ${-rank} to ${rank - 1}`,
      received: describe(axis),
      remedy: rank === 0 ? 'Leave it out.' : 'Choose one of these.',
    });
  }
  return axis < 0 ? axis + rank : axis;
}

/** Axes as increasing indices; all of them when none are named. */
export function resolveAxes(
  where: string,
  axes: number | readonly number[] | undefined,
  rank: number,
): number[] {
  if (axes === undefined) return Array.from({ length: rank }, (_, axis) => axis);
  const listed = Array.isArray(axes) ? axes : [axes];
  const resolved = listed.map((axis) => resolveAxis(where, axis, rank)).sort((a, b) => a - b);
  if (new Set(resolved).size !== resolved.length) {
    throw new ShapeError({
      where,
      problem: 'an axis is named twice',
      expected: 'different axes',
      received: describeShape(listed),
      remedy: 'Name each axis once.',
    });
  }
  return resolved;
}

/** The shape after reducing over axes, which vanish or, with `keepDims`, stay as size 1. */
export function reducedShape(shape: Shape, axes: readonly number[], keepDims: boolean): number[] {
  if (keepDims) return shape.map((n, axis) => (axes.includes(axis) ? 1 : n));
  return shape.filter((_, axis) => !axes.includes(axis));
}

/**
 * The common shape of operands under broadcasting: aligned at the last axis, sizes must be equal or
 * 1, and a missing axis counts as 1.
 */
export function broadcastShapes(where: string, shapes: readonly Shape[]): Shape {
  const rank = Math.max(0, ...shapes.map((shape) => shape.length));
  const common = new Array<number>(rank).fill(1);
  for (const shape of shapes) {
    for (let axis = 0; axis < shape.length; axis++) {
      const at = rank - shape.length + axis;
      const n = shape[axis];
      if (n === common[at] || n === 1) continue;
      if (common[at] !== 1) {
        throw new ShapeError({
          where,
          problem: 'shapes do not broadcast',
          expected: 'sizes that are equal or 1, aligned at the last axis',
          received: shapes.map(describeShape).join(' and '),
          remedy: 'Reshape one of them, or insert axes of size 1.',
        });
      }
      common[at] = n;
    }
  }
  return common;
}

/** Strides that read an operand as if it had the broadcast shape: repeated axes have stride 0. */
export function broadcastStrides(shape: Shape, strides: readonly number[], to: Shape): number[] {
  const missing = to.length - shape.length;
  return to.map((_, axis) => {
    const own = axis - missing;
    return own < 0 || shape[own] === 1 ? 0 : strides[own];
  });
}

/** The axes of a shape that are not reduced, in order. */
export function keptAxes(shape: Shape, axes: readonly number[]): number[] {
  return shape.flatMap((_, axis) => (axes.includes(axis) ? [] : [axis]));
}
