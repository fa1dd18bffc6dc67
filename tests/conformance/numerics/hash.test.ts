import { describe, expect, it } from 'vitest';
import { words } from '../../../src/numerics/float32.ts';
import { uniformAt } from '../../../src/numerics/hash.ts';

const at = (key: number, counter: number, element: number): number =>
  uniformAt(words, key, counter, element);

/** The 24 bits behind the number. */
const bitsAt = (key: number, counter: number, element: number): number =>
  at(key, counter, element) * 2 ** 24;

const count = (length: number) => Array.from({ length }, (_, i) => i);

/**
 * Pearson's statistic of the numbers in equal bins, as standard deviations from what chance gives:
 * chi-square has the mean d and the variance 2 d for d degrees of freedom.
 */
function deviation(numbers: readonly number[], bins: number): number {
  const counts = new Uint32Array(bins);
  for (const number of numbers) counts[Math.floor(number * bins)] += 1;
  const expected = numbers.length / bins;
  const statistic = counts.reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0);
  return (statistic - (bins - 1)) / Math.sqrt(2 * (bins - 1));
}

describe('uniformAt', () => {
  it('gives multiples of 2^-24 from 0 to below 1', () => {
    for (const i of count(10_000)) {
      const number = at(1, 2, i);
      expect(number >= 0 && number < 1 && Number.isInteger(number * 2 ** 24)).toBe(true);
    }
  });

  it('is a function of key, counter and element', () => {
    expect(at(5, 6, 7)).toBe(at(5, 6, 7));
    const others = [at(4, 6, 7), at(5, 7, 7), at(5, 6, 8), at(6, 5, 7), at(7, 6, 5), at(5, 7, 6)];
    expect(new Set([at(5, 6, 7), ...others]).size).toBe(7);
  });

  it.each([
    ['elements', (i: number) => at(1, 1, i)],
    ['every 64th element', (i: number) => at(1, 1, 64 * i)],
    ['counters', (i: number) => at(1, i, 1)],
    ['keys', (i: number) => at(i, 1, 1)],
    ['keys that differ in their upper bits', (i: number) => at(i << 16, 1, 1)],
    ['keys and counters whose sum is fixed', (i: number) => at(i, -i, 0)],
    ['negative words', (i: number) => at(-i, -1, -i)],
  ])('is uniform over %s', (_, draw) => {
    const numbers = count(2 ** 16).map(draw);
    expect(Math.abs(deviation(numbers, 256))).toBeLessThan(4);
  });

  it('is uniform in every stream, over many of them', () => {
    const deviations = count(500).map((i) =>
      deviation(
        count(1024).map((element) => at(i, i + 1, element)),
        64,
      ),
    );
    expect(Math.max(...deviations)).toBeLessThan(6);
    const mean = deviations.reduce((sum, d) => sum + d, 0) / deviations.length;
    expect(Math.abs(mean)).toBeLessThan(4 / Math.sqrt(deviations.length));
  });

  it('spreads pairs of neighbouring elements over the square', () => {
    const pairs = count(2 ** 16).map((i) => {
      const [row, column] = [at(3, 9, i), at(3, 9, i + 1)].map((x) => Math.floor(16 * x));
      return (16 * row + column) / 256;
    });
    expect(Math.abs(deviation(pairs, 256))).toBeLessThan(4);
  });

  it.each([
    ['key', (bit: number) => [bit, 0, 0]],
    ['counter', (bit: number) => [0, bit, 0]],
    ['element', (bit: number) => [0, 0, bit]],
  ])('changes every output bit half of the time for every bit of the %s', (_, place) => {
    const samples = 2048;
    for (const input of count(32)) {
      const flips = new Uint32Array(24);
      const [key, counter, element] = place(1 << input);
      for (const i of count(samples)) {
        const changed = bitsAt(i, 7, i) ^ bitsAt(i ^ key, 7 ^ counter, i ^ element);
        for (const output of count(24)) flips[output] += (changed >>> output) & 1;
      }
      const shares = Array.from(flips, (n) => n / samples);
      // 5.5 standard deviations of a fair coin thrown 2048 times
      expect(Math.min(...shares)).toBeGreaterThan(0.5 - 0.061);
      expect(Math.max(...shares)).toBeLessThan(0.5 + 0.061);
    }
  });

  it.each([
    ['draws', (i: number) => [0, i]],
    ['keys', (i: number) => [i, 0]],
  ])('has no correlation between neighbouring %s', (_, stream) => {
    const size = 4096;
    const streams = count(33).map((i) => {
      const [key, counter] = stream(i);
      return count(size).map((element) => at(key, counter, element) - 0.5);
    });
    for (const i of count(32)) {
      const product = streams[i].reduce((sum, x, element) => sum + x * streams[i + 1][element], 0);
      const correlation = (12 * product) / size;
      expect(Math.abs(correlation)).toBeLessThan(5 / Math.sqrt(size));
    }
  });

  it('has no two streams of which one continues the other', () => {
    // Two neighbours are 48 bits: by chance no pair of them occurs twice among a million.
    const pairs = new Float64Array(15 * 2 ** 16);
    for (let i = 0; i < pairs.length; i += 1) {
      const counter = Math.floor(i / 15);
      const element = i % 15;
      pairs[i] = bitsAt(11, counter, element) * 2 ** 24 + bitsAt(11, counter, element + 1);
    }
    pairs.sort();
    expect(pairs.filter((pair, i) => pair === pairs[i + 1]).length).toBe(0);
  });
});
