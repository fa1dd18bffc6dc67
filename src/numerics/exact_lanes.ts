/**
 * The part of lanes on numbers that is the same for float32 and float64: what is exact, so that nothing is rounded,
 * and what tells numbers apart.
 */
import type { Lanes } from './lanes.ts';

/**
 * Rounds to the nearest integer, halves to even, keeping the sign of zero. From 2^52 on every float64
 * is an integer, so that adding 2^52 rounds as wanted.
 */
function nearest(a: number): number {
  const size = Math.abs(a);
  return size < 2 ** 52 ? copySign(size + 2 ** 52 - 2 ** 52, a) : a;
}

function copySign(a: number, b: number): number {
  const negative = b < 0 || (b === 0 && 1 / b < 0);
  return negative ? -Math.abs(a) : Math.abs(a);
}

export const exactLanes = {
  neg: (a) => -a,
  abs: (a) => Math.abs(a),
  min: (a, b) => Math.min(a, b),
  max: (a, b) => Math.max(a, b),
  floor: (a) => Math.floor(a),
  ceil: (a) => Math.ceil(a),
  trunc: (a) => Math.trunc(a),
  nearest,
  eq: (a, b) => a === b,
  ne: (a, b) => a !== b,
  lt: (a, b) => a < b,
  le: (a, b) => a <= b,
  gt: (a, b) => a > b,
  ge: (a, b) => a >= b,
  and: (a, b) => a && b,
  or: (a, b) => a || b,
  not: (a) => !a,
  select: (mask, a, b) => (mask ? a : b),
  copySign,
} satisfies Partial<Lanes<number, boolean>>;
