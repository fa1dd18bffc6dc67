/** Arithmetic. All operations broadcast, and two-sided ones take numbers on either side. */

import { binary, unary } from '../apply.ts';
import { chainProduct, chainQuotient } from './chain.ts';
import { elementwise } from './elementwise.ts';

export const addOperation = elementwise({
  name: 'add',
  formula: () => (l, a, b) => l.add(a, b),
  gradients: [(g) => g, (g) => g],
  rules: ['g', 'g'],
  integers: true,
});

/** `a + b` */
export const add = binary(addOperation);

export const subOperation = elementwise({
  name: 'sub',
  formula: () => (l, a, b) => l.sub(a, b),
  gradients: [(g) => g, (g) => neg(g)],
  rules: ['g', '-g'],
  integers: true,
});

/** `a - b` */
export const sub = binary(subOperation);

export const mulOperation = elementwise({
  name: 'mul',
  formula: () => (l, a, b) => l.mul(a, b),
  gradients: [(g, [, b]) => chainProduct(g, b), (g, [a]) => chainProduct(g, a)],
  rules: ['g · b', 'g · a'],
  integers: true,
});

/** `a · b`, element by element */
export const mul = binary(mulOperation);

export const divOperation = elementwise({
  name: 'div',
  formula: () => (l, a, b) => l.div(a, b),
  gradients: [
    (g, [, b]) => chainQuotient(g, b),
    (g, [, b], y) => neg(chainQuotient(chainProduct(g, y), b)),
  ],
  rules: ['g / b', '-g · y / b'],
});

/** `a / b` */
export const div = binary(divOperation);

export const negOperation = elementwise({
  name: 'neg',
  formula: () => (l, x) => l.neg(x),
  gradients: [(g) => neg(g)],
  rules: ['-g'],
  integers: true,
});

/** `-x` */
export const neg = unary(negOperation);

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
