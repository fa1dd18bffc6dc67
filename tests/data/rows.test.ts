import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromArrays, subset, takeRows } from '../../src/data/index.ts';
import { ShapeError } from '../../src/errors/index.ts';
import { slice } from '../../src/ops/shape/slice.ts';
import { transpose } from '../../src/ops/shape/views.ts';
import { range, tensor } from '../../src/tensor/create.ts';

describe('takeRows', () => {
  it('takes rows in the order asked for, again if asked again, of any width', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 130 }),
        fc.array(fc.nat(8), { maxLength: 20 }),
        (width, indices) => {
          const x = tensor(
            Float32Array.from({ length: 9 * width }, (_, i) => i),
            {
              shape: [9, width],
            },
          );
          const rows = x.toArray() as number[][];
          const taken = takeRows(x, indices);
          expect(taken.shape).toEqual([indices.length, width]);
          expect(taken.toArray()).toEqual(indices.map((index) => rows[index]));
        },
      ),
    );
  });

  it('takes rows of views, whatever their strides and offset', () => {
    const x = tensor([
      [1, 2, 3],
      [4, 5, 6],
    ]);
    expect(takeRows(transpose(x), [2, 0]).toArray()).toEqual([
      [3, 6],
      [1, 4],
    ]);
    expect(takeRows(slice(x, [1, 2]), [0, 0]).toArray()).toEqual([
      [4, 5, 6],
      [4, 5, 6],
    ]);
    expect(takeRows(slice(range(5), [2]), [2, 0]).toArray()).toEqual([4, 2]);
  });

  it('keeps the dtype and makes a copy', () => {
    const x = tensor(Int32Array.of(1, 2, 3));
    const taken = takeRows(x, [1]);
    taken.assign([9]);
    expect(taken.dtype).toBe('int32');
    expect(x.toArray()).toEqual([1, 2, 3]);
  });

  it('refuses rows that there are not', () => {
    for (const index of [-1, 3, 0.5, Number.NaN]) {
      expect(() => takeRows(range(3), [0, index])).toThrow(ShapeError);
    }
  });
});

describe('subset', () => {
  it('takes inputs, targets and weights alike, and keeps the names', () => {
    const dataset = fromArrays({
      inputs: [[1], [2], [3]],
      targets: ['a', 'b', 'c'],
      sampleWeights: [1, 2, 3],
      featureNames: ['x'],
    });
    const part = subset(dataset, [2, 0]);
    expect(part.size).toBe(2);
    expect(part.inputs.toArray()).toEqual([[3], [1]]);
    expect(part.targets.toArray()).toEqual([2, 0]);
    expect(part.sampleWeights?.toArray()).toEqual([3, 1]);
    expect(part.classNames).toEqual(['a', 'b', 'c']);
    expect(part.featureNames).toEqual(['x']);
  });
});

it('a scalar has no rows', () => {
  expect(() => takeRows(tensor(1), [0])).toThrow('Expected rows that there are in shape []');
});
