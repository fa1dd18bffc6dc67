/**
 * The number formats of files, and which dtype holds them. Halves become float32 and small integers
 * int32, both exactly; wider integers become int32 where they fit and are refused where they do not.
 */
import { DataError } from '../errors/errors.ts';
import { allocate, type Dtype, dtypeOf, type TypedArray } from '../tensor/dtype.ts';
import { Storage } from '../tensor/storage.ts';
import { copyBytes } from './bytes.ts';
import { DAMAGED } from './remedies.ts';

type SmallArray = Int8Array | Uint8Array | Int16Array | Uint16Array;
type StoredArray = TypedArray | SmallArray | Uint32Array | BigInt64Array | BigUint64Array;

export interface NumberFormat {
  /** The size of one number. */
  readonly bytes: number;
  /** What holds it in memory. */
  readonly dtype: Dtype;
  /** The numbers as they are stored. */
  readonly array: new (
    buffer: ArrayBufferLike,
    byteOffset?: number,
    length?: number,
  ) => StoredArray;
  /** What a stored number means, where it is not the number itself. */
  readonly meaning?: (stored: number) => number;
}

const word = new DataView(new ArrayBuffer(4));

function float32OfBits(bits: number): number {
  word.setUint32(0, bits);
  return word.getFloat32(0);
}

/** IEEE 754 binary16: 1 sign, 5 exponent and 10 fraction bits. */
function half(stored: number): number {
  const sign = (stored & 0x8000) << 16;
  const exponent = (stored >> 10) & 31;
  const fraction = stored & 1023;
  if (exponent === 31) return float32OfBits(sign | 0x7f800000 | (fraction << 13));
  if (exponent > 0) return float32OfBits(sign | ((exponent + 112) << 23) | (fraction << 13));
  return (sign === 0 ? 1 : -1) * fraction * 2 ** -24;
}

/** The upper half of a float32. */
function brain(stored: number): number {
  return float32OfBits(stored << 16);
}

/** OCP FP8 E4M3: 1 sign, 4 exponent and 3 fraction bits; no infinity, one NaN of each sign. */
function float8e4m3(stored: number): number {
  const sign = (stored & 0x80) << 24;
  const exponent = (stored >> 3) & 15;
  const fraction = stored & 7;
  if (exponent === 15 && fraction === 7) return Number.NaN;
  if (exponent > 0) return float32OfBits(sign | ((exponent + 120) << 23) | (fraction << 20));
  return (sign === 0 ? 1 : -1) * fraction * 2 ** -9;
}

/** OCP FP8 E5M2: the upper half of a binary16. */
function float8e5m2(stored: number): number {
  return half(stored << 8);
}

/** OCP E8M0: a power of two, as scales are stored. */
function scale8(stored: number): number {
  if (stored === 255) return Number.NaN;
  return stored === 0 ? 2 ** -127 : float32OfBits(stored << 23);
}

/** One byte, 0 or 1; anything else is no truth value, and no number either. */
function truth(stored: number): number {
  return stored <= 1 ? stored : Number.NaN;
}

export const numberFormats = {
  float16: { bytes: 2, dtype: 'float32', array: Uint16Array, meaning: half },
  bfloat16: { bytes: 2, dtype: 'float32', array: Uint16Array, meaning: brain },
  float8e4m3: { bytes: 1, dtype: 'float32', array: Uint8Array, meaning: float8e4m3 },
  float8e5m2: { bytes: 1, dtype: 'float32', array: Uint8Array, meaning: float8e5m2 },
  scale8: { bytes: 1, dtype: 'float32', array: Uint8Array, meaning: scale8 },
  float32: { bytes: 4, dtype: 'float32', array: Float32Array },
  float64: { bytes: 8, dtype: 'float64', array: Float64Array },
  bool: { bytes: 1, dtype: 'int32', array: Uint8Array, meaning: truth },
  int8: { bytes: 1, dtype: 'int32', array: Int8Array },
  uint8: { bytes: 1, dtype: 'int32', array: Uint8Array },
  int16: { bytes: 2, dtype: 'int32', array: Int16Array },
  uint16: { bytes: 2, dtype: 'int32', array: Uint16Array },
  int32: { bytes: 4, dtype: 'int32', array: Int32Array },
  uint32: { bytes: 4, dtype: 'int32', array: Uint32Array },
  int64: { bytes: 8, dtype: 'int32', array: BigInt64Array },
  uint64: { bytes: 8, dtype: 'int32', array: BigUint64Array },
} as const satisfies Record<string, NumberFormat>;

