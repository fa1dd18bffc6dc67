/**
 * Arithmetic. All operations broadcast, and two-sided ones take numbers on either side.
 *
 * Formulas of one input `x` or of two, `a` and `b`, are written over lanes, `l`; gradient rules take the
 * gradient `g` of the output `y`. `chainProduct` and `chainQuotient` are `mul` and `div`, but for 0 · ∞.
 */

import { binary, unary } from '../functions.ts';
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
