/**
 * A search space is data: the name of each parameter, and what may be drawn for it. Written as JSON it
 * says which search a file of results belongs to.
 */
import { describe } from '../../errors/describe.ts';
import { OptionError } from '../../errors/errors.ts';
import { array, finite, integer as integerRule, oneOf } from '../../errors/options.ts';
import { readTrainingOptions } from '../../errors/training_options.ts';

type Scalar = number | string | boolean;

/** What a parameter may be: a number, a text, true or false, or a list of these, such as `[32, 16]`. */
export type ParameterValue = Scalar | readonly Scalar[];

/** One of several values, each as likely as any other. */
export interface Choice<T extends ParameterValue = ParameterValue> {
  readonly type: 'choice';
  readonly options: readonly T[];
}

/** A whole number, both ends included. */
export interface IntegerRange {
  readonly type: 'integer';
  readonly low: number;
  readonly high: number;
}

/** A number between two others. */
export interface NumberRange {
  readonly type: 'uniform' | 'logUniform';
  readonly low: number;
  readonly high: number;
}

export type Distribution = Choice | IntegerRange | NumberRange;

/** Parameters by name. A list is a `choice` of what is in it. */
export type Space = Readonly<Record<string, Distribution | readonly ParameterValue[]>>;

/** A space in which every parameter has a finite number of values. */
export type Grid = Readonly<Record<string, Choice | IntegerRange | readonly ParameterValue[]>>;

/** The values that are drawn from a space, by the same names. */
export type ValuesOf<S> = {
  readonly [K in keyof S]: S[K] extends Choice<infer T>
    ? T
    : S[K] extends IntegerRange | NumberRange
      ? number
      : S[K] extends readonly (infer T)[]
        ? T
        : never;
};

/** The values of one trial, whatever its space. */
export type Values = Readonly<Record<string, ParameterValue>>;

/** A space as it is worked with: in order, lists turned into choices. */
export type ReadSpace = ReadonlyMap<string, Distribution>;

/**
 * One of the options, each as likely as any other.
 * @throws OptionError for none, for one twice, for a single list, and for what JSON cannot write
 * @example { units: choice(16, 32, 64), activation: choice('relu', 'tanh'), hidden: choice([32], [32, 16]) }
 */
export function choice<const T extends readonly ParameterValue[]>(
  ...options: T
): Choice<T[number]> {
  const [only, ...others] = options;
  if (Array.isArray(only) && only.length > 1 && others.length === 0) {
    throw new OptionError({
      where: 'choice',
      expected: 'values one by one',
      received: `one list, ${describe(only)}, and nothing else to choose`,
      remedy: 'Write choice(1, 2), or choice(...values) for the values of a list.',
    });
  }
  return checked('choice', { type: 'choice', options }) as Choice<T[number]>;
}

/**
 * A whole number from `low` to `high`, both included.
 * @throws OptionError unless both are whole and `low` is at most `high`
 */
export function integer(low: number, high: number): IntegerRange {
  return checked('integer', { type: 'integer', low, high });
}

/**
 * A number between `low` and `high`, all parts of the range equally likely.
 * @throws OptionError unless both are finite and `low` is below `high`
 */
export function uniform(low: number, high: number): NumberRange {
  return checked('uniform', { type: 'uniform', low, high });
}

/**
 * A number between `low` and `high` whose logarithm is uniform, so that from 0.001 to 0.01 there are as
 * many as from 0.01 to 0.1: for learning rates and penalties.
 * @throws OptionError unless both are finite and above 0, and `low` is below `high`
 */
export function logUniform(low: number, high: number): NumberRange {
  return checked('logUniform', { type: 'logUniform', low, high });
}

/** Columns of the table of results, which a parameter cannot share its name with. */
export const RESERVED = ['trial', 'epochs', 'iterations', 'score', 'error'] as const;

/**
 * A space, read and checked.
 * @throws OptionError naming the parameter that does not fit
 */
