/** Straight above 0, and bent below: relu and what was made of it. Formulas: see each. */
import { finite, nonNegative, withDefault } from '../../errors/options.ts';
import { heNormal, lecunNormal } from '../../initializers/variance_scaling.ts';
import * as functions from '../../numerics/functions/index.ts';
import { reluOperation } from '../../ops/elementwise/activations.ts';
import { mul } from '../../ops/elementwise/arithmetic.ts';
import { zeroProduct } from '../../ops/elementwise/chain.ts';
import { greater, where } from '../../ops/elementwise/comparison.ts';
import { elementwise } from '../../ops/elementwise/elementwise.ts';
import { exp } from '../../ops/elementwise/exponential.ts';
import { minimum } from '../../ops/elementwise/extrema.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import { type Activation, type ActivationWith, activation, activationWith } from './forms.ts';

/** `max(x, 0)`; NaN stays NaN; the gradient at 0 is 0. */
export const relu: Activation = activation(reluOperation, heNormal());

export interface LeakyReluOptions {
  /** The slope below 0; default 0.01. */
  readonly negativeSlope?: number | undefined;
}

/** `x` above 0, `negativeSlope · x` elsewhere (Maas, Hannun and Ng, 2013). */
export const leakyRelu: ActivationWith<LeakyReluOptions> = activationWith(
  elementwise<Required<LeakyReluOptions>>({
    name: 'leakyRelu',
    formula:
      ({ negativeSlope }) =>
      (l, x) =>
        l.select(l.gt(x, l.constant(0)), x, l.mul(x, l.constant(negativeSlope))),
    gradients: [(g, [x], _, { negativeSlope }) => where(greater(x, 0), g, mul(g, negativeSlope))],
    rules: ['g where x > 0, g · slope elsewhere'],
  }),
  { negativeSlope: withDefault(finite, 0.01) },
  heNormal(),
);

/** `eˣ` where it is needed; 1 above 0, where it might overflow and 0 · ∞ spoil a gradient. */
function expBelow0(x: Tensor): Tensor {
  return exp(minimum(x, 0));
}

export interface EluOptions {
  /** The limit for x → -∞, negated; default 1. */
  readonly alpha?: number | undefined;
}

/** `x` above 0, `α (eˣ - 1)` elsewhere (Clevert, Unterthiner and Hochreiter, 2015). */
export const elu: ActivationWith<EluOptions> = activationWith(
  elementwise<Required<EluOptions>>({
    name: 'elu',
    formula:
      ({ alpha }) =>
      (l, x) =>
        l.select(l.gt(x, l.constant(0)), x, l.mul(functions.expm1(l, x), l.constant(alpha))),
    gradients: [
      (g, [x], _, { alpha }) => where(greater(x, 0), g, zeroProduct(g, mul(expBelow0(x), alpha))),
    ],
    rules: ['g where x > 0, g · α eˣ elsewhere'],
  }),
  { alpha: withDefault(nonNegative, 1) },
  heNormal(),
);

const SELU_SCALE = 1.0507009873554805;
const SELU_ALPHA = 1.6732632423543772;

/** `λ x` above 0, `λ α (eˣ - 1)` elsewhere, λ = 1.0507…, α = 1.6733… (Klambauer et al., 2017). */
export const selu: Activation = activation(
  elementwise({
    name: 'selu',
    formula: () => (l, x) => {
      const below = l.mul(functions.expm1(l, x), l.constant(SELU_SCALE * SELU_ALPHA));
      return l.select(l.gt(x, l.constant(0)), l.mul(x, l.constant(SELU_SCALE)), below);
    },
    gradients: [
      (g, [x]) =>
        where(
          greater(x, 0),
          mul(g, SELU_SCALE),
          zeroProduct(g, mul(expBelow0(x), SELU_SCALE * SELU_ALPHA)),
        ),
    ],
    rules: ['g · λ where x > 0, g · λα eˣ elsewhere'],
  }),
  lecunNormal(),
);
