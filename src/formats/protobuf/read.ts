/**
 * Messages in the encoding of protocol buffers, read: fields in the order in which they stand, values as
 * views of the bytes that were given. What a field means, the reader of the message says.
 * Source: https://protobuf.dev/programming-guides/encoding/
 */
import { DataError } from '../../errors/errors.ts';
import { viewOf } from '../bytes.ts';
import { DAMAGED } from '../remedies.ts';
import { decodeText } from '../text.ts';

/** A field as it is stored: a whole number, or the bytes of anything else. */
export interface Field {
  readonly number: number;
  /** Of whole numbers, in the range that JavaScript counts exactly; 0 for others. */
  readonly integer: number;
  /** Of texts, messages, packed numbers, and numbers of 4 and 8 bytes; empty for whole numbers. */
  readonly bytes: Uint8Array;
}

const VARINT = 0;
const FIXED64 = 1;
const LENGTH_DELIMITED = 2;
const FIXED32 = 5;
/** Ten times seven bits hold the 64 of the longest whole number. */
const LONGEST_VARINT = 10;

/** @throws DataError for bytes that are no message */
export function readFields(where: string, bytes: Uint8Array): Field[] {
  const fields: Field[] = [];
  const none = bytes.subarray(0, 0);
  let at = 0;
  while (at < bytes.length) {
    const key = readVarint(where, bytes, at);
    const number = Math.floor(key.value / 8);
    const storage = key.value % 8;
    if (key.value < 8) throw damaged(where, `a field at byte ${at}`);
    at = key.end;
    if (storage === VARINT) {
      const { value, end } = readVarint(where, bytes, at);
      fields.push({ number, integer: value, bytes: none });
      at = end;
      continue;
    }
    let length = storage === FIXED64 ? 8 : 4;
    if (storage === LENGTH_DELIMITED) {
      const { value, end } = readVarint(where, bytes, at);
      length = value;
      at = end;
    } else if (storage !== FIXED64 && storage !== FIXED32) {
      throw damaged(where, `a way of storing that is known, at byte ${at}`);
    }
    if (length < 0 || at + length > bytes.length) {
      throw damaged(where, `${length} bytes from byte ${at} of ${bytes.length}`);
    }
    fields.push({ number, integer: 0, bytes: bytes.subarray(at, at + length) });
    at += length;
  }
  return fields;
}

/** The last field of a number, which is the one that counts. */
export function lastOf(fields: readonly Field[], number: number): Field | undefined {
  return fields.findLast((field) => field.number === number);
}

export function allOf(fields: readonly Field[], number: number): Field[] {
  return fields.filter((field) => field.number === number);
}

/** A text; empty where there is none. */
export function textOf(where: string, fields: readonly Field[], number: number): string {
  const found = lastOf(fields, number);
  return found === undefined ? '' : decodeText(where, found.bytes);
}

/** Whole numbers of a repeated field, packed or one by one. */
export function integersOf(where: string, fields: readonly Field[], number: number): number[] {
  return allOf(fields, number).flatMap(({ bytes, integer }) => {
    if (bytes.length === 0) return [integer];
    const values: number[] = [];
    for (let at = 0; at < bytes.length; ) {
      const { value, end } = readVarint(where, bytes, at);
      values.push(value);
      at = end;
    }
    return values;
  });
}

/** The bytes of numbers of a fixed size in a repeated field, packed or one by one. */
export function packedOf(fields: readonly Field[], number: number): Uint8Array {
  const parts = allOf(fields, number).map(({ bytes }) => bytes);
  if (parts.length === 1) return parts[0];
  const joined = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/** @throws DataError unless the bytes are whole numbers of this size */
export function floatsOf(where: string, bytes: Uint8Array, size: 4 | 8): number[] {
  if (bytes.length % size !== 0) throw damaged(where, `numbers of ${size} bytes`);
  const view = viewOf(bytes);
  return Array.from({ length: bytes.length / size }, (_, i) =>
    size === 4 ? view.getFloat32(4 * i, true) : view.getFloat64(8 * i, true),
  );
}

/** Negative numbers are stored as 64 bits in two's complement. */
function readVarint(where: string, bytes: Uint8Array, at: number): { value: number; end: number } {
  let value = 0;
  let weight = 1;
  for (let end = at; end < Math.min(bytes.length, at + LONGEST_VARINT); ) {
    const byte = bytes[end++];
    value += (byte & 127) * weight;
    weight *= 128;
    if (byte >= 128) continue;
    if (Number.isSafeInteger(value)) return { value, end };
    return { value: wideVarint(bytes.subarray(at, end)), end };
  }
  throw damaged(where, `a whole number at byte ${at}`);
}

function wideVarint(bytes: Uint8Array): number {
  let bits = 0n;
  bytes.forEach((byte, i) => {
    bits |= BigInt(byte & 127) << BigInt(7 * i);
  });
  const value = Number(BigInt.asIntN(64, bits));
  // Ends of slices are written as the largest number that there is: what lies beyond is as good as that.
  return Math.min(Math.max(value, Number.MIN_SAFE_INTEGER), Number.MAX_SAFE_INTEGER);
}

function damaged(where: string, expected: string): DataError {
  return new DataError({
    where,
    problem: 'the message is damaged',
    expected,
    received: 'other bytes',
    remedy: DAMAGED,
  });
}
