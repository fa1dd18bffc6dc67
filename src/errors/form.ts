/** What plain data have to look like that come from elsewhere, such as out of a file. */
import { describe } from './describe.ts';
import { DataError } from './errors.ts';

/** What a piece of plain data has to be: a test of it, a list of such, or fields by name. */
export type Form = Test | readonly [Form] | { readonly [field: string]: Form };
/** What was expected, where a value is something else. */
export type Test = (value: unknown) => string | undefined;

/** @throws DataError naming the first part that is not of its form */
export function checkForm(where: string, form: Form, value: unknown, remedy?: string): void {
  const found = misfit(form, value);
  if (found === undefined) return;
  const { path, expected, received } = found;
  throw new DataError({ where: where + path, expected, received: describe(received), remedy });
}

// @__NO_SIDE_EFFECTS__
export function test(expected: string, accepts: (value: unknown) => boolean): Test {
  return (value) => (accepts(value) ? undefined : expected);
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const aNumber = /* @__PURE__ */ test('a number', (value) => typeof value === 'number');
export const aText = /* @__PURE__ */ test('a text', (value) => typeof value === 'string');
export const aCount = /* @__PURE__ */ test('a whole number, 0 or more', (value) =>
  Number.isSafeInteger(value) && (value as number) >= 0);
export const aCondition = /* @__PURE__ */ test('true or false', (value) =>
  typeof value === 'boolean');
export const anObject = /* @__PURE__ */ test('an object', isObject);

/** What may be left out, or null. */
export const perhaps =
  (form: Form): Test =>
  (value) => {
    const found = (value ?? undefined) === undefined ? undefined : misfit(form, value);
    return found && `${found.expected} or nothing`;
  };

/** Values by name, each of one form. */
export const byName =
  (form: Form): Test =>
  (value) => {
    if (!isObject(value)) return 'an object';
    const found = misfit([form], Object.values(value));
    return found && `an object, each part of it ${found.expected}`;
  };

interface Misfit {
  readonly path: string;
  readonly expected: string;
  readonly received: unknown;
}

/** Paths are made on the way back only: there may be millions of records. */
function misfit(form: Form, value: unknown): Misfit | undefined {
  if (typeof form === 'function') {
    const expected = form(value);
    return expected === undefined ? undefined : { path: '', expected, received: value };
  }
  if (isList(form)) {
    if (!Array.isArray(value)) return { path: '', expected: 'an array', received: value };
    for (let i = 0; i < value.length; i++) {
      const found = misfit(form[0], value[i]);
      if (found !== undefined) return { ...found, path: `[${i}]${found.path}` };
    }
    return undefined;
  }
  if (!isObject(value)) return { path: '', expected: 'an object', received: value };
  for (const name in form) {
    const found = misfit(form[name], Object.hasOwn(value, name) ? value[name] : undefined);
    if (found !== undefined) return { ...found, path: `.${name}${found.path}` };
  }
  return undefined;
}

const isList = (form: Form): form is readonly [Form] => Array.isArray(form);
