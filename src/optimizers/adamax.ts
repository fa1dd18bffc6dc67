import { add, div, mul } from '../ops/elementwise/arithmetic.ts';
import { maximum } from '../ops/elementwise/extrema.ts';
import { abs } from '../ops/elementwise/unary.ts';
import { biasCorrections, type MomentsOptions, momentsRules } from './adam.ts';
import {
  type Definition,
  descend,
  makeOptimizer,
  movingAverage,
  type OwnSettings,
} from './define.ts';
import type { Optimizer } from './optimizer.ts';

const definition: Definition<OwnSettings<MomentsOptions>> = {
  name: 'adamax',
  learningRate: 0.002,
  rules: momentsRules,
  init: (filled) => ({ mean: filled(0), largest: filled(0) }),
  scalars: (settings) => (iteration) => {
    const { meanCorrection } = biasCorrections(settings, iteration);
    return { meanCorrection };
  },
  update(request, { beta1, beta2, epsilon, weightDecay }) {
    const { gradient, state, scalars } = request;
    const mean = movingAverage(state.mean, gradient, beta1);
    const largest = maximum(mul(state.largest, beta2), add(abs(gradient), epsilon));
    const direction = div(mul(mean, scalars.meanCorrection), largest);
    return { parameter: descend(request, direction, weightDecay), state: { mean, largest } };
  },
};

/**
 * Adamax: Adam that scales by the largest recent gradient instead of the root mean square. For a
 * parameter p with gradient g, learning rate r (default 0.002), in iteration t, counted from 1:
 *
 *     m ← β₁ m + (1 - β₁) g
 *     u ← max(β₂ u, |g| + ε)
 *     p ← p - r · m/(1 - β₁ᵗ) / u
 *
 * Source: Kingma and Ba, "Adam: A Method for Stochastic Optimization", 2015, algorithm 2; the ε,
 * which it lacks, keeps a gradient of 0 at the start from giving 0/0 (as in PyTorch).
 * @example adamax({ learningRate: 0.002 })
 */
export function adamax(options?: MomentsOptions): Optimizer {
  return makeOptimizer(definition, options);
}
