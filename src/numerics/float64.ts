/**
 * Lanes interpreted on float64 numbers: JavaScript's own arithmetic, which IEEE 754 fixes exactly.
 */
import { exactLanes } from './exact_lanes.ts';
import type { Lanes } from './lanes.ts';

const double = new Float64Array(1);
// Words of the double, low and high; typed arrays follow the machine, which is little-endian
// wherever JavaScript runs today, but a formula must not depend on that.
const words = new Int32Array(double.buffer);
const high = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? 1 : 0;
const low = 1 - high;

export const float64: Lanes<number, boolean> = {
  precision: 'float64',
  constant: (value) => value,
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  div: (a, b) => a / b,
  sqrt: (a) => Math.sqrt(a),
  ...exactLanes,
  // From 2^52 to 2^53 the float64 are the integers, the integer in their lowest bits. Adding
  // 2^52 + 1023 leaves the biased exponent there, from where it is shifted into its place.
  pow2: (n) => {
    double[0] = n + (2 ** 52 + 1023);
    words[high] = words[low] << 20;
    words[low] = 0;
    return double[0];
  },
  exponent: (a) => {
    double[0] = a;
    return ((words[high] >>> 20) & 0x7ff) - 1023;
  },
  significand: (a) => {
    double[0] = a;
    words[high] = (words[high] & 0x000fffff) | 0x3ff00000;
    return double[0];
  },
  inDouble: (formula, ...inputs) => formula(float64, ...inputs),
};
