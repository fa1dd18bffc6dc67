import type { Formula, Lanes } from '../lanes.ts';
import { clamp } from './clamp.ts';
import { exactProduct } from './exact_product.ts';
import { expOfSum } from './exp.ts';
import { LOG_POLYNOMIAL, splitLog } from './log.ts';
import { polynomial } from './polynomial.ts';
import { LOG_2 } from './reduction.ts';

/**
 * log x = high + low with about ten bits more than float64 has, for positive finite x. e^(y log x)
 * turns an absolute error of y log x into a relative one, which may be a thousand times as large.
 */
function logPair<V, M>(l: Lanes<V, M>, x: V): { high: V; low: V } {
  const { k, f } = splitLog(l, x);
  // s = f / (2 + f), and `missing` is what the rounded sum and quotient leave out.
  const sum = l.add(f, l.constant(2));
  const lost = l.sub(f, l.sub(sum, l.constant(2)));
  const s = l.div(f, sum);
  const product = exactProduct(l, s, sum);
  const residual = l.sub(l.sub(l.sub(f, product.high), product.low), l.mul(s, lost));
  const missing = l.div(residual, sum);
  // log(1 + f) = 2s + s^3 (...)
  const square = l.mul(s, s);
  const curve = l.mul(l.mul(s, square), polynomial(l, square, LOG_POLYNOMIAL.float64));
  const double = l.add(s, s);
  const small = l.add(l.add(missing, missing), curve);
  // + k log 2, where the product with the short first part of log 2 is exact and the larger term
  const whole = l.mul(k, l.constant(LOG_2.float64.high));
  const sumOfTwo = l.add(whole, double);
  const lostOfTwo = l.sub(double, l.sub(sumOfTwo, whole));
  const low = l.add(l.add(lostOfTwo, l.mul(k, l.constant(LOG_2.float64.low))), small);
  const high = l.add(sumOfTwo, low);
  return { high, low: l.sub(low, l.sub(high, sumOfTwo)) };
}

/** x^y for positive finite x; infinity or 0 where it overflows or underflows. */
function powOfPositive<V, M>(l: Lanes<V, M>, x: V, y: V): V {
  const log = logPair(l, x);
  // The logarithm of the numbers next to 1 is +-2^-53: no finite result needs |y| above 2^63.
  const bounded = clamp(l, y, -(2 ** 64), 2 ** 64);
  const { high, low } = exactProduct(l, bounded, log.high);
  const finite = l.lt(l.abs(high), l.constant(1000));
  const correction = l.add(low, l.mul(bounded, log.low));
  return expOfSum(l, high, l.select(finite, correction, l.constant(0)));
}

/** Computes in float64 and takes care of every special case of IEEE 754. */
const powInDouble: Formula = (l, x, y) => {
  const zero = l.constant(0);
  const one = l.constant(1);
  const half = l.mul(y, l.constant(0.5));
  const integer = l.eq(l.floor(y), y);
  const odd = l.and(integer, l.ne(l.floor(half), half));

  const size = l.abs(x);
  const inside = l.and(l.gt(size, zero), l.lt(size, l.constant(Number.POSITIVE_INFINITY)));
  const atEnd = l.select(l.lt(y, zero), l.div(one, size), size); // of 0, infinity or NaN
  const general = powOfPositive(l, size, y);
  const magnitude = l.select(l.or(inside, l.ne(y, y)), general, atEnd);

  const negative = l.and(l.lt(x, zero), inside);
  const real = l.select(l.and(negative, l.not(integer)), l.constant(Number.NaN), magnitude);
  const signed = l.copySign(real, l.select(odd, x, one));
  return l.select(l.or(l.eq(y, zero), l.eq(x, one)), one, signed);
};

/**
 * x^y; in float64 with a relative error below 1e-14, unless the result is denormal. Special cases as
 * in IEEE 754's pow, which is not JavaScript's where the result is 1:
 *
 * - pow(x, +-0) = 1 and pow(1, y) = 1, whatever the other is, NaN too; otherwise NaN for NaN
 * - pow(-1, +-Infinity) = 1
 * - negative finite x: NaN unless y is an integer, negative if y is an odd one
 * - pow(+-0, y): for y < 0 +Infinity, with the sign of x if y is odd; for y > 0 likewise 0
 * - pow(+-Infinity, y) = pow(+-0, -y)
 * - y = +-Infinity: 0 or Infinity, whichever |x|^y tends to
 */
export const pow: Formula = (l, x, y) => l.inDouble(powInDouble, x, y);
