/**
 * The number formats of files, and which dtype holds them. Halves become float32 and small integers
 * int32, both exactly; wider integers become int32 where they fit and are refused where they do not.
 */
import { DataError } from '../errors/errors.ts';
import { allocate, type Dtype, type TypedArray } from '../tensor/dtype.ts';
import { copyBytes, viewOf } from './bytes.ts';

type Kind = 'Int8' | 'Uint8' | 'Int16' | 'Uint16' | 'Int32' | 'Uint32' | 'Float32' | 'Float64';

export interface NumberFormat {
  /** The size of one number. */
  readonly bytes: number;
  /** What holds it in memory. */
  readonly dtype: Dtype;
  /** How a DataView calls it. */
  readonly kind: Kind | 'BigInt64' | 'BigUint64';
  /** What the stored number means, where it is not the number itself. */
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

/** One byte, 0 or 1; anything else is no truth value, and no number either. */
function truth(stored: number): number {
  return stored <= 1 ? stored : Number.NaN;
}

export const numberFormats = {
  float16: { bytes: 2, dtype: 'float32', kind: 'Uint16', meaning: half },
  bfloat16: { bytes: 2, dtype: 'float32', kind: 'Uint16', meaning: brain },
  float32: { bytes: 4, dtype: 'float32', kind: 'Float32' },
  float64: { bytes: 8, dtype: 'float64', kind: 'Float64' },
  bool: { bytes: 1, dtype: 'int32', kind: 'Uint8', meaning: truth },
  int8: { bytes: 1, dtype: 'int32', kind: 'Int8' },
  uint8: { bytes: 1, dtype: 'int32', kind: 'Uint8' },
  int16: { bytes: 2, dtype: 'int32', kind: 'Int16' },
  uint16: { bytes: 2, dtype: 'int32', kind: 'Uint16' },
  int32: { bytes: 4, dtype: 'int32', kind: 'Int32' },
  uint32: { bytes: 4, dtype: 'int32', kind: 'Uint32' },
  int64: { bytes: 8, dtype: 'int32', kind: 'BigInt64' },
  uint64: { bytes: 8, dtype: 'int32', kind: 'BigUint64' },
} as const satisfies Record<string, NumberFormat>;

const machineIsLittleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/**
 * All of the bytes as numbers, in new memory.
 * @throws DataError naming the element that does not fit into int32
 */
export function decodeNumbers(
  where: string,
  bytes: Uint8Array,
  format: NumberFormat,
  littleEndian: boolean,
): TypedArray {
  const { dtype, kind, meaning } = format;
  if (littleEndian === machineIsLittleEndian && kind.toLowerCase() === dtype) {
    const { buffer } = copyBytes(bytes, 0, bytes.length);
    if (dtype === 'float32') return new Float32Array(buffer);
    return dtype === 'float64' ? new Float64Array(buffer) : new Int32Array(buffer);
  }
  const view = viewOf(bytes);
  const numbers = allocate(dtype, bytes.length / format.bytes);
  for (let i = 0; i < numbers.length; i++) {
    const stored = Number(view[`get${kind}`](i * format.bytes, littleEndian));
    const value = meaning === undefined ? stored : meaning(stored);
    if (dtype === 'int32' && value !== (value | 0)) {
      throw new DataError({
        where,
        expected:
          meaning === undefined
            ? 'whole numbers from -2^31 to 2^31 - 1, which int32 holds'
            : 'bytes of 0 or 1',
        received: `${stored} at element ${i}`,
        remedy: 'Store larger numbers as float64.',
      });
    }
    numbers[i] = value;
  }
  return numbers;
}

/** Formats that can be written. */
export type WritableFormat = NumberFormat & { readonly kind: Kind; readonly meaning?: undefined };

/** Numbers as bytes; each must be one that the format holds. */
export function encodeNumbers(
  numbers: TypedArray,
  format: WritableFormat,
  littleEndian: boolean,
): Uint8Array {
  const own = new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
  if (littleEndian === machineIsLittleEndian && format.kind.toLowerCase() === format.dtype) {
    return own;
  }
  const bytes = new Uint8Array(numbers.length * format.bytes);
  const view = viewOf(bytes);
  for (let i = 0; i < numbers.length; i++) {
    view[`set${format.kind}`](i * format.bytes, numbers[i], littleEndian);
  }
  return bytes;
}
