import { unitInterval, withDefault } from '../errors/options.ts';
import { sign } from '../ops/elementwise/unary.ts';
import {
  type Definition,
  descend,
  makeOptimizer,
  movingAverage,
  type OptimizerOptions,
  type OwnSettings,
} from './define.ts';
import type { Optimizer } from './optimizer.ts';

export interface LionOptions extends OptimizerOptions {
  /** How much of the mean goes into the update; default 0.9. */
  readonly beta1?: number | undefined;
  /** How much of the mean is kept; default 0.99. */
  readonly beta2?: number | undefined;
}

const definition: Definition<OwnSettings<LionOptions>> = {
  name: 'lion',
  learningRate: 1e-4,
  rules: { beta1: withDefault(unitInterval, 0.9), beta2: withDefault(unitInterval, 0.99) },
  init: (filled) => ({ mean: filled(0) }),
  update(request, { beta1, beta2, weightDecay }) {
    const { gradient, state } = request;
    const direction = sign(movingAverage(state.mean, gradient, beta1));
    return {
      parameter: descend(request, direction, weightDecay),
      state: { mean: movingAverage(state.mean, gradient, beta2) },
    };
  },
};

/**
 * Lion: only the sign of the momentum counts, so every element moves by the same amount. For a
 * parameter p with gradient g and learning rate r (default 1e-4)
 *
 *     p ← p - r · (sign(β₁ m + (1 - β₁) g) + weightDecay · p)
 *     m ← β₂ m + (1 - β₂) g
 *
 * Updates are larger than Adam's: take a learning rate 3 to 10 times smaller, and a weightDecay as
 * many times larger. Source: Chen et al., "Symbolic Discovery of Optimization Algorithms", 2023.
 * @example lion({ learningRate: 1e-4, weightDecay: 0.1 })
 */
export function lion(options?: LionOptions): Optimizer {
  return makeOptimizer(definition, options);
}
