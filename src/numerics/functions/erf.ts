import type { Formula } from '../lanes.ts';
import { atMost } from './clamp.ts';
import { splitExp } from './exp.ts';
import type { ByPrecision } from './polynomial.ts';
import { polynomial } from './polynomial.ts';

/** Up to here the first formula, beyond it the second. */
const BORDER = 7 / 8;

/** erf x = x + x (c0 + c1 x^2 + ...) */
const NEAR: ByPrecision<readonly number[]> = {
  float32: [0.12837915, -0.37612534, 0.112823315, -0.02678778, 0.005027395, -0.00061806355],
  float64: [
    0.1283791670955126, -0.3761263890318388, 0.11283791670959037, -0.026866170645662303,
    0.005223977629224395, -0.0008548327169087091, 0.00012055335476167462, -0.000014925629004450392,
    0.000001646010436828518, -1.632102524275145e-7, 1.4287576762768208e-8, -9.038072754635014e-10,
  ],
};

/** -log(1 - erf x) = c0 + c1 x + ... up to `limit`, from where on erf x rounds to 1. */
const FAR: ByPrecision<readonly number[]> = {
  float32: [
    0.0001442126, 1.1278894, 0.6368207, 0.10425019, -0.022381024, 0.0030819944, -0.0001999012,
  ],
  float64: [
    5.3767854998334864e-8, 1.128378592316655, 0.6366225827250014, 0.10276434625256135,
    -0.019112462845833265, -0.00022979616707752146, 0.0017118602536933675, -0.0005909417294248246,
    0.000009916762016958832, 0.00008968201149082157, -0.000053568049509457893,
    0.000019513645479106198, -0.000005160601804291166, 0.0000010311338232179926,
    -1.5552260671347235e-7, 1.724910837958218e-8, -1.3305702480175801e-9, 6.382377775756324e-11,
    -1.4337204468344682e-12,
  ],
};
const LIMIT: ByPrecision<number> = { float32: 4, float64: 6 };

/**
 * The error function, 2 / sqrt(pi) times the integral of e^(-t^2) from 0 to x: an odd polynomial for
 * small x, 1 - e^(-p(|x|)) for large x, where p has the accuracy that remains visible in erf.
 *
 * Between -1 and 1. erf(+-0) = +-0, erf(+-Infinity) = +-1, erf(NaN) = NaN; relative precision extends
 * to denormal numbers.
 */
export const erf: Formula = (l, x) => {
  const near = l.add(x, l.mul(x, polynomial(l, l.mul(x, x), NEAR[l.precision])));
  const size = l.abs(x);
  const exponent = polynomial(l, atMost(l, size, LIMIT[l.precision]), FAR[l.precision]);
  const { k, m } = splitExp(l, l.neg(exponent));
  const one = l.constant(1);
  const far = l.sub(one, l.mul(l.add(one, m), l.pow2(k)));
  return l.select(l.lt(size, l.constant(BORDER)), near, l.copySign(far, x));
};
