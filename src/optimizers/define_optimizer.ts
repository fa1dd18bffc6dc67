/** Custom optimizers that checkpoints and JSON know by name, as they know those of the library. */
import { describe } from '../errors/describe.ts';
import { OptionError } from '../errors/errors.ts';
import {
  callable,
  checkArgument,
  optional,
  positive,
  type Rules,
  readOptions,
  record,
  string,
} from '../errors/options.ts';
import { type LikeDefaults, rulesOf } from '../errors/plain_options.ts';
import { type Defined, definitions } from '../errors/registry.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { descend, makeOptimizer, type OptimizerOptions } from './define.ts';
import type { Optimizer, OptimizerState, Update, UpdateRequest } from './optimizer.ts';

type OwnOptions = Readonly<Record<string, number | boolean>>;

/** A direction: the parameter goes against it, `p ← p - learningRate · (direction + weightDecay · p)`. */
export interface Direction {
  readonly direction: Tensor;
  readonly state: OptimizerState;
}

export interface OptimizerDefinition<O extends OwnOptions> {
  /** The default learning rate. */
  readonly learningRate: number;
  /** Options beside `learningRate`, `weightDecay`, `l2` and `groups`, with their defaults. */
  readonly options?: O;
  /** Refuses options that cannot be, by throwing. */
  check?(options: O): void;
  /**
   * The state that a parameter begins with; none if left out.
   * @param filled makes a tensor in the shape of the parameter
   */
  init?(filled: (value: number) => Tensor, options: O): OptimizerState;
  /** Numbers of an iteration, counted from 1, such as bias corrections: they come as `scalars`. */
  scalars?(iteration: number, options: O): Readonly<Record<string, number>>;
  /**
   * One update of one parameter, in operations on tensors. The gradient has the l2 penalty in it.
   * @returns a direction; or the new parameter, with decay of your own
   */
  update(request: UpdateRequest, options: O): Direction | Update;
}

/** The names of the library, which no other optimizer may have. */
export const OPTIMIZER_NAMES: readonly string[] =
  'adadelta adagrad adam adamW adamax lamb lion lookahead nadam radam rmsprop sgd'.split(' ');

/** By name: what makes an optimizer of its options. */
export const definedOptimizers: Defined<(options: object) => Optimizer> = definitions(
  'an optimizer',
  OPTIMIZER_NAMES,
);

/**
 * A custom optimizer: learning rate, groups, both kinds of decay, checkpoints and
 * `optimizerFromJSON` work with it as with those of the library. Where JSON is read, the module that defines
 * it must have been imported before.
 * @returns the factory of the optimizer
 * @throws OptionError for a name that another optimizer has
 * @example
 * // Momentum, of which only the sign counts.
 * export const signSgd = defineOptimizer('signSgd', {
 *   learningRate: 0.01,
 *   options: { momentum: 0.9 },
 *   init: (filled) => ({ velocity: filled(0) }),
 *   update({ gradient, state }, { momentum }) {
 *     const velocity = state.velocity.mul(momentum).add(gradient);
 *     return { direction: sign(velocity), state: { velocity } };
 *   },
 * });
 */
export function defineOptimizer<O extends OwnOptions = Readonly<Record<never, never>>>(
  name: string,
  definition: OptimizerDefinition<O>,
): (options?: LikeDefaults<O> & OptimizerOptions) => Optimizer {
  checkArgument('defineOptimizer.name', name, string);
  const read = readOptions<OptimizerDefinition<O>>('defineOptimizer', definition, {
    learningRate: positive,
    options: optional(record),
    check: optional(callable),
    init: optional(callable),
    scalars: optional(callable),
    update: callable,
  } as Rules<OptimizerDefinition<O>>);
  const { learningRate, options, check, init, scalars, update } = read;
  const rules = rulesOf<O>('defineOptimizer.options', options);
  const make = (given?: LikeDefaults<O> & OptimizerOptions): Optimizer =>
    makeOptimizer<O & OptimizerOptions>(
      {
        ...{ name, learningRate, rules: rules as never, isOwn: true },
        ...(check && { check: (own) => check(own as unknown as O) }),
        init: (filled, own) => init?.(filled, own as unknown as O) ?? {},
        ...(scalars && {
          scalars: (own) => (iteration: number) => scalars(iteration, own as unknown as O),
        }),
        update(request, own) {
          const updated = update(request, own as unknown as O) as Partial<Direction & Update>;
          const { parameter, direction, state } = updated ?? {};
          if (parameter !== undefined && state !== undefined) return { parameter, state };
          if (direction === undefined || state === undefined) throw noUpdate(name, updated);
          return { parameter: descend(request, direction, own.weightDecay), state };
        },
      },
      given as unknown as O & OptimizerOptions,
    );
  definedOptimizers.add('defineOptimizer', name, make as (options: object) => Optimizer);
  return Object.defineProperty(make, 'name', { value: name });
}

function noUpdate(name: string, received: unknown): OptionError {
  return new OptionError({
    where: `${name}.update`,
    expected: 'an object { direction, state }, or { parameter, state }',
    received: describe(received),
    remedy: 'Return one of them; without a state { direction, state: {} }.',
  });
}
