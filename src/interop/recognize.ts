/** Which format a file has, by what is in it. */
import { describe } from '../errors/describe.ts';
import { DataError } from '../errors/errors.ts';
import { viewOf } from '../formats/bytes.ts';
import { isHdf5 } from '../formats/hdf5/read.ts';
import { readDirectory } from '../formats/zip/directory.ts';
import type { ImportFormat } from './imported.ts';
import { ENTRY } from './sklearn/read_npz.ts';
import { SCHEMA } from './sklearn/read_skops.ts';

/** How far in names of entries of an archive are looked for. */
const HEAD = 4096;

/** Undefined for formats that are none of these. */
export function formatOf(bytes: Uint8Array): ImportFormat | undefined {
  const head = headOf(bytes);
  if (head.startsWith(ZIP)) {
    if (head.includes('data.pkl')) return 'pytorch';
    return KERAS_ENTRIES.some((name) => head.includes(name)) ? 'keras' : sklearnIn(bytes);
  }
  if (isHdf5(bytes)) return 'keras';
  if (bytes.length > 9 && head[8] === '{') {
    const length = viewOf(bytes).getUint32(0, true);
    if (8 + length <= bytes.length) return 'safetensors';
  }
  if (/^\s*\{/.test(head)) return 'tfjs';
  // The first field of a model is the version of the format, a whole number below 128.
  return bytes[0] === 8 && bytes[1] < 128 ? 'onnx' : undefined;
}

/** @throws DataError for formats that are none of these, by name where they are known */
export function recognize(where: string, bytes: Uint8Array): ImportFormat {
  const format = formatOf(bytes);
  if (format !== undefined) return format;
  const head = headOf(bytes);
  if (head.startsWith(ZIP)) {
    const isArrays = head.includes('.npy');
    throw other(
      where,
      isArrays ? 'a zip archive of arrays (.npz)' : 'a zip archive of other things',
    );
  }
  if (head.startsWith('\x80')) throw other(where, 'a pickle');
  throw other(where, `bytes that begin with ${describe(head.slice(0, 8))}`);
}

/** By the names of the entries, which stand at the end of an archive. */
function sklearnIn(bytes: Uint8Array): ImportFormat | undefined {
  try {
    const names = readDirectory('recognize', bytes).map(({ name }) => name);
    if (names.includes(SCHEMA)) return 'skops';
    return names.some((name) => ENTRY.test(name)) ? 'sklearn' : undefined;
  } catch {
    return undefined;
  }
}

const ZIP = 'PK\x03\x04';
/** Of an archive of Keras, in whichever order it was packed. */
const KERAS_ENTRIES = ['metadata.json', 'config.json', 'model.weights.h5'];

const headOf = (bytes: Uint8Array) => String.fromCharCode(...bytes.subarray(0, HEAD));

const REMEDIES: Readonly<Record<string, string>> = {
  'a pickle':
    'Of PyTorch before 1.6: load it there and save it again. Of scikit-learn: write it as .npz, by three lines of docs/scikit_learn.md.',
};

function other(where: string, received: string): DataError {
  return new DataError({
    where,
    expected:
      'a model of ONNX, Keras, TensorFlow.js or scikit-learn (.npz, .skops), or a state_dict of PyTorch (.pt, .safetensors)',
    received,
    remedy: REMEDIES[received] ?? 'Export the model as ONNX.',
  });
}
