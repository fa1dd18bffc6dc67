import { describe, expect, it } from 'vitest';
import { float32 } from '../../../src/numerics/float32.ts';
import { float64 } from '../../../src/numerics/float64.ts';
import * as functions from '../../../src/numerics/functions/index.ts';
import type { Formula } from '../../../src/numerics/lanes.ts';

const { NaN: nan, POSITIVE_INFINITY: infinity } = Number;

interface Special {
  readonly formula: Formula;
  readonly values: readonly (readonly [x: number, y: number])[];
  /** Whether f(x) = x for denormal x. */
  readonly keepsTiny?: boolean;
}

const atZeros = (y: number, minus = y) => [[0, y] as const, [-0, minus] as const];
const atEnds = (low: number, high: number) => [
  [-infinity, low] as const,
  [infinity, high] as const,
];

const special: Record<Exclude<keyof typeof functions, 'pow'>, Special> = {
  exp: {
    formula: functions.exp,
    values: [...atZeros(1), ...atEnds(0, infinity), [1000, infinity], [-1000, 0]],
  },
  expm1: {
    formula: functions.expm1,
    values: [...atZeros(0, -0), ...atEnds(-1, infinity), [1000, infinity], [-1000, -1]],
    keepsTiny: true,
  },
  log: {
    formula: functions.log,
    values: [...atZeros(-infinity), ...atEnds(nan, infinity), [1, 0], [-1, nan], [-1e-45, nan]],
  },
  log1p: {
    formula: functions.log1p,
    values: [...atZeros(0, -0), ...atEnds(nan, infinity), [-1, -infinity], [-1.5, nan]],
    keepsTiny: true,
  },
  tanh: {
    formula: functions.tanh,
    values: [...atZeros(0, -0), ...atEnds(-1, 1), [-50, -1], [1e30, 1]],
    keepsTiny: true,
  },
  sigmoid: {
    formula: functions.sigmoid,
    values: [...atZeros(0.5), ...atEnds(0, 1), [-1000, 0], [1000, 1]],
  },
  softplus: {
    formula: functions.softplus,
    values: [...atEnds(0, infinity), [-1000, 0], [1000, 1000]],
  },
  erf: { formula: functions.erf, values: [...atZeros(0, -0), ...atEnds(-1, 1), [-7, -1], [7, 1]] },
  sin: {
    formula: functions.sin,
    values: [...atZeros(0, -0), ...atEnds(nan, nan)],
    keepsTiny: true,
  },
  cos: { formula: functions.cos, values: [...atZeros(1), ...atEnds(nan, nan), [2 ** -30, 1]] },
};

describe.each([
  ['float32', float32, 2 ** -149, 2 ** -126],
  ['float64', float64, 2 ** -1074, 2 ** -1022],
] as const)('in %s', (_, lanes, smallest, normal) => {
  it.each(Object.entries(special))(
    '%s of zeros, infinities and NaN',
    (_name, { formula, values }) => {
      for (const [x, y] of [...values, [nan, nan]]) {
        const input = lanes.constant(x);
        expect(formula(lanes, input), `of ${input}`).toBe(lanes.constant(y));
      }
    },
  );

  it.each(Object.entries(special).filter(([, { keepsTiny }]) => keepsTiny))(
    '%s of a denormal number is that number',
    (_name, { formula }) => {
      for (const size of [smallest, 3 * smallest, normal / 2, normal - smallest, normal]) {
        expect(formula(lanes, size)).toBe(size);
        expect(formula(lanes, -size)).toBe(-size);
      }
    },
  );

  it('log counts denormal numbers in full', () => {
    expect(functions.log(lanes, smallest)).toBe(lanes.constant(Math.log(smallest)));
    expect(functions.log(lanes, normal / 2)).toBe(lanes.constant(Math.log(normal / 2)));
  });

  it('exp, sigmoid and softplus go through the denormal numbers to 0', () => {
    const { exp, sigmoid, softplus } = functions;
    const edge = Math.log(smallest);
    for (const formula of [exp, sigmoid, softplus]) {
      expect(formula(lanes, lanes.constant(edge))).toBe(smallest);
      expect(formula(lanes, lanes.constant(edge - 0.6))).toBe(smallest);
      expect(formula(lanes, lanes.constant(edge - 0.8))).toBe(0);
    }
  });
});
