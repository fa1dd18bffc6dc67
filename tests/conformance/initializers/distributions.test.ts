/** What each initializer draws, by its statistics. Seeds are fixed, so nothing here fails by chance. */
import { describe, expect, it } from 'vitest';
import type { Initializer } from '../../../src/initializers/index.ts';
import * as initializers from '../../../src/initializers/index.ts';
import { random } from '../../../src/tensor/rng.ts';

const COUNT = 200_000;

const mean = (values: Float64Array) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
const deviation = (values: Float64Array) => {
  const centre = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - centre) ** 2)));
};
/** The fourth moment over the square of the second: 3 for a normal, 1.8 for a uniform. */
const kurtosis = (values: Float64Array) => {
  const centre = mean(values);
  return mean(values.map((value) => (value - centre) ** 4)) / deviation(values) ** 4;
};
const largest = (values: Float64Array) =>
  values.reduce((record, value) => Math.max(record, Math.abs(value)), 0);

/** What random numbers agree on, within five standard errors. */
const within = (count: number) => 5 / Math.sqrt(count);

describe.each(['float32', 'float64'] as const)('in %s', (dtype) => {
  function sample(initializer: Initializer, count = COUNT, fans = { fanIn: 50, fanOut: 150 }) {
    const stream = random(11, initializer.name);
    return Float64Array.from(
      initializer.sample({ shape: [count], dtype, random: stream, ...fans }),
    );
  }

  describe('a normal generator with true tails', () => {
    it('is not clipped: beyond 3, 4 and 4.5 sigma there is as much as there has to be', () => {
      const count = 4_000_000;
      const values = sample(initializers.normal({ mean: 0, standardDeviation: 1 }), count);
      for (const [sigma, probability] of [
        [3, 2.699796e-3],
        [4, 6.334248e-5],
        [4.5, 6.795346e-6],
      ]) {
        const expected = count * probability;
        const above = values.filter((value) => value > sigma).length;
        const below = values.filter((value) => value < -sigma).length;
        for (const found of [above, below]) {
          expect(Math.abs(found - expected / 2)).toBeLessThan(4 * Math.sqrt(expected / 2));
        }
      }
    });

    it('has the moments of a normal', () => {
      const values = sample(initializers.normal({ mean: 2, standardDeviation: 3 }));
      expect(Math.abs(mean(values) - 2)).toBeLessThan(3 * within(COUNT));
      expect(deviation(values) / 3).toBeCloseTo(1, 2);
      expect(kurtosis(values)).toBeCloseTo(3, 1);
    });

    it('draws each number independently of the one before', () => {
      const values = sample(initializers.normal({ standardDeviation: 1 }));
      const next = (lag: number) => mean(values.map((v, i) => v * values[(i + lag) % COUNT]));
      for (const lag of [1, 2, 3]) expect(Math.abs(next(lag))).toBeLessThan(within(COUNT));
    });
  });

  describe('truncatedNormal', () => {
    const values = sample(initializers.truncatedNormal({ mean: 1, standardDeviation: 0.5 }));

    it('has nothing outside of two standard deviations, and nothing piled up at them', () => {
      const far = values.map((value) => Math.abs(value - 1) / 0.5);
      expect(largest(far)).toBeLessThanOrEqual(2);
      expect(largest(far)).toBeGreaterThan(1.999);
      // Between 1.9 and 2 lies 0.01194 / 0.9545 of a normal that is truncated, 0.0574 of a clipped one.
      const edge = far.filter((value) => value > 1.9).length / COUNT;
      expect(edge).toBeCloseTo(0.01251, 3);
    });

    it('deviates by 0.8796 of what the normal does, as its documentation says', () => {
      expect(Math.abs(mean(values) - 1)).toBeLessThan(within(COUNT));
      expect(deviation(values) / 0.5).toBeCloseTo(0.87963, 2);
    });
  });

  describe('uniform', () => {
    it('fills the range from min to max evenly', () => {
      const values = sample(initializers.uniform({ min: -1, max: 3 }));
      const counts = new Array<number>(8).fill(0);
      for (const value of values) counts[Math.floor((value + 1) * 2)]++;
      for (const count of counts) {
        expect(Math.abs(count - COUNT / 8)).toBeLessThan(5 * Math.sqrt(COUNT / 8));
      }
      expect(counts).toHaveLength(8);
    });

    it('is from -0.05 to 0.05 unless told otherwise', () => {
      expect(initializers.uniform().options).toEqual({ min: -0.05, max: 0.05 });
      expect(initializers.normal().options).toEqual({ mean: 0, standardDeviation: 0.05 });
      expect(initializers.truncatedNormal().options).toEqual({ mean: 0, standardDeviation: 0.05 });
    });
  });

  // With 50 inputs and 150 outputs: 2 / 200, 2 / 50, 1 / 50.
  describe.each([
    ['glorot', initializers.glorotUniform(), initializers.glorotNormal(), 0.01],
    ['he', initializers.heUniform(), initializers.heNormal(), 0.04],
    ['lecun', initializers.lecunUniform(), initializers.lecunNormal(), 0.02],
  ])('%s', (_, uniform, normal, variance) => {
    it.each([
      ['uniform', uniform, 1.8],
      ['normal', normal, 3],
    ])('%s has mean 0, its variance and its shape', (_shape, initializer, fourth) => {
      const values = sample(initializer);
      expect(Math.abs(mean(values))).toBeLessThan(Math.sqrt(variance) * within(COUNT));
      expect(deviation(values) ** 2 / variance).toBeCloseTo(1, 1);
      expect(Math.abs(deviation(values) ** 2 / variance - 1)).toBeLessThan(0.02);
      expect(kurtosis(values)).toBeCloseTo(fourth, 1);
    });

    it('uniform stays within √(3 variance) and comes close to it', () => {
      const limit = Math.sqrt(3 * variance);
      const bound = dtype === 'float32' ? Math.fround(limit) : limit;
      expect(largest(sample(uniform))).toBeLessThanOrEqual(bound);
      expect(largest(sample(uniform))).toBeGreaterThan(0.999 * limit);
    });

    it('normal is not truncated', () => {
      expect(largest(sample(normal))).toBeGreaterThan(4 * Math.sqrt(variance));
    });

    it('stays finite for a parameter of no inputs and no outputs', () => {
      for (const initializer of [uniform, normal]) {
        const values = sample(initializer, 4, { fanIn: 0, fanOut: 0 });
        expect(values.every(Number.isFinite)).toBe(true);
      }
    });
  });

  describe('variance scaling follows the fans', () => {
    const factor = (initializer: Initializer, fans: { fanIn: number; fanOut: number }) =>
      deviation(sample(initializer, 20_000, fans)) / deviation(sample(initializer, 20_000));

    it.each([
      ['heNormal', initializers.heNormal(), 0.5, 1],
      ['lecunNormal', initializers.lecunNormal(), 0.5, 1],
      ['glorotNormal', initializers.glorotNormal(), Math.sqrt(200 / 350), Math.sqrt(200 / 650)],
    ] as const)('%s', (_, initializer, byInputs, byOutputs) => {
      expect(factor(initializer, { fanIn: 200, fanOut: 150 })).toBeCloseTo(byInputs, 6);
      expect(factor(initializer, { fanIn: 50, fanOut: 600 })).toBeCloseTo(byOutputs, 6);
    });
  });
});

