/** Comparisons give 1 for true and 0 for false, in the dtype of their operands. No gradient flows. */
import type { Lanes } from '../../numerics/lanes.ts';
import type { Broadcast } from '../../tensor/rank.ts';
import type { Operand, Tensor } from '../../tensor/tensor.ts';
import { apply } from '../apply.ts';
import { binary, operands } from '../functions.ts';
import { elementwise } from './elementwise.ts';

type Compare = <V, M>(l: Lanes<V, M>, a: V, b: V) => M;

// @__NO_SIDE_EFFECTS__
function comparison(name: string, compare: Compare) {
  return elementwise({
    name,
    formula: () => (l, a, b) => l.select(compare(l, a, b), l.constant(1), l.constant(0)),
    gradients: [null, null],
    rules: ['none', 'none'],
    integers: true,
  });
}

export const equalOperation = comparison('equal', (l, a, b) => l.eq(a, b));
export const notEqualOperation = comparison('notEqual', (l, a, b) => l.ne(a, b));
export const lessOperation = comparison('less', (l, a, b) => l.lt(a, b));
export const lessEqualOperation = comparison('lessEqual', (l, a, b) => l.le(a, b));
export const greaterOperation = comparison('greater', (l, a, b) => l.gt(a, b));
export const greaterEqualOperation = comparison('greaterEqual', (l, a, b) => l.ge(a, b));

/** `a = b`; 0 where either is NaN. */
export const equal = binary(equalOperation);
/** `a ≠ b`; 1 where either is NaN. */
export const notEqual = binary(notEqualOperation);
/** `a < b` */
export const less = binary(lessOperation);
/** `a ≤ b` */
export const lessEqual = binary(lessEqualOperation);
/** `a > b` */
export const greater = binary(greaterOperation);
/** `a ≥ b` */
export const greaterEqual = binary(greaterEqualOperation);

export const whereOperation = elementwise({
  name: 'where',
  formula: () => (l, condition, a, b) => l.select(l.ne(condition, l.constant(0)), a, b),
  gradients: [
    null,
    (g, [condition]) => where(condition, g, 0),
    (g, [condition]) => where(condition, 0, g),
  ],
  rules: ['none', 'g where the condition holds', 'g where it does not'],
  integers: true,
});

/**
 * `a` where the condition is not 0, `b` where it is; all three broadcast. Both branches are computed,
 * but a NaN or infinity in the branch not taken does not reach the result or the gradient, of any
 * order. (Only a matrix product mixes its elements: what goes into one in a branch must be finite.)
 * @example where(greater(x, 0), sqrt(x), x) // slope 1 below 0, though the root there is NaN
 */
export function where<C extends number, A extends number = 0, B extends number = 0>(
  condition: Tensor<C>,
  a: Operand<A>,
  b: Operand<B>,
): Tensor<Broadcast<C, Broadcast<A, B>>> {
  return apply(whereOperation, operands(condition, a, b), undefined);
}
