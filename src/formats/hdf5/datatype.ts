/** What the elements of an array are, and how many, as HDF5 says it. */
import { claimedBytes, viewOf } from '../bytes.ts';
import { type NumberFormat, numberFormats } from '../numbers.ts';
import type { Cursor } from './cursor.ts';

/** Numbers, texts of a fixed size, texts in the heap of the file; or something else, by its name. */
export type Datatype =
  | {
      readonly kind: 'number';
      readonly size: number;
      readonly format: NumberFormat;
      readonly littleEndian: boolean;
    }
  | { readonly kind: 'text'; readonly size: number; readonly padding: 'nothing' | 'spaces' }
  | { readonly kind: 'heapText'; readonly size: number }
  | { readonly kind: 'other'; readonly size: number; readonly name: string };

const CLASSES = [
  'whole numbers',
  'floating-point numbers',
  'times',
  'texts',
  'bit fields',
  'opaque bytes',
  'compounds',
  'references',
  'enumerations',
  'sequences',
  'arrays',
];
const FIXED = 0;
const FLOAT = 1;
const TEXT = 3;
const SEQUENCE = 9;
const SPACES = 2;

/** @param bytes a datatype message, or what is left from one on */
export function readDatatype(cursor: Cursor, bytes: Uint8Array): Datatype {
  if (bytes.length < 8) throw cursor.damaged('a datatype', `${bytes.length} bytes`);
  const kind = bytes[0] & 15;
  const flags = bytes[1];
  const size = viewOf(bytes).getUint32(4, true);
  const littleEndian = (flags & 1) === 0;
  if (kind === FIXED) {
    const signed = (flags & 8) !== 0;
    const format = WHOLE[`${signed ? '' : 'u'}${8 * size}`];
    // A precision below the size, or an offset, is not what any machine has.
    if (format !== undefined && precisionOf(bytes) === 8 * size) {
      return { kind: 'number', size, format, littleEndian };
    }
  }
  if (kind === FLOAT && bytes.length >= 20) {
    const format = FLOATS[`${8 * size} ${bytes[13]} ${bytes[15]}`];
    const isVax = (flags & 64) !== 0;
    if (format !== undefined && !isVax && precisionOf(bytes) === 8 * size) {
      return { kind: 'number', size, format, littleEndian };
    }
  }
  if (kind === TEXT) {
    return { kind: 'text', size, padding: (flags & 15) === SPACES ? 'spaces' : 'nothing' };
  }
  if (kind === SEQUENCE && (flags & 15) === 1 && size === HEAP_ID)
    return { kind: 'heapText', size };
  return { kind: 'other', size, name: CLASSES[kind] ?? 'elements' };
}

/** A text in the heap: its length, the address of a collection, its index there. */
export const HEAP_ID = 16;

function precisionOf(bytes: Uint8Array): number {
  return bytes.length < 12 ? 0 : viewOf(bytes).getUint16(10, true);
}

const WHOLE: Readonly<Record<string, NumberFormat>> = {
  8: numberFormats.int8,
  16: numberFormats.int16,
  32: numberFormats.int32,
  64: numberFormats.int64,
  u8: numberFormats.uint8,
  u16: numberFormats.uint16,
  u32: numberFormats.uint32,
  u64: numberFormats.uint64,
};

/** By their bits, those of the exponent, and those of the fraction. */
const FLOATS: Readonly<Record<string, NumberFormat>> = {
  '16 5 10': numberFormats.float16,
  '16 8 7': numberFormats.bfloat16,
  '32 8 23': numberFormats.float32,
  '64 11 52': numberFormats.float64,
};

/**
 * The sizes of an array; none for a single value.
 * @throws DataError for a shape that no file can hold
 */
export function readDataspace(cursor: Cursor, where: string, bytes: Uint8Array): readonly number[] {
  const [version, rank, flags, type] = bytes;
  const start = version === 1 ? 8 : 4;
  const known = version === 1 || (version === 2 && type <= 2);
  if (!known || bytes.length < start + 8 * rank || (flags & 2) !== 0) {
    throw cursor.damaged('a dataspace of version 1 or 2', `version ${version}, ${rank} axes`);
  }
  if (version === 2 && type === 2) return [0]; // no value at all
  const view = viewOf(bytes);
  const shape = Array.from({ length: rank }, (_, axis) =>
    Number(view.getBigUint64(start + 8 * axis, true)),
  );
  claimedBytes(where, shape, 1);
  return shape;
}
