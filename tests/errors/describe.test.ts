import { describe, expect, it } from 'vitest';
import { describeShape, describe as show } from '../../src/errors/describe.ts';
import { tensor } from '../tensors.ts';

const nested = [[[[[1]]]]];

describe('a received value is described', () => {
  it.each<[string, unknown, string]>([
    ['a number', 0.5, '0.5'],
    ['a negative zero', -0, '-0'],
    ['NaN', Number.NaN, 'NaN'],
    ['a text', 'a "b"', '"a \\"b\\""'],
    ['a long text', 'x'.repeat(100), `"${'x'.repeat(57)}..."`],
    ['nothing', undefined, 'undefined'],
    ['null', null, 'null'],
    ['a big integer', 12n, '12n'],
    ['a function', Math.max, 'a function (max)'],
    [
      'a function without a name',
      (
        () => () =>
          1
      )(),
      'a function',
    ],
    ['a symbol', Symbol('s'), 'Symbol(s)'],
    ['an array', [1, 'a', null], '[1, "a", null]'],
    ['a long array', [1, 2, 3, 4, 5, 6, 7, 8], '[1, 2, 3, 4, 5, 6, … 8 in all]'],
    ['a deep array', nested, '[[[[…]]]]'],
    ['a typed array', new Float32Array(3), 'Float32Array of 12 bytes'],
    ['an object', { a: 1, b: 2 }, '{ a, b }'],
    ['an object without a prototype', Object.create(null), '{  }'],
    ['an object of a class', new Map(), 'an object of class Map'],
    ['a tensor', tensor(1), 'an object of class Tensor'],
  ])('%s', (_, value, text) => {
    expect(show(value)).toBe(text);
  });

  it('also when it contains itself', () => {
    const circle: unknown[] = [];
    circle.push(circle);
    expect(show(circle)).toBe('[[[[…]]]]');
  });

  it('as sizes in brackets, when it is a shape', () => {
    expect([describeShape([2, 3]), describeShape([])]).toEqual(['[2, 3]', '[]']);
  });
});
