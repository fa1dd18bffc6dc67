import { nonNegative, withDefault } from '../errors/options.ts';
import { float64 } from '../numerics/float64.ts';
import { pow } from '../numerics/functions/index.ts';
import { integerPower } from '../numerics/integer_power.ts';
import { add, div, mul } from '../ops/elementwise/arithmetic.ts';
import { sqrt, square } from '../ops/elementwise/unary.ts';
import { type MomentsOptions, momentsRules } from './adam.ts';
import {
  type Definition,
  descend,
  makeOptimizer,
  movingAverage,
  type OwnSettings,
} from './define.ts';
import type { Optimizer } from './optimizer.ts';

export interface NadamOptions extends MomentsOptions {
  /** How fast the momentum grows to beta1; default 0.004. */
  readonly momentumDecay?: number | undefined;
}

type Settings = OwnSettings<NadamOptions>;

const definition: Definition<Settings> = {
  name: 'nadam',
  learningRate: 0.002,
  rules: { ...momentsRules, momentumDecay: withDefault(nonNegative, 0.004) },
  init: (filled) => ({ mean: filled(0), meanSquare: filled(0) }),
  scalars(settings) {
    const product = momentumProducts(settings);
    return (iteration) => {
      const [now, next] = [iteration, iteration + 1].map((t) => momentum(settings, t));
      const products = product(iteration);
      return {
        meanFactor: next / (1 - products * next),
        gradientFactor: (1 - now) / (1 - products),
        meanSquareCorrection: 1 / (1 - integerPower(settings.beta2, iteration)),
      };
    };
  },
  update(request, { beta1, beta2, epsilon, weightDecay }) {
    const { gradient, state, scalars } = request;
    const mean = movingAverage(state.mean, gradient, beta1);
    const meanSquare = movingAverage(state.meanSquare, square(gradient), beta2);
    const m = add(mul(mean, scalars.meanFactor), mul(gradient, scalars.gradientFactor));
    const v = mul(meanSquare, scalars.meanSquareCorrection);
    const direction = div(m, add(sqrt(v), epsilon));
    return { parameter: descend(request, direction, weightDecay), state: { mean, meanSquare } };
  },
};

/** μₜ = β₁ (1 - ½ · 0.96^(t · momentumDecay)) */
function momentum({ beta1, momentumDecay }: Settings, iteration: number): number {
  return beta1 * (1 - 0.5 * pow(float64, 0.96, iteration * momentumDecay));
}

/** As a part of 1 it is nothing, and of any float32 that is shown, too. */
export const NEGLIGIBLE = 2 ** -200;

/** How many askers, each with a count of its own, a function of products remembers. */
const REMEMBERED = 64;

/**
 * μ₁ μ₂ … μₜ as a function of t. Training asks for one t after the other, so a product that was given
 * is what the next one grows from. Several are remembered, because parameters that were frozen, or
 * training runs side by side, have counts of their own. In whatever order it is asked, the bits are the same.
 */
function momentumProducts(settings: Settings): (iteration: number) => number {
  const known = new Map<number, number>();
  return (iteration) => {
    let t = 0;
    for (const count of known.keys()) if (count <= iteration && count > t) t = count;
    let product = known.get(t) ?? 1;
    if (t === iteration) return product;
    if (t === iteration - 1) known.delete(t);
    else if (known.size >= REMEMBERED) known.delete(known.keys().next().value as number);
    // 1 minus what is smaller is 1, however many updates a file claims.
    while (t < iteration && product > NEGLIGIBLE) {
      t += 1;
      product *= momentum(settings, t);
    }
    known.set(iteration, product);
    return product;
  };
}

/**
 * Nadam: Adam with Nesterov's look ahead. For a parameter p with gradient g, learning rate r (default
 * 0.002), in iteration t, counted from 1, with μₜ = β₁ (1 - ½ · 0.96^(t · momentumDecay)):
 *
 *     m ← β₁ m + (1 - β₁) g
 *     v ← β₂ v + (1 - β₂) g²
 *     m̂ = μₜ₊₁ m / (1 - μ₁ … μₜ₊₁) + (1 - μₜ) g / (1 - μ₁ … μₜ)
 *     p ← p - r · m̂ / (√(v/(1 - β₂ᵗ)) + ε)
 *
 * Source: Dozat, "Incorporating Nesterov Momentum into Adam", 2016, with PyTorch's defaults; m decays
 * with β₁ as in PyTorch, not with μₜ. (PyTorch before 2.0 computed something else than it documents.)
 * @example nadam({ learningRate: 0.002 })
 */
export function nadam(options?: NadamOptions): Optimizer {
  return makeOptimizer(definition, options);
}
