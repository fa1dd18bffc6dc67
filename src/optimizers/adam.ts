import { boolean, positive, unitInterval, withDefault } from '../errors/options.ts';
import { integerPower } from '../numerics/integer_power.ts';
import { add, div, mul } from '../ops/elementwise/arithmetic.ts';
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
import type { Optimizer, OptimizerState } from './optimizer.ts';

/** The options that the whole family of Adam shares. */
export interface MomentsOptions extends OptimizerOptions {
  /** How much of the mean of the gradients is kept; default 0.9. */
  readonly beta1?: number | undefined;
  /** How much of the mean of their squares is kept; default 0.999. */
  readonly beta2?: number | undefined;
  /** Added to the root, against division by 0; default 1e-8. */
  readonly epsilon?: number | undefined;
}

export interface AdamOptions extends MomentsOptions {
  /** Divide by the largest mean square so far instead of the present one; default false. */
  readonly amsgrad?: boolean | undefined;
}

export const momentsRules = {
  beta1: withDefault<number>(unitInterval, 0.9),
  beta2: withDefault<number>(unitInterval, 0.999),
  epsilon: withDefault<number>(positive, 1e-8),
};

/**
 * What undoes the pull of the averages towards the zeros they start from: the factors
 * `1 / (1 - βᵗ)` of the mean and of the mean square in iteration t, counted from 1.
 */
export function biasCorrections(
  { beta1, beta2 }: { readonly beta1: number; readonly beta2: number },
  iteration: number,
) {
  return {
    meanCorrection: 1 / (1 - integerPower(beta1, iteration)),
    meanSquareCorrection: 1 / (1 - integerPower(beta2, iteration)),
  };
}

export const adamDefinition: Definition<OwnSettings<AdamOptions>> = {
  name: 'adam',
  learningRate: 0.001,
  rules: { ...momentsRules, amsgrad: withDefault(boolean, false) },
  init(filled, { amsgrad }) {
    const moments = { mean: filled(0), meanSquare: filled(0) };
    return amsgrad ? { ...moments, largest: filled(0) } : moments;
  },
  scalars: (settings) => (iteration) => biasCorrections(settings, iteration),
  update(request, { beta1, beta2, epsilon, amsgrad, weightDecay }) {
    const { gradient, scalars } = request;
    const mean = movingAverage(request.state.mean, gradient, beta1);
    const meanSquare = movingAverage(request.state.meanSquare, square(gradient), beta2);
    const state: OptimizerState = amsgrad
      ? { mean, meanSquare, largest: maximum(request.state.largest, meanSquare) }
      : { mean, meanSquare };
    const m = mul(mean, scalars.meanCorrection);
    const v = mul(state.largest ?? meanSquare, scalars.meanSquareCorrection);
    const direction = div(m, add(sqrt(v), epsilon));
    return { parameter: descend(request, direction, weightDecay), state };
  },
};

/**
 * Adam: momentum, each element scaled by the size of its recent gradients. For a parameter p with
 * gradient g, learning rate r (default 0.001), in iteration t, counted from 1:
 *
 *     m ← β₁ m + (1 - β₁) g
 *     v ← β₂ v + (1 - β₂) g²
 *     p ← p - r · m/(1 - β₁ᵗ) / (√(v/(1 - β₂ᵗ)) + ε)
 *
 * Source: Kingma and Ba, "Adam: A Method for Stochastic Optimization", 2015, algorithm 1, with the ε
 * of the algorithm; Keras's default of 1e-7 is for the "epsilon hat" of the paper's section 2.
 * `amsgrad` divides by the largest v so far (Reddi, Kale and Kumar, 2018), corrected for bias as in
 * PyTorch, which the paper leaves out.
 * @example adam({ learningRate: 1e-3 })
 */
export function adam(options?: AdamOptions): Optimizer {
  return makeOptimizer(adamDefinition, options);
}
