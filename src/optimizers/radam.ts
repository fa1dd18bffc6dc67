import { integerPower } from '../numerics/integer_power.ts';
import { add, div, mul } from '../ops/elementwise/arithmetic.ts';
import { where } from '../ops/elementwise/comparison.ts';
import { sqrt, square } from '../ops/elementwise/unary.ts';
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
  name: 'radam',
  learningRate: 0.001,
  rules: momentsRules,
  init: (filled) => ({ mean: filled(0), meanSquare: filled(0) }),
  scalars: (settings) => (iteration) => {
    const { meanCorrection } = biasCorrections(settings, iteration);
    return { meanCorrection, rectification: rectification(settings.beta2, iteration) };
  },
  update(request, { beta1, beta2, epsilon, weightDecay }) {
    const { gradient, scalars } = request;
    const mean = movingAverage(request.state.mean, gradient, beta1);
    const meanSquare = movingAverage(request.state.meanSquare, square(gradient), beta2);
    const m = mul(mean, scalars.meanCorrection);
    // One graph for both cases, so that a compiled update serves all iterations.
    const scale = div(scalars.rectification, add(sqrt(meanSquare), epsilon));
    const direction = mul(m, where(scalars.rectification, scale, 1));
    return { parameter: descend(request, direction, weightDecay), state: { mean, meanSquare } };
  },
};

/**
 * The rectification, times the correction `√(1 - β₂ᵗ)` of the root mean square; 0 as long as the
 * squares seen are too few to tell their mean, when it is not used.
 */
function rectification(beta2: number, iteration: number): number {
  const power = integerPower(beta2, iteration);
  const limit = 2 / (1 - beta2) - 1;
  const length = limit - (2 * iteration * power) / (1 - power);
  if (length <= 5) return 0;
  const variance = ((length - 4) * (length - 2) * limit) / ((limit - 4) * (limit - 2) * length);
  return Math.sqrt(variance) * Math.sqrt(1 - power);
}

/**
 * RAdam: Adam that does not trust the mean square before it has seen enough, a warm-up of its own. For
 * a parameter p with gradient g, learning rate r (default 0.001), in iteration t, counted from 1:
 *
 *     m ← β₁ m + (1 - β₁) g
 *     v ← β₂ v + (1 - β₂) g²
 *     s = s∞ - 2 t β₂ᵗ / (1 - β₂ᵗ)       s∞ = 2 / (1 - β₂) - 1
 *     where s > 5: c = √((s - 4)(s - 2) s∞ / ((s∞ - 4)(s∞ - 2) s))
 *                  p ← p - r · c · m/(1 - β₁ᵗ) · √(1 - β₂ᵗ) / (√v + ε)
 *     before:      p ← p - r · m/(1 - β₁ᵗ)
 *
 * Source: Liu et al., "On the Variance of the Adaptive Learning Rate and Beyond", 2020, algorithm 2,
 * which has no ε and changes over at s > 4; both as in PyTorch.
 * @example radam({ learningRate: 1e-3 })
 */
export function radam(options?: MomentsOptions): Optimizer {
  return makeOptimizer(definition, options);
}
