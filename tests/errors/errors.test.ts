import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import * as errors from '../../src/errors/index.ts';

const { DataError, DtypeError, EpochalError, NonFiniteError, OptionError, ShapeError, StateError } =
  errors;

const family = { DataError, DtypeError, OptionError, ShapeError, StateError };

describe('an error of the library', () => {
  it.each(Object.entries(family))(
    '%s belongs to one family and is named after itself',
    (name, Kind) => {
      const error = new Kind({ where: 'here', expected: 'a', received: 'b', remedy: 'Do c.' });
      expect(error).toBeInstanceOf(EpochalError);
      expect(error).toBeInstanceOf(Error);
      expect(error.name).toBe(name);
      expect(String(error)).toBe(`${name}: here: Expected a; received b. Do c.`);
    },
  );

  it('says where, what is wrong, what was expected and received, and what to do', () => {
    const error = new ShapeError({
      where: 'matmul',
      problem: 'inner sizes differ',
      expected: '[*, 784] x [784, *]',
      received: '[64, 28, 28] x [784, 128]',
      remedy: 'Flatten the input first.',
    });
    expect(error.message).toBe(
      'matmul: inner sizes differ. Expected [*, 784] x [784, *]; ' +
        'received [64, 28, 28] x [784, 128]. Flatten the input first.',
    );
    expect(error).toMatchObject({
      where: 'matmul',
      expected: '[*, 784] x [784, *]',
      received: '[64, 28, 28] x [784, 128]',
      remedy: 'Flatten the input first.',
    });
  });

  it('keeps the error that led to it', () => {
    const cause = new Error('of the file system');
    const complaint = { where: 'load', expected: 'a file', received: 'none', remedy: 'Give one.' };
    expect(new DataError(complaint, { cause }).cause).toBe(cause);
  });

  it('of a training run says where in the training it was', () => {
    const error = new NonFiniteError({
      epoch: 3,
      iteration: 41,
      phase: 'backward',
      value: 'gradient',
      tensor: 'gradient of layers.0.weight',
      received: 'NaN',
    });
    expect(error).toMatchObject({ name: 'NonFiniteError', epoch: 3, iteration: 41 });
    expect(error.message).toContain('epoch 3, iteration 41, phase backward');
    expect(error.message).toContain('gradient of layers.0.weight');
  });
});

describe('a console', () => {
  const complaint = {
    where: 'matmul',
    problem: 'shapes differ',
    expected: 'an inner size of 3',
    received: 'one of 4',
    remedy: 'Transpose one of them.',
    advice: [{ kind: 'noHeader' }],
  } as const;

  it('shows what an error says once', () => {
    const shown = inspect(new DataError(complaint));
    for (const part of [complaint.expected, complaint.received, complaint.remedy]) {
      expect(shown.split(part), part).toHaveLength(2);
    }
    expect(shown).not.toContain('noHeader');
  });

  it('shows where numbers went wrong once', () => {
    const shown = inspect(
      new NonFiniteError({
        ...{ epoch: 3, iteration: 41, phase: 'loss', value: 'loss' },
        ...{ tensor: 'output of layers.2', received: 'NaN at element 0' },
      }),
    );
    for (const part of ['output of layers.2', 'NaN at element 0', 'iteration']) {
      expect(shown.split(part), part).toHaveLength(part === 'iteration' ? 3 : 2);
    }
  });

  it('leaves programs every part of it', () => {
    expect({ ...complaint }).toEqual(
      Object.fromEntries(
        Object.keys(complaint).map((key) => [key, Reflect.get(new DataError(complaint), key)]),
      ),
    );
  });
});
