/**
 * Arrays as slow and plain as can be, for oracles: numbers in row-major order, read and built by index.
 * There are no strides here, so nothing that goes wrong with strides can go wrong here too.
 */
import { type Tensor, tensor } from '../../tensors.ts';

export type Index = readonly number[];

export interface Grid {
  readonly shape: Index;
  readonly values: readonly number[];
}

export function sizeOf(shape: Index): number {
  return shape.reduce((size, n) => size * n, 1);
}

/** All indices of a shape in row-major order. */
export function indices(shape: Index): number[][] {
  return shape.reduce<number[][]>(
    (found, n) => found.flatMap((index) => Array.from({ length: n }, (_, i) => [...index, i])),
    [[]],
  );
}

/** A grid from a function of the index. */
export function grid(shape: Index, at: (index: Index) => number): Grid {
  return { shape, values: indices(shape).map(at) };
}

export function read({ shape, values }: Grid, index: Index): number {
  return values[index.reduce((position, i, axis) => position * shape[axis] + i, 0)];
}

/** Reads at an index of a larger shape, as broadcasting does: axes are aligned at the end. */
export function readBroadcast(source: Grid, index: Index): number {
  const own = index.slice(index.length - source.shape.length);
  return read(
    source,
    own.map((i, axis) => (source.shape[axis] === 1 ? 0 : i)),
  );
}

export function broadcastShape(shapes: readonly Index[]): number[] {
  const rank = Math.max(...shapes.map((shape) => shape.length));
  return Array.from({ length: rank }, (_, axis) => {
    const sizes = shapes.map((shape) => shape[axis - rank + shape.length] ?? 1);
    return sizes.find((n) => n !== 1) ?? 1;
  });
}

/** A function of numbers, element by element. */
export function elementByElement(f: (...values: number[]) => number) {
  return (...inputs: Grid[]): Grid =>
    grid(broadcastShape(inputs.map(({ shape }) => shape)), (index) =>
      f(...inputs.map((input) => readBroadcast(input, index))),
    );
}

/** A function of lists of numbers, along axes that vanish or stay as size 1. */
export function alongAxes(
  f: (values: number[]) => number,
  axes: readonly number[],
  keepDims = false,
) {
  return (x: Grid): Grid => {
    const reduced = x.shape.map((n, axis) => (axes.includes(axis) ? 1 : n));
    const result = grid(reduced, (index) => {
      const group = indices(x.shape).filter((other) =>
        other.every((i, axis) => axes.includes(axis) || i === index[axis]),
      );
      return f(group.map((other) => read(x, other)));
    });
    const kept = x.shape.filter((_, axis) => !axes.includes(axis));
    return keepDims ? result : { ...result, shape: kept };
  };
}

export function gridOf(x: Tensor): Grid {
  return { shape: x.shape, values: Array.from(x.toTypedArray()) };
}

export function tensorOf({ shape, values }: Grid): Tensor {
  return tensor(Float64Array.from(values), { shape });
}
