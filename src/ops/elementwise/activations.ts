/** Activation functions: one scalar formula and one gradient rule each. Formulas: see each function. */

import { finite, nonNegative, readOptions, withDefault } from '../../errors/options.ts';
import * as functions from '../../numerics/functions/index.ts';
import type { Formula } from '../../numerics/lanes.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import { apply, unary } from '../apply.ts';
import { add, mul, square, sub } from './arithmetic.ts';
import { zeroProduct } from './chain.ts';
import { greater, less, where } from './comparison.ts';
import { elementwise } from './elementwise.ts';
import { erf, exp } from './exponential.ts';
import { minimum } from './extrema.ts';

export const reluOperation = elementwise({
  name: 'relu',
  formula: () => (l, x) => l.max(x, l.constant(0)),
  gradients: [(g, [x]) => where(greater(x, 0), g, 0)],
  rules: ['g where x > 0'],
});

/** `max(x, 0)`; NaN stays NaN; the gradient at 0 is 0. */
export const relu = unary(reluOperation);

export interface LeakyReluOptions {
  /** The slope below 0; default 0.01. */
  readonly negativeSlope?: number;
}

export const leakyReluOperation = elementwise<Required<LeakyReluOptions>>({
  name: 'leakyRelu',
  formula:
    ({ negativeSlope }) =>
    (l, x) =>
      l.select(l.gt(x, l.constant(0)), x, l.mul(x, l.constant(negativeSlope))),
  gradients: [(g, [x], _, { negativeSlope }) => where(greater(x, 0), g, mul(g, negativeSlope))],
  rules: ['g where x > 0, g · slope elsewhere'],
});

/** `x` above 0, `negativeSlope · x` elsewhere (Maas, Hannun and Ng, 2013). */
export function leakyRelu(x: Tensor, options?: LeakyReluOptions): Tensor {
  const attributes = readOptions<Required<LeakyReluOptions>>('leakyRelu', options, {
    negativeSlope: withDefault(finite, 0.01),
  });
  return apply(leakyReluOperation, [x], attributes);
}

/** `eˣ` where it is needed; 1 above 0, where it might overflow and 0 · ∞ spoil a gradient. */
function expBelow0(x: Tensor): Tensor {
  return exp(minimum(x, 0));
}

export interface EluOptions {
  /** The limit for x → -∞, negated; default 1. */
  readonly alpha?: number;
}

export const eluOperation = elementwise<Required<EluOptions>>({
  name: 'elu',
  formula:
    ({ alpha }) =>
    (l, x) =>
      l.select(l.gt(x, l.constant(0)), x, l.mul(functions.expm1(l, x), l.constant(alpha))),
  gradients: [
    (g, [x], _, { alpha }) => where(greater(x, 0), g, zeroProduct(g, mul(expBelow0(x), alpha))),
  ],
  rules: ['g where x > 0, g · α eˣ elsewhere'],
});

/** `x` above 0, `α (eˣ - 1)` elsewhere (Clevert, Unterthiner and Hochreiter, 2015). */
export function elu(x: Tensor, options?: EluOptions): Tensor {
  const attributes = readOptions<Required<EluOptions>>('elu', options, {
    alpha: withDefault(nonNegative, 1),
  });
  return apply(eluOperation, [x], attributes);
}

const SELU_SCALE = 1.0507009873554805;
const SELU_ALPHA = 1.6732632423543772;

export const seluOperation = elementwise({
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
});

/** `λ x` above 0, `λ α (eˣ - 1)` elsewhere, λ = 1.0507…, α = 1.6733… (Klambauer et al., 2017). */
export const selu = unary(seluOperation);

/** The distribution function of the standard normal, `(1 + erf(x/√2)) / 2`. */
const normalCdf: Formula = (l, x) => {
  const half = l.constant(0.5);
  const scaled = l.mul(x, l.constant(Math.SQRT1_2));
  return l.add(half, l.mul(half, functions.erf(l, scaled)));
};

export const geluOperation = elementwise({
  name: 'gelu',
  formula: () => (l, x) => l.mul(x, normalCdf(l, x)),
  gradients: [
    (g, [x]) => {
      const cdf = add(mul(erf(mul(x, Math.SQRT1_2)), 0.5), 0.5);
      const density = mul(exp(mul(square(x), -0.5)), 1 / Math.sqrt(2 * Math.PI));
      return zeroProduct(g, add(cdf, zeroProduct(density, x)));
    },
  ],
  rules: ['g · (Φ(x) + x φ(x))'],
});