/** Contents that are whole and sound, but of numbers (or no numbers) that no dtype here holds. */
export class UnheldError extends DataError {}

const machineIsLittleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/**
 * All of the bytes as numbers, in new memory.
 * @param inPlace where they lie aligned and are stored as they are held, in the memory of the bytes: only
 *   for bytes that nobody else uses
 * @throws UnheldError naming the element that does not fit into int32
 * @throws DataError for a truth value that is neither 0 nor 1
 */
export function decodeNumbers(
  where: string,
  bytes: Uint8Array,
  format: NumberFormat,
  littleEndian: boolean,
  inPlace = false,
): TypedArray {
  const { dtype, meaning = Number } = format;
  const swapped = littleEndian !== machineIsLittleEndian;
  const aligned = bytes.byteOffset % format.bytes === 0;
  const view = (of: Uint8Array) =>
    new format.array(of.buffer, of.byteOffset, of.length / format.bytes);
  const kept = dtypeOf(view(new Uint8Array(0))) === dtype;
  // Numbers that become others are read once, from wherever they lie.
  const stays = aligned && !swapped && (inPlace || !kept);
  const own = stays ? bytes : copyBytes(bytes, 0, bytes.length);
  if (swapped) swapBytes(own, format.bytes);
  const stored = view(own);
  if (kept) return stored as TypedArray;
  const numbers = allocate(dtype, stored.length);
  for (let i = 0; i < numbers.length; i++) {
    const value = meaning(Number(stored[i]));
    numbers[i] = value;
    if (dtype !== 'int32' || numbers[i] === value) continue;
    const received = `${stored[i]} at element ${i}`;
    if (Number.isNaN(value)) {
      throw new DataError({ where, expected: 'bytes of 0 or 1', received, remedy: DAMAGED });
    }
    throw new UnheldError({
      where,
      expected: 'whole numbers from -2^31 to 2^31 - 1, which int32 holds',
      received,
      remedy: 'Store larger numbers as float64.',
    });
  }
  return numbers;
}

/**
 * The same in a storage, in which numbers of one byte without a sign are held as the bytes that they are.
 * @throws UnheldError, DataError like `decodeNumbers`
 */
export function decodeStorage(
  where: string,
  bytes: Uint8Array,
  format: NumberFormat,
  littleEndian: boolean,
  inPlace = false,
): Storage {
  if (format !== numberFormats.uint8) {
    const numbers = decodeNumbers(where, bytes, format, littleEndian, inPlace);
    return new Storage(format.dtype, numbers.length, numbers);
  }
  const meaning = Int32Array.from({ length: 256 }, (_, byte) => byte);
  const own = inPlace ? bytes : copyBytes(bytes, 0, bytes.length);
  return Storage.ofBytes({ bytes: own, meaning });
}

/** Formats that can be written: those in which a number stands for itself. */
export type WritableFormat = 'uint8' | 'int8' | 'int16' | 'int32' | 'float32' | 'float64';

/** Numbers as bytes; each must be one that the format holds. */
export function encodeNumbers(
  numbers: TypedArray,
  format: WritableFormat,
  littleEndian: boolean,
): Uint8Array<ArrayBuffer> {
  const stored = new numberFormats[format].array(numbers);
  const bytes = new Uint8Array(stored.buffer);
  if (littleEndian !== machineIsLittleEndian) swapBytes(bytes, stored.BYTES_PER_ELEMENT);
  return bytes;
}

/** Reverses the bytes of each number, in place. */
function swapBytes(bytes: Uint8Array, size: number): void {
  for (let start = 0; start < bytes.length; start += size) {
    for (let low = start, high = start + size - 1; low < high; low++, high--) {
      const byte = bytes[low];
      bytes[low] = bytes[high];
      bytes[high] = byte;
    }
  }
}
