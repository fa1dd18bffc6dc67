import { describe, expect, it } from 'vitest';
import { StateError } from '../../src/errors/index.ts';
import { ones, tensor, zeros } from '../tensors.ts';

describe('a tensor gives its numbers away', () => {
  it('as a typed array that is a copy, in row-major order, also of a view', () => {
    const x = tensor([
      [1, 2, 3],
      [4, 5, 6],
    ]);
    const flat = x.transpose().toTypedArray();
    expect(flat).toEqual(new Float32Array([1, 4, 2, 5, 3, 6]));
    flat[0] = 9;
    expect(x.toArray()).toEqual([
      [1, 2, 3],
      [4, 5, 6],
    ]);
  });

  it('as arrays whose depth the type knows, when the rank is said', () => {
    const rows: number[][] = tensor([[1, 2]]).toArray({ rank: 2 });
    const row: number[] = tensor([1, 2]).toArray({ rank: 1 });
    const number: number = tensor(3).toArray({ rank: 0 });
    const deep: number[][][] = zeros([1, 0, 2]).toArray({ rank: 3 });
    expect([rows, row, number, deep]).toEqual([[[1, 2]], [1, 2], 3, [[]]]);
    expect(() => tensor([1, 2]).toArray({ rank: 2 })).toThrow(
      'toArray.rank: Expected 1, the rank of [2]; received 2. Leave it out',
    );
  });

  it('as a number, when there is one', () => {
    expect(tensor([[[4]]]).item()).toBe(4);
    expect(tensor([1, 2]).slice([1]).item()).toBe(2);
  });

  it('not as a number, when there are more or none', () => {
    expect(() => tensor([1, 2]).item()).toThrow('a tensor with one element; received shape [2]');
    expect(() => zeros([0]).item()).toThrow(StateError);
  });
});

describe('a tensor is overwritten', () => {
  it('by numbers, typed arrays and tensors, for everyone who shares its memory', () => {
    const x = zeros([2, 2]);
    const transposed = x.transpose();
    x.assign([1, 2, 3, 4]);
    expect(transposed.toArray()).toEqual([
      [1, 3],
      [2, 4],
    ]);
    transposed.assign(
      tensor([
        [5, 6],
        [7, 8],
      ]),
    );
    expect(x.toArray()).toEqual([
      [5, 7],
      [6, 8],
    ]);
    x.assign(new Float64Array([0, 1, 2, 3]));
    expect(x.toArray()).toEqual([
      [0, 1],
      [2, 3],
    ]);
  });

  it('by its own transpose', () => {
    const x = tensor([
      [1, 2],
      [3, 4],
    ]);
    x.assign(x.transpose());
    expect(x.toArray()).toEqual([
      [1, 3],
      [2, 4],
    ]);
  });

  it('only within a view', () => {
    const x = zeros([3, 3]);
    x.slice([1, 2], [0, 2]).assign([1, 2]);
    expect(x.toArray()).toEqual([
      [0, 0, 0],
      [1, 2, 0],
      [0, 0, 0],
    ]);
  });

  it('only by what has its shape', () => {
    const x = zeros([2, 2]);
    expect(() => x.assign([1, 2, 3])).toThrow('4 elements for shape [2, 2]; received 3 elements');
    expect(() => x.assign(ones([4]))).toThrow('received shape [4]');
  });

  it('not where several elements share a place', () => {
    const x = zeros([1]).broadcastTo([3]);
    expect(() => x.assign([1, 2, 3])).toThrow('each have their own place in memory');
  });
});

describe('a tensor knows whether it lies in order', () => {
  it('as new ones do, and reshaped ones', () => {
    expect(zeros([2, 3]).isContiguous).toBe(true);
    expect(zeros([2, 3]).reshape([3, 2]).isContiguous).toBe(true);
    expect(zeros([]).isContiguous).toBe(true);
  });

  it('but not transposed or cut ones, unless nothing is skipped', () => {
    expect(zeros([2, 3]).transpose().isContiguous).toBe(false);
    expect(zeros([2, 3]).slice(null, [0, 2]).isContiguous).toBe(false);
    expect(zeros([3, 2]).slice([1, 3]).isContiguous).toBe(true);
    expect(zeros([1, 5]).transpose().isContiguous).toBe(true);
  });
});
