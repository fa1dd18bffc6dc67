/** Sign, magnitude, square and square root: arithmetic on one operand. */

import { unary } from '../functions.ts';
import { add } from './arithmetic.ts';
import { chainProduct, chainQuotient } from './chain.ts';
import { elementwise } from './elementwise.ts';

export const signOperation = elementwise({
  name: 'sign',
  formula: () => (l, x) => {
    const zero = l.constant(0);
    const negative = l.select(l.lt(x, zero), l.constant(-1), x);
    return l.select(l.gt(x, zero), l.constant(1), negative);
  },
  gradients: [null],
  rules: ['none'],
  integers: true,
});

/** 1 above zero, -1 below; zeros and NaN stay as they are. No gradient flows. */
export const sign = unary(signOperation);

export const absOperation = elementwise({
  name: 'abs',
  formula: () => (l, x) => l.abs(x),
  gradients: [(g, [x]) => chainProduct(g, sign(x))],
  rules: ['g · sign(x)'],
  integers: true,
});

/** `|x|`; the gradient at 0 is 0. */
export const abs = unary(absOperation);

export const squareOperation = elementwise({
  name: 'square',
  formula: () => (l, x) => l.mul(x, x),
  gradients: [(g, [x]) => chainProduct(g, add(x, x))],
  rules: ['g · 2x'],
  integers: true,
});

/** `x²` */
export const square = unary(squareOperation);

export const sqrtOperation = elementwise({
  name: 'sqrt',
  formula: () => (l, x) => l.sqrt(x),
  gradients: [(g, _, y) => chainQuotient(g, add(y, y))],
  rules: ['g / 2y'],
});

/** `√x`; NaN below 0; the gradient at 0 is infinite. */
export const sqrt = unary(sqrtOperation);
