import { describe } from '../errors/describe.ts';
import { OptionError } from '../errors/errors.ts';
import { foreignToOptimizers, withForeign } from '../errors/foreign_members.ts';
import { positiveInteger, type Rule, withDefault } from '../errors/options.ts';
import { readTrainingOptions } from '../errors/training_options.ts';
import { add, mul, sub } from '../ops/elementwise/arithmetic.ts';
import { where } from '../ops/elementwise/comparison.ts';
import { noGrad } from '../ops/gradient_mode.ts';
import { markPure } from '../ops/pure.ts';
import { checkPrecision } from '../tensor/precision.ts';
import { snapshot } from '../tensor/tensor.ts';
import type { Optimizer } from './optimizer.ts';

export interface LookaheadOptions {
  /** The optimizer of the fast weights. */
  readonly optimizer: Optimizer;
  /** How many iterations the fast weights go ahead; default 5. */
  readonly syncPeriod?: number | undefined;
  /** How far the slow weights follow, from above 0 to 1; default 0.5. */
  readonly alpha?: number | undefined;
}

const optimizerRule: Rule<never> = {
  expected: 'an optimizer, such as adam()',
  example: 'adam()',
  accepts: (value) => typeof (value as Partial<Optimizer> | null)?.update === 'function',
};

const fraction: Rule<never> = {
  expected: 'a number above 0, at most 1',
  example: '0.5',
  accepts: (value) => typeof value === 'number' && value > 0 && value <= 1,
};

/**
 * Look-ahead: an optimizer runs ahead with the parameters, and every `syncPeriod` iterations they are
 * brought back to a point on the way there. For fast weights θ and slow weights φ, which begin equal, k
 * the period and t the iteration, counted from 1:
 *
 *     θ ← one update of the optimizer
 *     φ ← φ + α (θ - φ), θ ← φ           where k divides t
 *
 * The state `slow` holds φ as it was when the present period began. The optimizer keeps its own state,
 * such as momentum, through a synchronization. Between two of them the model has the fast weights: let
 * the iterations of an epoch be a multiple of the period, or evaluate with that in mind. Source: Zhang,
 * Lucas, Hinton and Ba, "Lookahead Optimizer: k steps forward, 1 step back", 2019, algorithm 1.
 *
 * Learning rate, decay and groups are those of the optimizer inside.
 * @throws OptionError for unknown or unfit options, and for a look-ahead within another
 * @example lookahead({ optimizer: sgd({ learningRate: 0.1, momentum: 0.9 }), syncPeriod: 5, alpha: 0.5 })
 */
export function lookahead(options: LookaheadOptions): Optimizer {
  const { optimizer, syncPeriod, alpha } = readTrainingOptions<Required<LookaheadOptions>>(
    'lookahead',
    options,
    {
      optimizer: optimizerRule,
      syncPeriod: withDefault(positiveInteger, 5),
      alpha: withDefault(fraction, 0.5),
    },
    {
      k: 'Did you mean syncPeriod?',
      groups: 'They belong to the optimizer inside.',
      learningRate: 'It belongs to the optimizer inside.',
    },
  );
  if (optimizer.inner !== undefined) {
    throw new OptionError({
      where: 'lookahead.optimizer',
      expected: 'an optimizer that does not look ahead itself',
      received: describe(optimizer.name),
      remedy: 'Give the optimizer inside: lookahead(adam()).',
    });
  }
  const made: Optimizer = withForeign(
    {
      name: 'lookahead',
      inner: optimizer,
      learningRate: optimizer.learningRate,
      options: { ...optimizer.options, syncPeriod, alpha },
      groups: optimizer.groups,
      init(parameter) {
        checkPrecision('lookahead', { alpha }, parameter.dtype);
        return { ...optimizer.init(parameter), slow: snapshot(parameter) };
      },
      scalars: (iteration) => ({
        ...optimizer.scalars(iteration),
        begins: (iteration - 1) % syncPeriod === 0 ? 1 : 0,
        follow: iteration % syncPeriod === 0 ? alpha : 0,
      }),
      update: (request) =>
        noGrad(() => {
          const { parameter, state, scalars } = request;
          // When a period begins, the parameter is what the last one left: the slow weights.
          const slow = where(scalars.begins, parameter, state.slow);
          const fast = optimizer.update(request);
          const synchronized = add(slow, mul(sub(fast.parameter, slow), scalars.follow));
          return {
            parameter: where(scalars.follow, synchronized, fast.parameter),
            state: { ...fast.state, slow },
          };
        }),
      forGroup: (group) => lookahead({ optimizer: optimizer.forGroup(group), syncPeriod, alpha }),
    },
    foreignToOptimizers,
  );
  return markPure(made, [optimizer]);
}
