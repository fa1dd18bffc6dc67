/** What all initializers share: seeds, descriptions, options, and which is the default. */
import { describe, expect, it } from 'vitest';
import { DataError, OptionError } from '../../src/errors/errors.ts';
import * as all from '../../src/initializers/all.ts';
import {
  constant,
  type Initializer,
  type InitializerDescription,
  initializerFromJSON,
} from '../../src/initializers/index.ts';
import { random, type Seed } from '../../src/tensor/rng.ts';

const NAMES = Object.keys(all);
const NEEDED: Readonly<Record<string, object>> = { constant: { value: 0.5 } };

const factories = all as unknown as Record<string, (options?: object) => Initializer>;
const make = (name: string) => factories[name](NEEDED[name]);
const DRAWING = NAMES.filter((name) => !['zeros', 'ones', 'constant'].includes(name));

function sample(initializer: Initializer, seed: Seed = 1, stream = 'init/layers.0.weight') {
  const request = { shape: [5, 4], fanIn: 5, fanOut: 4, random: random(seed, stream) };
  return initializer.sample({ ...request, dtype: 'float32' });
}

describe.each(NAMES)('%s', (name) => {
  it('gives as many values as the shape has elements, all finite', () => {
    expect(sample(make(name))).toHaveLength(20);
    expect(sample(make(name)).every(Number.isFinite)).toBe(true);
  });

  it('gives the same bits for the same seed and stream', () => {
    expect(sample(make(name))).toEqual(sample(make(name)));
  });

  it('comes back from JSON with its options', () => {
    const written = JSON.stringify(make(name));
    const read = initializerFromJSON(JSON.parse(written));
    expect(read.name).toBe(name);
    expect(JSON.stringify(read)).toBe(written);
    expect(sample(read)).toEqual(sample(make(name)));
  });

  it('refuses options it does not know', () => {
    expect(() => factories[name]({ ...NEEDED[name], scale: 2 })).toThrow(OptionError);
  });
});

describe.each(DRAWING)('%s', (name) => {
  it('gives other values for another seed, and for another stream', () => {
    const values = sample(make(name));
    expect(sample(make(name), 2)).not.toEqual(values);
    expect(sample(make(name), '1')).not.toEqual(values);
    expect(sample(make(name), 1, 'init/layers.1.weight')).not.toEqual(values);
  });
});

describe('initializerFromJSON', () => {
  it('takes a name alone where no option is needed', () => {
    expect(initializerFromJSON({ name: 'heNormal' }).name).toBe('heNormal');
  });

  it('names what it knows when it does not know a name', () => {
    const description = { name: 'xavier', options: {} };
    expect(() => initializerFromJSON(description)).toThrow(DataError);
    expect(() => initializerFromJSON(description)).toThrow(/glorotUniform.*received "xavier"/);
  });

  it.each([[undefined], [null], [{}], [{ name: 3 }], [{ name: 'toString' }], ['heNormal']])(
    'refuses %j',
    (description) => {
      const given = description as unknown as InitializerDescription;
      expect(() => initializerFromJSON(given)).toThrow(DataError);
    },
  );

  it('checks options as the initializer does', () => {
    expect(() => initializerFromJSON({ name: 'constant' })).toThrow(OptionError);
    expect(() => initializerFromJSON({ name: 'ones', options: { value: 1 } })).toThrow(OptionError);
  });
});

describe('options that do not fit', () => {
  it.each([
    ['constant', {}, 'constant.value: Expected a finite number; received nothing.'],
    ['constant', { value: Number.NaN }, 'received NaN'],
    ['uniform', { min: 1, max: 1 }, 'uniform: Expected min below max; received min 1, max 1.'],
    ['uniform', { max: -1 }, 'received min -0.05, max -1.'],
    [
      'normal',
      { standardDeviation: 0 },
      'normal.standardDeviation: Expected a finite number above 0; received 0.',
    ],
    ['truncatedNormal', { standardDeviation: -1 }, 'truncatedNormal.standardDeviation'],
    ['truncatedNormal', { mean: Number.POSITIVE_INFINITY }, 'truncatedNormal.mean'],
    ['orthogonal', { gain: '2' }, 'orthogonal.gain: Expected a finite number; received "2".'],
  ])('%s %j', (name, options, message) => {
    expect(() => factories[name](options)).toThrow(OptionError);
    expect(() => factories[name](options)).toThrow(message);
  });

  it('leave the given object alone', () => {
    const options = Object.freeze({ value: 3 });
    expect(constant(options).options).toEqual({ value: 3 });
  });
});
