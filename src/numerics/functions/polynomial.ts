import type { Lanes } from '../lanes.ts';

/** One value for each precision that a formula can be asked to work in. */
export type ByPrecision<T> = Readonly<Record<Lanes<unknown, unknown>['precision'], T>>;

/**
 * c0 + c1 x + c2 x^2 + ..., the lowest power first, by Horner's scheme. All coefficients of this
 * folder were computed by `tests/fixtures/numerics/coefficients.sollya`.
 */
export function polynomial<V, M>(l: Lanes<V, M>, x: V, coefficients: readonly number[]): V {
  const last = coefficients.length - 1;
  let sum = l.constant(coefficients[last]);
  for (let i = last - 1; i >= 0; i -= 1) {
    sum = l.add(l.mul(sum, x), l.constant(coefficients[i]));
  }
  return sum;
}
