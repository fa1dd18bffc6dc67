/**
 * The activations that other operations, losses and the methods of a tensor are made of. They are layers,
 * too: all activations are in `src/nn/activations/`.
 */
import * as functions from '../../numerics/functions/index.ts';
import { unary } from '../functions.ts';
import { mul, sub } from './arithmetic.ts';
import { zeroProduct } from './chain.ts';
import { greater, where } from './comparison.ts';
import { elementwise } from './elementwise.ts';
import { square } from './unary.ts';

export const reluOperation = elementwise({
  name: 'relu',
  formula: () => (l, x) => l.max(x, l.constant(0)),
  gradients: [(g, [x]) => where(greater(x, 0), g, 0)],
  rules: ['g where x > 0'],
});

/** `max(x, 0)`; NaN stays NaN; the gradient at 0 is 0. */
export const relu = unary(reluOperation);

export const softplusOperation = elementwise({
  name: 'softplus',
  formula: () => functions.softplus,
  gradients: [(g, [x]) => zeroProduct(g, sigmoid(x))],
  rules: ['g · σ(x)'],
});

/** `ln(1 + eˣ)` */
export const softplus = unary(softplusOperation);

export const sigmoidOperation = elementwise({
  name: 'sigmoid',
  formula: () => functions.sigmoid,
  gradients: [(g, _, y) => zeroProduct(g, mul(y, sub(1, y)))],
  rules: ['g · y (1 - y)'],
});

/** `σ(x) = 1 / (1 + e⁻ˣ)` */
export const sigmoid = unary(sigmoidOperation);

export const tanhOperation = elementwise({
  name: 'tanh',
  formula: () => functions.tanh,
  gradients: [(g, _, y) => zeroProduct(g, sub(1, square(y)))],
  rules: ['g · (1 - y²)'],
});

/** `(eˣ - e⁻ˣ) / (eˣ + e⁻ˣ)` */
export const tanh = unary(tanhOperation);
