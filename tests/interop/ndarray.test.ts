import ndarray from 'ndarray';
import { describe, expect, it } from 'vitest';
import { fromNdarray, toNdarray } from '../../src/interop/ndarray.ts';
import { tensor, uniform } from '../tensors.ts';

describe('an ndarray of a tensor', () => {
  it('reads and writes the memory of the tensor', () => {
    const x = tensor([
      [1, 2, 3],
      [4, 5, 6],
    ]);
    const array = toNdarray(x);
    expect(array.data).toBe(x.storage.data);
    expect(array.get(1, 2)).toBe(6);
    array.set(0, 1, 9);
    expect(x.toArray()).toEqual([
      [1, 9, 3],
      [4, 5, 6],
    ]);
    x.assign([0, 0, 0, 0, 0, 7]);
    expect(array.get(1, 2)).toBe(7);
  });

  it('has the strides and the offset of a view', () => {
    const x = uniform([3, 4, 5], { seed: 1 }).slice([1], null, [2, 4]).transpose([2, 0, 1]);
    const array = toNdarray(x);
    expect(array.shape).toEqual([2, 2, 4]);
    for (const [i, j, k] of [
      [0, 0, 0],
      [1, 1, 3],
      [0, 1, 2],
    ]) {
      expect(array.get(i, j, k)).toBe(x.slice([i, i + 1], [j, j + 1], [k, k + 1]).item());
    }
  });

  it('of a scalar holds one number', () => {
    expect(toNdarray(tensor(4)).get()).toBe(4);
  });
});

describe('a tensor of an ndarray', () => {
  const data = Float64Array.from({ length: 24 }, (_, i) => i);
  const array = ndarray(data, [4, 6]);

  it('reads and writes the memory of the ndarray', () => {
    const own = ndarray(new Float32Array(4), [2, 2]);
    const x = fromNdarray(own);
    own.set(1, 0, 5);
    expect(x.toArray()).toEqual([
      [0, 0],
      [5, 0],
    ]);
    x.assign([1, 2, 3, 4]);
    expect(own.get(1, 1)).toBe(4);
  });

  it.each([
    ['transposed', array.transpose(1, 0)],
    ['cut', array.lo(1, 2).hi(2, 3)],
    ['every second', array.step(2, 3)],
    ['backwards', array.step(-1, -1)],
    ['a row', array.pick(2, null)],
  ])('sees one that is %s as it is', (_, view) => {
    const x = fromNdarray(view);
    expect(x).toHaveShape(view.shape);
    expect(x.dtype).toBe('float64');
    const elements = Array.from({ length: x.size }, (_, i) => {
      const columns = view.shape[view.shape.length - 1];
      return view.shape.length === 1 ? view.get(i) : view.get(Math.floor(i / columns), i % columns);
    });
    expect(Array.from(x.toTypedArray())).toEqual(elements);
  });

  it('computes like any other', () => {
    const x = fromNdarray(array.step(-1, 1).transpose(1, 0));
    const plain = tensor(x.toTypedArray(), { shape: x.shape });
    expect(x.matmul(x.transpose())).toBeBitIdenticalTo(plain.matmul(plain.transpose()));
    expect(fromNdarray(toNdarray(x))).toBeBitIdenticalTo(x);
  });

  it('needs a typed array of a known dtype', () => {
    const plain = ndarray([1, 2, 3]);
    expect(() => fromNdarray(plain as never)).toThrow('received [1, 2, 3]');
    expect(() => fromNdarray(ndarray(new Uint8Array(2)) as never)).toThrow('received Uint8Array');
    const data = new Float32Array(3);
    for (const other of [{ data }, { data, shape: 3, stride: [1], offset: 0 }]) {
      expect(() => fromNdarray(other as never)).toThrow(/^fromNdarray: Expected an ndarray/);
    }
  });
});
