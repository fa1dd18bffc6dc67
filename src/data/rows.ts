/** Samples by number. */

import { describe, describeShape } from '../errors/describe.ts';
import { ShapeError } from '../errors/errors.ts';
import { checkArgument, type Rule } from '../errors/options.ts';
import { convertBytes } from '../tensor/byte_numbers.ts';
import { checkTensor } from '../tensor/check.ts';
import { allocate, dtypeOf, type TypedArray } from '../tensor/dtype.ts';
import { sizeOf } from '../tensor/shape.ts';
import { Storage } from '../tensor/storage.ts';
import { packInto } from '../tensor/strided.ts';
import { makeTensor, type Tensor, tensorOver } from '../tensor/tensor.ts';
import { checkDataset } from './check_dataset.ts';
import type { Dataset } from './dataset.ts';

const numberList: Rule<never> = {
  expected: 'an array of row numbers',
  example: '[0, 2]',
  accepts: (value) => Array.isArray(value) || ArrayBuffer.isView(value),
};

/** From this row length on, moving a whole row at once is faster than element by element. */
const LONG_ROW = 64;

/**
 * Copies rows of a tensor (its first axis) into an array, in the order of the indices. What is held as
 * bytes is converted.
 * @throws ShapeError for an index outside of the rows
 */
export function copyRows(source: Tensor, indices: ArrayLike<number>, into: TypedArray): void {
  checkTensor('copyRows', source);
  checkArgument('copyRows', indices, numberList);
  const width = sizeOf(source.shape.slice(1));
  if (
    !ArrayBuffer.isView(into) ||
    dtypeOf(into) === undefined ||
    into.length < indices.length * width
  ) {
    throw new ShapeError({
      where: 'copyRows',
      expected: `a typed array of ${indices.length * width} elements or more`,
      received: describe(into),
      remedy: 'Pass for example new Float32Array(count * width).',
    });
  }
  for (let k = 0; k < indices.length; k++) checkRow(source, indices[k]);
  if (source.isContiguous) copyPackedRows(source, indices, width, into);
  else copyScatteredRows(source, indices, width, into);
}

function copyPackedRows(
  { storage, offset }: Tensor,
  indices: ArrayLike<number>,
  width: number,
  into: TypedArray,
): void {
  const { bytes } = storage;
  if (bytes !== undefined) {
    for (let k = 0; k < indices.length; k++) {
      convertBytes(bytes, offset + indices[k] * width, 1, into, k * width, width);
    }
    return;
  }
  const { data } = storage;
  for (let k = 0; k < indices.length; k++) {
    const from = offset + indices[k] * width;
    const to = k * width;
    if (width < LONG_ROW) for (let i = 0; i < width; i++) into[to + i] = data[from + i];
    else into.set(data.subarray(from, from + width), to);
  }
}

/** Rows whose elements do not lie in order, such as those of a transposed tensor. */
function copyScatteredRows(
  { dtype, shape, strides, offset, storage }: Tensor,
  indices: ArrayLike<number>,
  width: number,
  into: TypedArray,
): void {
  const inner = { dtype, shape: shape.slice(1), strides: strides.slice(1), storage };
  for (let k = 0; k < indices.length; k++) {
    const row = { ...inner, offset: offset + indices[k] * strides[0] };
    packInto(row, into.subarray(k * width, (k + 1) * width));
  }
}

/**
 * The rows of a tensor (its first axis) with these indices, in that order, as a copy. No gradient
 * flows; where one should, use `gather`.
 * @throws ShapeError for an index outside of the rows
 */
export function takeRows<Rank extends number>(
  source: Tensor<Rank>,
  indices: ArrayLike<number>,
): Tensor<Rank> {
  checkTensor('takeRows', source);
  checkArgument('takeRows', indices, numberList);
  const shape = [indices.length, ...source.shape.slice(1)];
  const data = allocate(source.dtype, sizeOf(shape));
  copyRows(source, indices, data);
  return makeTensor(data, shape, source.dtype);
}

/** The same, and what is held as bytes stays so. */
function selectRows(source: Tensor, indices: ArrayLike<number>): Tensor {
  const { bytes } = source.storage;
  if (bytes === undefined || !source.isContiguous) return takeRows(source, indices);
  checkArgument('subset', indices, numberList);
  const shape = [indices.length, ...source.shape.slice(1)];
  const width = sizeOf(source.shape.slice(1));
  const own = new Uint8Array(sizeOf(shape));
  for (let k = 0; k < indices.length; k++) {
    checkRow(source, indices[k]);
    const from = source.offset + indices[k] * width;
    own.set(bytes.bytes.subarray(from, from + width), k * width);
  }
  return tensorOver(Storage.ofBytes({ bytes: own, meaning: bytes.meaning }), shape);
}

/**
 * The samples of a dataset with these indices, in that order; an index may occur more than once. Inputs
 * that are held as bytes stay so.
 * @throws ShapeError for an index outside of the dataset
 */
export function subset(dataset: Dataset, indices: ArrayLike<number>): Dataset {
  checkDataset('subset', dataset);
  const { inputs, targets, sampleWeights } = dataset;
  return {
    ...dataset,
    inputs: selectRows(inputs, indices),
    targets: selectRows(targets, indices),
    ...(sampleWeights === undefined ? {} : { sampleWeights: selectRows(sampleWeights, indices) }),
    size: indices.length,
  };
}

function checkRow({ shape }: Tensor, index: number): void {
  if (!(Number.isInteger(index) && index >= 0 && index < shape[0])) {
    throw new ShapeError({
      where: 'takeRows',
      problem: 'no such row',
      expected: `rows that there are in shape ${describeShape(shape)}`,
      received: describe(index),
      remedy: 'Take only rows that there are.',
    });
  }
}
