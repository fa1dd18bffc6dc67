import { describe, expect, it } from 'vitest';
import { float32 } from '../../../../src/numerics/float32.ts';
import { float64 } from '../../../../src/numerics/float64.ts';
import { pow } from '../../../../src/numerics/functions/index.ts';
import { float32Inputs, randomWords, ulps } from '../../../numerics/precision.ts';

const { NaN: nan, POSITIVE_INFINITY: inf } = Number;

/** x, y and x^y: the list of IEEE 754-2019, section 9.2.1, with examples of each of its rules. */
const table: readonly (readonly [number, number, number])[] = [
  ...[nan, inf, -inf, 0, -0, 1, -1, 0.5, -7].flatMap((x) => [
    [x, 0, 1] as const,
    [x, -0, 1] as const,
  ]),
  ...[nan, inf, -inf, 0, -1, 0.5, 1e30].map((y) => [1, y, 1] as const),
  [nan, 1, nan],
  [nan, inf, nan],
  [2, nan, nan],
  [0, nan, nan],
  [-1, nan, nan],
  [inf, nan, nan],
  // zeros
  [0, -3, inf],
  [-0, -3, -inf],
  [0, -2, inf],
  [-0, -2, inf],
  [-0, -0.5, inf],
  [0, -inf, inf],
  [-0, -inf, inf],
  [0, 3, 0],
  [-0, 3, -0],
  [-0, 2, 0],
  [-0, 0.5, 0],
  [0, inf, 0],
  [-0, inf, 0],
  // infinite exponents
  [-1, inf, 1],
  [-1, -inf, 1],
  [0.5, inf, 0],
  [-0.5, inf, 0],
  [2, inf, inf],
  [-2, inf, inf],
  [0.5, -inf, inf],
  [-0.5, -inf, inf],
  [2, -inf, 0],
  [-2, -inf, 0],
  [inf, inf, inf],
  [inf, -inf, 0],
  [-inf, inf, inf],
  [-inf, -inf, 0],
  // infinite bases
  [inf, 0.5, inf],
  [inf, -0.5, 0],
  [-inf, 3, -inf],
  [-inf, 2, inf],
  [-inf, 2.5, inf],
  [-inf, -3, -0],
  [-inf, -2, 0],
  [-inf, -2.5, 0],
  // negative bases
  [-2, 3, -8],
  [-2, 2, 4],
  [-2, -1, -0.5],
  [-2, 0.5, nan],
  [-2, 1e-30, nan],
  [-1, 2 ** 24 - 1, -1],
  [-1, 2 ** 24, 1],
  [-1, 2 ** 60, 1],
  // overflow and underflow, with the sign
  [10, 1000, inf],
  [-10, 1001, -inf],
  [10, -1000, 0],
  [-10, -1001, -0],
  [2, 1e30, inf],
  [0.5, 1e30, 0],
];

describe('pow', () => {
  it.each(table)('of %d and %d is %d in both precisions', (x, y, truth) => {
    expect(pow(float32, x, y)).toBe(truth);
    expect(pow(float64, x, y)).toBe(truth);
  });

  it('takes the float64 next to 1 to the powers that matter', () => {
    const above = 1 + 2 ** -52;
    expect(pow(float64, above, 2 ** 52)).toBeCloseTo(Math.E, 13);
    expect(pow(float64, above, 1e20)).toBe(inf);
    expect(pow(float64, above, -1e20)).toBe(0);
    expect(pow(float64, -1, 2 ** 53 - 1)).toBe(-1);
  });

  it('goes through the denormal numbers', () => {
    expect(pow(float32, 2, -149)).toBe(2 ** -149);
    expect(pow(float32, 2, -151)).toBe(0);
    expect(pow(float32, -2, -149)).toBe(-(2 ** -149));
    expect(pow(float32, 2 ** -149, 1)).toBe(2 ** -149);
    expect(pow(float64, 2, -1074)).toBe(2 ** -1074);
    expect(pow(float64, 2 ** -1074, 1)).toBe(2 ** -1074);
    expect(pow(float64, 2, -1076)).toBe(0);
  });

  it('in float32 is right to 0.5001 units in the last place, over a million cases', () => {
    const bases = float32Inputs(500_000, [[0, 3]]);
    const next = randomWords(99);
    let largest = 0;
    let at = '';
    for (let i = 0; i < bases.length; i += 1) {
      const x = bases[i];
      const random = next() * 2 ** -32 - 0.5;
      // Exponents of three kinds: any result, small integers, and about 1.
      const any = (208 * random) / Math.log(Math.abs(x));
      const y = Math.fround(i % 3 === 0 ? any : i % 3 === 1 ? Math.round(60 * random) : 4 * random);
      if ((Math.abs(x) === 1 && !Number.isFinite(y)) || x === 1) continue; // where JavaScript differs
      const error = ulps(pow(float32, x, y), x ** y, 'float32');
      if (!(error <= largest)) [largest, at] = [error, `${x} ^ ${y}`];
    }
    expect(largest, at).toBeLessThanOrEqual(0.5001);
  });
});
