import { describe, expect, it } from 'vitest';
import { ShapeError } from '../../src/errors/errors.ts';
import { orthogonal, orthonormal } from '../../src/initializers/orthogonal.ts';
import { type Random, random } from '../../src/tensor/rng.ts';
import type { Shape } from '../../src/tensor/shape.ts';

function sample(shape: Shape, gain?: number, source: Random = random(5, 'init')) {
  const initializer = orthogonal(gain === undefined ? undefined : { gain });
  const request = { shape, random: source, fanIn: 1, fanOut: 1 };
  return Float64Array.from(initializer.sample({ ...request, dtype: 'float64' }));
}

const rowsOf = (values: Float64Array, columns: number) =>
  Array.from({ length: values.length / columns }, (_, row) =>
    values.slice(row * columns, (row + 1) * columns),
  );
const columnsOf = (values: Float64Array, columns: number) =>
  Array.from({ length: columns }, (_, column) => values.filter((_, i) => i % columns === column));

/** How far the products of vectors are at most from `gain²` with themselves, 0 with each other. */
function defect(vectors: readonly Float64Array[], gain = 1): number {
  const products = vectors.flatMap((a, i) =>
    vectors.map((b, j) => {
      const product = a.reduce((sum, value, k) => sum + value * b[k], 0);
      return Math.abs(product - (i === j ? gain * gain : 0));
    }),
  );
  return Math.max(...products);
}

describe('orthogonal', () => {
  it('has orthonormal columns where there are more rows, rows where there are more columns', () => {
    expect(defect(columnsOf(sample([30, 7]), 7))).toBeLessThan(1e-14);
    expect(defect(rowsOf(sample([7, 30]), 30))).toBeLessThan(1e-14);
  });

  it('has both in a square, to full precision also for the last vectors', () => {
    const values = sample([120, 120]);
    expect(defect(columnsOf(values, 120))).toBeLessThan(1e-13);
    expect(defect(rowsOf(values, 120))).toBeLessThan(1e-13);
  });

  it('multiplies lengths by the gain', () => {
    expect(defect(columnsOf(sample([9, 4], 3), 4), 3)).toBeLessThan(1e-13);
    expect(Array.from(sample([9, 4], 3))).toEqual(Array.from(sample([9, 4]), (v) => 3 * v));
  });

  it('reads more than two axes as a matrix of all but the last by the last', () => {
    expect(sample([2, 3, 4])).toEqual(sample([6, 4]));
  });

  it('prefers no direction: reflections are as frequent as rotations, entries centred', () => {
    const source = random(8, 'many');
    let reflections = 0;
    let corner = 0;
    let angle = 0;
    const count = 4000;
    for (let i = 0; i < count; i++) {
      const [a, b, c, d] = sample([2, 2], 1, source);
      if (a * d - b * c < 0) reflections++;
      corner += a / count;
      angle += (a * a) / count;
    }
    expect(Math.abs(reflections / count - 0.5)).toBeLessThan(0.04);
    expect(Math.abs(corner)).toBeLessThan(0.06);
    expect(angle).toBeCloseTo(0.5, 1);
  });

  it('draws again what leaves nothing over', () => {
    const { normal } = random(5, 'init');
    let zeros = 3;
    const reluctant = (vectors: number) =>
      Array.from({ length: 3 * vectors }, () => (zeros-- > 0 ? 0 : normal()));
    expect(defect(orthonormal(3, 3, reluctant))).toBeLessThan(1e-14);
  });

  it('frees a vector that nearly repeats another from rounding errors', () => {
    const drawn = [1, 1e-9, 0, 1, 0, 1e-9, 0.3, 0.2, 0.9];
    expect(defect(orthonormal(3, 3, () => drawn))).toBeLessThan(1e-14);
  });

  it('gives nothing for a parameter without elements', () => {
    expect(sample([0, 3])).toHaveLength(0);
    expect(sample([3, 0])).toHaveLength(0);
  });

  it('refuses vectors', () => {
    expect(() => sample([3])).toThrow(ShapeError);
    expect(() => sample([])).toThrow('orthogonal: Expected a parameter of two or more axes');
  });
});
