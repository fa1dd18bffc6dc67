/** What all readers ask of the bytes they are given. */

import { describe } from '../errors/describe.ts';
import { DataError, OptionError } from '../errors/errors.ts';
import { boolean, optional, readOptions, string } from '../errors/options.ts';
import type { Shape } from '../tensor/shape.ts';
import { DAMAGED } from './remedies.ts';

export interface ReadOptions {
  /** The name of the file, for messages. */
  readonly file?: string | undefined;
}

export interface ReadTensorOptions extends ReadOptions {
  /**
   * Whether the tensors may lie in the memory of the bytes, where those are aligned and stored as they are
   * held; the bytes may then be changed, and nobody else may use them. Default false: a copy of each.
   */
  readonly inPlace?: boolean | undefined;
}

/** What is complained of: the file, where it is known, and otherwise the reader, such as `readNpy`. */
export function place(reader: string, options: ReadOptions): string {
  const { file } = readOptions<ReadOptions>(reader, options, { file: optional(string) });
  return file ?? reader;
}

/** The same, and whether the bytes may be kept. */
export function readingOf(
  reader: string,
  options: ReadTensorOptions,
): { readonly where: string; readonly inPlace: boolean } {
  const { file, inPlace = false } = readOptions<ReadTensorOptions>(reader, options, {
    file: optional(string),
    inPlace: optional(boolean),
  });
  return { where: file ?? reader, inPlace };
}

/** NumPy has at most 64 axes and PyTorch as many; more are a sign of damage. */
export const MAX_RANK = 64;

/** By its tag, because test runners and frames have a Uint8Array class each of their own. */
export function checkBytes(where: string, bytes: unknown): asserts bytes is Uint8Array {
  if (!ArrayBuffer.isView(bytes) || Reflect.get(bytes, Symbol.toStringTag) !== 'Uint8Array') {
    throw new OptionError({
      where,
      expected: 'a Uint8Array',
      received: describe(bytes),
      remedy: 'Wrap an ArrayBuffer: new Uint8Array(buffer).',
    });
  }
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** A copy in memory of its own, which every element type finds aligned. */
export function copyBytes(bytes: Uint8Array, start: number, end: number): Uint8Array<ArrayBuffer> {
  const copy = new Uint8Array(end - start);
  copy.set(bytes.subarray(start, end));
  return copy;
}

export function concatenate(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/** @throws DataError unless `count` bytes follow from `at` */
export function checkLength(
  where: string,
  bytes: Uint8Array,
  { at, count, what }: { readonly at: number; readonly count: number; readonly what: string },
): void {
  if (at + count <= bytes.length) return;
  throw new DataError({
    where,
    problem: 'the file ends too early',
    expected: `${what}: ${count} bytes from byte ${at}`,
    received: `a file of ${bytes.length} bytes`,
    remedy: 'It may have been cut off: copy or download it again.',
  });
}

/**
 * The bytes that an array of this shape takes, computed before any memory is.
 * @throws DataError when the shape cannot be one: no file is that large
 */
export function claimedBytes(where: string, shape: unknown, bytesEach: number): number {
  const sizes: unknown[] = Array.isArray(shape) ? shape : [undefined];
  let total = bytesEach;
  let possible = sizes.length <= MAX_RANK;
  for (const size of sizes) {
    // Never converted: an array nested without end would be turned into text first.
    total *= typeof size === 'number' && size >= 0 && Number.isInteger(size) ? size : Number.NaN;
    possible &&= Number.isSafeInteger(total);
  }
  if (possible) return total;
  throw new DataError({
    where,
    expected: `a shape: at most ${MAX_RANK} whole numbers, each 0 or more`,
    received: describe(shape),
    remedy: DAMAGED,
  });
}

/** @throws DataError unless the claimed bytes are the ones that there are */
export function checkClaim(where: string, shape: Shape, claimed: number, present: number): void {
  if (claimed === present) return;
  throw new DataError({
    where,
    problem: 'the header and the data do not fit together',
    expected: `${claimed} bytes of data for shape ${describe(shape)}`,
    received: `${present}`,
    remedy: 'The file is damaged or was cut off: copy or download it again.',
  });
}
