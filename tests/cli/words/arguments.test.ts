import { describe, expect, it } from 'vitest';
import { readArguments } from '../../../src/cli/words/arguments.ts';
import {
  choice,
  flag,
  list,
  number,
  optionName,
  otherwise,
  readNumber,
  required,
  text,
} from '../../../src/cli/words/options.ts';
import { UsageError } from '../../../src/cli/words/usage_error.ts';
import { positive, positiveInteger } from '../../../src/errors/options.ts';

const options = {
  target: required(text('COLUMN', 'to predict')),
  learningRate: number('R', positive, 'the factor'),
  epochs: otherwise(number('N', positiveInteger, 'passes'), 50),
  hidden: list('16,16', 'units', (where, part) => readNumber(where, positiveInteger, part)),
  optimizer: choice('NAME', ['adam', 'sgd'], 'which'),
  json: flag('for programs'),
};
const read = (...words: string[]) =>
  readArguments('epochal test', { options, operands: ['DATA.csv'] }, words);
const refused = (...words: string[]): string => {
  try {
    read(...words);
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
  throw new Error('was accepted');
};

describe('a command line', () => {
  it('is read in any order and both ways of writing values', () => {
    const words = ['--target', 'y', 'a.csv', '--learning-rate=0.5', '--hidden', '8, 4', '--json'];
    expect(read(...words)).toEqual({
      values: {
        ...{ target: 'y', learningRate: 0.5, epochs: 50 },
        ...{ hidden: [8, 4], optimizer: undefined, json: true },
      },
      operands: ['a.csv'],
    });
  });

  it('has defaults and flags that are off', () => {
    const { values } = read('a.csv', '--target=y');
    expect([values.epochs, values.json, values.learningRate]).toEqual([50, false, undefined]);
  });

  it('takes what looks odd as a value where it is said to be one', () => {
    expect(read('a.csv', '--target=--json').values.target).toBe('--json');
    expect(read('--target', 'y', '--', '--a.csv').operands).toEqual(['--a.csv']);
    expect(refused('a.csv', '--target', 'y', '--learning-rate', '-1')).toMatch(
      'above 0; received "-1"',
    );
  });

  it.each([
    [['a.csv', '--target', 'y', '--learning-rte', '1'], 'Did you mean --learning-rate?'],
    [['a.csv', '--target', 'y', '--learn', '1'], 'Did you mean --learning-rate?'],
    [['a.csv', '--target', 'y', '--nonsense'], 'received --nonsense.'],
    [['a.csv', '--target', 'y', '-x'], 'received -x.'],
    [['a.csv', '--target', 'y', '--constructor', '1'], 'received --constructor.'],
    [['a.csv', '--target', 'y', '--learning-rate=abc'], '--learning-rate: Expected a finite'],
    [['a.csv', '--target', 'y', '--learning-rate='], 'received ""'],
    [['a.csv', '--target', 'y', '--epochs', '1.5'], '--epochs: Expected a whole number'],
    [['a.csv', '--target', 'y', '--hidden', '8,'], '--hidden: Expected a whole number'],
    [['a.csv', '--target', 'y', '--optimizer', 'adan'], 'Did you mean adam?'],
    [['a.csv', '--target', 'y', '--epochs'], 'a value, --epochs N; received nothing'],
    [['a.csv', '--target', '--json'], 'received --json, the next option'],
    [['a.csv', '--target', 'y', '--json=1'], 'alone, without a value'],
    [['a.csv', '--target', 'y', '--target', 'z'], '--target: Expected this option once'],
    [['a.csv'], 'Expected --target COLUMN'],
    [['--target', 'y'], 'Expected DATA.csv; received nothing'],
    [['a.csv', 'b.csv', '--target', 'y'], 'received b.csv'],
  ])('%j is refused', (words, says) => {
    expect(refused(...words)).toContain(says);
  });
});

it('names are written with hyphens', () => {
  expect(optionName('learningRate')).toBe('--learning-rate');
});
