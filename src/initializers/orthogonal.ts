import { describeShape } from '../errors/describe.ts';
import { ShapeError } from '../errors/errors.ts';
import { finite, readOptions, withDefault } from '../errors/options.ts';
import { type Shape, sizeOf } from '../tensor/shape.ts';
import { normalValues } from './bulk.ts';
import type { Initializer } from './initializer.ts';

export interface OrthogonalOptions {
  /** What lengths are multiplied by; default 1. √2 is usual before relu. */
  readonly gain?: number | undefined;
}

/**
 * A matrix that keeps lengths and angles, times `gain`, uniform among all such matrices (Saxe,
 * McClelland and Ganguli, 2013).
 *
 * With as many inputs as outputs, `WᵀW = gain² I`; otherwise it holds on the shorter side. More than
 * two axes are read as a matrix of all but the last by the last.
 * @throws ShapeError for a parameter of fewer than two axes
 */
export function orthogonal(options?: OrthogonalOptions): Initializer {
  const { gain } = readOptions<Required<OrthogonalOptions>>('orthogonal', options, {
    gain: withDefault(finite, 1),
  });
  return {
    name: 'orthogonal',
    options: { gain },
    sample({ shape, random }) {
      const [rows, columns] = matrixSides(shape);
      const wide = columns > rows;
      const [count, length] = wide ? [rows, columns] : [columns, rows];
      const normals = (vectors: number) =>
        normalValues({ shape: [vectors * length], dtype: 'float64', random }, 1);
      const vectors = orthonormal(count, length, normals);
      const values = new Float64Array(rows * columns);
      vectors.forEach((vector, k) => {
        vector.forEach((value, i) => {
          values[wide ? k * columns + i : i * columns + k] = gain * value;
        });
      });
      return values;
    },
  };
}

function matrixSides(shape: Shape): [rows: number, columns: number] {
  if (shape.length < 2) {
    throw new ShapeError({
      where: 'orthogonal',
      expected: 'a parameter of two or more axes',
      received: `shape ${describeShape(shape)}`,
      remedy: 'Use zeros() or normal() for vectors.',
    });
  }
  return [sizeOf(shape.slice(0, -1)), shape[shape.length - 1]];
}

/**
 * Orthonormal vectors: normal ones, which have no preferred direction, each freed of its part along
 * those before it. Where little is left over, rounding errors have grown beside it, and it is done
 * once more (Daniel, Gragg, Kaufman and Stewart, 1976). Nothing left over at all: another one is drawn.
 * @param normals the numbers of as many vectors, one after the other
 */
export function orthonormal(
  count: number,
  length: number,
  normals: (vectors: number) => ArrayLike<number>,
): Float64Array[] {
  const found: Float64Array[] = [];
  const drawn = normals(count);
  for (let next = 0; found.length < count; next++) {
    const source = next < count ? drawn : normals(1);
    const start = next < count ? next * length : 0;
    const vector = Float64Array.from({ length }, (_, i) => source[start + i]);
    let before: number;
    let after = dot(vector, vector);
    do {
      before = after;
      for (const other of found) addScaled(vector, other, -dot(vector, other));
      after = dot(vector, vector);
    } while (after < before / 2);
    const scale = 1 / Math.sqrt(after);
    if (after > 0) found.push(vector.map((value) => value * scale));
  }
  return found;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

function addScaled(into: Float64Array, other: Float64Array, factor: number): void {
  for (let i = 0; i < into.length; i++) into[i] += factor * other[i];
}
