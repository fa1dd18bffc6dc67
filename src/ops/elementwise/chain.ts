/**
 * The products of the chain rule, in which 0 wins: where no gradient comes, none continues, whatever the
 * slope. An infinite or undefined slope would make it `0 · ∞ = NaN`, and a branch that `where` did not
 * take, or an element that a weight of 0 leaves out, would spoil what it has nothing to do with. All
 * other results are those of `mul` and `div`.
 */
import type { Operand, Tensor } from '../../tensor/tensor.ts';
import { apply } from '../apply.ts';
import { binary, operands } from '../functions.ts';
import { elementwise } from './elementwise.ts';

interface ChainAttributes {
  /** Whether a slope of 0 wins too: the two factors are both gradients, of two orders. */
  readonly either: boolean;
}

export const chainProductOperation = elementwise<ChainAttributes>({
  name: 'chainProduct',
  formula:
    ({ either }) =>
    (l, gradient, slope) => {
      const zero = l.constant(0);
      const product = l.select(l.eq(gradient, zero), gradient, l.mul(gradient, slope));
      return either ? l.select(l.eq(slope, zero), slope, product) : product;
    },
  gradients: [
    (g, [, slope], _, attributes) => product(g, slope, attributes),
    (g, [gradient]) => zeroProduct(g, gradient),
  ],
  rules: ['g · b', 'g · a'],
});

function product(gradient: Operand, slope: Operand, attributes: ChainAttributes): Tensor {
  return apply(chainProductOperation, operands(gradient, slope), attributes);
}

/** `a · b`; 0 where either is 0: for slopes that vanish where what they meet is infinite. */
export function zeroProduct(a: Operand, b: Operand): Tensor {
  return product(a, b, { either: true });
}

/** `gradient · slope`; 0 where the gradient is 0. */
export function chainProduct(gradient: Operand, slope: Operand): Tensor {
  return product(gradient, slope, { either: false });
}

export const chainQuotientOperation = elementwise({
  name: 'chainQuotient',
  formula: () => (l, gradient, divisor) =>
    l.select(l.eq(gradient, l.constant(0)), gradient, l.div(gradient, divisor)),
  gradients: [
    (g, [, divisor]) => chainQuotient(g, divisor),
    (g, [, divisor], y) => chainProduct(chainQuotient(zeroProduct(g, y), divisor), -1),
  ],
  rules: ['g / b', '-g · y / b'],
});

/** `gradient / divisor`; 0 where the gradient is 0. */
export const chainQuotient = binary(chainQuotientOperation);
