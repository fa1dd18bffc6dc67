import { describe } from '../errors/describe.ts';
import { OptionError } from '../errors/errors.ts';

/** Names of classes or columns: strings, all different; undefined stays. */
export function readNames(where: string, names: unknown): readonly string[] | undefined {
  if (names === undefined) return undefined;
  const fits = Array.isArray(names) && names.every((name) => typeof name === 'string');
  if (!fits || new Set(names).size !== names.length) {
    throw new OptionError({
      where,
      expected: 'an array of strings, all different',
      received: describe(names),
      remedy: "Give for example ['a', 'b'].",
    });
  }
  return names;
}
