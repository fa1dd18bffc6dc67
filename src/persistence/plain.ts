/**
 * Plain data as JSON that comes back as it was: numbers that JSON has no text for stand as
 * `{ "number": "NaN" }`. What would come back as something else, or not at all, is not written.
 */

import { describe } from '../errors/describe.ts';
import { DataError, OptionError } from '../errors/errors.ts';
import { DAMAGED } from '../formats/remedies.ts';
import { parseJson } from '../formats/text.ts';

const UNWRITABLE = ['NaN', 'Infinity', '-Infinity', '-0'];

/** So many objects and lists inside of each other are a mistake. */
const MAX_DEPTH = 256;

/**
 * @param where who writes
 * @throws OptionError naming the part that JSON cannot hold: a function, a BigInt, a cycle, an object
 * of a class
 */
export function writePlain(where: string, value: unknown): string {
  return JSON.stringify(written(where, value, 0));
}

function written(where: string, value: unknown, depth: number): unknown {
  if (typeof value === 'number') {
    if (Object.is(value, -0)) return { number: '-0' };
    return Number.isFinite(value) ? value : { number: String(value) };
  }
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (depth > MAX_DEPTH) throw unwritable(where, 'a cycle, or many objects inside of each other');
  if (Array.isArray(value)) {
    return Array.from(value, (part, i) => written(`${where}[${i}]`, part, depth + 1));
  }
  if (typeof value !== 'object' || !isPlain(value)) throw unwritable(where, describe(value));
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  if (isNumberInWords(entries)) throw unwritable(where, JSON.stringify(value));
  return Object.fromEntries(
    entries.map(([name, part]) => [name, written(`${where}.${name}`, part, depth + 1)]),
  );
}

/** By its prototype's own prototype, because frames and test runners have an Object each. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function unwritable(where: string, received: string): OptionError {
  return new OptionError({
    where: where.length > 100 ? `${where.slice(0, 100)}...` : where,
    expected: 'numbers, texts, true or false, null, and lists and objects of such',
    received,
    remedy: 'Keep it as such data; tensors have a place of their own.',
  });
}

/** @throws DataError for what is no JSON */
export function readPlain(where: string, text: string): unknown {
  return revive(where, parseJson(where, text), 0);
}

function revive(where: string, value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (depth > 2 * MAX_DEPTH) {
    throw new DataError({
      where,
      expected: `at most ${2 * MAX_DEPTH} objects and lists inside of each other`,
      received: 'more',
      remedy: DAMAGED,
    });
  }
  if (Array.isArray(value)) return value.map((part) => revive(where, part, depth + 1));
  const entries = Object.entries(value);
  if (isNumberInWords(entries)) return Number(entries[0][1]);
  return Object.fromEntries(entries.map(([name, part]) => [name, revive(where, part, depth + 1)]));
}

function isNumberInWords(entries: readonly (readonly [string, unknown])[]): boolean {
  const [[key, text] = []] = entries;
  return entries.length === 1 && key === 'number' && UNWRITABLE.includes(text as string);
}
