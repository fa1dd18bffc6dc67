/** The safetensors format: named tensors and texts in one file, which nothing can run from. */

import { describe } from '../../errors/describe.ts';
import { OptionError } from '../../errors/errors.ts';
import { readOptions, record, withDefault } from '../../errors/options.ts';
import type { Dtype } from '../../tensor/dtype.ts';
import { type Tensor, tensorOver } from '../../tensor/tensor.ts';
import { checkBytes, type ReadTensorOptions, readingOf, viewOf } from '../bytes.ts';
import { checkNamed, type NamedTensors, tensorsRule } from '../named.ts';
import { decodeStorage, encodeNumbers, UnheldError } from '../numbers.ts';
import { encodeText, isWellFormed } from '../text.ts';
import { MAX_HEADER, METADATA, readHeader } from './header.ts';

export interface Safetensors {
  readonly tensors: NamedTensors;
  readonly metadata: Readonly<Record<string, string>>;
}

export interface ReadSafetensors extends Safetensors {
  /**
   * The dtype that each tensor has in the file, such as `F32`. F16, BF16, F8_E4M3, F8_E5M2 and F8_E8M0
   * are read as float32, and BOOL, I8, U8, I16, U16, U32, I64 and U64 as int32, all of them exactly.
   */
  readonly storedAs: Readonly<Record<string, string>>;
  /**
   * Tensors that were not read, and why: complex numbers, those of 4 and 6 bits, and whole numbers of
   * which one is beyond int32.
   */
  readonly skipped: Readonly<Record<string, string>>;
}

/**
 * The tensors of a safetensors file, in memory of their own unless `inPlace`.
 *
 * Strict where the reference implementation is: the data without gap and overlap, dtypes, shapes and
 * offsets that agree, all checked before memory is taken for them. Names and keys stand once.
 *
 * @throws DataError for bytes that are not a whole and consistent file
 * @see https://huggingface.co/docs/safetensors
 * @example model.loadState(readSafetensors(bytes).tensors);
 */
export function readSafetensors(
  bytes: Uint8Array,
  options: ReadTensorOptions = {},
): ReadSafetensors {
  const { where, inPlace } = readingOf('readSafetensors', options);
  checkBytes(where, bytes);
  const { entries, metadata } = readHeader(where, bytes);
  const tensors: Record<string, Tensor> = Object.create(null);
  const storedAs: Record<string, string> = Object.create(null);
  const skipped: Record<string, string> = Object.create(null);
  for (const { name, stored, format, shape, begin, end } of entries) {
    const at = `${where}, tensor ${describe(name)}`;
    storedAs[name] = stored;
    try {
      if (format === undefined) throw unknownNumbers(at, stored);
      const storage = decodeStorage(at, bytes.subarray(begin, end), format, true, inPlace);
      tensors[name] = tensorOver(storage, shape);
    } catch (error) {
      if (!(error instanceof UnheldError)) throw error;
      skipped[name] = error.received;
    }
  }
  return { tensors, metadata, storedAs, skipped };
}

function unknownNumbers(where: string, stored: string): UnheldError {
  return new UnheldError({
    where,
    expected: 'real numbers of 8 bits or more',
    received: stored,
    remedy: 'Convert it before it is saved, for example to float32.',
  });
}

const storedNames: Readonly<Record<Dtype, string>> = {
  float64: 'F64',
  float32: 'F32',
  int32: 'I32',
};

/**
 * Tensors, and texts about them, as the bytes of a safetensors file. The same content gives the same
 * bytes, whatever the order of the names: float64 first, then float32, then int32, each by name, so
 * that all data are aligned.
 *
 * @throws OptionError for a name or text that no file can hold
 * @example writeSafetensors({ tensors: model.state(), metadata: { author: 'me' } })
 */
export function writeSafetensors(contents: {
  readonly tensors: NamedTensors;
  readonly metadata?: Readonly<Record<string, string>>;
}): Uint8Array<ArrayBuffer> {
  const { tensors, metadata } = readOptions<Safetensors>('writeSafetensors', contents, {
    tensors: tensorsRule,
    metadata: withDefault<Safetensors['metadata']>(record, {}),
  });
  const named = Object.entries(tensors);
  for (const [name, tensor] of named) checkNamed('writeSafetensors.tensors', name, tensor);
  if (Object.hasOwn(tensors, METADATA)) {
    throw new OptionError({
      where: 'writeSafetensors.tensors',
      expected: `tensors under other names than ${METADATA}, where the format keeps its texts`,
      received: METADATA,
      remedy: 'Rename this tensor.',
    });
  }
  Object.entries(metadata).forEach(checkText);
  named.sort(
    ([a, { dtype: first }], [b, { dtype: second }]) =>
      rank(second) - rank(first) || (a < b ? -1 : 1),
  );
  const header: [string, unknown][] = [];
  const texts = Object.entries(metadata).sort(([a], [b]) => (a < b ? -1 : 1));
  if (texts.length > 0) header.push([METADATA, Object.fromEntries(texts)]);
  let end = 0;
  for (const [name, { dtype, shape, size }] of named) {
    const begin = end;
    end += size * bytesOf[dtype];
    header.push([name, { dtype: storedNames[dtype], shape, data_offsets: [begin, end] }]);
  }
  const json = encodeText(JSON.stringify(Object.fromEntries(header)));
  const length = Math.ceil(json.length / 8) * 8;
  checkSize(length, 8 + length + end);
  const bytes = new Uint8Array(8 + length + end);
  viewOf(bytes).setBigUint64(0, BigInt(length), true);
  bytes.fill(0x20, 8, 8 + length); // spaces, so that the data start aligned
  bytes.set(json, 8);
  let at = 8 + length;
  for (const [, tensor] of named) {
    const data = encodeNumbers(tensor.toTypedArray(), tensor.dtype, true);
    bytes.set(data, at);
    at += data.length;
  }
  return bytes;
}

const bytesOf: Readonly<Record<Dtype, number>> = { float64: 8, float32: 4, int32: 4 };

/** As many bytes as an array has in the engines of today; what is larger could not be read at once. */
const MAX_FILE = 2 ** 32;

/** Nothing is written that `readSafetensors` would refuse. */
function checkSize(header: number, file: number): void {
  if (header <= MAX_HEADER && file <= MAX_FILE) return;
  throw new OptionError({
    where: 'writeSafetensors',
    expected: `at most ${MAX_HEADER} bytes of names and texts, and ${MAX_FILE} in all`,
    received: `${header} and ${file}`,
    remedy: 'Write it as several files.',
  });
}

function rank(dtype: Dtype): number {
  return dtype === 'float64' ? 2 : dtype === 'float32' ? 1 : 0;
}

function checkText([key, text]: [string, unknown]): void {
  if (typeof text === 'string' && isWellFormed(key) && isWellFormed(text)) return;
  throw new OptionError({
    where: `writeSafetensors.metadata, ${describe(key)}`,
    expected: 'a text in Unicode',
    received: describe(text),
    remedy: 'Use JSON.stringify for anything but texts.',
  });
}
