/** The `.npy` format: one array, as NumPy's `save` and `load` exchange it. */

import { describe } from '../../errors/describe.ts';
import { DataError } from '../../errors/errors.ts';
import { checkTensor } from '../../tensor/check.ts';
import type { Dtype } from '../../tensor/dtype.ts';
import { contiguousStrides, type Shape } from '../../tensor/shape.ts';
import { Tensor } from '../../tensor/tensor.ts';
import {
  checkBytes,
  checkClaim,
  checkLength,
  claimedBytes,
  concatenate,
  type ReadTensorOptions,
  readingOf,
  viewOf,
} from '../bytes.ts';
import { decodeStorage, encodeNumbers } from '../numbers.ts';
import { DAMAGED } from '../remedies.ts';
import { decodeText, encodeText } from '../text.ts';
import { type NpyHeader, numbersOf, parseNpyHeader } from './header.ts';

const MAGIC = [0x93, ...encodeText('NUMPY')];
/** Headers of arrays of numbers take less than 1 KB. */
const MAX_HEADER = 65_535;

/**
 * The array of a `.npy` file (format versions 1 to 3). An array in Fortran order becomes a strided
 * view of its data, of the same shape.
 *
 * Dtypes f4, f8 and i4 are read as they are; f2 as float32; b1, i1, i2, u1, u2 as int32; i8, u4 and
 * u8 as int32 where they fit. Little and big endian. Numbers of u1 stay bytes in memory, see `byteTensor`.
 *
 * @throws DataError for other dtypes (objects and texts among them), for whole numbers beyond int32,
 *   and for bytes that are not a whole and consistent file
 * @see https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
 */
export function readNpy(bytes: Uint8Array, options: ReadTensorOptions = {}): Tensor {
  const { where, inPlace } = readingOf('readNpy', options);
  checkBytes(where, bytes);
  return parseNpy(where, bytes, inPlace);
}

/** What a file is said to hold, and the bytes of it, not yet compared with each other. */
export interface OpenNpy extends NpyHeader {
  readonly data: Uint8Array;
}

/** @throws DataError for bytes that do not begin like a .npy file */
export function openNpy(where: string, bytes: Uint8Array): OpenNpy {
  checkLength(where, bytes, { at: 0, count: 10, what: 'the beginning of a .npy file' });
  const major = bytes[6];
  if (MAGIC.some((byte, i) => bytes[i] !== byte) || major < 1 || major > 3 || bytes[7] !== 0) {
    throw new DataError({
      where,
      expected: 'a .npy file of version 1.0, 2.0 or 3.0',
      received: `bytes that begin with ${describe([...bytes.subarray(0, 8)].slice(0, 6))}`,
      remedy: 'Give a file that numpy.save wrote.',
    });
  }
  const start = major === 1 ? 10 : 12;
  checkLength(where, bytes, { at: 0, count: start, what: 'the length of the header' });
  const view = viewOf(bytes);
  const length = major === 1 ? view.getUint16(8, true) : view.getUint32(8, true);
  checkLength(where, bytes, { at: start, count: length, what: 'the header' });
  if (length > MAX_HEADER) {
    throw new DataError({
      where,
      expected: `a header up to ${MAX_HEADER}`,
      received: `${length}`,
      remedy: DAMAGED,
    });
  }
  const text = decodeText(where, bytes.subarray(start, start + length));
  return { ...parseNpyHeader(where, text), data: bytes.subarray(start + length) };
}

/** @param where for messages: an archive names its own entries */
export function parseNpy(where: string, bytes: Uint8Array, inPlace = false): Tensor {
  const { descr, fortranOrder, shape, data } = openNpy(where, bytes);
  const { format, littleEndian } = numbersOf(where, descr);
  checkClaim(where, shape, claimedBytes(where, shape, format.bytes), data.length);
  return new Tensor({
    dtype: format.dtype,
    shape,
    strides: fortranOrder
      ? contiguousStrides([...shape].reverse()).reverse()
      : contiguousStrides(shape),
    offset: 0,
    storage: decodeStorage(where, data, format, littleEndian, inPlace),
  });
}

const storedNames: Readonly<Record<Dtype, string>> = {
  float32: '<f4',
  float64: '<f8',
  int32: '<i4',
};

/**
 * A tensor as the bytes of a `.npy` file, version 1.0, little endian, in row-major order.
 * @example numpy.load reads what `writeNpy(model.predict(inputs))` gives
 */
export function writeNpy(tensor: Tensor): Uint8Array<ArrayBuffer> {
  checkTensor('writeNpy', tensor);
  const { dtype, shape } = tensor;
  return packNpy(storedNames[dtype], shape, encodeNumbers(tensor.toTypedArray(), dtype, true));
}

/** The bytes of a file of this dtype and shape, row-major. */
export function packNpy(descr: string, shape: Shape, data: Uint8Array): Uint8Array<ArrayBuffer> {
  const sizes = shape.length === 1 ? `${shape[0]},` : shape.join(', ');
  const header = `{'descr': '${descr}', 'fortran_order': False, 'shape': (${sizes}), }`;
  // Spaces and a line feed, so that the data begin at a multiple of 64.
  const padded = `${header.padEnd(Math.ceil((header.length + 11) / 64) * 64 - 11)}\n`;
  const head = new Uint8Array([...MAGIC, 1, 0, padded.length & 255, padded.length >> 8]);
  return concatenate([head, encodeText(padded), data]);
}
