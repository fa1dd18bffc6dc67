import { positive, unitInterval, withDefault } from '../errors/options.ts';
import { add, div, mul } from '../ops/elementwise/arithmetic.ts';
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

export interface AdadeltaOptions extends OptimizerOptions {
  /** How much of the means is kept; default 0.9. */
  readonly rho?: number | undefined;
  /** Added under both roots; sets how fast it starts; default 1e-6. */
  readonly epsilon?: number | undefined;
}

const definition: Definition<OwnSettings<AdadeltaOptions>> = {
  name: 'adadelta',
  learningRate: 1,
  rules: { rho: withDefault(unitInterval, 0.9), epsilon: withDefault(positive, 1e-6) },
  init: (filled) => ({ meanSquare: filled(0), meanSquareOfUpdates: filled(0) }),
  update(request, { rho, epsilon, weightDecay }) {
    const { gradient, state } = request;
    const meanSquare = movingAverage(state.meanSquare, square(gradient), rho);
    const before = sqrt(add(state.meanSquareOfUpdates, epsilon));
    const direction = mul(div(before, sqrt(add(meanSquare, epsilon))), gradient);
    const meanSquareOfUpdates = movingAverage(state.meanSquareOfUpdates, square(direction), rho);
    return {
      parameter: descend(request, direction, weightDecay),
      state: { meanSquare, meanSquareOfUpdates },
    };
  },
};

/**
 * Adadelta: the gradient, scaled by how large recent updates were over how large recent gradients
 * were. For a parameter p with gradient g and learning rate r (default 1)
 *
 *     v ← ρ v + (1 - ρ) g²
 *     u = √(a + ε) / √(v + ε) · g
 *     a ← ρ a + (1 - ρ) u²
 *     p ← p - r · u
 *
 * Source: Zeiler, "ADADELTA: An Adaptive Learning Rate Method", 2012, which has no learning rate
 * (r = 1) and recommends ρ = 0.95.
 * @example adadelta({ rho: 0.95 })
 */
export function adadelta(options?: AdadeltaOptions): Optimizer {
  return makeOptimizer(definition, options);
}
