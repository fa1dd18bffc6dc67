/** Numbers of arrays, typed arrays and tensors, each with its place in the error if it cannot be one. */
import { describe } from '../errors/describe.ts';
import { DataError, DtypeError, ShapeError } from '../errors/errors.ts';
import { cast } from '../ops/elementwise/cast.ts';
import { noGrad } from '../ops/gradient_mode.ts';
import { reshape } from '../ops/shape/views.ts';
import { tensor } from '../tensor/create.ts';
import { dtypeOf, type TypedArray } from '../tensor/dtype.ts';
import type { NestedArray } from '../tensor/rank.ts';
import { sizeOf } from '../tensor/shape.ts';
import { firstNotFinite, packed } from '../tensor/strided.ts';
import { Tensor } from '../tensor/tensor.ts';

export type Numbers = NestedArray | TypedArray | Tensor;

export type FloatDtype = 'float32' | 'float64';

/** The numbers as a tensor of the dtype; the memory is shared where nothing has to be converted. */
export function readNumbers(what: string, values: Numbers, dtype: FloatDtype): Tensor {
  const where = `fromArrays.${what}`;
  if (values instanceof Tensor) {
    if (values.dtype === dtype) return values;
    const { bytes } = values.storage;
    if (bytes !== undefined) {
      checkHeld(where, bytes.meaning, dtype);
      return noGrad(() => cast(values, dtype)); // they stay bytes
    }
    const numbers = packed(values);
    checkHeld(where, numbers, dtype);
    return tensor(numbers, { shape: values.shape, dtype });
  }
  if (ArrayBuffer.isView(values)) {
    checkDtyped(where, values);
    checkHeld(where, values, dtype);
  } else checkNumbers(where, values, []);
  const made = tensor(values, { dtype });
  if (made.rank === 0) {
    throw new ShapeError({
      where,
      expected: 'one entry for each sample',
      received: `${values}`,
      remedy: 'Give an array with one entry for each sample.',
    });
  }
  return made;
}

function checkDtyped(where: string, values: ArrayBufferView): void {
  if (dtypeOf(values) !== undefined) return;
  throw new DtypeError({
    where,
    expected: 'a Float32Array, Float64Array or Int32Array',
    received: describe(values),
    remedy:
      'For bytes take byteTensor(values, { shape, scale: 1 / 255 }), for others Float32Array.from(values).',
  });
}

/** Whole numbers of 32 bits have more digits than float32 has. */
function checkHeld(where: string, numbers: TypedArray, dtype: FloatDtype): void {
  if (dtype !== 'float32' || !(numbers instanceof Int32Array)) return;
  const lost = numbers.findIndex((value) => Math.fround(value) !== value);
  if (lost < 0) return;
  throw new DataError({
    where,
    expected: 'whole numbers that float32 holds: all up to 16,777,216',
    received: `${numbers[lost]} at element ${lost}, which would become ${Math.fround(numbers[lost])}`,
    remedy: "Pass { dtype: 'float64' }.",
  });
}

function checkNumbers(where: string, value: unknown, path: readonly number[]): void {
  if (Array.isArray(value)) {
    value.forEach((item, index) => {
      checkNumbers(where, item, [...path, index]);
    });
  } else if (typeof value !== 'number') {
    throw new DataError({
      where,
      expected: 'a number',
      received: `${describe(value)}${path.length === 0 ? '' : ` in ${place(path)}`}`,
      remedy: remedyFor(value),
    });
  }
}

function remedyFor(value: unknown): string {
  if (ArrayBuffer.isView(value)) return 'Make it an array: rows.map((row) => Array.from(row)).';
  if (typeof value === 'bigint') return 'Convert it: Number(value).';
  return 'Fill missing values in or leave the sample out.';
}

/** @throws DataError naming the place of a number that is missing, or not finite in its dtype */
export function checkFinite(what: string, x: Tensor, names?: readonly string[]): void {
  const { bytes } = x.storage;
  if (bytes !== undefined && firstNotFinite(bytes.meaning) < 0) return;
  const flat = packed(x);
  const bad = firstNotFinite(flat);
  if (bad < 0) return;
  const path = x.shape.map((n, axis) => Math.floor(bad / sizeOf(x.shape.slice(axis + 1))) % n);
  throw new DataError({
    where: `fromArrays.${what}`,
    expected: 'finite numbers',
    received: `${flat[bad]} in ${place(path, names)}`,
    remedy: 'Fill missing values in or leave the sample out; scale what is too large.',
  });
}

/** `row 3, column 2 ("petal width")`: counted from 0, like indices. */
function place([row, ...rest]: readonly number[], names?: readonly string[]): string {
  if (rest.length === 0) return `row ${row}`;
  const name = names === undefined ? '' : ` (${describe(names[rest[0]])})`;
  return `row ${row}, column ${rest.join(', ')}${name}`;
}

/** A flat list is a column. */
export function column(x: Tensor): Tensor {
  return x.rank === 1 ? reshape(x, [-1, 1]) : x;
}
