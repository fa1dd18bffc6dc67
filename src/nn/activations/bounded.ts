/** Between two limits: the logistic function, the hyperbolic tangent, and straight lines in their place. */
import { sigmoidOperation, tanhOperation } from '../../ops/elementwise/activations.ts';
import { mul } from '../../ops/elementwise/arithmetic.ts';
import { greater, less, where } from '../../ops/elementwise/comparison.ts';
import { elementwise } from '../../ops/elementwise/elementwise.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import { type Activation, activation } from './forms.ts';

/** `σ(x) = 1 / (1 + e⁻ˣ)` */
export const sigmoid: Activation = activation(sigmoidOperation, undefined, 'probabilities');

/** `(eˣ - e⁻ˣ) / (eˣ + e⁻ˣ)` */
export const tanh: Activation = activation(tanhOperation);

/** `g` strictly between two bounds, 0 elsewhere. */
function between(g: Tensor, x: Tensor, low: number, high: number): Tensor {
  return where(mul(greater(x, low), less(x, high)), g, 0);
}

/** `min(max(x + 3, 0), 6) / 6` (Howard et al., 2019). */
export const hardSigmoid: Activation = activation(
  elementwise({
    name: 'hardSigmoid',
    formula: () => (l, x) => {
      const shifted = l.max(l.add(x, l.constant(3)), l.constant(0));
      return l.div(l.min(shifted, l.constant(6)), l.constant(6));
    },
    gradients: [(g, [x]) => between(mul(g, 1 / 6), x, -3, 3)],
    rules: ['g / 6 where -3 < x < 3'],
  }),
  undefined,
  'probabilities',
);

/** `min(max(x, -1), 1)` */
export const hardTanh: Activation = activation(
  elementwise({
    name: 'hardTanh',
    formula: () => (l, x) => l.min(l.max(x, l.constant(-1)), l.constant(1)),
    gradients: [(g, [x]) => between(g, x, -1, 1)],
    rules: ['g where -1 < x < 1'],
  }),
);