/** `x Φ(x)`, Φ the distribution function of the standard normal (Hendrycks and Gimpel, 2016). */
export const gelu = unary(geluOperation);

const GELU_SLOPE = Math.sqrt(2 / Math.PI);
const GELU_CUBIC = 0.044715;

const geluTanhInner: Formula = (l, x) => {
  const cubic = l.mul(l.mul(l.mul(x, x), x), l.constant(GELU_CUBIC));
  return l.mul(l.add(x, cubic), l.constant(GELU_SLOPE));
};

export const geluTanhOperation = elementwise({
  name: 'geluTanh',
  formula: () => (l, x) => {
    const half = l.constant(0.5);
    const t = functions.tanh(l, geluTanhInner(l, x));
    return l.mul(x, l.add(half, l.mul(half, t)));
  },
  gradients: [
    (g, [x]) => {
      const x2 = square(x);
      const t = tanh(mul(mul(x, add(mul(x2, GELU_CUBIC), 1)), GELU_SLOPE));
      const inner = mul(add(mul(x2, 3 * GELU_CUBIC), 1), GELU_SLOPE);
      const outer = zeroProduct(zeroProduct(sub(1, square(t)), x), inner);
      return zeroProduct(g, mul(add(add(t, 1), outer), 0.5));
    },
  ],
  rules: ['g · (1 + t + x (1 - t²) u′) / 2, t = tanh(u)'],
});

/** `x/2 (1 + tanh(√(2/π) (x + 0.044715 x³)))`, the approximation of gelu by tanh. */
export const geluTanh = unary(geluTanhOperation);

export const siluOperation = elementwise({
  name: 'silu',
  formula: () => (l, x) => l.mul(x, functions.sigmoid(l, x)),
  gradients: [
    (g, [x]) => {
      const s = sigmoid(x);
      return zeroProduct(g, zeroProduct(s, add(zeroProduct(sub(1, s), x), 1)));
    },
  ],
  rules: ['g · σ(x) (1 + x (1 - σ(x)))'],
});

/** `x σ(x)`, also called swish (Elfwing, Uchibe and Doya, 2017). */
export const silu = unary(siluOperation);

export const mishOperation = elementwise({
  name: 'mish',
  formula: () => (l, x) => l.mul(x, functions.tanh(l, functions.softplus(l, x))),
  gradients: [
    (g, [x]) => {
      const t = tanh(softplus(x));
      return zeroProduct(g, add(t, zeroProduct(zeroProduct(sub(1, square(t)), x), sigmoid(x))));
    },
  ],
  rules: ['g · (t + x (1 - t²) σ(x)), t = tanh(softplus(x))'],
});

/** `x tanh(softplus(x))` (Misra, 2019). */
export const mish = unary(mishOperation);

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

/** `g` strictly between two bounds, 0 elsewhere. */
function between(g: Tensor, x: Tensor, low: number, high: number): Tensor {
  return where(mul(greater(x, low), less(x, high)), g, 0);
}

export const hardSigmoidOperation = elementwise({
  name: 'hardSigmoid',
  formula: () => (l, x) => {
    const shifted = l.max(l.add(x, l.constant(3)), l.constant(0));
    return l.div(l.min(shifted, l.constant(6)), l.constant(6));
  },
  gradients: [(g, [x]) => between(mul(g, 1 / 6), x, -3, 3)],
  rules: ['g / 6 where -3 < x < 3'],
});

/** `min(max(x + 3, 0), 6) / 6` (Howard et al., 2019). */
export const hardSigmoid = unary(hardSigmoidOperation);

export const hardTanhOperation = elementwise({
  name: 'hardTanh',
  formula: () => (l, x) => l.min(l.max(x, l.constant(-1)), l.constant(1)),
  gradients: [(g, [x]) => between(g, x, -1, 1)],
  rules: ['g where -1 < x < 1'],
});

/** `min(max(x, -1), 1)` */
export const hardTanh = unary(hardTanhOperation);
