/** Tensors whose numbers are held as bytes. */
import { describe } from '../errors/describe.ts';
import { DtypeError, OptionError, ShapeError } from '../errors/errors.ts';
import {
  finite,
  oneOf,
  optional,
  readOptions,
  shape as shapeRule,
  withDefault,
} from '../errors/options.ts';
import { allocate, type TypedArray } from './dtype.ts';
import { type Shape, sizeOf } from './shape.ts';
import { Storage } from './storage.ts';
import { type Tensor, tensorOver } from './tensor.ts';

export interface ByteTensorOptions {
  /** Default one axis. */
  readonly shape?: Shape | undefined;
  /** 1 / 255 for pixels from 0 to 1. */
  readonly scale: number;
  /** What byte 0 stands for; default 0. */
  readonly offset?: number | undefined;
  /** Of the numbers; default float32. */
  readonly dtype?: 'float32' | 'float64' | undefined;
}

type Resolved = Required<Omit<ByteTensorOptions, 'shape'>> & Pick<ByteTensorOptions, 'shape'>;

/**
 * A float tensor whose numbers are held as bytes, one for each: `byte · scale + offset`, product and sum
 * in double precision, and then rounded to the dtype once. For `scale: 1 / 255` that is, in float32, the
 * same number as `byte / 255`.
 *
 * It is a tensor like any other, of a quarter of the size. Training runs, predictions and operations convert
 * what they read when they read it; views (`reshape`, `slice`, `transpose`) and the parts of a dataset
 * (`split`, `subset`) are held as bytes, too. What writes to it (`assign`) or asks for all of its numbers
 * in place (`storage.data`, `toNdarray`) makes it a tensor of floats for good.
 *
 * @param bytes used as they are, without a copy: do not change them afterwards
 * @throws DtypeError for anything but bytes; ShapeError when they do not fill the shape; OptionError for
 * a scale with which the dtype does not tell all bytes apart, such as 0
 * @example byteTensor(pixels, { shape: [60_000, 784], scale: 1 / 255 })
 */
export function byteTensor(
  bytes: Uint8Array | Uint8ClampedArray,
  options: ByteTensorOptions,
): Tensor {
  const read = readOptions<Resolved>('byteTensor', options, {
    shape: optional(shapeRule),
    scale: finite,
    offset: withDefault(finite, 0),
    dtype: withDefault<Resolved['dtype']>(oneOf('float32', 'float64'), 'float32'),
  });
  const own = bytesIn(bytes);
  const shape = read.shape ?? [own.length];
  if (own.length !== sizeOf(shape)) {
    throw new ShapeError({
      where: 'byteTensor',
      expected: `${sizeOf(shape)} bytes for shape [${shape.join(', ')}]`,
      received: `${own.length} bytes`,
      remedy: 'Correct the shape, or leave it out.',
    });
  }
  const storage = Storage.ofBytes({ bytes: own, meaning: meaningOf(read) });
  return tensorOver(storage, [...shape]);
}

/** @throws OptionError for a scale with which two bytes would stand for the same number, or for none */
function meaningOf({ scale, offset, dtype }: Resolved): TypedArray {
  const meaning = allocate(dtype, 256);
  for (let byte = 0; byte < 256; byte++) meaning[byte] = byte * scale + offset;
  if (new Set(meaning).size === 256 && meaning.every(Number.isFinite)) return meaning;
  throw new OptionError({
    where: 'byteTensor.scale',
    expected: `a scale and an offset that make 256 different numbers of 256 bytes in ${dtype}`,
    received: `scale ${scale}, offset ${offset}`,
    remedy: 'For pixels from 0 to 1 pass { scale: 1 / 255 }.',
  });
}

/** By the tag, because frames and test runners have classes of their own. */
function bytesIn(values: unknown): Uint8Array {
  if (ArrayBuffer.isView(values)) {
    const kind = Reflect.get(values, Symbol.toStringTag);
    const { buffer, byteOffset, byteLength } = values;
    if (kind === 'Uint8Array') return values as Uint8Array;
    if (kind === 'Uint8ClampedArray') return new Uint8Array(buffer, byteOffset, byteLength);
  }
  throw new DtypeError({
    where: 'byteTensor',
    expected: 'a Uint8Array or Uint8ClampedArray',
    received: describe(values),
    remedy: 'Give other numbers to tensor(values).',
  });
}
