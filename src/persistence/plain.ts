/**
 * Plain data as JSON that comes back as it was: numbers that JSON has no text for stand as
 * `{ "number": "NaN" }`. And checks of plain data out of a file, which may hold anything.
 */

import { describe } from '../errors/describe.ts';
import { DataError } from '../errors/errors.ts';
import { DAMAGED } from './remedies.ts';
import { parseJson } from './text.ts';

const UNWRITABLE = ['NaN', 'Infinity', '-Infinity', '-0'];

export function writePlain(value: unknown): string {
  return JSON.stringify(value, (_, part) => {
    if (typeof part !== 'number') return part;
    if (Object.is(part, -0)) return { number: '-0' };
    return Number.isFinite(part) ? part : { number: String(part) };
  });
}

/** @throws DataError for what is no JSON */
export function readPlain(where: string, text: string): unknown {
  return revive(parseJson(where, text));
}

function revive(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(revive);
  const entries = Object.entries(value);
  const [[key, text] = []] = entries;
  const isNumber = entries.length === 1 && key === 'number' && UNWRITABLE.includes(text);
  if (isNumber) return Number(text);
  return Object.fromEntries(entries.map(([name, part]) => [name, revive(part)]));
}

/** What a piece of plain data has to be: a test of it, a list of such, or fields by name. */
export type Form = Test | readonly [Form] | { readonly [field: string]: Form };
export type Test = (value: unknown) => string | undefined;

const test =
  (expected: string, accepts: (value: unknown) => boolean): Test =>
  (value) =>
    accepts(value) ? undefined : expected;

export const aNumber = test('a number', (value) => typeof value === 'number');
export const aText = test('a text', (value) => typeof value === 'string');
export const aCount = test('a whole number, 0 or more', (value) =>
  Number.isSafeInteger(value) && (value as number) >= 0);
export const aCondition = test('true or false', (value) => typeof value === 'boolean');
export const anObject = test('an object', (value) =>
  typeof value === 'object' && value !== null && !Array.isArray(value));
/** Values by name, each of one form. */
export const numbersByName = test('numbers by name', (value) =>
  anObject(value) === undefined &&
  Object.values(value as object).every((part) => typeof part === 'number'));

/** What may be left out, or null. */
export const perhaps =
  (form: Form): Test =>
  (value) => {
    const found = value === undefined || value === null ? undefined : misfit(form, value, '');
    return found && `${found.expected} or nothing`;
  };

/** @throws DataError naming the first part that is not of its form */
export function checkForm(where: string, form: Form, value: unknown): void {
  const found = misfit(form, value, '');
  if (found === undefined) return;
  const { path, expected, received } = found;
  throw new DataError({
    where: `${where}${path}`,
    expected,
    received: describe(received),
    remedy: DAMAGED,
  });
}

interface Misfit {
  readonly path: string;
  readonly expected: string;
  readonly received: unknown;
}

function misfit(form: Form, value: unknown, path: string): Misfit | undefined {
  if (typeof form === 'function') {
    const expected = form(value);
    return expected === undefined ? undefined : { path, expected, received: value };
  }
  if (isList(form)) {
    if (!Array.isArray(value)) return { path, expected: 'an array', received: value };
    return firstOf(value, (part, index) => misfit(form[0], part, `${path}[${index}]`));
  }
  const expected = anObject(value);
  if (expected !== undefined) return { path, expected, received: value };
  return firstOf(Object.entries(form), ([name, part]) =>
    misfit(
      part,
      Object.hasOwn(value as object, name) ? Reflect.get(value as object, name) : undefined,
      `${path}.${name}`,
    ),
  );
}

const isList = (form: Form): form is readonly [Form] => Array.isArray(form);

function firstOf<T, R>(items: readonly T[], find: (item: T, index: number) => R | undefined) {
  for (const [index, item] of items.entries()) {
    const found = find(item, index);
    if (found !== undefined) return found;
  }
  return undefined;
}
