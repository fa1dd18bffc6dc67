/**
 * Counter-based normal numbers. All draws are fixed, so the statistics below are constants; their bounds
 * are those of chance, and what they come out as is written down beside them.
 */
import { describe, expect, it } from 'vitest';
import { float32, words } from '../../../src/numerics/float32.ts';
import { float64 } from '../../../src/numerics/float64.ts';
import { erf } from '../../../src/numerics/functions/index.ts';
import { cosOfTurns } from '../../../src/numerics/functions/trigonometry.ts';
import { uniformAt } from '../../../src/numerics/hash.ts';
import { boxMuller, normalAt } from '../../../src/numerics/normal.ts';
import { ulps } from '../../numerics/precision.ts';

const COUNT = 1_000_000;
const lanes = { ...float32, ...words };
const at = (key: number, counter: number, element: number) =>
  normalAt(lanes, key, counter, element);

const numbers = Float64Array.from({ length: COUNT }, (_, i) => at(2026, 7, i));

/** The mean of the powers of the numbers. */
function moment(power: 1 | 2 | 3 | 4): number {
  const sum = numbers.reduce((total, x) => {
    const square = x * x;
    return total + [x, square, x * square, square * square][power - 1];
  }, 0);
  return sum / COUNT;
}

/** The distribution function of the standard normal. */
const phi = (x: number) => (1 + erf(float64, x / Math.SQRT2)) / 2;

/** Sums of the float64 that these float32 are; the statistics of chance are 0, 1, 0 and 3. */
const GOLDEN_MOMENTS = [
  -0.002057275234726239, 0.9978953846856211, -0.008540885542376716, 2.9882659645639995,
];
const GOLDEN_NUMBERS = [
  -0.19245849549770355, 0.32618898153305054, -0.5764688849449158, -0.5427976846694946,
];

describe('a million normal numbers', () => {
  // The variances of x, x², x³, x⁴ are 1, 2, 15, 96.
  it.each([
    [1, 0, 1],
    [2, 1, 2],
    [3, 0, 15],
    [4, 3, 96],
  ] as const)('have the moment %i: %i', (power, expected, variance) => {
    const deviation = Math.sqrt(variance / COUNT);
    expect(Math.abs(moment(power) - expected)).toBeLessThan(4 * deviation);
  });

  it('are always the same ones', () => {
    const golden = [1, 2, 3, 4].map((power) => moment(power as 1));
    expect(golden).toEqual(GOLDEN_MOMENTS);
    expect(Array.from(numbers.slice(0, 4))).toEqual(GOLDEN_NUMBERS);
  });

  it('are distributed as they should be (Kolmogorov and Smirnov)', () => {
    const sorted = numbers.slice().sort();
    let largest = 0;
    sorted.forEach((x, i) => {
      const p = phi(x);
      largest = Math.max(largest, p - i / COUNT, (i + 1) / COUNT - p);
    });
    // By chance it is above 1.95 / √n once in a thousand.
    expect(largest * Math.sqrt(COUNT)).toBeLessThan(1.95);
  });

  it.each([2, 3, 4, 4.5])('go beyond %d on either side as often as they should', (limit) => {
    const expected = COUNT * (1 - phi(limit));
    const above = numbers.filter((x) => x > limit).length;
    const below = numbers.filter((x) => x < -limit).length;
    for (const count of [above, below]) {
      expect(Math.abs(count - expected)).toBeLessThan(4 * Math.sqrt(expected));
    }
    expect(Math.min(above, below)).toBeGreaterThan(0);
  });

  it('do not depend on their neighbours, other draws and other keys', () => {
    const size = 200_000;
    const draw = (of: (i: number) => number) =>
      Float64Array.from({ length: size }, (_, i) => of(i));
    const own = draw((i) => at(1, 1, i));
    const others = {
      'the next element': draw((i) => at(1, 1, i + 1)),
      'the next but one': draw((i) => at(1, 1, i + 2)),
      'the next draw': draw((i) => at(1, 2, i)),
      'the next key': draw((i) => at(2, 1, i)),
    };
    for (const [what, other] of Object.entries(others)) {
      const correlation = own.reduce((sum, x, i) => sum + x * other[i], 0) / size;
      const ofSquares =
        own.reduce((sum, x, i) => sum + (x ** 2 - 1) * (other[i] ** 2 - 1), 0) / size;
      expect(Math.abs(correlation), what).toBeLessThan(4 / Math.sqrt(size));
      expect(Math.abs(ofSquares), what).toBeLessThan((4 * 2) / Math.sqrt(size));
    }
  });

  it('are those of float64, within roundings', () => {
    const double = { ...float64, ...words };
    for (let i = 0; i < 20_000; i++) {
      const exact = normalAt(double, 2026, 7, i);
      const [high, low] = [3 * i, 3 * i + 1].map((element) => uniformAt(words, 2026, 7, element));
      const radius = boxMuller(float64, high, low, 0);
      // Rounding u by 2^-25 moves half the square of the radius, and so the radius by that over it.
      const bound = 2 ** -25 / radius + 2 ** -22 * radius;
      expect(Math.abs(numbers[i] - exact)).toBeLessThan(bound);
    }
  });
});

describe('the formula of Box and Muller', () => {
  const unit = 2 ** -24;

  it('is 0 where the uniform number is as large as it gets, and never infinite', () => {
    expect(Math.abs(boxMuller(float32, 1 - unit, 1 - unit, 0.3))).toBe(0);
    expect(boxMuller(float32, 0, 0, 0)).toBeCloseTo(Math.sqrt(98 * Math.LN2), 5);
    expect(boxMuller(float32, 0, 0, 0.5)).toBeCloseTo(-Math.sqrt(98 * Math.LN2), 5);
  });

  it('continues where the first 24 bits are 0', () => {
    const [last, beyond] = [boxMuller(float32, unit, 0, 0), boxMuller(float32, 0, unit, 0)];
    expect(last).toBeCloseTo(Math.sqrt(48 * Math.LN2), 5); // 5.77
    expect(beyond).toBeCloseTo(Math.sqrt(96 * Math.LN2), 5); // 8.16
  });
});

describe('cosOfTurns', () => {
  it('is the cosine to 2 units in the last place, of every turn that is drawn', () => {
    let worst = 0;
    for (let k = 0; k < 2 ** 24; k += 37) {
      const t = k / 2 ** 24;
      // Math.cos loses digits near a quarter turn, where the sine of the rest is exact.
      const quarters = Math.round(4 * t);
      const rest = (t - quarters / 4) * 2 * Math.PI;
      const truth = [Math.cos(rest), -Math.sin(rest), -Math.cos(rest), Math.sin(rest)][
        quarters % 4
      ];
      worst = Math.max(worst, ulps(cosOfTurns(float32, t), truth, 'float32'));
    }
    expect(worst).toBeLessThanOrEqual(2);
  });

  it('is exact at quarter turns', () => {
    const at = [0, 0.25, 0.5, 0.75, 1].map((t) => Math.abs(cosOfTurns(float32, t)));
    expect(at).toEqual([1, 0, 1, 0, 1]);
    expect(cosOfTurns(float32, 0.5)).toBe(-1);
  });

  it('is the cosine in float64', () => {
    for (let k = 0; k <= 1000; k++) {
      expect(cosOfTurns(float64, k / 1000)).toBeCloseTo(Math.cos((2 * Math.PI * k) / 1000), 14);
    }
  });
});
