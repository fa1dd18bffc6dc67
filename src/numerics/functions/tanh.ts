import type { Formula } from '../lanes.ts';
import { atMost } from './clamp.ts';
import type { ByPrecision } from './polynomial.ts';
import { polynomial } from './polynomial.ts';
import { LOG_2 } from './reduction.ts';

/** tanh r = r + r^3 (c0 + c1 r^2 + ...) for r up to `NEAR` */
const POLYNOMIAL: ByPrecision<readonly number[]> = {
  float32: [-0.33333316, 0.13332558, -0.05384986, 0.021063004, -0.006263359],
  float64: [
    -0.333333333333333, 0.1333333333332659, -0.05396825396374694, 0.021869488385527106,
    -0.008863232596763335, 0.00359209198841609, -0.0014555426009102907, 0.0005884435623637442,
    -0.0002333793866708039, 0.00008331352861975574, -0.0000194929914319995,
  ],
};

/** Up to here the polynomial is the result. tanh NEAR = 0.5, so that 1 - q loses nothing beyond. */
const NEAR = 0.55;

/** From here on tanh |x| rounds to 1. */
const LIMIT: ByPrecision<number> = { float32: 10, float64: 20 };

/**
 * tanh |x| with the sign of x. With |x| = r - k log(2) / 2 and s = tanh r, e^(-2|x|) is
 * 2^k (1 - s) / (1 + s), and tanh |x| = 1 - 2v / (1 + s + v), v = 2^k (1 - s). For small x, k = 0 and
 * tanh x = s.
 *
 * Between -1 and 1. tanh(+-0) = +-0, tanh(+-Infinity) = +-1, tanh(NaN) = NaN; of a denormal number it
 * is the number itself.
 */
export const tanh: Formula = (l, x) => {
  const zero = l.constant(0);
  const one = l.constant(1);
  const log2 = LOG_2[l.precision];
  const size = atMost(l, l.abs(x), LIMIT[l.precision]);
  const near = l.lt(size, l.constant(NEAR));
  const k = l.select(near, zero, l.nearest(l.mul(size, l.constant(-2 * Math.LOG2E))));
  const high = l.add(size, l.mul(k, l.constant(log2.high / 2)));
  const r = l.add(high, l.mul(k, l.constant(log2.low / 2)));
  const square = l.mul(r, r);
  const s = l.add(r, l.mul(r, l.mul(square, polynomial(l, square, POLYNOMIAL[l.precision]))));
  const v = l.mul(l.pow2(k), l.sub(one, s));
  const far = l.sub(one, l.div(l.add(v, v), l.add(l.add(one, s), v)));
  return l.copySign(l.select(near, s, far), x);
};
