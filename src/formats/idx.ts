/** The IDX format, in which MNIST and its relatives come. */

import { describe, describeShape } from '../errors/describe.ts';
import { DataError, OptionError } from '../errors/errors.ts';
import { oneOf, optional, readOptions } from '../errors/options.ts';
import { checkTensor } from '../tensor/check.ts';
import { type Tensor, tensorOver } from '../tensor/tensor.ts';
import {
  checkBytes,
  checkClaim,
  checkLength,
  claimedBytes,
  concatenate,
  MAX_RANK,
  type ReadTensorOptions,
  readingOf,
  viewOf,
} from './bytes.ts';
import {
  decodeNumbers,
  decodeStorage,
  encodeNumbers,
  type WritableFormat as IdxType,
  type NumberFormat,
  numberFormats,
} from './numbers.ts';
import { DAMAGED } from './remedies.ts';

export type { IdxType };

const codes: Readonly<Record<IdxType, number>> = {
  uint8: 0x08,
  int8: 0x09,
  int16: 0x0b,
  int32: 0x0c,
  float32: 0x0d,
  float64: 0x0e,
};

const formats = new Map<number, NumberFormat>(
  Object.entries(codes).map(([type, code]) => [code, numberFormats[type as IdxType]]),
);

/**
 * The array of an IDX file; whole numbers of any size are read as int32.
 * @throws DataError for bytes that are not a whole and consistent file
 * @see http://yann.lecun.com/exdb/mnist, "The IDX file format"
 * @example readIdx(bytes).shape // [60000, 28, 28] for train-images-idx3-ubyte
 */
export function readIdx(bytes: Uint8Array, options: ReadTensorOptions = {}): Tensor {
  const { where, inPlace } = readingOf('readIdx', options);
  checkBytes(where, bytes);
  checkLength(where, bytes, { at: 0, count: 4, what: 'the beginning of an IDX file' });
  const format = formats.get(bytes[2]);
  if (bytes[0] !== 0 || bytes[1] !== 0 || format === undefined) {
    throw new DataError({
      where,
      expected: 'a file that begins with 0, 0, and the code of a type from 8 to 14',
      received: describe([...bytes.subarray(0, 4)]),
      remedy: bytes[0] === 0x1f ? 'It is compressed by gzip: unpack it first.' : DAMAGED,
    });
  }
  const rank = bytes[3];
  checkLength(where, bytes, { at: 4, count: 4 * rank, what: 'the sizes of the axes' });
  const view = viewOf(bytes);
  const shape = Array.from({ length: rank }, (_, axis) => view.getUint32(4 + 4 * axis));
  const data = bytes.subarray(4 + 4 * rank);
  checkClaim(where, shape, claimedBytes(where, shape, format.bytes), data.length);
  return tensorOver(decodeStorage(where, data, format, false, inPlace), shape);
}

/**
 * A tensor as the bytes of an IDX file.
 * @param options type: how numbers are stored; defaults to the dtype. `uint8` makes pictures small.
 * @throws OptionError when a number is not one of that type
 */
export function writeIdx(
  tensor: Tensor,
  options: { readonly type?: IdxType } = {},
): Uint8Array<ArrayBuffer> {
  checkTensor('writeIdx', tensor);
  const { type = tensor.dtype } = readOptions<{ type?: IdxType }>('writeIdx', options, {
    type: optional(oneOf(...Object.keys(codes))),
  });
  const { shape } = tensor;
  if (shape.length > MAX_RANK || shape.some((size) => size > 0xffffffff)) {
    throw new OptionError({
      where: 'writeIdx',
      expected: `at most ${MAX_RANK} axes, each smaller than 2^32`,
      received: describeShape(shape),
      remedy: 'Reshape the tensor, or write it with writeNpy.',
    });
  }
  const numbers = tensor.toTypedArray();
  const data = encodeNumbers(numbers, type, false);
  const stored = decodeNumbers('writeIdx', data, numberFormats[type], false);
  // Adding 0 makes both zeros one: no type of whole numbers has a negative one.
  const changed = numbers.findIndex((value, i) => !Object.is(value + 0, stored[i] + 0));
  if (changed >= 0) {
    throw new OptionError({
      where: 'writeIdx.type',
      expected: 'a type that holds every number of the tensor',
      received: `${type}, for ${numbers[changed]} at element ${changed}`,
      remedy: 'Choose a wider type, such as float64.',
    });
  }
  const head = new Uint8Array(4 + 4 * shape.length);
  head.set([0, 0, codes[type], shape.length]);
  const view = viewOf(head);
  for (let axis = 0; axis < shape.length; axis++) view.setUint32(4 + 4 * axis, shape[axis]);
  return concatenate([head, data]);
}
