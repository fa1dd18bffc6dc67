import { describe, expect, it } from 'vitest';
import { DtypeError, OptionError, ShapeError } from '../../src/errors/index.ts';
import type { NestedArray } from '../../src/tensor/rank.ts';
import {
  type Dtype,
  full,
  ones,
  parameter,
  range,
  type TypedArray,
  tensor,
  zeros,
} from '../tensors.ts';

describe('a tensor of numbers', () => {
  it.each<[string, NestedArray, number[]]>([
    ['a number', 5, []],
    ['a list', [1, 2, 3], [3]],
    [
      'a matrix',
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
      [2, 3],
    ],
    ['three axes', [[[1], [2]]], [1, 2, 1]],
    ['nothing', [], [0]],
    ['rows of nothing', [[], []], [2, 0]],
  ])('takes the shape of %s and gives it back', (_, values, shape) => {
    const x = tensor(values);
    expect(x).toHaveShape(shape);
    expect(x.toArray()).toEqual(values);
    expect(x.dtype).toBe('float32');
    expect([x.rank, x.size]).toEqual([shape.length, shape.reduce((size, n) => size * n, 1)]);
  });

  it('takes another shape with as many elements', () => {
    expect(tensor([1, 2, 3, 4], { shape: [2, 2] }).toArray()).toEqual([
      [1, 2],
      [3, 4],
    ]);
    expect(tensor([[1, 2]], { shape: [2] }).toArray()).toEqual([1, 2]);
  });

  it('is rounded to its dtype', () => {
    expect(tensor(0.1).item()).toBe(Math.fround(0.1));
    expect(tensor(0.1, { dtype: 'float64' }).item()).toBe(0.1);
    expect(tensor(1e40).item()).toBe(Number.POSITIVE_INFINITY);
  });

  it('does not change when the arrays it came from do', () => {
    const values = [1, 2];
    const x = tensor(values);
    values[0] = 9;
    expect(x.toArray()).toEqual([1, 2]);
  });

  it.each<[string, () => unknown, new (...args: never[]) => Error, string]>([
    [
      'ragged rows',
      () => tensor([[1, 2], [3]]),
      ShapeError,
      'shape [2] for every item, as the first has; received shape [1] at index 1',
    ],
    ['numbers beside rows', () => tensor([[1], 2]), ShapeError, 'received shape [] at index 1'],
    [
      'too few elements',
      () => tensor([1, 2, 3], { shape: [2, 2] }),
      ShapeError,
      '4 elements for shape [2, 2]; received 3 elements',
    ],
    ['text', () => tensor('abc' as unknown as NestedArray), DtypeError, 'received "abc"'],
    [
      'null among numbers',
      () => tensor([1, null] as unknown as NestedArray),
      DtypeError,
      'received null',
    ],
    [
      'a fraction as int32',
      () => tensor([1, 1.5], { dtype: 'int32' }),
      DtypeError,
      'received 1.5 at element 1',
    ],
    [
      'NaN as int32',
      () => tensor(Number.NaN, { dtype: 'int32' }),
      DtypeError,
      'received NaN at element 0',
    ],
    [
      '2^31 as int32',
      () => tensor(2 ** 31, { dtype: 'int32' }),
      DtypeError,
      'whole numbers from -2^31 to 2^31 - 1',
    ],
    [
      'an unknown dtype',
      () => tensor(1, { dtype: 'float16' as Dtype }),
      DtypeError,
      'Expected float32, float64 or int32; received "float16"',
    ],
    [
      'a misspelt option',
      () => tensor(1, { dtyp: 'float64' } as object),
      OptionError,
      'Did you mean dtype?',
    ],
    [
      'a shape of fractions',
      () => tensor([1], { shape: [0.5] }),
      OptionError,
      'a shape: an array of whole numbers',
    ],
    [
      'an array of bytes',
      () => tensor(new Uint8Array(2) as unknown as TypedArray),
      DtypeError,
      'Float32Array.from(values)',
    ],
  ])('refuses %s', (_, make, error, says) => {
    expect(make).toThrow(error);
    expect(make).toThrow(says);
  });
});

describe('a tensor of a typed array', () => {
  it.each([
    ['float32', new Float32Array([1, 2, 3, 4])],
    ['float64', new Float64Array([1, 2, 3, 4])],
    ['int32', new Int32Array([1, 2, 3, 4])],
  ] as const)('of %s is that very memory', (dtype, data) => {
    const x = tensor(data, { shape: [2, 2] });
    expect(x.dtype).toBe(dtype);
    expect(x.storage.data).toBe(data);
    data[3] = 7;
    expect(x.toArray()).toEqual([
      [1, 2],
      [3, 7],
    ]);
    x.assign([5, 6, 7, 8]);
    expect(Array.from(data)).toEqual([5, 6, 7, 8]);
  });

  it('is a copy when the dtype changes', () => {
    const data = new Float64Array([0.1]);
    const x = tensor(data, { dtype: 'float32' });
    data[0] = 5;
    expect(x.item()).toBe(Math.fround(0.1));
  });

  it('may be a part of a larger buffer', () => {
    const buffer = new Float32Array([1, 2, 3, 4]).buffer;
    expect(tensor(new Float32Array(buffer, 4, 2)).toArray()).toEqual([2, 3]);
  });
});

describe('tensors by rule', () => {
  it('are zeros, ones, one value, or numbers in order', () => {
    expect(zeros([2]).toArray()).toEqual([0, 0]);
    expect(ones([1, 2]).toArray()).toEqual([[1, 1]]);
    expect(full([], -2, { dtype: 'int32' }).item()).toBe(-2);
    expect(range(4).toArray()).toEqual([0, 1, 2, 3]);
    expect(range(0)).toHaveShape([0]);
    expect(range(2, { dtype: 'int32' }).dtype).toBe('int32');
  });

  it('refuse shapes and options that make no sense', () => {
    expect(() => zeros([-1])).toThrow('each 0 or more; received [-1]');
    expect(() => ones(3 as unknown as number[])).toThrow('received 3');
    expect(() => zeros([1], { dtype: 'double' as Dtype })).toThrow('received "double"');
    expect(() => range(2, { type: 'int32' } as object)).toThrow('Did you mean dtype?');
  });

  it('do not follow a shape that is changed afterwards', () => {
    const shape = [2, 2];
    const x = zeros(shape);
    shape[0] = 3;
    expect(x).toHaveShape([2, 2]);
  });
});

describe('a parameter', () => {
  it('is a tensor that gradients flow to, with a name', () => {
    const w = parameter([[1, 2]], { name: 'layers.0.weight', dtype: 'float64' });
    expect([w.requiresGrad, w.name, w.dtype]).toEqual([true, 'layers.0.weight', 'float64']);
    expect(tensor(1).requiresGrad).toBe(false);
  });

  it('made of a tensor is a copy of it', () => {
    const x = tensor([
      [1, 2],
      [3, 4],
    ]).transpose();
    const w = parameter(x);
    x.assign([9, 9, 9, 9]);
    expect(w.toArray()).toEqual([
      [1, 3],
      [2, 4],
    ]);
  });

  it('cannot be of whole numbers', () => {
    expect(() => parameter(new Int32Array(1))).toThrow('gradients are not whole numbers');
  });
});
