/** The walk through strided memory that all kernels share. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forEachRow, mergeAxes } from '../../src/tensor/rows.ts';
import { contiguousStrides } from '../../src/tensor/shape.ts';
import { indices } from '../ops/records/grid.ts';

const shape = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 4 });
const strides = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 4, maxLength: 4 });

/** The offsets in the order of the walk. */
function walked(shapeOf: readonly number[], operands: readonly number[][], starts: number[]) {
  const walk = mergeAxes(shapeOf, operands);
  const found: number[][] = [];
  forEachRow(walk, starts, (offsets, length) => {
    for (let i = 0; i < length; i++) {
      found.push(offsets.map((offset, k) => offset + i * (walk.strides[k].at(-1) ?? 0)));
    }
  });
  return found;
}

describe('a walk', () => {
  it('visits the elements of all operands in row-major order', () => {
    fc.assert(
      fc.property(shape, strides, strides, (size, first, second) => {
        const operands = [first, second].map((one) => one.slice(0, size.length));
        const expected = indices(size).map((index) =>
          operands.map((own, k) => index.reduce((at, i, axis) => at + i * own[axis], 10 * k)),
        );
        expect(walked(size, operands, [0, 10])).toEqual(expected);
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it('through contiguous operands is a single row', () => {
    const packed = contiguousStrides([2, 3, 1, 4]);
    expect(mergeAxes([2, 3, 1, 4], [packed, packed])).toEqual({ shape: [24], strides: [[1], [1]] });
  });

  it('joins only the axes that all operands run through evenly', () => {
    expect(
      mergeAxes(
        [2, 3],
        [
          [3, 1],
          [1, 2],
        ],
      ),
    ).toEqual({
      shape: [2, 3],
      strides: [
        [3, 1],
        [1, 2],
      ],
    });
    expect(
      mergeAxes(
        [2, 3, 4],
        [
          [12, 4, 1],
          [0, 0, 1],
        ],
      ).shape,
    ).toEqual([6, 4]);
  });

  it('through a scalar visits one element, through nothing none', () => {
    expect(walked([], [[]], [7])).toEqual([[7]]);
    expect(walked([2, 0], [[0, 1]], [0])).toEqual([]);
  });
});