export function readSpace(where: string, space: Space): ReadSpace {
  if (typeof space !== 'object' || space === null || Array.isArray(space)) {
    throw new OptionError({
      where,
      expected: 'parameters by name, such as { learningRate: logUniform(1e-4, 1e-1) }',
      received: describe(space),
      remedy: 'Write for example { learningRate: [0.01, 0.1] }.',
    });
  }
  const entries = Object.entries(space);
  if (entries.length === 0) {
    throw new OptionError({
      where,
      expected: 'one parameter or more',
      received: 'none',
      remedy: 'Write for example { learningRate: [0.01, 0.1] }.',
    });
  }
  for (const [name] of entries) {
    if (name === '' || RESERVED.some((reserved) => reserved === name)) {
      throw new OptionError({
        where,
        expected: `names of parameters other than ${RESERVED.join(', ')}`,
        received: describe(name),
        remedy:
          name === 'epochs'
            ? 'Epochs are the budget of the search, the same for all: epochs: 20.'
            : 'Choose another name.',
      });
    }
  }
  return new Map(
    entries.map(([name, given]) => [
      name,
      checked(`${where}.${name}`, Array.isArray(given) ? asChoice(given) : (given as Distribution)),
    ]),
  );
}

const asChoice = (options: readonly ParameterValue[]): Choice => ({ type: 'choice', options });

function checked<D extends Distribution>(where: string, given: D): D {
  const { type } = (given ?? {}) as Partial<Distribution>;
  switch (type) {
    case 'choice':
      checkChoice(where, given as Choice);
      break;
    case 'integer':
    case 'uniform':
    case 'logUniform':
      checkRange(where, given as IntegerRange | NumberRange);
      break;
    default:
      throw new OptionError({
        where,
        expected: 'a list of values, choice(...), integer(...), uniform(...) or logUniform(...)',
        received: describe(given),
        remedy: 'Write for example [0.01, 0.1] or logUniform(1e-4, 1e-1).',
      });
  }
  return given;
}

function checkRange(where: string, given: IntegerRange | NumberRange): void {
  const bound = given.type === 'integer' ? integerRule : finite;
  const { type, low, high } = readTrainingOptions<IntegerRange | NumberRange>(where, given, {
    type: oneOf('integer', 'uniform', 'logUniform'),
    low: bound,
    high: bound,
  });
  const fits = type === 'integer' ? low <= high && high - low < 2 ** 32 - 1 : low < high;
  if (fits && (type !== 'logUniform' || low > 0) && Number.isFinite(high - low)) return;
  const order = {
    integer: 'low at most high, and fewer than 2^32 numbers',
    uniform: 'low below high',
    logUniform: 'low above 0 and below high',
  };
  throw new OptionError({
    where,
    expected: order[type],
    received: `${low} and ${high}`,
    remedy: 'Swap or change them.',
  });
}

function checkChoice(where: string, given: Choice): void {
  const { options } = readTrainingOptions<Choice>(where, given, {
    type: oneOf('choice'),
    options: array,
  });
  const unfit = options.find((option) => !isParameterValue(option));
  if (unfit !== undefined || options.length === 0 || options.includes(undefined as never)) {
    throw new OptionError({
      where,
      expected: 'one value or more: finite numbers, texts, true or false, or lists of these',
      received: options.length === 0 ? 'none' : describe(unfit),
      remedy:
        typeof unfit === 'function'
          ? 'Choose a name here, and the function by its name in the objective.'
          : 'Write for example [0.01, 0.1].',
    });
  }
  const texts = options.map((option) => JSON.stringify(option));
  const twice = texts.find((text, index) => texts.indexOf(text) !== index);
  if (twice !== undefined) {
    throw new OptionError({
      where,
      expected: 'each value once',
      received: `${twice} twice`,
      remedy: 'Remove the second.',
    });
  }
}

function isParameterValue(value: unknown): value is ParameterValue {
  return Array.isArray(value) ? value.every(isScalar) : isScalar(value);
}

/** What comes back from JSON as it was: no NaN, no infinities, and no negative zero. */
function isScalar(value: unknown): value is Scalar {
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0);
  return typeof value === 'string' || typeof value === 'boolean';
}
