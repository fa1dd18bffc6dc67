import type { Formula } from '../lanes.ts';
import { atLeast } from './clamp.ts';
import type { ByPrecision } from './polynomial.ts';
import { polynomial } from './polynomial.ts';
import { LOG_2, powerFactors, scale } from './reduction.ts';

/** tanh r = r + r^3 (c0 + c1 r^2 + ...) for |r| <= log(2) / 4 */
const POLYNOMIAL: ByPrecision<readonly number[]> = {
  float32: [-0.33331266, 0.13110282],
  float64: [
    -0.33333333333332477, 0.13333333332779085, -0.05396825277387536, 0.021869370105673278,
    -0.008857288343687446, 0.0034445854135499473,
  ],
};

/** sigmoid(-LIMIT) rounds to 0. */
const LIMIT: ByPrecision<number> = { float32: 104, float64: 746 };

/**
 * 1 / (1 + e^(-x)). With -|x| = k log 2 + 2r and s = tanh r, e^(-|x|) is 2^k (1 + s) / (1 - s), and
 * sigmoid(-|x|) = 2^k (1 + s) / (1 - s + v) = 2^k (1 + (2s - v) / (1 - s + v)), v = 2^k (1 + s). For
 * positive x it is 1 minus that.
 *
 * Underflows through the denormal numbers to 0. sigmoid(+-0) = 0.5, sigmoid(-Infinity) = 0,
 * sigmoid(Infinity) = 1, sigmoid(NaN) = NaN.
 */
export const sigmoid: Formula = (l, x) => {
  const one = l.constant(1);
  const log2 = LOG_2[l.precision];
  const half = atLeast(l, l.mul(l.neg(l.abs(x)), l.constant(0.5)), -LIMIT[l.precision] / 2);
  const k = l.nearest(l.mul(half, l.constant(2 * Math.LOG2E)));
  const high = l.sub(half, l.mul(k, l.constant(log2.high / 2)));
  const r = l.sub(high, l.mul(k, l.constant(log2.low / 2)));
  const square = l.mul(r, r);
  const s = l.add(r, l.mul(r, l.mul(square, polynomial(l, square, POLYNOMIAL[l.precision]))));
  const power = powerFactors(l, k);
  const rest = l.sub(s, scale(l, l.add(one, s), power));
  const quotient = l.div(l.add(s, rest), l.sub(one, rest));
  const small = scale(l, l.add(one, quotient), power);
  return l.select(l.lt(x, l.constant(0)), small, l.sub(one, small));
};
