/** The `.npz` format: a zip archive of `.npy` files, as NumPy's `savez` and `load` exchange it. */

import { describe } from '../../errors/describe.ts';
import { DataError } from '../../errors/errors.ts';
import {
  array,
  boolean,
  callable,
  checkArgument,
  optional,
  positiveInteger,
  readOptions,
  string,
  withDefault,
} from '../../errors/options.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import { checkBytes, place, type ReadTensorOptions } from '../bytes.ts';
import { checkNamed, type NamedTensors, tensorsRule } from '../named.ts';
import { UnheldError } from '../numbers.ts';
import { type Deflate, packZip } from '../zip/pack.ts';
import { type Inflate, unpackZip } from '../zip/unpack.ts';
import { parseNpy, writeNpy } from './npy.ts';

export interface ReadNpzOptions extends ReadTensorOptions {
  /** Which arrays to read; all by default. */
  readonly names?: readonly string[] | undefined;
  /** For archives of `savez_compressed`. */
  readonly inflate?: Inflate | undefined;
  /** How much memory the arrays that are read may take in the archive together; default 1 GiB. */
  readonly maxBytes?: number | undefined;
}

const SUFFIX = '.npy';

export interface ReadNpz {
  readonly arrays: NamedTensors;
  /** Arrays that were not read, and why: texts, objects, records, numbers that no dtype here holds. */
  readonly skipped: Readonly<Record<string, string>>;
}

/**
 * The arrays of a `.npz` file by name; see `readNpy` for their dtypes. What is no array of such numbers
 * is left out and named in `skipped`, unless it was asked for in `names`.
 * @throws DataError for bytes that are not a whole and consistent archive of arrays: everything read
 *   from it is under a checksum, and sizes are limited before memory is taken
 * @example readNpz(bytes, { names: ['x_train', 'y_train'] }).arrays.x_train
 */
export function readNpz(bytes: Uint8Array, options: ReadNpzOptions = {}): ReadNpz {
  const {
    file,
    names,
    inflate,
    maxBytes,
    inPlace = false,
  } = readOptions<ReadNpzOptions & { maxBytes: number }>('readNpz', options, {
    file: optional(string),
    names: optional(array),
    inflate: optional(callable),
    inPlace: optional(boolean),
    maxBytes: withDefault(positiveInteger, 2 ** 30),
  });
  const where = place('readNpz', { file });
  checkBytes(where, bytes);
  const chosen = names === undefined ? undefined : new Set(names.map((name) => name + SUFFIX));
  const contents = unpackZip(where, bytes, { inflate, maxBytes, chosen, inPlace });
  const tensors: Record<string, Tensor> = Object.create(null);
  const skipped: Record<string, string> = Object.create(null);
  for (const [entry, data] of contents) {
    if (!entry.endsWith(SUFFIX)) {
      throw new DataError({
        where,
        expected: `entries that are arrays, with names that end in ${SUFFIX}`,
        received: describe(entry),
        remedy: 'Say which to read: { names: [...] }.',
      });
    }
    const name = entry.slice(0, -SUFFIX.length);
    try {
      tensors[name] = parseNpy(`${where}, entry ${describe(entry)}`, data, inPlace);
    } catch (error) {
      if (chosen !== undefined || !(error instanceof UnheldError)) throw error;
      skipped[name] = error.received;
    }
  }
  return { arrays: tensors, skipped };
}

/**
 * Tensors as the bytes of a `.npz` file. The same content gives the same bytes.
 * @param options deflate: compresses each array; left out, they are stored as they are
 */
export function writeNpz(
  tensors: NamedTensors,
  options: { readonly deflate?: Deflate } = {},
): Uint8Array<ArrayBuffer> {
  const { deflate } = readOptions<{ deflate?: Deflate }>('writeNpz', options, {
    deflate: optional(callable),
  });
  checkArgument('writeNpz', tensors, tensorsRule);
  const entries = Object.entries(tensors).sort(([a], [b]) => (a < b ? -1 : 1));
  const packed = entries.map(([name, tensor]) => {
    checkNamed('writeNpz', name, tensor);
    return [name + SUFFIX, writeNpy(tensor)] as const;
  });
  return packZip('writeNpz', packed, deflate);
}
