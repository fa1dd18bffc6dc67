import { positive, withDefault } from '../errors/options.ts';
import { add, div, mul, sub } from '../ops/elementwise/arithmetic.ts';
import { greater, where } from '../ops/elementwise/comparison.ts';
import { sqrt, square } from '../ops/elementwise/unary.ts';
import { scaledNormAlong } from '../ops/reduction/scaled_norm.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { biasCorrections, type MomentsOptions, momentsRules } from './adam.ts';
import { type Definition, makeOptimizer, movingAverage, type OwnSettings } from './define.ts';
import type { Optimizer } from './optimizer.ts';

const definition: Definition<OwnSettings<MomentsOptions>> = {
  name: 'lamb',
  learningRate: 0.001,
  rules: { ...momentsRules, epsilon: withDefault(positive, 1e-6) },
  init: (filled) => ({ mean: filled(0), meanSquare: filled(0) }),
  scalars: (settings) => (iteration) => biasCorrections(settings, iteration),
  update({ parameter, gradient, state, scalars }, { beta1, beta2, epsilon, weightDecay }) {
    const mean = movingAverage(state.mean, gradient, beta1);
    const meanSquare = movingAverage(state.meanSquare, square(gradient), beta2);
    const m = mul(mean, scalars.meanCorrection);
    const v = mul(meanSquare, scalars.meanSquareCorrection);
    const direction = add(div(m, add(sqrt(v), epsilon)), mul(parameter, weightDecay));
    const rate = mul(trust(length(parameter), length(direction)), scalars.learningRate);
    return { parameter: sub(parameter, mul(direction, rate)), state: { mean, meanSquare } };
  },
};

/** The norm over all axes, which stay with size 1. */
function length(x: Tensor): Tensor {
  const norm = scaledNormAlong(
    x,
    x.shape.map((_, axis) => axis),
  );
  return div(norm.length, norm.scale);
}

/** How long the update may be for a parameter of that length; 1 where either is 0. */
function trust(parameter: Tensor, direction: Tensor): Tensor {
  const known = mul(greater(parameter, 0), greater(direction, 0));
  return where(known, div(parameter, direction), 1);
}

/**
 * LAMB: Adam whose update is made as long as the parameter, layer by layer, for very large batches.
 * For a parameter p with gradient g, learning rate r (default 0.001), in iteration t, counted from 1:
 *
 *     m ← β₁ m + (1 - β₁) g
 *     v ← β₂ v + (1 - β₂) g²
 *     d = m/(1 - β₁ᵗ) / (√(v/(1 - β₂ᵗ)) + ε) + weightDecay · p
 *     p ← p - r · ‖p‖/‖d‖ · d
 *
 * Norms are those of one parameter; where one is 0 their ratio counts as 1. Source: You et al., "Large
 * Batch Optimization for Deep Learning: Training BERT in 76 minutes", 2020, algorithm 2, with
 * φ(x) = x.
 * @example lamb({ learningRate: 0.002, weightDecay: 0.01 })
 */
export function lamb(options?: MomentsOptions): Optimizer {
  return makeOptimizer(definition, options);
}
