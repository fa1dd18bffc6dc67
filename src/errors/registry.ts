/** What names stand for that come out of a file or from a command line: one registry for each kind. */
import { describe } from './describe.ts';
import { DataError, OptionError } from './errors.ts';
import { nearName } from './near_name.ts';

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

/** What users have defined, by name, beside what the library has. */
export interface Defined<T> {
  /** @throws OptionError for a name that is taken */
  add(where: string, name: string, value: T): void;
  /** One of the library's own, which not everybody pays for. */
  addOurs(name: string, value: T): void;
  get(name: unknown): T | undefined;
}

/** @param reserved names of the library's own */
// @__NO_SIDE_EFFECTS__
export function definitions<T>(kind: string, reserved: readonly string[]): Defined<T> {
  const known = new Map<string, T>();
  return {
    add(where, name, value) {
      const isOurs = reserved.includes(name);
      if (!isOurs && !known.has(name) && name !== '') {
        known.set(name, value);
        return;
      }
      throw new OptionError({
        where,
        expected: `a name that ${kind} does not have yet`,
        received: describe(name),
        remedy: isOurs
          ? 'It is one of the library: choose another name.'
          : 'Choose another name, or define it once, in a module that others import.',
      });
    },
    addOurs: (name, value) => {
      known.set(name, value);
    },
    get: (name) => known.get(name as string),
  };
}
