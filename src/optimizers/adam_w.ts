import { type AdamOptions, adamDefinition } from './adam.ts';
import { makeOptimizer } from './define.ts';
import type { Optimizer } from './optimizer.ts';

/**
 * Adam with decoupled weight decay: with the direction d of Adam and the learning rate r,
 *
 *     p ← p - r · (d + weightDecay · p)
 *
 * so that large and small gradients decay alike, which `l2` with Adam does not do. The same as `adam`
 * but for the default of `weightDecay`, 0.01.
 *
 * Source: Loshchilov and Hutter, "Decoupled Weight Decay Regularization", 2019, algorithm 2. There
 * the decay is scaled by the schedule only; here, as in PyTorch, by the learning rate as well.
 * @example adamW({ learningRate: 1e-3, weightDecay: 0.1 })
 */
export function adamW(options?: AdamOptions): Optimizer {
  return makeOptimizer({ ...adamDefinition, name: 'adamW', weightDecay: 0.01 }, options);
}
