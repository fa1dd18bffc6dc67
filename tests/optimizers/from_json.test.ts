import { describe, expect, it } from 'vitest';
import { DataError, StateError } from '../../src/errors/index.ts';
import * as optimizers from '../../src/optimizers/index.ts';
import { trace } from './descent.ts';
import { records } from './records.ts';

const { adam, groupOf, optimizerFromJSON, optimizerToJSON, rmsprop, sgd } = optimizers;

const through = (optimizer: optimizers.Optimizer) =>
  optimizerFromJSON(JSON.parse(JSON.stringify(optimizerToJSON(optimizer))));

describe('an optimizer through JSON', () => {
  const gradients = [[1], [-2], [0.5]];

  it.each([
    sgd({ learningRate: 0.1, momentum: 0.9, nesterov: true, l2: 0.5, weightDecay: 0.25 }),
    adam({ beta1: 0.5, amsgrad: true }),
    rmsprop({ centered: true }),
  ])('computes the same: $name', (optimizer) => {
    const copy = through(optimizer);
    expect(copy.options).toEqual(optimizer.options);
    expect(trace(copy, [1], gradients)).toEqual(trace(optimizer, [1], gradients));
  });

  it.each(records)('is known by name, as it is and with all its options: $name', (record) => {
    const { name, plain, parabola, rosenbrock } = record;
    for (const optimizer of [plain(), ...[...parabola, ...rosenbrock].map(([each]) => each)]) {
      expect(through(optimizer).name).toBe(name);
      expect(optimizerToJSON(through(optimizer))).toEqual(optimizerToJSON(optimizer));
    }
  });

  it('names the nearest where a name is misspelt', () => {
    expect(() => optimizerFromJSON({ name: 'adma', options: {} })).toThrow('Did you mean adam?');
  });

  it('keeps groups by name and refuses groups by function', () => {
    const byName = sgd({ groups: [{ parameters: 'layers.0', learningRate: 7 }] });
    expect(groupOf(through(byName), 'layers.0.bias').learningRate).toBe(7);
    const byFunction = sgd({ groups: [{ parameters: () => true }] });
    expect(() => optimizerToJSON(byFunction)).toThrow(StateError);
  });

  it('refuses unknown names, those of objects too, and unfit options', () => {
    const read = (name: string, options = {}) => optimizerFromJSON({ name, options });
    expect(() => read('adamm')).toThrow(DataError);
    expect(() => read('__proto__')).toThrow(DataError);
    expect(() => read('constructor')).toThrow(DataError);
    expect(() => read('sgd', { beta1: 1 })).toThrow(/unknown option "beta1"/);
  });
});
