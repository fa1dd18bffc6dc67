import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ShapeError } from '../../src/errors/index.ts';
import * as shapes from '../../src/tensor/shape.ts';

const { broadcastShapes, broadcastStrides, contiguousStrides, reducedShape } = shapes;
const { checkShape, resolveAxes, resolveAxis, sameShape, sizeOf } = shapes;

const shape = fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 5 });

describe('shapes', () => {
  it('have as many elements as the product of their sizes', () => {
    expect([sizeOf([2, 3, 4]), sizeOf([2, 0, 4]), sizeOf([])]).toEqual([24, 0, 1]);
  });

  it('are the same only with the same sizes on as many axes', () => {
    expect(sameShape([2, 3], [2, 3])).toBe(true);
    expect(sameShape([2, 3], [3, 2])).toBe(false);
    expect(sameShape([2], [2, 1])).toBe(false);
  });

  it('have strides that count the elements of the axes behind', () => {
    expect(contiguousStrides([2, 3, 4])).toEqual([12, 4, 1]);
    expect(contiguousStrides([])).toEqual([]);
  });

  it.each([[[1.5]], [[-1]], ['2'], [[2 ** 60]], [null]])('cannot be %j', (value) => {
    expect(() => checkShape('here', value)).toThrow(ShapeError);
  });
});

describe('axes', () => {
  it('count from the end when they are negative', () => {
    expect([resolveAxis('f', -1, 3), resolveAxis('f', 0, 3)]).toEqual([2, 0]);
    expect(resolveAxes('f', [-1, 0], 3)).toEqual([0, 2]);
    expect(resolveAxes('f', undefined, 2)).toEqual([0, 1]);
    expect(resolveAxes('f', [], 2)).toEqual([]);
  });

  it.each([3, -4, 0.5, Number.NaN])('outside of the tensor are refused: %d', (axis) => {
    expect(() => resolveAxis('f', axis, 3)).toThrow(
      'f: no such axis. Expected an axis from -3 to 2',
    );
  });

  it('that are reduced vanish, or stay as 1', () => {
    expect(reducedShape([2, 3, 4], [0, 2], false)).toEqual([3]);
    expect(reducedShape([2, 3, 4], [0, 2], true)).toEqual([1, 3, 1]);
  });
});

describe('broadcasting', () => {
  it.each([
    [
      [[2, 3], [3]],
      [2, 3],
    ],
    [
      [
        [2, 1],
        [1, 3],
      ],
      [2, 3],
    ],
    [[[], [4]], [4]],
    [[[0], [1]], [0]],
    [
      [[3, 1, 1], [2, 1], [5]],
      [3, 2, 5],
    ],
    [[], []],
  ])('of %j gives %j', (given, common) => {
    expect(broadcastShapes('f', given)).toEqual(common);
  });

  it.each([
    [[2], [3]],
    [[0], [2]],
    [[2, 3], [2]],
  ])('of %j and %j is refused', (a, b) => {
    expect(() => broadcastShapes('f', [a, b])).toThrow('f: shapes do not broadcast');
    expect(() => broadcastShapes('f', [b, a])).toThrow('equal or 1, aligned at the last axis');
  });

  it('does not depend on the order, and changes nothing for one shape alone', () => {
    fc.assert(
      fc.property(shape, fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }), (whole, ones) => {
        const part = whole.map((n, axis) => (ones[axis] ? 1 : n));
        expect(broadcastShapes('f', [whole, part])).toEqual(whole);
        expect(broadcastShapes('f', [part, whole])).toEqual(whole);
        expect(broadcastShapes('f', [whole])).toEqual(whole);
      }),
      { seed: 1 },
    );
  });

  it('repeats by a stride of 0', () => {
    expect(broadcastStrides([3, 1], [1, 1], [2, 3, 4])).toEqual([0, 1, 0]);
  });
});
