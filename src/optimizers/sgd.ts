import { OptionError } from '../errors/errors.ts';
import { boolean, unitInterval, withDefault } from '../errors/options.ts';
import { add, mul } from '../ops/elementwise/arithmetic.ts';
import {
  type Definition,
  descend,
  makeOptimizer,
  type OptimizerOptions,
  type OwnSettings,
} from './define.ts';
import type { Optimizer, OptimizerState } from './optimizer.ts';

export interface SgdOptions extends OptimizerOptions {
  /** How much of the last update is kept, from 0 (default) to below 1; 0.9 is usual. */
  readonly momentum?: number | undefined;
  /** Whether to look ahead along the momentum; default false. */
  readonly nesterov?: boolean | undefined;
}

const definition: Definition<OwnSettings<SgdOptions>> = {
  name: 'sgd',
  learningRate: 0.01,
  rules: { momentum: withDefault(unitInterval, 0), nesterov: withDefault(boolean, false) },
  check({ momentum, nesterov }) {
    if (nesterov && momentum === 0) {
      throw new OptionError({
        where: 'sgd.nesterov',
        expected: 'momentum above 0 to look ahead along',
        received: 'momentum 0',
        remedy: 'Pass momentum: 0.9.',
      });
    }
  },
  init(filled, { momentum }): OptimizerState {
    return momentum === 0 ? {} : { momentum: filled(0) };
  },
  update(request, { momentum, nesterov, weightDecay }) {
    const { gradient, state } = request;
    if (momentum === 0) return { parameter: descend(request, gradient, weightDecay), state };
    const m = add(mul(state.momentum, momentum), gradient);
    const direction = nesterov ? add(gradient, mul(m, momentum)) : m;
    return { parameter: descend(request, direction, weightDecay), state: { momentum: m } };
  },
};

/**
 * Stochastic gradient descent, with or without momentum: for a parameter `p` with gradient `g`,
 * learning rate `r` (default 0.01) and `m`, its state `momentum`, which begins as 0
 *
 *     m ← momentum · m + g
 *     p ← p - r · m                      with nesterov: p - r · (g + momentum · m)
 *
 * The learning rate is applied outside of the momentum, as in PyTorch, so that a schedule acts at
 * once. Source: Sutskever, Martens, Dahl and Hinton, "On the importance of initialization and
 * momentum in deep learning", 2013, where the learning rate is inside; for a constant rate the two
 * are the same.
 * @throws OptionError for nesterov without momentum
 * @example sgd({ learningRate: 0.1, momentum: 0.9 })
 */
export function sgd(options?: SgdOptions): Optimizer {
  return makeOptimizer(definition, options);
}
