/** Text inside of files: UTF-8 and JSON, stricter than the platform's own readers. */

import { describe } from '../errors/describe.ts';
import { DataError } from '../errors/errors.ts';
import { DAMAGED } from './remedies.ts';

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const encoder = new TextEncoder();

export const encodeText = (text: string): Uint8Array<ArrayBuffer> => encoder.encode(text);

/** @throws DataError when the bytes are not UTF-8 */
export function decodeText(where: string, bytes: Uint8Array): string {
  try {
    return strict.decode(bytes);
  } catch (cause) {
    throw new DataError(
      { where, expected: 'text in UTF-8', received: 'other bytes', remedy: 'Save it as UTF-8.' },
      { cause },
    );
  }
}

/** Whether a text survives being written as UTF-8: no half of a surrogate pair stands alone. */
export function isWellFormed(text: string): boolean {
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code >= 0xd800 && code <= 0xdfff) return false;
  }
  return true;
}

/**
 * The value of a JSON text. Unlike `JSON.parse`, refuses an object that names a key twice.
 * @throws DataError
 */
export function parseJson(where: string, text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new DataError(
      { where, expected: 'JSON', received: describe(text), remedy: DAMAGED },
      { cause },
    );
  }
  const repeated = repeatedKey(text);
  if (repeated !== undefined) {
    throw new DataError({
      where,
      expected: 'each key once in an object',
      received: `${describe(repeated)} twice`,
      remedy: 'Remove one of them.',
    });
  }
  return value;
}

/** The first key that stands twice in one object. The text must be valid JSON. */
function repeatedKey(json: string): string | undefined {
  const open: Set<string>[] = []; // the keys of the objects and arrays around the place
  let at = 0;
  while (at < json.length) {
    const character = json[at];
    if (character === '{' || character === '[') open.push(new Set());
    if (character === '}' || character === ']') open.pop();
    if (character !== '"') {
      at++;
      continue;
    }
    const end = endOfString(json, at);
    if (json[skipSpace(json, end)] === ':') {
      const key: string = JSON.parse(json.slice(at, end));
      const keys = open[open.length - 1];
      if (keys.has(key)) return key;
      keys.add(key);
    }
    at = end;
  }
  return undefined;
}

function endOfString(json: string, start: number): number {
  let at = start + 1;
  while (json[at] !== '"') at += json[at] === '\\' ? 2 : 1;
  return at + 1;
}

function skipSpace(json: string, start: number): number {
  let at = start;
  while (' \t\r\n'.includes(json[at])) at++;
  return at;
}
