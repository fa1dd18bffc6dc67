/**
 * The products of the chain rule, in which 0 wins: where no gradient comes, none goes on, whatever the
 * slope, and through a slope of 0 nothing goes. An infinite or undefined partner would make it
 * `0 · ∞ = NaN`, and a branch that `where` did not take, or an element that a weight of 0 leaves out,
 * would spoil what it has nothing to do with. All other results have the bits of `mul` and `div`.
 */
import { binary } from './apply.ts';
import { elementwise } from './elementwise.ts';

export const chainProductOperation = elementwise({
  name: 'chainProduct',
  formula: () => (l, gradient, slope) => {
    const product = l.mul(gradient, slope);
    const zero = l.constant(0);
    const nothing = l.or(l.eq(gradient, zero), l.eq(slope, zero));
    return l.select(l.and(nothing, l.ne(product, product)), zero, product);
  },
  gradients: [
    (g, [, slope]) => chainProduct(g, slope),
    (g, [gradient]) => chainProduct(g, gradient),
  ],
  rules: ['g · b', 'g · a'],
});

/** `gradient · slope`; 0 where either is 0. */
export const chainProduct = binary(chainProductOperation);

export const chainQuotientOperation = elementwise({
  name: 'chainQuotient',
  formula: () => (l, gradient, divisor) => {
    const quotient = l.div(gradient, divisor);
    const zero = l.constant(0);
    const nothing = l.and(l.eq(gradient, zero), l.ne(quotient, quotient));
    return l.select(nothing, zero, quotient);
  },
  gradients: [
    (g, [, divisor]) => chainQuotient(g, divisor),
    (g, [, divisor], y) => chainProduct(chainQuotient(chainProduct(g, y), divisor), -1),
  ],
  rules: ['g / b', '-g · y / b'],
});

/** `gradient / divisor`; 0 where the gradient is 0. */
export const chainQuotient = binary(chainQuotientOperation);
