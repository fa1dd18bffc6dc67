import { describe, expect, it } from 'vitest';
import { OptionError } from '../../src/errors/index.ts';
import * as options from '../../src/errors/options.ts';

const { anything, boolean, checkArgument, oneOf, optional, readOptions, withDefault } = options;

interface Example {
  readonly learningRate: number;
  readonly momentum?: number;
  readonly name?: string;
  readonly mode?: 'a' | 'b';
}

const rules: options.Rules<Example> = {
  learningRate: options.positive,
  momentum: withDefault(options.unitInterval, 0.9),
  name: optional(options.string),
  mode: withDefault(oneOf('a', 'b'), 'a'),
};

const misplaced = { epochs: 'It belongs to the Trainer.' };
const read = (given: object | undefined) => readOptions<Example>('sgd', given, rules, misplaced);

describe('options are read', () => {
  it('with defaults for what is left out or undefined', () => {
    expect(read({ learningRate: 0.1 })).toEqual({
      learningRate: 0.1,
      momentum: 0.9,
      name: undefined,
      mode: 'a',
    });
    expect(read({ learningRate: 0.1, momentum: undefined }).momentum).toBe(0.9);
    expect(read({ learningRate: 0.1, momentum: 0, mode: 'b' })).toMatchObject({
      momentum: 0,
      mode: 'b',
    });
  });

  it('from no object at all, where every option has a default', () => {
    expect(readOptions('f', undefined, { a: withDefault(anything, 1) })).toEqual({ a: 1 });
  });

  it('without changing what was given', () => {
    const given = Object.freeze({ learningRate: 0.1 });
    expect(read(given)).not.toBe(given);
  });
});

describe('options are refused', () => {
  it.each<[string, object | undefined, string]>([
    [
      'that are required and missing',
      {},
      'sgd.learningRate: Expected a finite number above 0; received nothing.',
    ],
    [
      'when none are given and one is required',
      undefined,
      'sgd.learningRate: Expected a finite number above 0; received nothing.',
    ],
    [
      'that do not fit',
      { learningRate: -1 },
      'sgd.learningRate: Expected a finite number above 0; received -1.',
    ],
    ['of another type', { learningRate: '0.1' }, 'received "0.1".'],
    ['that are null', { learningRate: null }, 'received null.'],
    [
      'outside of a choice',
      { learningRate: 1, mode: 'c' },
      'sgd.mode: Expected one of "a", "b"; received "c".',
    ],
    [
      'with a slip of the pen',
      { learningRat: 1 },
      'sgd: unknown option "learningRat". Expected only learningRate, momentum, name, mode; received learningRat: 1. Did you mean learningRate?',
    ],
    ['in another case', { learningrate: 1 }, 'Did you mean learningRate?'],
    ['with letters swapped', { learningRate: 1, moemntum: 0 }, 'Did you mean momentum?'],
    [
      'that nobody knows',
      { learningRate: 1, banana: 2 },
      'unknown option "banana". Expected only learningRate, momentum, name, mode; received banana: 2. Write one of these, or remove it.',
    ],
    [
      'that live elsewhere',
      { learningRate: 1, epochs: 2 },
      'received epochs: 2. It belongs to the Trainer.',
    ],
    ['that every object has', { learningRate: 1, toString: 2 }, 'unknown option "toString"'],
    [
      'that are no object',
      [1],
      'Expected an options object { learningRate, momentum, name, mode }; received [1].',
    ],
  ])('%s', (_, given, message) => {
    expect(() => read(given)).toThrow(OptionError);
    expect(() => read(given)).toThrow(message);
  });

  it('also where there are none to be given', () => {
    expect(() => readOptions('relu', { slope: 1 }, {})).toThrow(
      'relu: unknown option "slope". Expected no options; received slope: 1. Remove it.',
    );
  });
});

describe('a rule', () => {
  const { finite, integer, naturalNumber, nonNegative, positive, positiveInteger } = options;
  const { callable, object, shape, string, unitInterval } = options;
  const { NaN: nan, POSITIVE_INFINITY: infinity } = Number;

  it.each([
    [finite, [0, -1.5, 1e308], [nan, infinity, '1', null]],
    [positive, [0.5, 5e-324], [0, -1, infinity, nan, true]],
    [nonNegative, [0, -0, 2.5], [-1e-9, infinity, nan]],
    [integer, [0, -5, 2 ** 53 - 1], [0.5, 2 ** 53, nan, '1']],
    [positiveInteger, [1, 7], [0, -1, 1.5, infinity, [1]]],
    [naturalNumber, [0, 7], [-1, 0.5, nan]],
    [unitInterval, [0, 0.999], [1, -0.1, nan]],
    [boolean, [true, false], [0, 'true', null]],
    [string, ['', 'a'], [1, null]],
    [callable, [Math.max], [null, {}]],
    [object, [{}, []], [null, 1, 'a']],
    [shape, [[], [0], [2, 3]], [[-1], [0.5], 3, '2']],
    [oneOf('a', 2), ['a', 2], ['2', 'b', null]],
  ])('for $expected', ({ accepts }, good, bad) => {
    expect(good.filter((value) => !accepts(value))).toEqual([]);
    expect(bad.filter((value) => accepts(value))).toEqual([]);
  });

  it('checks an argument on its own', () => {
    expect(() => checkArgument('oneHot', 3, positiveInteger)).not.toThrow();
    expect(() => checkArgument('oneHot', 0, positiveInteger)).toThrow(
      'oneHot: Expected a whole number, 1 or more; received 0.',
    );
  });
});
