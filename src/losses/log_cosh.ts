import type { NoOptions } from '../errors/options.ts';
import { readTrainingOptions } from '../errors/training_options.ts';
import * as functions from '../numerics/functions/index.ts';
import { tanh } from '../ops/elementwise/activations.ts';
import { sub } from '../ops/elementwise/arithmetic.ts';
import { chainProduct } from '../ops/elementwise/chain.ts';
import { elementwise } from '../ops/elementwise/elementwise.ts';
import { unary } from '../ops/functions.ts';
import { lossFactory } from './factory.ts';
import { type Loss, meanOverOutputs } from './loss.ts';
import { lossFor, numbers } from './targets.ts';

/**
 * `ln cosh x` without overflow, and to full precision near 0, where it is x²/2 and where
 * `|x| + ln(1 + e^(-2|x|)) - ln 2` would be rounding error: there, -½ ln(1 - tanh² x).
 */
export const logCoshOperation = elementwise({
  name: 'logCosh',
  formula: () => (l, x) => {
    const size = l.abs(x);
    const t = functions.tanh(l, size);
    const near = l.mul(functions.log1p(l, l.neg(l.mul(t, t))), l.constant(-0.5));
    const decay = functions.exp(l, l.mul(size, l.constant(-2)));
    const far = l.sub(l.add(size, functions.log1p(l, decay)), l.constant(Math.LN2));
    return l.select(l.lt(size, l.constant(1)), near, far);
  },
  gradients: [(g, [x]) => chainProduct(g, tanh(x))],
  rules: ['g · tanh(x)'],
});

const lnCosh = unary(logCoshOperation);

/**
 * The mean of `ln cosh(y - t)` over a sample's outputs: `d²/2` for small differences,
 * `|d| - ln 2` for large ones, smooth everywhere.
 *
 * Outputs and targets `[samples, ...]`, floats of the same shape.
 */
export const logCosh: (options?: NoOptions) => Loss = lossFactory('logCosh', (options) => {
  readTrainingOptions('logCosh', options, {});
  return lossFor(numbers, 'logCosh', (outputs, targets) =>
    meanOverOutputs(lnCosh(sub(outputs, targets))),
  );
});
