/** Tensors from numbers. */

import { describe, describeShape } from '../errors/describe.ts';
import { DtypeError, ShapeError } from '../errors/errors.ts';
import { foreignNamesOfTensors } from '../errors/foreign_names.ts';
import {
  checkArgument,
  naturalNumber,
  number,
  optional,
  readOptions,
  shape as shapeRule,
  string,
  withDefault,
} from '../errors/options.ts';
import { remedyFor } from '../errors/remedy.ts';
import { allocate, checkDtype, checkInt32, type Dtype, dtypeOf, type TypedArray } from './dtype.ts';
import type { NestedArray, RankOfShape, RankOfValues } from './rank.ts';
import { checkShape, contiguousStrides, type Shape, sameShape, sizeOf } from './shape.ts';
import { Storage } from './storage.ts';
import { makeTensor, snapshot, Tensor } from './tensor.ts';

export interface TensorOptions {
  /** Defaults to how the arrays are nested; for a typed array, to one axis. */
  readonly shape?: Shape | undefined;
  /** Defaults to the dtype of a typed array, and to float32 for nested arrays. */
  readonly dtype?: Dtype | undefined;
}

/**
 * A tensor from a number, nested arrays or a typed array.
 *
 * A typed array of the wanted dtype is used as it is, without a copy: writing to it writes to the
 * tensor, whichever code computes. Everything else is copied and rounded to the dtype.
 *
 * @throws ShapeError when rows differ in length or the elements do not fill the shape
 * @throws DtypeError when int32 is asked for and a value is not a whole number of 32 bits
 * @example tensor([[1, 2], [3, 4]]).shape // [2, 2]
 */
export function tensor<const S extends Shape>(
  values: NestedArray | TypedArray,
  options: TensorOptions & { readonly shape: S },
): Tensor<RankOfShape<S>>;
export function tensor<V extends NestedArray | TypedArray>(
  values: V,
  options?: TensorOptions & { readonly shape?: undefined },
): Tensor<RankOfValues<V>>;
export function tensor(values: NestedArray | TypedArray, options?: TensorOptions): Tensor;
export function tensor(values: NestedArray | TypedArray, options?: TensorOptions): Tensor {
  const { shape, dtype } = readOptions<{ shape?: Shape; dtype?: string }>(
    'tensor',
    options,
    {
      shape: optional(shapeRule),
      dtype: optional(string),
    },
    foreignNamesOfTensors,
  );
  if (dtype !== undefined) checkDtype('tensor.dtype', dtype);
  if (ArrayBuffer.isView(values)) return fromTypedArray(values, shape, dtype);
  const flat: number[] = [];
  const nested = flatten(values, flat);
  return place(flat, shape ?? nested, dtype ?? 'float32');
}

/** Options of a parameter. */
export interface ParameterOptions extends TensorOptions {
  /** By which messages and `explain` call it. */
  readonly name?: string | undefined;
}

interface ReadOptions {
  readonly shape: Shape | undefined;
  readonly dtype: string | undefined;
  readonly name: string;
}

/**
 * A tensor that gradients flow to and accumulate on: something to be learned. Its numbers are its own: a
 * typed array is copied.
 * @example const w = parameter([0.5, -0.5]);
 */
export function parameter<const S extends Shape>(
  values: NestedArray | TypedArray | Tensor,
  options: ParameterOptions & { readonly shape: S },
): Tensor<RankOfShape<S>>;
export function parameter<V extends NestedArray | TypedArray>(
  values: V,
  options?: ParameterOptions & { readonly shape?: undefined },
): Tensor<RankOfValues<V>>;
export function parameter<Rank extends number>(
  values: Tensor<Rank>,
  options?: ParameterOptions & { readonly shape?: undefined },
): Tensor<Rank>;
export function parameter(
  values: NestedArray | TypedArray | Tensor,
  options?: ParameterOptions,
): Tensor;
export function parameter(
  values: NestedArray | TypedArray | Tensor,
  options?: ParameterOptions,
): Tensor {
  const { name, ...rest } = readOptions<ReadOptions>(
    'parameter',
    options,
    {
      shape: optional(shapeRule),
      dtype: optional(string),
      name: withDefault(string, ''),
    },
    foreignNamesOfTensors,
  );
  const source = isTensor(values) ? values.toTypedArray() : values;
  const shape = rest.shape ?? (isTensor(values) ? values.shape : undefined);
  const given = tensor(source, { ...rest, shape } as TensorOptions);
  // Its numbers change in training, so it has them to itself.
  const made = given.storage.isLent ? snapshot(given) : given;
  if (made.dtype === 'int32') {
    throw new DtypeError({
      where: 'parameter',
      expected: 'float32 or float64',
      received: 'int32',
      remedy: "Pass { dtype: 'float32' }: gradients are not whole numbers.",
    });
  }
  made.requiresGrad = true;
  made.name = name;
  return made;
}

