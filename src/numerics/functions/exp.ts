/** e^x = 2^k e^r, where |r| <= log(2) / 2 leaves a short polynomial. */
import type { Formula, Lanes } from '../lanes.ts';
import { clamp } from './clamp.ts';
import type { ByPrecision } from './polynomial.ts';
import { polynomial } from './polynomial.ts';
import { powerFactors, scale, splitExponent } from './reduction.ts';

/** e^r = 1 + r + r^2 (c0 + c1 r + ...) */
const POLYNOMIAL: ByPrecision<readonly number[]> = {
  float32: [0.49999994, 0.1666652, 0.041668236, 0.008368824, 0.0013823552],
  float64: [
    0.5, 0.16666666666666685, 0.04166666666666654, 0.008333333333315969, 0.0013888888888960221,
    0.00019841269898620886, 0.000024801587170658736, 0.0000027557232901459346, 2.755740477400155e-7,
    2.5112650487254825e-8, 2.087497882118416e-9,
  ],
};

/** Outside of these e^x is 0 or infinity, and just outside the formula says so by itself. */
const LIMITS: ByPrecision<{ low: number; high: number }> = {
  float32: { low: -104, high: 89 },
  float64: { low: -746, high: 710 },
};

/**
 * e^x = 2^k (1 + m) for finite x, with m = e^r - 1 of full relative precision.
 * @param correction a number too small to change x, to be added to it all the same
 */
export function splitExp<V, M>(l: Lanes<V, M>, x: V, correction?: V): { k: V; m: V } {
  const { k, high, low: product } = splitExponent(l, x);
  const low = correction === undefined ? product : l.sub(product, correction);
  const r = l.sub(high, low);
  const curve = l.mul(l.mul(r, r), polynomial(l, r, POLYNOMIAL[l.precision]));
  return { k, m: l.add(high, l.sub(curve, low)) };
}

/** e^(x + correction) over the whole range, for a correction too small to change x. */
export function expOfSum<V, M>(l: Lanes<V, M>, x: V, correction?: V): V {
  const { low, high } = LIMITS[l.precision];
  const { k, m } = splitExp(l, clamp(l, x, low, high), correction);
  return scale(l, l.add(l.constant(1), m), powerFactors(l, k));
}

/**
 * e^x. Underflows through the denormal numbers to 0 and overflows to infinity, each where the true
 * value does. exp(+-0) = 1, exp(-Infinity) = 0, exp(Infinity) = Infinity, exp(NaN) = NaN.
 */
export const exp: Formula = (l, x) => expOfSum(l, x);

/** Below these e^x - 1 rounds to -1; |x| below `tiny` equals e^x - 1. */
const EXPM1_LIMITS: ByPrecision<{ low: number; high: number; tiny: number }> = {
  float32: { low: -20, high: 89, tiny: 2 ** -25 },
  float64: { low: -40, high: 710, tiny: 2 ** -54 },
};

/**
 * e^x - 1, precise for small x, where it is x itself (denormal numbers and the sign of zero too).
 * expm1(-Infinity) = -1, expm1(Infinity) = Infinity, expm1(NaN) = NaN.
 */
export const expm1: Formula = (l, x) => {
  const { low, high, tiny } = EXPM1_LIMITS[l.precision];
  const { k, m } = splitExp(l, clamp(l, x, low, high));
  // 2^k m + (2^k - 1), halved, because 2^k itself may be too large by one power of two.
  const half = l.pow2(l.sub(k, l.constant(1)));
  const result = l.add(l.mul(half, m), l.sub(half, l.constant(0.5)));
  return l.select(l.lt(l.abs(x), l.constant(tiny)), x, l.add(result, result));
};
