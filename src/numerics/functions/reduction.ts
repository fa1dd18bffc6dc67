/**
 * What the functions made of e^x and log x have in common: taking powers of two out, with log 2 in
 * two parts, of which the first is so short that its product with any exponent is exact.
 */
import type { Lanes } from '../lanes.ts';
import { clamp } from './clamp.ts';
import type { ByPrecision } from './polynomial.ts';

export const LOG_2: ByPrecision<{ high: number; low: number }> = {
  float32: { high: 0.693145751953125, low: 0.000001428606765330187 },
  float64: { high: 0.6931471805598903, low: 5.497923018708371e-14 },
};

/** x = k log 2 + (high - low) with |high - low| <= log(2) / 2 and an integer k. `high` is exact. */
export function splitExponent<V, M>(l: Lanes<V, M>, x: V): { k: V; high: V; low: V } {
  const log2 = LOG_2[l.precision];
  const k = l.nearest(l.mul(x, l.constant(Math.LOG2E)));
  const high = l.sub(x, l.mul(k, l.constant(log2.high)));
  return { k, high, low: l.mul(k, l.constant(log2.low)) };
}

/** With a k of these at most, up or down, v 2^k of a v near 1 is exact. */
const EXACT_POWER: ByPrecision<number> = { float32: 100, float64: 1000 };

/**
 * 2^k in two factors, for integers k up to a little beyond the range of normal exponents. In v 2^k, taken
 * in this order, the first product is exact; overflow and denormal numbers come with the second, in
 * one rounding.
 */
export function powerFactors<V, M>(l: Lanes<V, M>, k: V): readonly [V, V] {
  const most = EXACT_POWER[l.precision];
  const first = clamp(l, k, -most, most);
  return [l.pow2(first), l.pow2(l.sub(k, first))];
}

/** v 2^k, with the factors of 2^k. */
export function scale<V, M>(l: Lanes<V, M>, v: V, factors: readonly [V, V]): V {
  return l.mul(l.mul(v, factors[0]), factors[1]);
}
