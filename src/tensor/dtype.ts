/** Element types: how numbers are stored and which lanes compute with them. */
import { describe } from '../errors/describe.ts';
import { DtypeError, ShapeError } from '../errors/errors.ts';
import { float32 } from '../numerics/float32.ts';
import { float64 } from '../numerics/float64.ts';
import type { Lanes } from '../numerics/lanes.ts';
import { keepFreedArrays } from './freed_arrays.ts';

/** float32 is the default; float64 checks mathematics; int32 holds classes and indices. */
export type Dtype = 'float32' | 'float64' | 'int32';
export type TypedArray = Float32Array | Float64Array | Int32Array;

const constructors = { float32: Float32Array, float64: Float64Array, int32: Int32Array };

/**
 * Whole numbers: sums and products keep their low 32 bits (the store into an Int32Array drops the
 * rest; `Math.imul` because a product does not fit into 53 bits).
 */
const int32: Lanes<number, boolean> = { ...float64, mul: Math.imul };

const lanes = { float32, float64, int32 };

export function isDtype(value: unknown): value is Dtype {
  return typeof value === 'string' && Object.hasOwn(constructors, value);
}

export function checkDtype(where: string, value: unknown): asserts value is Dtype {
  if (!isDtype(value)) {
    throw new DtypeError({
      where,
      expected: 'float32, float64 or int32',
      received: describe(value),
      remedy: "Pass for example { dtype: 'float32' }.",
    });
  }
}

/**
 * An array of `size` zeros.
 * @throws ShapeError when there is no memory for it
 */
export function allocate(dtype: Dtype, size: number): TypedArray {
  return construct(dtype, size, size);
}

/**
 * A copy of numbers. Made at once it is faster than zeros that are overwritten.
 * @throws ShapeError when there is no memory for it
 */
export function copyOf(dtype: Dtype, numbers: TypedArray): TypedArray {
  return construct(dtype, numbers, numbers.length);
}

/** Arrays of so many elements are large: 1 MB and more. */
const LARGE = 2 ** 18;

function construct(dtype: Dtype, from: number | TypedArray, size: number): TypedArray {
  if (size >= LARGE) keepFreedArrays();
  // Elements are numbered by int32.
  if (size < 2 ** 31) {
    try {
      return typeof from === 'number'
        ? new constructors[dtype](from)
        : new constructors[dtype](from);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
  }
  throw new ShapeError({
    where: 'tensor',
    expected: 'fewer than 2^31 elements, that fit into memory',
    received: `${size}`,
    remedy: 'Make it smaller, or work in batches.',
    advice: [{ kind: 'fewerElements' }],
  });
}

/** @throws DtypeError unless int32 holds every number as it is */
export function checkInt32(where: string, numbers: ArrayLike<number>): void {
  for (let at = 0; at < numbers.length; at++) {
    if (numbers[at] === (numbers[at] | 0)) continue;
    throw new DtypeError({
      where,
      expected: 'whole numbers from -2^31 to 2^31 - 1 for int32',
      received: `${describe(numbers[at])} at element ${at}`,
      remedy: "Round them, or choose dtype: 'float32'.",
    });
  }
}

/** A view of numbers that lie in a buffer at a byte address. */
export function viewOf(
  dtype: Dtype,
  buffer: ArrayBuffer,
  address: number,
  size: number,
): TypedArray {
  return new constructors[dtype](buffer, address, size);
}

/** The bytes of an element. */
export function bytesOf(dtype: Dtype): number {
  return constructors[dtype].BYTES_PER_ELEMENT;
}

export function lanesOf(dtype: Dtype): Lanes<number, boolean> {
  return lanes[dtype];
}

export function isFloat(dtype: Dtype): boolean {
  return dtype !== 'int32';
}

/** The dtype of a typed array, or undefined for arrays of other kinds. */
export function dtypeOf(data: ArrayBufferView): Dtype | undefined {
  if (data instanceof Float32Array) return 'float32';
  if (data instanceof Float64Array) return 'float64';
  if (data instanceof Int32Array) return 'int32';
  return undefined;
}
