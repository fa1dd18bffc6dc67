/**
 * What values may be, told by rules: those of options, and those that come out of files (parts.ts).
 *
 * Options are read once, completely, before anything is built: a missing, unknown, misplaced or
 * unfit option is an error, never ignored.
 */
import { describe } from './describe.ts';
import { OptionError } from './errors.ts';
import { akin, nearName } from './near_name.ts';
import { isClass, remedyFor } from './remedy.ts';

/** What a value may be: an option, or a part of a file or a state. */
export interface Rule<T> {
  readonly expected: string;
  /** A value that is accepted, as it is written in a program: the remedy. */
  readonly example: string;
  accepts(value: unknown): boolean;
  /** What is wrong within an accepted value, whose parts have rules of their own. */
  within?(value: unknown): Misfit | undefined;
  /** The value when the option is left out; without it the option is required. */
  readonly fallback?: { readonly value: T };
}

/** What is wrong with a value, or with a part of it. */
export interface Misfit {
  /** Where in the value, such as `.epochs[3].loss`; made on the way back only, for there may be millions of parts. */
  readonly path: string;
  readonly expected: string;
  readonly received: unknown;
}

/** What is wrong with a value by a rule, if anything is. */
export function misfitOf(rule: Rule<unknown>, received: unknown): Misfit | undefined {
  if (received === undefined && rule.fallback !== undefined) return undefined;
  if (!rule.accepts(received)) return { path: '', expected: rule.expected, received };
  return rule.within?.(received);
}

/** Options that people look for where they are not, each with a remedy. */
export type Misplaced = Readonly<Record<string, string>>;

export type Rules<T> = { readonly [K in keyof Required<T>]: Rule<T[K]> };

/** What a function takes that knows no options: `readOptions` with no rules refuses any that come. */
export type NoOptions = Readonly<Record<string, never>>;

/** The same rule, with a value for when the option is left out. */
// @__NO_SIDE_EFFECTS__
export function withDefault<T>(rule: Rule<unknown>, value: T): Rule<T> {
  return { ...rule, fallback: { value } };
}

/** The same rule for an option that may be left out and then stays undefined. */
export function optional(rule: Rule<unknown>): Rule<undefined> {
  return withDefault(rule, undefined);
}

// @__NO_SIDE_EFFECTS__
export function rule(
  expected: string,
  example: string,
  accepts: (value: unknown) => boolean,
): Rule<never> {
  return { expected, example, accepts };
}

/** Whether a value is an object as `{ }` makes it, of any realm: no array, map, date, class of its own. */
function isPlain(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || (Object.getPrototypeOf(prototype) === null && !Array.isArray(value));
}

const isNumber = (value: unknown): value is number => typeof value === 'number';

export const number = rule('a number', '0.5', isNumber);
export const finite = rule('a finite number', '0.5', Number.isFinite);
export const positive = rule(
  'a finite number above 0',
  '0.5',
  (v) => isNumber(v) && Number.isFinite(v) && v > 0,
);
export const nonNegative = rule(
  'a finite number, 0 or more',
  '0.5',
  (v) => isNumber(v) && Number.isFinite(v) && v >= 0,
);
export const positiveInteger = rule(
  'a whole number, 1 or more',
  '8',
  (v) => isNumber(v) && Number.isSafeInteger(v) && v >= 1,
);
/** A number of things that are held in memory and numbered by int32. */
export const count = rule(
  'a whole number from 1 to 2^31 - 1',
  '8',
  (v) => positiveInteger.accepts(v) && (v as number) < 2 ** 31,
);
export const naturalNumber = rule(
  'a whole number, 0 or more',
  '8',
  (v) => isNumber(v) && Number.isSafeInteger(v) && v >= 0,
);
export const integer = rule('a whole number', '8', Number.isSafeInteger);
export const array = rule('an array', '[]', Array.isArray);
export const boolean = rule('true or false', 'true', (v) => typeof v === 'boolean');
export const string = rule('a string', "'a'", (v) => typeof v === 'string');
export const iterable = rule(
  'values one after another, such as an array',
  '[]',
  (v) => typeof v === 'object' && v !== null && Symbol.iterator in v,
);
export const strings = rule(
  'an array of strings',
  "['a', 'b']",
  (v) => Array.isArray(v) && v.every(string.accepts),
);
export const callable = rule(
  'a function',
  '(x) => x',
  (v) => typeof v === 'function' && !isClass(v),
);
export const anything = rule('a value', '1', () => true);
export const object = rule('an object', '{}', (v) => typeof v === 'object' && v !== null);
/** Values by name, written as `{ name: value }`. */
export const record = rule('an object { name: value }', '{}', isPlain);
export const shape = rule(
  'a shape: an array of whole numbers, each 0 or more',
  '[2, 3]',
  (v) => Array.isArray(v) && v.every((n) => Number.isSafeInteger(n) && n >= 0),
);
/** A fraction from `low` (included) to `high` (excluded). */
export const unitInterval = rule(
  'a number from 0 to below 1',
  '0.5',
  (v) => isNumber(v) && v >= 0 && v < 1,
);

