/** Numbers in memory, seen through shape, strides and an offset: reading and writing them in order. */
import { convertBytes } from './byte_numbers.ts';
import { allocate, copyOf, type Dtype, type TypedArray } from './dtype.ts';
import { forEachRow, mergeAxes } from './rows.ts';
import { type Shape, sizeOf } from './shape.ts';
import type { Storage } from './storage.ts';

/** How numbers lie in a storage: shape, strides and offset, both in elements. */
export interface Layout {
  readonly dtype: Dtype;
  readonly shape: Shape;
  readonly strides: readonly number[];
  readonly offset: number;
}

/** A storage seen through a layout. Kernels take these. */
export interface Strided extends Layout {
  readonly storage: Storage;
}

/** The same numbers in another shape. Not by a spread, which leaves out what tensors have as getters. */
export function relaid(
  { dtype, offset, storage }: Strided,
  shape: Shape,
  strides: readonly number[],
): Strided {
  return { dtype, shape, strides, offset, storage };
}

/** The elements of any strided array in row-major order, as a copy. */
export function packedCopy(source: Strided): TypedArray {
  const { dtype, shape } = source;
  const inPlace = packedInPlace(source);
  if (inPlace !== undefined) return copyOf(dtype, inPlace);
  const packed = allocate(dtype, sizeOf(shape));
  packInto(source, packed);
  return packed;
}

/**
 * The elements in row-major order, to be read and let go of: the memory itself where they lie so, a copy
 * where they do not, or are held as bytes.
 */
export function packed(source: Strided): TypedArray {
  return packedInPlace(source) ?? packedCopy(source);
}

function packedInPlace({ shape, strides, offset, storage }: Strided): TypedArray | undefined {
  if (storage.bytes !== undefined) return undefined;
  let size = 1;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    if (shape[axis] !== 1 && strides[axis] !== size) return undefined;
    size *= shape[axis];
  }
  return storage.data.subarray(offset, offset + size);
}

/**
 * The place of the first number that is NaN or infinite, or -1. A loop of its own: with a callback for
 * each element, a large dataset takes ten times as long.
 */
export function firstNotFinite(flat: TypedArray): number {
  for (let i = 0; i < flat.length; i++) {
    if (flat[i] - flat[i] !== 0) return i;
  }
  return -1;
}

/** Copies the elements, in row-major order, to the beginning of an array. */
export function packInto(source: Strided, packed: TypedArray): void {
  const walk = mergeAxes(source.shape, [source.strides]);
  const stride = walk.strides[0][walk.shape.length - 1];
  const { bytes } = source.storage;
  let position = 0;
  if (bytes !== undefined) {
    forEachRow(walk, [source.offset], ([offset], length) => {
      convertBytes(bytes, offset, stride, packed, position, length);
      position += length;
    });
    return;
  }
  const { data } = source.storage;
  forEachRow(walk, [source.offset], ([offset], length) => {
    if (stride === 1) packed.set(data.subarray(offset, offset + length), position);
    else for (let i = 0; i < length; i++) packed[position + i] = data[offset + i * stride];
    position += length;
  });
}

/** Some rows, as a view. */
export function rowsOf(
  { dtype, shape, strides, offset, storage }: Strided,
  first: number,
  count: number,
): Strided {
  const at = offset + first * strides[0];
  return { dtype, shape: [count, ...shape.slice(1)], strides, offset: at, storage };
}

/** Writes numbers, in row-major order, to where the elements of an array lie. */
export function overwrite(target: Strided, flat: ArrayLike<number>): void {
  const walk = mergeAxes(target.shape, [target.strides]);
  const stride = walk.strides[0][walk.shape.length - 1];
  const { data } = target.storage;
  let position = 0;
  forEachRow(walk, [target.offset], ([offset], length) => {
    for (let i = 0; i < length; i++) data[offset + i * stride] = flat[position++];
  });
}

/** Copies a block into a contiguous array, with its first element at the index `at`. */
export function copyInto(block: Strided, into: Strided, at: readonly number[]): void {
  const walk = mergeAxes(block.shape, [into.strides, block.strides]);
  const [so, si] = walk.strides.map((strides) => strides[walk.shape.length - 1]);
  const start = at.reduce((sum, index, axis) => sum + index * into.strides[axis], into.offset);
  const [y, x] = [into.storage.data, block.storage.data];
  forEachRow(walk, [start, block.offset], ([oo, oi], length) => {
    for (let i = 0; i < length; i++) y[oo + i * so] = x[oi + i * si];
  });
}

/** The offsets, in row-major order, that the named axes of a strided array run through. */
export function offsetsAlong(source: Strided, axes: readonly number[]): Int32Array {
  const shape = axes.map((axis) => source.shape[axis]);
  const walk = mergeAxes(shape, [axes.map((axis) => source.strides[axis])]);
  const stride = walk.strides[0][walk.shape.length - 1];
  const offsets = new Int32Array(sizeOf(shape));
  let position = 0;
  forEachRow(walk, [0], ([start], length) => {
    for (let i = 0; i < length; i++) offsets[position++] = start + i * stride;
  });
  return offsets;
}
