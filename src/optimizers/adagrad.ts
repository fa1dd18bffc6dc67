import { nonNegative, positive, withDefault } from '../errors/options.ts';
import { add, div } from '../ops/elementwise/arithmetic.ts';
import { sqrt, square } from '../ops/elementwise/unary.ts';
import {
  type Definition,
  descend,
  makeOptimizer,
  type OptimizerOptions,
  type OwnSettings,
} from './define.ts';
import type { Optimizer } from './optimizer.ts';

export interface AdagradOptions extends OptimizerOptions {
  /** What the sum of squares starts from; default 0. */
  readonly initialAccumulator?: number | undefined;
  /** Added to the root, against division by 0; default 1e-10. */
  readonly epsilon?: number | undefined;
}

const definition: Definition<OwnSettings<AdagradOptions>> = {
  name: 'adagrad',
  learningRate: 0.01,
  rules: {
    initialAccumulator: withDefault(nonNegative, 0),
    epsilon: withDefault(positive, 1e-10),
  },
  init: (filled, { initialAccumulator }) => ({ sumOfSquares: filled(initialAccumulator) }),
  update(request, { epsilon, weightDecay }) {
    const sumOfSquares = add(request.state.sumOfSquares, square(request.gradient));
    const direction = div(request.gradient, add(sqrt(sumOfSquares), epsilon));
    return { parameter: descend(request, direction, weightDecay), state: { sumOfSquares } };
  },
};

/**
 * Adagrad: the gradient, each element divided by the root of the sum of all its squares, so that
 * what is seldom active learns as much as what always is. For a parameter p with gradient g and
 * learning rate r (default 0.01)
 *
 *     v ← v + g²
 *     p ← p - r · g / (√v + ε)
 *
 * Source: Duchi, Hazan and Singer, "Adaptive Subgradient Methods for Online Learning and Stochastic
 * Optimization", 2011, in the diagonal form.
 * @example adagrad({ learningRate: 0.1 })
 */
export function adagrad(options?: AdagradOptions): Optimizer {
  return makeOptimizer(definition, options);
}
