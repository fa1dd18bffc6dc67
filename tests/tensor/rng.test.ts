import { describe, expect, it } from 'vitest';
import { OptionError } from '../../src/errors/index.ts';
import { words } from '../../src/numerics/float32.ts';
import { wordAt, wordsInOrder } from '../../src/numerics/hash.ts';
import { checkSeed, random, randomKey, uniformRandom } from '../../src/tensor/rng.ts';

const draw = <T>(count: number, next: () => T): T[] => Array.from({ length: count }, next);
const mean = (values: readonly number[]) => values.reduce((sum, v) => sum + v, 0) / values.length;

/** Drawn before other texts than those of Latin-1 had streams of their own. */
const LATIN_1 = 0.07524376541105664;

describe('a stream of random numbers', () => {
  it('is the same for the same seed and name', () => {
    const [a, b] = [random(7, 'shuffle'), random(7, 'shuffle')];
    expect(draw(20, a.uniform)).toEqual(draw(20, b.uniform));
    expect(draw(5, a.normal)).toEqual(draw(5, b.normal));
    expect(a.permutation(10)).toEqual(b.permutation(10));
  });

  it('is these numbers, on every engine, for ever', () => {
    const { uniform, normal, integer, permutation } = random(7, 'init/layers.0.weight');
    expect(draw(2, uniform)).toEqual([0.2891048524766752, 0.989152454459736]);
    expect(draw(2, normal)).toEqual([0.8743957167058523, 2.324200516844728]);
    expect(draw(4, () => integer(1000))).toEqual([994, 819, 921, 303]);
    expect(Array.from(permutation(8))).toEqual([6, 4, 3, 7, 2, 1, 5, 0]);
    expect(randomKey(7, 'dropout/layers.1')).toBe(535266155);
  });

  it.each([
    ['another seed', random(8, 'shuffle')],
    ['another name', random(7, 'init')],
    ['the seed as text', random('7', 'shuffle')],
    ['seed and name divided elsewhere', random('7/shuffle', '')],
  ])('is another with %s', (_, other) => {
    const own = draw(8, random(7, 'shuffle').uniform);
    expect(draw(8, other.uniform)).not.toEqual(own);
  });

  it('differs for texts that differ anywhere in Unicode', () => {
    const seeds = [
      '7',
      '\u0137',
      'a',
      '\u0161',
      '\u0261',
      'á',
      '\u01e1',
      'ña',
      'n\u0303a',
      '種',
      '种',
      '\ud83d',
      '\ud83e',
    ];
    // What the bytes of others would spell in Latin-1, and the other way round.
    seeds.push('\u0001a', 'a\u0001', '\u6101', '\u0161\u0000', '\u0000\u0161');
    const firsts = seeds.map((seed) => random(seed, 'shuffle').uniform());
    expect(new Set(firsts).size).toBe(seeds.length);
    expect(random('é', 'shuffle').uniform()).toBe(LATIN_1);
  });

  it('is not moved on by draws from another one', () => {
    const expected = draw(3, random(1, 'init').uniform);
    const stream = random(1, 'init');
    const other = random(1, 'dropout');
    const mixed = draw(3, () => {
      other.normal();
      return stream.uniform();
    });
    expect(mixed).toEqual(expected);
  });

  it('needs a seed that is a finite number or a text', () => {
    for (const seed of [Number.NaN, Number.POSITIVE_INFINITY, undefined, null, {}]) {
      expect(() => checkSeed('here.seed', seed)).toThrow(OptionError);
      expect(() => random(seed as never, 'shuffle')).toThrow(/seed: a finite number or a string/);
      expect(() => uniformRandom(seed as never, 'shuffle')).toThrow(OptionError);
      expect(() => randomKey(seed as never, 'shuffle')).toThrow(OptionError);
    }
    expect(() => checkSeed('here.seed', '')).not.toThrow();
  });
});

