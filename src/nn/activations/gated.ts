/** `x`, let through by how large it is: each tends to 0 below and to `x` above. Formulas: see each. */
import { heNormal } from '../../initializers/variance_scaling.ts';
import * as functions from '../../numerics/functions/index.ts';
import type { Formula } from '../../numerics/lanes.ts';
import {
  sigmoid,
  softplus as softplusOf,
  softplusOperation,
  tanh,
} from '../../ops/elementwise/activations.ts';
import { add, mul, sub } from '../../ops/elementwise/arithmetic.ts';
import { zeroProduct } from '../../ops/elementwise/chain.ts';
import { elementwise } from '../../ops/elementwise/elementwise.ts';
import { erf, exp } from '../../ops/elementwise/exponential.ts';
import { square } from '../../ops/elementwise/unary.ts';
import { type Activation, activation } from './forms.ts';

/** The distribution function of the standard normal, `(1 + erf(x/√2)) / 2`. */
const normalCdf: Formula = (l, x) => {
  const half = l.constant(0.5);
  const scaled = l.mul(x, l.constant(Math.SQRT1_2));
  return l.add(half, l.mul(half, functions.erf(l, scaled)));
};

/** `x Φ(x)`, Φ the distribution function of the standard normal (Hendrycks and Gimpel, 2016). */
export const gelu: Activation = activation(
  elementwise({
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
  }),
  heNormal(),
);

const GELU_SLOPE = Math.sqrt(2 / Math.PI);
const GELU_CUBIC = 0.044715;

const geluTanhInner: Formula = (l, x) => {
  const cubic = l.mul(l.mul(l.mul(x, x), x), l.constant(GELU_CUBIC));
  return l.mul(l.add(x, cubic), l.constant(GELU_SLOPE));
};

/** `x/2 (1 + tanh(√(2/π) (x + 0.044715 x³)))`, the approximation of gelu by tanh. */
export const geluTanh: Activation = activation(
  elementwise({
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
  }),
  heNormal(),
);

/** `x σ(x)`, also called swish (Elfwing, Uchibe and Doya, 2017). */
export const silu: Activation = activation(
  elementwise({
    name: 'silu',
    formula: () => (l, x) => l.mul(x, functions.sigmoid(l, x)),
    gradients: [
      (g, [x]) => {
        const s = sigmoid(x);
        return zeroProduct(g, zeroProduct(s, add(zeroProduct(sub(1, s), x), 1)));
      },
    ],
    rules: ['g · σ(x) (1 + x (1 - σ(x)))'],
  }),
  heNormal(),
);

/** `x tanh(softplus(x))` (Misra, 2019). */
export const mish: Activation = activation(
  elementwise({
    name: 'mish',
    formula: () => (l, x) => l.mul(x, functions.tanh(l, functions.softplus(l, x))),
    gradients: [
      (g, [x]) => {
        const t = tanh(softplusOf(x));
        return zeroProduct(g, add(t, zeroProduct(zeroProduct(sub(1, square(t)), x), sigmoid(x))));
      },
    ],
    rules: ['g · (t + x (1 - t²) σ(x)), t = tanh(softplus(x))'],
  }),
  heNormal(),
);

/** `ln(1 + eˣ)` */
export const softplus: Activation = activation(softplusOperation, heNormal());
