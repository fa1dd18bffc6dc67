/** Reading files: the browser-safe readers of `epochal/persistence`, by path. */
import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import * as zlib from 'node:zlib';
import { DataError } from '../errors/errors.ts';
import { checkArgument, record } from '../errors/options.ts';
import { native } from '../formats/checksums/crc32.ts';
import {
  type CsvOptions,
  type CsvSchema,
  type CsvWithOptions,
  type Predictor,
  type ReadCsv,
  type ReadCsvWith,
  type ReadNpz,
  type ReadNpzOptions,
  type ReadSafetensors,
  readCsv,
  readCsvWith,
  readIdx,
  readModel,
  readNpy,
  readNpz,
  readSafetensors,
  type WithSchema,
} from '../persistence/index.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { checkPath } from './check_path.ts';
import { FileError } from './file_error.ts';

// Of Node 20.15 and later, ten times as fast as ours.
native.crc32 = 'crc32' in zlib ? zlib.crc32 : undefined;

/** What a compressed file may become, in bytes. */
const MAX_UNPACKED = 2 ** 30;

/**
 * The bytes of a file.
 * @throws FileError
 */
export function readBytes(path: string): Uint8Array {
  checkPath('reading', path);
  try {
    return readAll(path);
  } catch (cause) {
    throw new FileError(
      { where: `reading ${path}`, expected: 'a file that can be read' },
      { cause },
    );
  }
}

function readAll(path: string): Uint8Array {
  const descriptor = openSync(path, 'r');
  try {
    const { size } = fstatSync(descriptor);
    // Of a pipe the size is not known.
    if (size > PART) return readInParts(descriptor, size, PART);
    // Not as a Buffer, whose slices share memory.
    const { buffer, byteOffset, length } = readFileSync(descriptor);
    return new Uint8Array(buffer, byteOffset, length);
  } finally {
    closeSync(descriptor);
  }
}

/** Node reads and writes at most 2 GiB at once. */
const PART = 2 ** 30;

/** Reads a file of a known size; what somebody cuts off meanwhile is missing from the bytes. */
export function readInParts(descriptor: number, size: number, part: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let length = 0;
  for (;;) {
    const read = readSync(descriptor, bytes, length, Math.min(part, size - length), null);
    length += read;
    if (read === 0 || length === size) return bytes.subarray(0, length);
  }
}

/** `readSafetensors` of a file. @throws FileError, DataError */
export function loadSafetensors(path: string): ReadSafetensors {
  return readSafetensors(readBytes(path), { file: path, inPlace: true });
}

/**
 * `readModel` of a file: the model, and how to use it on data as they come. @throws FileError, DataError
 * @example
 * const { predictClasses } = loadModel('model.safetensors');
 */
export function loadModel(path: string): Predictor {
  return readModel(readBytes(path), { file: path, inPlace: true });
}

/** `readNpy` of a file. @throws FileError, DataError */
export function loadNpy(path: string): Tensor {
  return readNpy(readBytes(path), { file: path, inPlace: true });
}

/** `readNpz` of a file, compressed or not. @throws FileError, DataError */
export function loadNpz(
  path: string,
  options: Omit<ReadNpzOptions, 'file' | 'inflate' | 'inPlace'> = {},
): ReadNpz {
  checkArgument('loadNpz.options', options, record);
  const inflate = (compressed: Uint8Array, size: number): Uint8Array =>
    zlib.inflateRawSync(compressed, { maxOutputLength: Math.max(size, 1) });
  // A few of many arrays would keep the whole file in memory.
  const inPlace = options.names === undefined;
  return readNpz(readBytes(path), { inflate, inPlace, ...options, file: path });
}

/** `readIdx` of a file, compressed by gzip (as MNIST comes) or not. @throws FileError, DataError */
export function loadIdx(path: string): Tensor {
  const bytes = readBytes(path);
  const compressed = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return readIdx(compressed ? gunzip(path, bytes) : bytes, { file: path, inPlace: true });
}

/** `readCsv` of a file. @throws FileError, DataError, OptionError */
export function loadCsv(path: string, options: Omit<CsvOptions, 'file'>): ReadCsv {
  checkArgument('loadCsv.options', options, record);
  return readCsv(readBytes(path), { ...options, file: path });
}

/**
 * `readCsvWith` of a file. @throws FileError, DataError
 * @example loadCsvWith(loadModel('model.safetensors'), 'data.csv', { inputsOnly: true }).inputs
 */
export function loadCsvWith(
  from: CsvSchema | WithSchema,
  path: string,
  options: Omit<CsvWithOptions, 'file'> = {},
): ReadCsvWith {
  checkArgument('loadCsvWith.options', options, record);
  return readCsvWith(from, readBytes(path), { ...options, file: path });
}

function gunzip(path: string, bytes: Uint8Array): Uint8Array {
  try {
    return zlib.gunzipSync(bytes, { maxOutputLength: MAX_UNPACKED });
  } catch (cause) {
    throw new DataError(
      {
        where: `loadIdx ${path}`,
        expected: `whole gzip data of at most ${MAX_UNPACKED} bytes`,
        received: String(cause),
        remedy: 'Copy or download the file again.',
      },
      { cause },
    );
  }
}
