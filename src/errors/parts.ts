/**
 * Rules for values whose parts have rules, such as the contents of a file: what is wrong is told with the
 * path to it.
 */
import type { AdviceParts } from './advice.ts';
import { describe } from './describe.ts';
import { DataError } from './errors.ts';
import { array, type Misfit, misfitOf, type Rule, record } from './options.ts';

/** @throws DataError naming the first part that is not what its rule says */
export function checkParts(
  where: string,
  value: unknown,
  rule: Rule<unknown>,
  remedy: string,
  advice?: AdviceParts,
): void {
  const found = misfitOf(rule, value);
  if (found === undefined) return;
  const { path, expected, received } = found;
  const text = received === undefined ? 'nothing' : describe(received);
  throw new DataError({ where: where + path, expected, received: text, remedy, advice });
}

const at = (path: string, found: Misfit): Misfit => ({ ...found, path: path + found.path });

/** An array whose items are all of one rule. */
// @__NO_SIDE_EFFECTS__
export function listOf(item: Rule<unknown>): Rule<never> {
  return {
    ...array,
    within(value) {
      const list = value as readonly unknown[];
      for (let i = 0; i < list.length; i++) {
        const found = misfitOf(item, list[i]);
        if (found !== undefined) return at(`[${i}]`, found);
      }
      return undefined;
    },
  };
}

/** Fields by name; others are not looked at. */
// @__NO_SIDE_EFFECTS__
export function fields(rules: Readonly<Record<string, Rule<unknown>>>): Rule<never> {
  const entries = Object.entries(rules);
  return {
    ...record,
    within(value) {
      for (const [name, rule] of entries) {
        const found = misfitOf(rule, (value as Readonly<Record<string, unknown>>)[name]);
        if (found !== undefined) return at(`.${name}`, found);
      }
      return undefined;
    },
  };
}

/** Values of one rule, by any names. */
// @__NO_SIDE_EFFECTS__
export function byName(rule: Rule<unknown>): Rule<never> {
  return {
    ...record,
    within(value) {
      for (const [name, part] of Object.entries(value as object)) {
        const found = misfitOf(rule, part);
        if (found !== undefined) return at(`.${name}`, found);
      }
      return undefined;
    },
  };
}

/** What may be left out, or null. */
// @__NO_SIDE_EFFECTS__
export function orNothing(rule: Rule<unknown>): Rule<never> {
  const isNothing = (value: unknown) => value === undefined || value === null;
  return {
    expected: `${rule.expected} or nothing`,
    example: rule.example,
    accepts: (value) => isNothing(value) || rule.accepts(value),
    within: (value) => (isNothing(value) ? undefined : rule.within?.(value)),
  };
}

/** A value of a rule of which more is asked: told only where the rule itself is kept. */
// @__NO_SIDE_EFFECTS__
export function also(
  rule: Rule<unknown>,
  expected: string,
  isSo: (value: never) => boolean,
): Rule<never> {
  return {
    ...(rule as Rule<never>),
    within: (value) =>
      rule.within?.(value) ??
      (isSo(value as never) ? undefined : { path: '', expected, received: value }),
  };
}
