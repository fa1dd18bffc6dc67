import type { Formula } from '../lanes.ts';
import { atLeast } from './clamp.ts';
import { exp } from './exp.ts';
import { logCurve } from './log.ts';
import type { ByPrecision } from './polynomial.ts';

/** log((1 + s) / (1 - s)) = 2s + s^3 (c0 + c1 s^2 + ...) for |s| <= 1/3 */
const POLYNOMIAL: ByPrecision<readonly number[]> = {
  float32: [0.6666641, 0.4002175, 0.27998108, 0.28030622],
  float64: [
    0.666666666666663, 0.4000000000015963, 0.28571428547557615, 0.2222222398845912,
    0.18181743243444637, 0.15386575011869372, 0.13300767280611508, 0.12107785566825911,
    0.08332378891307789, 0.17033339041219714,
  ],
};

/**
 * log(1 + e^x) = max(x, 0) + log(1 + e^(-|x|)), the second term straight from a polynomial, as
 * e^(-|x|) never exceeds 1.
 *
 * Underflows through the denormal numbers to 0 where e^x does. softplus(-Infinity) = 0,
 * softplus(Infinity) = Infinity, softplus(NaN) = NaN.
 */
export const softplus: Formula = (l, x) => {
  const power = exp(l, l.neg(l.abs(x)));
  const { square, rest } = logCurve(l, power, POLYNOMIAL[l.precision]);
  return l.sub(power, l.sub(l.sub(square, rest), atLeast(l, x, 0)));
};
