import type { Formula } from '../lanes.ts';
import { atLeast } from './clamp.ts';
import type { ByPrecision } from './polynomial.ts';
import { polynomial } from './polynomial.ts';
import { LOG_2, scale } from './reduction.ts';

/**
 * What numerator and denominator are multiplied by, so that they are just below a power of two, where
 * rounding errors are smallest relative to the number.
 */
const FACTOR = 27 / 16;

/** 27/16 tanh r = 27/16 r + r^3 (c1 + c2 r^2 + ...) for |r| <= log(2) / 4 */
const POLYNOMIAL: ByPrecision<readonly number[]> = {
  float32: [FACTOR, -0.5624998, 0.22496371, -0.08897563],
  float64: [
    FACTOR,
    -0.5624999999999856,
    0.22499999999065623,
    -0.09107142655712967,
    0.03690456212655021,
    -0.014946676135185173,
    0.0058127597093669756,
  ],
};

/** sigmoid(-LIMIT) rounds to 0. */
const LIMIT: ByPrecision<number> = { float32: 104, float64: 746 };

/**
 * 1 / (1 + e^(-x)). With -|x| = k log 2 + 2r and s = tanh r, e^(-|x|) is 2^k (1 + s) / (1 - s), and
 * sigmoid(-|x|) = v / (1 - s + v), v = 2^k (1 + s). For positive x it is 1 minus that.
 *
 * Underflows through the denormal numbers to 0. sigmoid(+-0) = 0.5, sigmoid(-Infinity) = 0,
 * sigmoid(Infinity) = 1, sigmoid(NaN) = NaN.
 */
export const sigmoid: Formula = (l, x) => {
  const factor = l.constant(FACTOR);
  const log2 = LOG_2[l.precision];
  const half = atLeast(l, l.mul(l.abs(x), l.constant(-0.5)), -LIMIT[l.precision] / 2);
  const k = l.nearest(l.mul(half, l.constant(2 * Math.LOG2E)));
  const high = l.sub(half, l.mul(k, l.constant(log2.high / 2)));
  const r = l.sub(high, l.mul(k, l.constant(log2.low / 2)));
  const s = l.mul(r, polynomial(l, l.mul(r, r), POLYNOMIAL[l.precision]));
  const v = scale(l, l.add(factor, s), k);
  const quotient = l.div(v, l.sub(factor, l.sub(s, v)));
  return l.select(l.lt(x, l.constant(0)), quotient, l.sub(l.constant(1), quotient));
};
