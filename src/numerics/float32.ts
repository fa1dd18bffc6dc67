/**
 * Lanes interpreted on float32 numbers: each operation is JavaScript's, rounded at once with
 * `Math.fround`. For `+ - * /` and `sqrt` rounding the float64 result to float32 equals the float32
 * operation, because float64 carries more than twice the bits (Figueroa, 1995).
 */
import { exactLanes } from './exact_lanes.ts';
import { float64 } from './float64.ts';
import type { Lanes } from './lanes.ts';
import type { WordLanes } from './word_lanes.ts';

const fround = Math.fround;
const single = new Float32Array(1);
const bits = new Int32Array(single.buffer);

export const float32: Lanes<number, boolean> = {
  precision: 'float32',
  constant: (value) => fround(value),
  add: (a, b) => fround(a + b),
  sub: (a, b) => fround(a - b),
  mul: (a, b) => fround(a * b),
  div: (a, b) => fround(a / b),
  sqrt: (a) => fround(Math.sqrt(a)),
  ...exactLanes,
  // From 2^23 to 2^24 the float32 are the integers, the integer in their lowest bits. Adding
  // 2^23 + 127 leaves the biased exponent there, from where it is shifted into its place.
  pow2: (n) => {
    single[0] = n + (2 ** 23 + 127);
    bits[0] <<= 23;
    return single[0];
  },
  exponent: (a) => {
    single[0] = a;
    return ((bits[0] >>> 23) & 0xff) - 127;
  },
  significand: (a) => {
    single[0] = a;
    bits[0] = (bits[0] & 0x007fffff) | 0x3f800000;
    return single[0];
  },
  inDouble: (formula, ...inputs) => fround(formula(float64, ...inputs)),
};

/** Words interpreted on numbers: signed 32-bit integers, as `Math.imul` and `|` keep them. */
export const words: WordLanes<number, number> = {
  word: (value) => value | 0,
  addWord: (a, b) => (a + b) | 0,
  mulWord: (a, b) => Math.imul(a, b),
  xorWord: (a, b) => a ^ b,
  shiftRightWord: (a, count) => (a >>> count) | 0,
  unit: (a) => (a >>> 8) * 2 ** -24,
};
