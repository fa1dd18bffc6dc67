/** Float64 against values that mpmath computed with 2400 bits: `tests/fixtures/numerics/float64.py`. */
import { describe, expect, it } from 'vitest';
import { float64 } from '../../../src/numerics/float64.ts';
import * as functions from '../../../src/numerics/functions/index.ts';
import type { Formula } from '../../../src/numerics/lanes.ts';
import fixture from '../../fixtures/numerics/float64.json';
import { ulps } from '../precision.ts';

const { pow, ...unary } = functions;
const values: Record<string, number[][]> = fixture;

/**
 * How many places from the rounded true value; 1 elsewhere. Over millions of random inputs the
 * largest error of the unrounded value was 3.7 for sin and cos and 2.3 for the others.
 */
const places: Record<string, number> = { sin: 3, cos: 3 };

describe('in float64', () => {
  it.each(Object.entries(unary))(
    '%s is right to a few units in the last place',
    (name, formula: Formula) => {
      expect(values[name].length).toBeGreaterThan(100);
      for (const [x, truth] of values[name]) {
        const error = ulps(formula(float64, x), truth, 'float64');
        expect(error, `at ${x}`).toBeLessThanOrEqual(places[name] ?? 1);
      }
    },
  );

  it('pow is right to 1e-14, relatively, wherever its result is a normal number', () => {
    expect(values.pow.length).toBeGreaterThan(100);
    for (const [x, y, truth] of values.pow) {
      const error = Math.abs(pow(float64, x, y) / truth - 1);
      expect(error, `at ${x} ^ ${y}`).toBeLessThanOrEqual(1e-14);
    }
  });

  it('sin and cos of numbers above 2^60 are still between -1 and 1', () => {
    for (let x = 2 ** 60; x < 2 ** 996; x *= 3.3) {
      expect(Math.abs(functions.sin(float64, x))).toBeLessThanOrEqual(1);
      expect(Math.abs(functions.cos(float64, x))).toBeLessThanOrEqual(1);
    }
  });
});
