/** So many of one thing, which says what is counted: `{ epochs: 5 }`. */
import { positiveInteger, type Rule } from '../errors/options.ts';

/** An interval, with its unit. */
export type Every = { readonly epochs: number } | { readonly iterations: number };

/**
 * An object with one of two units, and how many there are of it.
 * @param what how errors call it
 */
export function countOf(
  what: string,
  units: readonly [string, string],
  example: string,
): Rule<never> {
  const [first, second] = units;
  return {
    expected: `${what} { ${first}: n } or { ${second}: n }, n a whole number, 1 or more`,
    example,
    accepts(value) {
      if (typeof value !== 'object' || value === null) return false;
      const [[unit, n] = [], ...others] = Object.entries(value);
      return others.length === 0 && units.includes(unit as string) && positiveInteger.accepts(n);
    },
  };
}

export const every = countOf('an interval', ['epochs', 'iterations'], '{ epochs: 1 }');
