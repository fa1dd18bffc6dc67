import { boolean, positive, unitInterval, withDefault } from '../errors/options.ts';
import { add, div, mul, sub } from '../ops/elementwise/arithmetic.ts';
import { maximum } from '../ops/elementwise/extrema.ts';
import { sqrt, square } from '../ops/elementwise/unary.ts';
import {
  type Definition,
  descend,
  makeOptimizer,
  movingAverage,
  type OptimizerOptions,
  type OwnSettings,
} from './define.ts';
import type { Optimizer } from './optimizer.ts';

export interface RmspropOptions extends OptimizerOptions {
  /** How much of the mean of the squares is kept; default 0.99. */
  readonly rho?: number | undefined;
  /** How much of the last update is kept, from 0 (default) to below 1. */
  readonly momentum?: number | undefined;
  /** Added to the root, against division by 0; default 1e-8. */
  readonly epsilon?: number | undefined;
  /** Divide by the deviation of the gradients instead of their root mean square; default false. */
  readonly centered?: boolean | undefined;
}

const definition: Definition<OwnSettings<RmspropOptions>> = {
  name: 'rmsprop',
  learningRate: 0.01,
  rules: {
    rho: withDefault(unitInterval, 0.99),
    momentum: withDefault(unitInterval, 0),
    epsilon: withDefault(positive, 1e-8),
    centered: withDefault(boolean, false),
  },
  init: (filled, { momentum, centered }) => ({
    meanSquare: filled(0),
    ...(centered ? { mean: filled(0) } : {}),
    ...(momentum === 0 ? {} : { momentum: filled(0) }),
  }),
  update(request, { rho, momentum, epsilon, centered, weightDecay }) {
    const { gradient, state } = request;
    const meanSquare = movingAverage(state.meanSquare, square(gradient), rho);
    const mean = centered ? movingAverage(state.mean, gradient, rho) : undefined;
    // Rounding can bring the variance below 0, where its root would be NaN.
    const v = mean === undefined ? meanSquare : maximum(sub(meanSquare, square(mean)), 0);
    const scaled = div(gradient, add(sqrt(v), epsilon));
    const moved = momentum === 0 ? undefined : add(mul(state.momentum, momentum), scaled);
    return {
      parameter: descend(request, moved ?? scaled, weightDecay),
      state: {
        meanSquare,
        ...(mean === undefined ? {} : { mean }),
        ...(moved === undefined ? {} : { momentum: moved }),
      },
    };
  },
};

/**
 * RMSprop: the gradient, each element divided by the root mean square of its recent values. For a
 * parameter p with gradient g and learning rate r (default 0.01)
 *
 *     v ← ρ v + (1 - ρ) g²               centered: less the square of the mean of g, kept likewise
 *     u ← momentum · u + g / (√v + ε)
 *     p ← p - r · u
 *
 * Source: Tieleman and Hinton, "Lecture 6.5", 2012; the centered form from Graves, "Generating
 * Sequences With Recurrent Neural Networks", 2013. Defaults and the place of ε are PyTorch's.
 * @example rmsprop({ learningRate: 1e-3, momentum: 0.9 })
 */
export function rmsprop(options?: RmspropOptions): Optimizer {
  return makeOptimizer(definition, options);
}