describe('uniform numbers', () => {
  const values = draw(100_000, random(1, 'uniform').uniform);

  it('lie from 0 to below 1 with the mean and variance they should have', () => {
    expect(values.every((value) => value >= 0 && value < 1)).toBe(true);
    expect(mean(values)).toBeCloseTo(1 / 2, 2);
    expect(mean(values.map((value) => (value - 0.5) ** 2))).toBeCloseTo(1 / 12, 3);
  });

  it('fill all of their 53 bits', () => {
    const lowest = values.map((value) => Math.floor(value * 2 ** 53) % 2);
    expect(mean(lowest)).toBeCloseTo(0.5, 2);
  });
});

describe('normal numbers', () => {
  const count = 200_000;
  const values = draw(count, random(2, 'normal').normal);
  const moment = (power: number) => mean(values.map((value) => value ** power));

  it.each([
    [1, 0, 0.01],
    [2, 1, 0.02],
    [3, 0, 0.03],
    [4, 3, 0.1],
    [6, 15, 1],
  ])('have moment %d close to %d', (power, expected, tolerance) => {
    expect(Math.abs(moment(power) - expected)).toBeLessThan(tolerance);
  });

  it.each([
    [1, 0.3173],
    [2, 0.0455],
    [3, 0.0027],
    [4, 6.33e-5],
  ])(
    'lie beyond %d standard deviations as often as they should: tails are not clipped',
    (limit, share) => {
      const beyond = values.filter((value) => Math.abs(value) > limit).length;
      const spread = Math.sqrt(count * share * (1 - share));
      expect(Math.abs(beyond - count * share)).toBeLessThan(5 * spread + 1);
    },
  );

  it('reach beyond four standard deviations on both sides', () => {
    const sorted = values.toSorted((a, b) => a - b);
    expect(sorted[0]).toBeLessThan(-4);
    expect(sorted.at(-1)).toBeGreaterThan(4);
  });

  it('are independent of the ones before', () => {
    const product = mean(values.slice(1).map((value, i) => value * values[i]));
    expect(Math.abs(product)).toBeLessThan(5 / Math.sqrt(count));
  });
});

describe('whole numbers', () => {
  it.each([2, 3, 6, 10, 1000])('below %d come equally often', (bound) => {
    const { integer } = random(3, `integer/${bound}`);
    const count = 60_000;
    const seen = new Array<number>(bound).fill(0);
    for (let i = 0; i < count; i++) seen[integer(bound)]++;
    const expected = count / bound;
    const chiSquare = seen.reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0);
    // The mean of this statistic is bound - 1, its variance twice that.
    expect(chiSquare).toBeLessThan(bound - 1 + 5 * Math.sqrt(2 * (bound - 1)));
  });

  it('are not biased where the bound does not divide 2^32', () => {
    const bound = 3 * 2 ** 30; // a remainder would favour the lowest third twofold
    const { integer } = random(4, 'integer');
    const low = draw(30_000, () => integer(bound)).filter((value) => value < bound / 3).length;
    expect(Math.abs(low / 30_000 - 1 / 3)).toBeLessThan(0.015);
  });
});

describe('a permutation', () => {
  it('is shuffled by the words of the hash, which are those of kernels', () => {
    for (const key of [0, 1, -1, 535266155]) {
      const next = wordsInOrder(words, key);
      for (let i = 0; i < 100; i++) expect(next()).toBe(wordAt(words, key, 0, i) >>> 0);
    }
  });

  it('holds each number once', () => {
    const { permutation } = random(5, 'shuffle');
    expect(Array.from(permutation(100)).sort((a, b) => a - b)).toEqual([...Array(100).keys()]);
    expect(permutation(0)).toHaveLength(0);
    expect(Array.from(permutation(1))).toEqual([0]);
  });

  it('is any of all orders equally often', () => {
    const { permutation } = random(6, 'shuffle');
    const seen = new Map<string, number>();
    const count = 48_000;
    for (let i = 0; i < count; i++) {
      const order = permutation(4).join();
      seen.set(order, (seen.get(order) ?? 0) + 1);
    }
    expect(seen.size).toBe(24);
    const expected = count / 24;
    const chiSquare = [...seen.values()].reduce(
      (sum, n) => sum + (n - expected) ** 2 / expected,
      0,
    );
    expect(chiSquare).toBeLessThan(23 + 5 * Math.sqrt(46));
  });
});
