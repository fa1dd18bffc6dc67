/** What names stand for that come out of a file or from a command line: one registry for each kind. */
import { describe } from './describe.ts';
import { DataError } from './errors.ts';
import { nearName } from './options.ts';

export interface Registry<T> {
  readonly names: readonly string[];
  /**
   * What a name stands for.
   * @param remedy what to do where no known name is near
   * @throws DataError for any other name, with the nearest one
   */
  get(where: string, name: unknown, remedy: string): T;
}

/** @param kind what they are, in the words of an error: `an optimizer` */
// @__NO_SIDE_EFFECTS__
export function registry<T>(kind: string, entries: Readonly<Record<string, T>>): Registry<T> {
  const known = new Map(Object.entries(entries));
  const names = [...known.keys()].sort();
  return {
    names,
    get(where, name, remedy) {
      const found = known.get(name as string);
      if (found !== undefined) return found;
      const near = typeof name === 'string' ? nearName(name, names) : undefined;
      throw new DataError({
        where,
        expected: `the name of ${kind}: ${names.join(', ')}`,
        received: describe(name),
        remedy: near === undefined ? remedy : `Did you mean ${near}?`,
      });
    },
  };
}
