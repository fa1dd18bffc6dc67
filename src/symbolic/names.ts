/** Which names a formula may use. */
import { describe } from '../errors/describe.ts';
import { OptionError } from '../errors/errors.ts';
import { functionNames, functionOf, namedNumbers } from './functions.ts';

export interface Names {
  /** What the formula is a function of; `any` for every name that means nothing else. */
  readonly variables: readonly string[] | 'any';
  /** Numbers of the user's own. */
  readonly constants: ReadonlyMap<string, number>;
}

export interface ConstantsOption {
  /** Numbers that the formula calls by name: `{ alpha: 0.1 }`. */
  readonly constants?: Readonly<Record<string, number>>;
}

/** Words that mathjs takes for something else, so that no name can be one of them. */
const RESERVED = new Set(
  'and or not xor mod to in end true false null undefined NaN Infinity'.split(' '),
);

const NAME = /^[A-Za-z][A-Za-z0-9_]*$/;

/** Whether a name is free to be given a meaning. */
export function isFree(name: string): boolean {
  const taken = RESERVED.has(name) || namedNumbers.has(name) || functionOf(name) !== undefined;
  return NAME.test(name) && !taken;
}

export function isKnown(name: string, { variables, constants }: Names): boolean {
  if (namedNumbers.has(name) || constants.has(name)) return true;
  return variables === 'any' ? isFree(name) : variables.includes(name);
}

/** All known names, variables first. */
export function knownNames({ variables, constants }: Names): readonly string[] {
  const own = variables === 'any' ? [] : variables;
  return [...own, ...constants.keys(), ...namedNumbers.keys(), ...functionNames];
}

/**
 * The constants that an option gives.
 * @param variables names that the formula has for something else
 * @throws OptionError for a name that is none or is taken, and for a number that is not finite
 */
export function readConstants(
  where: string,
  given: Readonly<Record<string, number>>,
  variables: readonly string[],
): ReadonlyMap<string, number> {
  for (const [name, value] of Object.entries(given)) {
    if (!isFree(name) || variables.includes(name)) {
      throw new OptionError({
        where: `${where}.constants`,
        expected: 'names of letters and digits that mean nothing else in a formula',
        received: describe(name),
        remedy: 'Give the constant another name.',
      });
    }
    if (!Number.isFinite(value)) {
      throw new OptionError({
        where: `${where}.constants.${name}`,
        expected: 'a finite number',
        received: describe(value),
        remedy: 'Give it a finite number.',
      });
    }
  }
  return new Map(Object.entries(given));
}

/** @throws OptionError for a constant that the formula does not use */
export function checkUsed(
  where: string,
  constants: ReadonlyMap<string, number>,
  used: ReadonlySet<string>,
): void {
  for (const name of constants.keys()) {
    if (used.has(name)) continue;
    throw new OptionError({
      where: `${where}.constants`,
      expected: 'constants that occur in the formula',
      received: describe(name),
      remedy: 'Use it, or remove it.',
    });
  }
}

/** @throws OptionError for a formula that does not depend on what it is of */
export function checkOccurs(
  where: string,
  formula: string,
  name: string,
  used: ReadonlySet<string>,
): void {
  if (used.has(name)) return;
  throw new OptionError({
    where,
    expected: `a formula in which ${name} occurs`,
    received: describe(formula),
    remedy: `Use ${name} in the formula.`,
  });
}