describe('the tails of a normal', () => {
  it('reach beyond 5 sigma on both sides, as often as they should', () => {
    const count = 2 ** 25;
    const request = { shape: [count], dtype: 'float32', fanIn: 1, fanOut: 1 } as const;
    const values = initializers
      .normal({ standardDeviation: 1 })
      .sample({ ...request, random: random(11, 'tails') });
    let [above, below] = [0, 0];
    for (const value of values) {
      if (value > 5) above++;
      if (value < -5) below++;
    }
    const expected = count * 2.866516e-7; // 9.6; not one, on either side, has a probability of 1 in 15,000
    for (const found of [above, below]) {
      expect(found).toBeGreaterThan(0);
      expect(Math.abs(found - expected)).toBeLessThan(4 * Math.sqrt(expected));
    }
  });
});

describe('constants', () => {
  it.each([
    ['zeros', initializers.zeros(), 0],
    ['ones', initializers.ones(), 1],
    ['constant', initializers.constant({ value: -2.5 }), -2.5],
  ] as const)('%s', (_, initializer, value) => {
    const stream = random(1, 'unused');
    const request = {
      shape: [2, 3],
      dtype: 'float64',
      fanIn: 2,
      fanOut: 3,
      random: stream,
    } as const;
    expect(initializer.sample(request)).toEqual(new Float64Array(6).fill(value));
  });
});
