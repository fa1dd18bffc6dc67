/** What plain data have to look like that come from elsewhere, such as out of a file. */
import { describe } from './describe.ts';
import { DataError } from './errors.ts';

/** Says what is wrong with a value, if anything is. */
export type Form = (value: unknown) => Misfit | undefined;

export interface Misfit {
  /** Where in the value; made on the way back only, for there may be millions of records. */
  readonly path: string;
  readonly expected: string;
  readonly received: unknown;
}

/** @throws DataError naming the first part that is not of its form */
export function checkForm(where: string, form: Form, value: unknown, remedy: string): void {
  const found = form(value);
  if (found === undefined) return;
  const { path, expected, received } = found;
  throw new DataError({ where: where + path, expected, received: describe(received), remedy });
}

// @__NO_SIDE_EFFECTS__
export function test(expected: string, accepts: (value: unknown) => boolean): Form {
  return (received) => (accepts(received) ? undefined : { path: '', expected, received });
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const aNumber = test('a number', (value) => typeof value === 'number');
export const aText = test('a text', (value) => typeof value === 'string');
export const aCount = test('a whole number, 0 or more', (value) =>
  Number.isSafeInteger(value) && (value as number) >= 0);
export const aCondition = test('true or false', (value) => typeof value === 'boolean');
export const anObject = test('an object', isObject);
const aList = test('an array', Array.isArray);

// @__NO_SIDE_EFFECTS__
export function listOf(form: Form): Form {
  return (value) => {
    const wrong = aList(value);
    if (wrong !== undefined) return wrong;
    const list = value as readonly unknown[];
    for (let i = 0; i < list.length; i++) {
      const found = form(list[i]);
      if (found !== undefined) return { ...found, path: `[${i}]${found.path}` };
    }
    return undefined;
  };
}

/** Fields by name; others are not looked at. */
// @__NO_SIDE_EFFECTS__
export function record(fields: Readonly<Record<string, Form>>): Form {
  const entries = Object.entries(fields);
  return (value) => {
    if (!isObject(value)) return anObject(value);
    for (const [name, form] of entries) {
      const found = form(value[name]);
      if (found !== undefined) return { ...found, path: `.${name}${found.path}` };
    }
    return undefined;
  };
}

/** Values of one form, by any names. */
// @__NO_SIDE_EFFECTS__
export function byName(form: Form): Form {
  return (value) => {
    if (!isObject(value)) return anObject(value);
    for (const name of Object.keys(value)) {
      const found = form(value[name]);
      if (found !== undefined) return { ...found, path: `.${name}${found.path}` };
    }
    return undefined;
  };
}

/** What may be left out, or null. */
// @__NO_SIDE_EFFECTS__
export function perhaps(form: Form): Form {
  return (value) => {
    const found = value === undefined || value === null ? undefined : form(value);
    return found && { ...found, expected: `${found.expected} or nothing` };
  };
}
