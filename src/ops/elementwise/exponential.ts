/** Exponentials, logarithms, powers and waves: formulas of `numerics/functions`, with gradients. */

import * as functions from '../../numerics/functions/index.ts';
import { binary, unary } from '../functions.ts';
import { add, mul, neg, sub } from './arithmetic.ts';
import { chainQuotient, zeroProduct } from './chain.ts';
import { equal, where } from './comparison.ts';
import { elementwise } from './elementwise.ts';

export const expOperation = elementwise({
  name: 'exp',
  formula: () => functions.exp,
  gradients: [(g, _, y) => zeroProduct(g, y)],
  rules: ['g · y'],
});

/** `eˣ` */
export const exp = unary(expOperation);

export const expm1Operation = elementwise({
  name: 'expm1',
  formula: () => functions.expm1,
  gradients: [(g, _, y) => zeroProduct(g, add(y, 1))],
  rules: ['g · (y + 1)'],
});

/** `eˣ - 1`, exact near 0 */
export const expm1 = unary(expm1Operation);

export const logOperation = elementwise({
  name: 'log',
  formula: () => functions.log,
  gradients: [(g, [x]) => chainQuotient(g, x)],
  rules: ['g / x'],
});

/** `ln x`; -Infinity at 0, NaN below */
export const log = unary(logOperation);

export const log1pOperation = elementwise({
  name: 'log1p',
  formula: () => functions.log1p,
  gradients: [(g, [x]) => chainQuotient(g, add(x, 1))],
  rules: ['g / (1 + x)'],
});

/** `ln(1 + x)`, exact near 0 */
export const log1p = unary(log1pOperation);

export const sinOperation = elementwise({
  name: 'sin',
  formula: () => functions.sin,
  gradients: [(g, [x]) => zeroProduct(g, cos(x))],
  rules: ['g · cos(x)'],
});

/** `sin x`, x in radians */
export const sin = unary(sinOperation);

export const cosOperation = elementwise({
  name: 'cos',
  formula: () => functions.cos,
  gradients: [(g, [x]) => neg(zeroProduct(g, sin(x)))],
  rules: ['-g · sin(x)'],
});

/** `cos x`, x in radians */
export const cos = unary(cosOperation);

export const erfOperation = elementwise({
  name: 'erf',
  formula: () => functions.erf,
  gradients: [(g, [x]) => zeroProduct(g, mul(exp(neg(mul(x, x))), 2 / Math.sqrt(Math.PI)))],
  rules: ['g · 2/√π · exp(-x²)'],
});

/** The error function, `2/√π ∫₀ˣ exp(-t²) dt` */
export const erf = unary(erfOperation);

export const powOperation = elementwise({
  name: 'pow',
  formula: () => functions.pow,
  gradients: [
    // Where the exponent is 0 the power is constant, whatever the base, also 0 and NaN.
    (g, [a, b]) => where(equal(b, 0), 0, zeroProduct(g, mul(b, pow(a, sub(b, 1))))),
    (g, [a], y) => where(equal(a, 0), 0, zeroProduct(g, mul(y, log(a)))),
  ],
  rules: ['g · b · aᵇ⁻¹', 'g · y · ln(a)'],
});

/** `aᵇ`, with the special cases of IEEE 754; NaN for a negative base and a fractional exponent */
export const pow = binary(powOperation);
