/**
 * What all optimizers share: the learning rate, the two kinds of decay, groups, and the last line of
 * the update. Each optimizer adds its own options, its state, and how it turns a gradient into a
 * direction.
 */
import { describe } from '../errors/describe.ts';
import { OptionError } from '../errors/errors.ts';
import { foreignToOptimizers, withForeign } from '../errors/foreign_members.ts';
import { nonNegative, optional, type Rule, type Rules, withDefault } from '../errors/options.ts';
import { readTrainingOptions } from '../errors/training_options.ts';
import { add, mul, sub } from '../ops/elementwise/arithmetic.ts';
import { noGrad } from '../ops/gradient_mode.ts';
import { markPure } from '../ops/pure.ts';
import { full } from '../tensor/create.ts';
import { checkPrecision } from '../tensor/precision.ts';
import type { Tensor } from '../tensor/tensor.ts';
import type {
  Optimizer,
  OptimizerState,
  ParameterGroup,
  Update,
  UpdateRequest,
} from './optimizer.ts';

/** The options that every optimizer has. */
export interface OptimizerOptions {
  /** The factor of every update, before any schedule. */
  readonly learningRate?: number | undefined;
  /**
   * The strength λ of a quadratic penalty `λ/2 · Σ p²` on the loss: `λ · p` is added to the gradient,
   * and then treated like any gradient. Default 0. (PyTorch's `weight_decay` of SGD and Adam; Keras's
   * `l2(λ)` penalizes twice as much.)
   */
  readonly l2?: number | undefined;
  /**
   * Decoupled decay: `learningRate · weightDecay · p` is subtracted beside the update, past momentum
   * and adaptive scaling (Loshchilov and Hutter, 2019). Default 0, for adamW 0.01.
   */
  readonly weightDecay?: number | undefined;
  /** Parameters with options of their own; the first group that names a parameter counts. */
  readonly groups?: readonly ParameterGroup[] | undefined;
}

interface SharedSettings {
  readonly learningRate: number;
  readonly l2: number;
  readonly weightDecay: number;
}

/** The options of an optimizer beyond the shared ones, with defaults filled in. */
export type OwnSettings<O extends OptimizerOptions> = Required<Omit<O, keyof OptimizerOptions>>;

/** What one optimizer adds to what all share. */
export interface Definition<S extends object> {
  readonly name: string;
  /** Whether it is the user's own, whose functions may use numbers that change. */
  readonly isOwn?: boolean;
  /** Defaults of the shared options. */
  readonly learningRate: number;
  readonly weightDecay?: number;
  readonly rules: Rules<S>;
  /** Refuses options that do not go together. */
  check?(settings: S): void;
  /** @param filled makes a tensor in the shape of the parameter, filled with a value */
  init(filled: (value: number) => Tensor, settings: S): OptimizerState;
  /** From the settings to the numbers of an iteration; none if left out. */
  scalars?(settings: S): (iteration: number) => Readonly<Record<string, number>>;
  /** @param request its gradient contains the l2 penalty already */
  update(request: UpdateRequest, settings: S & SharedSettings): Update;
}

const misplaced: Readonly<Record<string, string>> = {
  eps: 'Did you mean epsilon?',
  lr: 'Did you mean learningRate?',
  parameters: 'The Trainer gives them; for some of them use groups.',
  seed: 'It belongs to the Trainer and to the model.',
};

const list: Rule<never> = {
  expected: 'an array of groups',
  example: "[{ parameters: 'layers.0', learningRate: 0.01 }]",
  accepts: Array.isArray,
};

const selector: Rule<never> = {
  expected: 'the name of a layer such as "layers.0", or a function from a name to true or false',
  example: "'layers.0'",
  accepts: (value) => typeof value === 'function' || (typeof value === 'string' && value !== ''),
};

/**
 * An optimizer from its definition and the options of the user.
 * @throws OptionError for unknown, misplaced or unfit options
 */
export function makeOptimizer<O extends OptimizerOptions>(
  definition: Definition<OwnSettings<O>>,
  options: O | undefined,
): Optimizer {
  const { name } = definition;
  const rules = {
    learningRate: withDefault(nonNegative, definition.learningRate),
    ...definition.rules,
    l2: withDefault(nonNegative, 0),
    weightDecay: withDefault(nonNegative, definition.weightDecay ?? 0),
    groups: withDefault(list, []),
  } as Rules<OwnSettings<O> & Required<OptimizerOptions>>;
  const { groups, ...settings } = readTrainingOptions(name, options, rules, misplaced);
  const own = settings as unknown as OwnSettings<O> & SharedSettings;
  definition.check?.(own);
  groups.forEach((group, index) => {
    checkGroup(`${name}.groups[${index}]`, group);
  });
  const made: Optimizer = withForeign(
    {
      name,
      learningRate: own.learningRate,
      options: own as unknown as Optimizer['options'],
      groups,
      init({ shape, dtype }) {
        checkPrecision(name, own, dtype, rules);
        return definition.init((value) => full(shape, value, { dtype }), own);
      },
      scalars: definition.scalars?.(own) ?? (() => ({})),
      update: (request) => noGrad(() => definition.update(penalized(request, own.l2), own)),
      forGroup: ({ parameters: _, ...overrides }) =>
        makeOptimizer<O>(definition, { ...own, ...given(overrides) } as unknown as O),
    },
    foreignToOptimizers,
  );
  return definition.isOwn ? made : markPure(made);
}

/** `p - learningRate · (direction + weightDecay · p)`: the last line of nearly every update. */
export function descend(
  { parameter, scalars }: UpdateRequest,
  direction: Tensor,
  weightDecay: number,
): Tensor {
  const decayed = weightDecay === 0 ? direction : add(direction, mul(parameter, weightDecay));
  return sub(parameter, mul(decayed, scalars.learningRate));
}

/** The exponential moving average `decay · average + (1 - decay) · value`. */
export function movingAverage(average: Tensor, value: Tensor, decay: number): Tensor {
  return add(mul(average, decay), mul(value, 1 - decay));
}

/** `gradient + l2 · p`, the gradient of the loss with its penalty. */
function penalized(request: UpdateRequest, l2: number): UpdateRequest {
  if (l2 === 0) return request;
  const { parameter, gradient } = request;
  return { ...request, gradient: add(gradient, mul(parameter, l2)) };
}

function checkGroup(where: string, group: unknown): void {
  if (typeof group !== 'object' || group === null) {
    throw new OptionError({
      where,
      expected: 'a group such as { parameters: "layers.0", learningRate: 0.01 }',
      received: describe(group),
      remedy: 'Write such a group.',
    });
  }
  readTrainingOptions(
    where,
    group,
    {
      parameters: selector,
      learningRate: optional(nonNegative),
      weightDecay: optional(nonNegative),
      l2: optional(nonNegative),
    },
    { lr: 'Did you mean learningRate?', momentum: 'It is the same for all groups.' },
  );
}

/** What was given, without what was left undefined. */
function given(overrides: object): object {
  return Object.fromEntries(Object.entries(overrides).filter(([, value]) => value !== undefined));
}