/** A tensor of zeros. */
export function zeros<const S extends Shape>(
  shape: S,
  options?: { readonly dtype?: Dtype },
): Tensor<RankOfShape<S>> {
  return filled('zeros', shape, 0, options);
}

/** A tensor of ones. */
export function ones<const S extends Shape>(
  shape: S,
  options?: { readonly dtype?: Dtype },
): Tensor<RankOfShape<S>> {
  return filled('ones', shape, 1, options);
}

/** A tensor with the same value everywhere. */
export function full<const S extends Shape>(
  shape: S,
  value: number,
  options?: { readonly dtype?: Dtype },
): Tensor<RankOfShape<S>> {
  return filled('full', shape, value, options);
}

function filled(where: string, shape: Shape, value: number, options?: { readonly dtype?: Dtype }) {
  checkShape(where, shape);
  checkArgument(`${where}.value`, value, number);
  const dtype = readDtype(where, options);
  if (dtype === 'int32') checkInt32(where, [value]);
  const data = allocate(dtype, sizeOf(shape));
  if (!Object.is(value, 0)) data.fill(value); // zeros take no memory of the machine until they are written
  return makeTensor(data, [...shape], dtype);
}

/** Whole numbers from 0 to below `count`, as a vector. */
export function range(count: number, options?: { readonly dtype?: Dtype }): Tensor<1> {
  const dtype = readDtype('range', options);
  checkArgument('range', count, naturalNumber);
  return makeTensor(
    allocate(dtype, count).map((_, i) => i),
    [count],
    dtype,
  );
}

function readDtype(where: string, options: { readonly dtype?: Dtype } | undefined): Dtype {
  const { dtype } = readOptions<{ dtype: Dtype }>(where, options, {
    dtype: withDefault(string, 'float32'),
  });
  checkDtype(`${where}.dtype`, dtype);
  return dtype;
}

function isTensor(value: unknown): value is Tensor {
  return typeof value === 'object' && value !== null && 'storage' in value;
}

function fromTypedArray(values: TypedArray, shape: Shape | undefined, dtype?: Dtype): Tensor {
  const own = dtypeOf(values);
  if (own === undefined) {
    throw new DtypeError({
      where: 'tensor',
      expected: 'a Float32Array, Float64Array or Int32Array',
      received: describe(values),
      remedy: 'Convert it, for example with Float32Array.from(values).',
    });
  }
  const wanted = dtype ?? own;
  if (wanted !== own) return place(values, shape ?? [values.length], wanted);
  const resolved = shape ?? [values.length];
  checkFills(values.length, resolved);
  const strides = contiguousStrides(resolved);
  const storage = new Storage(own, values.length, values, true);
  return new Tensor({ dtype: own, shape: [...resolved], strides, offset: 0, storage });
}

/** Appends the numbers in row-major order and returns the shape of the nesting. */
function flatten(values: NestedArray, into: number[]): number[] {
  if (typeof values === 'number') {
    into.push(values);
    return [];
  }
  if (!Array.isArray(values)) {
    throw new DtypeError({
      where: 'tensor',
      expected: 'numbers, nested arrays of numbers, or a typed array',
      received: describe(values),
      remedy: remedyFor(values, 'Pass for example [[1, 2], [3, 4]].'),
    });
  }
  let inner: number[] | undefined;
  values.forEach((item: NestedArray, index) => {
    const shape = flatten(item, into);
    inner ??= shape;
    if (!sameShape(shape, inner)) {
      throw new ShapeError({
        where: 'tensor',
        problem: 'nested arrays are ragged',
        expected: `shape ${describeShape(inner)} for every item, as the first has`,
        received: `shape ${describeShape(shape)} at index ${index}`,
        remedy: 'Give all rows the same length.',
      });
    }
  });
  return [values.length, ...(inner ?? [])];
}

function place(flat: readonly number[] | TypedArray, shape: Shape, dtype: Dtype): Tensor {
  checkFills(flat.length, shape);
  if (dtype === 'int32') checkInt32('tensor', flat);
  const data = allocate(dtype, flat.length);
  data.set(flat);
  return makeTensor(data, [...shape], dtype);
}

function checkFills(count: number, shape: Shape): void {
  if (count !== sizeOf(shape)) {
    throw new ShapeError({
      where: 'tensor',
      expected: `${sizeOf(shape)} elements for shape ${describeShape(shape)}`,
      received: `${count} elements`,
      remedy: 'Correct the shape, or leave it out.',
    });
  }
}
