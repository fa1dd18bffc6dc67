/**
 * Float32 against the float64 functions of the engine, which are wrong in the 16th digit at most; what
 * those lack is put together from them, or taken from mathjs.
 */
import { erf } from 'mathjs';
import { describe, expect, it } from 'vitest';
import { float32 } from '../../../../src/numerics/float32.ts';
import * as functions from '../../../../src/numerics/functions/index.ts';
import type { Formula } from '../../../../src/numerics/lanes.ts';
import { float32Inputs, worst } from '../../../numerics/precision.ts';

interface Case {
  readonly formula: Formula;
  readonly truth: (x: number) => number;
  /** The largest error of all 2^32 inputs, in units in the last place, rounded up. */
  readonly bound: number;
  /** Where the function does its work. */
  readonly intervals: readonly (readonly [number, number])[];
  readonly range?: readonly [number, number];
}

const sigmoid = (x: number) => (x < 0 ? Math.exp(x) / (1 + Math.exp(x)) : 1 / (1 + Math.exp(-x)));
const softplus = (x: number) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));

const cases: Record<Exclude<keyof typeof functions, 'pow'>, Case> = {
  exp: {
    formula: functions.exp,
    truth: Math.exp,
    bound: 0.9,
    intervals: [
      [-1, 1],
      [-104, 89],
      [-104, -87],
    ],
    range: [0, Number.POSITIVE_INFINITY],
  },
  expm1: {
    formula: functions.expm1,
    truth: Math.expm1,
    bound: 1.7,
    intervals: [
      [-1, 1],
      [-20, 89],
      [-0.001, 0.001],
    ],
    range: [-1, Number.POSITIVE_INFINITY],
  },
  log: {
    formula: functions.log,
    truth: Math.log,
    bound: 0.9,
    intervals: [
      [0, 4],
      [0.99, 1.01],
      [0, 2 ** -125],
    ],
  },
  log1p: {
    formula: functions.log1p,
    truth: Math.log1p,
    bound: 0.9,
    intervals: [
      [-1, 4],
      [-0.01, 0.01],
      [0, 1e7],
    ],
  },
  tanh: {
    formula: functions.tanh,
    truth: Math.tanh,
    bound: 1.7,
    intervals: [
      [-10, 10],
      [-1, 1],
      [-0.01, 0.01],
    ],
    range: [-1, 1],
  },
  sigmoid: {
    formula: functions.sigmoid,
    truth: sigmoid,
    bound: 1.8,
    intervals: [
      [-4, 4],
      [-20, 20],
      [-104, -80],
    ],
    range: [0, 1],
  },
  softplus: {
    formula: functions.softplus,
    truth: softplus,
    bound: 2,
    intervals: [
      [-4, 4],
      [-20, 100],
      [-104, -80],
    ],
    range: [0, Number.POSITIVE_INFINITY],
  },
  erf: {
    formula: functions.erf,
    truth: (x) => erf(x),
    bound: 1.4,
    intervals: [
      [-4, 4],
      [-1, 1],
      [-0.01, 0.01],
    ],
    range: [-1, 1],
  },
  sin: {
    formula: functions.sin,
    truth: Math.sin,
    bound: 0.57,
    intervals: [
      [-4, 4],
      [-1000, 1000],
      [-1e9, 1e9],
    ],
    range: [-1, 1],
  },
  cos: {
    formula: functions.cos,
    truth: Math.cos,
    bound: 0.57,
    intervals: [
      [-4, 4],
      [-1000, 1000],
      [-1e9, 1e9],
    ],
    range: [-1, 1],
  },
};

describe('in float32, over a million inputs', () => {
  it.each(Object.entries(cases))('%s is right to 2 units in the last place', (_, entry) => {
    const [low, high] = entry.range ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
    let outside: number | undefined;
    const f = (x: number) => {
      const y = entry.formula(float32, x);
      if (y < low || y > high) outside ??= x;
      return y;
    };
    const error = worst(f, entry.truth, float32Inputs(250_000, entry.intervals), 'float32');
    expect(error.ulps, `at ${error.input}`).toBeLessThanOrEqual(entry.bound);
    expect(outside).toBe(undefined);
  });
});

/** The first input for which two formulas give different bits. */
function difference(f: (x: number) => number, g: (x: number) => number): number | undefined {
  return float32Inputs(10_000, [[0, 10]]).find((x) => !Object.is(f(x), g(x)));
}

describe('in float32', () => {
  it.each(['tanh', 'erf', 'sin'] as const)('%s is odd, to the bit', (name) => {
    const { formula } = cases[name];
    expect(
      difference(
        (x) => formula(float32, -x),
        (x) => -formula(float32, x),
      ),
    ).toBe(undefined);
  });

  it('cos is even, to the bit', () => {
    const { cos } = functions;
    expect(
      difference(
        (x) => cos(float32, -x),
        (x) => cos(float32, x),
      ),
    ).toBe(undefined);
  });
});