export function oneOf(...values: readonly (string | number)[]): Rule<never> {
  return rule(`one of ${values.map(describe).join(', ')}`, describe(values[0]), (v) =>
    values.includes(v as string | number),
  );
}

/** An object with methods of these names, such as an optimizer. */
// @__NO_SIDE_EFFECTS__
export function having(expected: string, example: string, ...methods: string[]): Rule<never> {
  return rule(
    `${expected}, such as ${example}`,
    example,
    (v) =>
      typeof v === 'object' &&
      v !== null &&
      methods.every((name) => typeof (v as Record<string, unknown>)[name] === 'function'),
  );
}

/**
 * The options with defaults filled in.
 * @param where the public name the caller used
 * @param given what the caller passed
 * @param rules one rule for each known option
 * @param misplaced options that people look for here but that live elsewhere, with a remedy
 * @throws OptionError naming the option, what it may be, what was received
 */
export function readOptions<T extends object>(
  where: string,
  given: object | undefined,
  rules: Rules<T>,
  misplaced: Misplaced = {},
): T {
  if (given !== undefined && !isPlain(given)) {
    throw new OptionError({
      where,
      expected: `an options object { ${Object.keys(rules).join(', ')} }`,
      received: describe(given),
      remedy: remedyFor(given, 'Write { name: value }.'),
    });
  }
  const values = (given ?? {}) as Record<string, unknown>;
  for (const name of Object.keys(values)) {
    if (!Object.hasOwn(rules, name)) throw unknownOption(where, name, values, rules, misplaced);
  }
  const resolved: Record<string, unknown> = {};
  for (const [name, rule] of Object.entries<Rule<unknown>>(rules)) {
    const value = values[name];
    if (value !== undefined || rule.fallback === undefined) {
      check(`${where}.${name}`, value, rule, `${name}: ${rule.example}`);
    }
    resolved[name] = value === undefined ? rule.fallback?.value : value;
  }
  return resolved as T;
}

/** Checks a single positional argument by a rule. */
export function checkArgument(where: string, value: unknown, rule: Rule<unknown>): void {
  check(where, value, rule, rule.example);
}

function check(where: string, value: unknown, rule: Rule<unknown>, example: string): void {
  const nothing = { path: '', expected: rule.expected, received: value };
  const found = value === undefined ? nothing : misfitOf(rule, value);
  if (found === undefined) return;
  const { path, expected, received } = found;
  throw new OptionError({
    where: where + path,
    expected,
    received: received === undefined ? 'nothing' : describe(received),
    remedy: remedyFor(
      received,
      `Pass for example ${example}${rule.fallback === undefined ? '' : ', or leave it out'}.`,
    ),
  });
}

function unknownOption(
  where: string,
  name: string,
  values: Record<string, unknown>,
  rules: object,
  misplaced: Misplaced,
): OptionError {
  const known = Object.keys(rules);
  const near = nearName(name, known) ?? akin(name, known);
  const elsewhere = Object.hasOwn(misplaced, name) ? misplaced[name] : undefined;
  return new OptionError({
    where,
    problem: `unknown option ${describe(name)}`,
    expected: known.length === 0 ? 'no options' : `only ${known.join(', ')}`,
    received: `${name}: ${describe(values[name])}`,
    remedy:
      elsewhere ??
      (near !== undefined
        ? `Did you mean ${near}?`
        : `${known.length > 0 ? 'Write one of these, or r' : 'R'}emove it.`),
  });
}
