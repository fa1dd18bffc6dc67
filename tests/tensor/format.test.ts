import { describe, expect, it } from 'vitest';
import { formatNumber } from '../../src/tensor/format.ts';
import { range, tensor, zeros } from '../tensors.ts';

const lines = (...text: string[]): string => text.join('\n');

describe('a tensor prints', () => {
  it('a number after dtype and shape', () => {
    expect(String(tensor(0.1))).toBe('tensor float32 [] 0.1');
  });

  it('rows in aligned columns', () => {
    const x = tensor([
      [1, -2.5, 3],
      [100, 0.125, -0],
    ]);
    expect(String(x)).toBe(
      lines('tensor float32 [2, 3]', '[[    1,  -2.5,     3],', ' [  100, 0.125,    -0]]'),
    );
  });

  it('three axes in brackets within brackets', () => {
    const x = tensor([1, 2, 3, 4], { shape: [2, 1, 2], dtype: 'int32' });
    expect(String(x)).toBe(lines('tensor int32 [2, 1, 2]', '[[[1, 2]],', ' [[3, 4]]]'));
  });

  it('the ends of long axes', () => {
    expect(String(range(1000))).toBe('tensor float32 [1000]\n[  0,   1,   2, …, 997, 998, 999]');
    const rows = String(range(40).reshape([20, 2])).split('\n');
    expect(rows).toEqual([
      'tensor float32 [20, 2]',
      '[[ 0,  1],',
      ' [ 2,  3],',
      ' [ 4,  5],',
      ' …,',
      ' [34, 35],',
      ' [36, 37],',
      ' [38, 39]]',
    ]);
  });

  it('what is special', () => {
    const { NaN: nan, POSITIVE_INFINITY: infinity } = Number;
    expect(String(tensor([nan, infinity, -infinity]))).toContain(
      '[      NaN,  Infinity, -Infinity]',
    );
    expect(String(zeros([2, 0]))).toBe('tensor float32 [2, 0] (no elements)');
  });

  it('a view as it is seen', () => {
    expect(
      String(
        tensor([
          [1, 2],
          [3, 4],
        ]).transpose(),
      ),
    ).toContain('[[1, 3],\n [2, 4]]');
  });

  it('the same in console.log of Node', () => {
    const x = tensor([1]);
    const inspect = Reflect.get(x, Symbol.for('nodejs.util.inspect.custom')) as () => string;
    expect(inspect.call(x)).toBe(String(x));
  });
});

describe('a number is written', () => {
  it.each([
    [Math.fround(0.1), '0.1'],
    [1 / 3, '0.333333'],
    [123456789, '123457000'],
    [1e-10, '1e-10'],
    [1e21, '1e+21'],
    [-0, '-0'],
    [0, '0'],
  ])('%d with six digits at most: %s', (value, text) => {
    expect(formatNumber(value)).toBe(text);
  });

  it('in full when it is whole by dtype', () => {
    expect(formatNumber(123456789, 'int32')).toBe('123456789');
  });
});
