/** The functions that a formula may call: what each computes, and its derivative. */
import * as functions from '../numerics/functions/index.ts';
import type { Formula } from '../numerics/lanes.ts';

export interface FunctionDefinition {
  /** How many arguments it takes. */
  readonly arity: number;
  /** Whether it takes more, two at a time: `max(a, b, c)` is `max(max(a, b), c)`. */
  readonly folds?: true;
  readonly formula: Formula;
  /**
   * The derivative as a formula in the arguments `a` and `b` and their derivatives `da` and `db`;
   * left out where mathjs knows it.
   */
  readonly derivative?: string;
}

/** 1 above zero, -1 below; zeros and NaN stay as they are. */
const sign: Formula = (l, x) => {
  const zero = l.constant(0);
  const negative = l.select(l.lt(x, zero), l.constant(-1), x);
  return l.select(l.gt(x, zero), l.constant(1), negative);
};

/** To the nearest integer, halves away from zero. */
const round: Formula = (l, x) => {
  const whole = l.trunc(x);
  const far = l.ge(l.abs(l.sub(x, whole)), l.constant(0.5));
  return l.select(far, l.add(whole, l.copySign(l.constant(1), x)), whole);
};

/** `a - b ⌊a / b⌋`, which has the sign of b; NaN for b = 0. */
const mod: Formula = (l, a, b) => l.sub(a, l.mul(b, l.floor(l.div(a, b))));

const definitions: Readonly<Record<string, FunctionDefinition>> = {
  abs: { arity: 1, formula: (l, a) => l.abs(a), derivative: 'sign(a) * da' },
  ceil: { arity: 1, formula: (l, a) => l.ceil(a), derivative: '0' },
  cos: { arity: 1, formula: functions.cos },
  erf: {
    arity: 1,
    formula: functions.erf,
    derivative: '2 / sqrt(pi) * exp(-a ^ 2) * da',
  },
  exp: { arity: 1, formula: functions.exp },
  expm1: { arity: 1, formula: functions.expm1, derivative: 'exp(a) * da' },
  floor: { arity: 1, formula: (l, a) => l.floor(a), derivative: '0' },
  log: { arity: 1, formula: functions.log },
  log1p: { arity: 1, formula: functions.log1p, derivative: 'da / (1 + a)' },
  max: {
    arity: 2,
    folds: true,
    formula: (l, a, b) => l.max(a, b),
    derivative: 'a > b ? da : db',
  },
  min: {
    arity: 2,
    folds: true,
    formula: (l, a, b) => l.min(a, b),
    derivative: 'a < b ? da : db',
  },
  mod: { arity: 2, formula: mod, derivative: 'da - floor(a / b) * db' },
  relu: {
    arity: 1,
    formula: (l, a) => l.max(a, l.constant(0)),
    derivative: 'a > 0 ? da : 0',
  },
  round: { arity: 1, formula: round, derivative: '0' },
  sigmoid: {
    arity: 1,
    formula: functions.sigmoid,
    derivative: 'sigmoid(a) * (1 - sigmoid(a)) * da',
  },
  sign: { arity: 1, formula: sign, derivative: '0' },
  sin: { arity: 1, formula: functions.sin },
  softplus: { arity: 1, formula: functions.softplus, derivative: 'sigmoid(a) * da' },
  sqrt: { arity: 1, formula: (l, a) => l.sqrt(a) },
  tanh: { arity: 1, formula: functions.tanh, derivative: '(1 - tanh(a) ^ 2) * da' },
};

export const functionNames: readonly string[] = Object.keys(definitions);

/** The function of a name; undefined where there is none, also for what every object has. */
export function functionOf(name: string): FunctionDefinition | undefined {
  return Object.hasOwn(definitions, name) ? definitions[name] : undefined;
}

/** The numbers that have a name in every formula. */
export const namedNumbers: ReadonlyMap<string, number> = new Map([
  ['pi', Math.PI],
  ['e', Math.E],
]);
