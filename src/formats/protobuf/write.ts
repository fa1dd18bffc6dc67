/**
 * Messages in the encoding of protocol buffers, written: a message is a list of fields, each a key (its
 * number, and how its value is stored) and the value.
 * Source: https://protobuf.dev/programming-guides/encoding/
 */

/** A part of a message, or a whole one. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** How a value is stored: the last three bits of a key. */
const VARINT = 0;
const FIXED64 = 1;
const LENGTH_DELIMITED = 2;
const FIXED32 = 5;

/** One message out of its fields. */
export function message(...fields: readonly Uint8Array[]): Bytes {
  const length = fields.reduce((sum, field) => sum + field.length, 0);
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const field of fields) {
    bytes.set(field, at);
    at += field.length;
  }
  return bytes;
}

/** A whole number, 0 or more; also enumerations. */
export function integerField(field: number, value: number): Bytes {
  return message(key(field, VARINT), varint(value));
}

export function doubleField(field: number, value: number): Bytes {
  return message(key(field, FIXED64), doubles([value]));
}

export function floatField(field: number, value: number): Bytes {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setFloat32(0, value, true);
  return message(key(field, FIXED32), bytes);
}

/** Many numbers in one field, as repeated ones are stored when they are `packed`. */
export function doublesField(field: number, values: readonly number[]): Bytes {
  return bytesField(field, doubles(values));
}

/** Bytes, or a message within a message. */
export function bytesField(field: number, bytes: Uint8Array): Bytes {
  return message(key(field, LENGTH_DELIMITED), varint(bytes.length), bytes);
}

export function stringField(field: number, text: string): Bytes {
  return bytesField(field, message(new TextEncoder().encode(text)));
}

function key(field: number, storage: number): Bytes {
  return varint(8 * field + storage);
}

/** Seven bits a byte, the lowest first; the highest bit says that more follow. */
function varint(value: number): Bytes {
  const bytes: number[] = [];
  let rest = value;
  // Divided, not shifted: shifts know 32 bits only.
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  bytes.push(rest);
  return Uint8Array.from(bytes);
}

function doubles(values: readonly number[]): Bytes {
  const bytes = new Uint8Array(8 * values.length);
  const view = new DataView(bytes.buffer);
  values.forEach((value, at) => {
    view.setFloat64(8 * at, value, true);
  });
  return bytes;
}
