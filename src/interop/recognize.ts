/** Which format a file has, by what is in it. */
import { describe } from '../errors/describe.ts';
import { DataError } from '../errors/errors.ts';
import { viewOf } from '../formats/bytes.ts';
import type { ImportFormat } from './imported.ts';

/** How far in names of entries of an archive are looked for. */
const HEAD = 4096;

/** @throws DataError for formats that are none of these, by name where they are known */
export function recognize(where: string, bytes: Uint8Array): ImportFormat {
  const head = String.fromCharCode(...bytes.subarray(0, HEAD));
  if (head.startsWith('PK\x03\x04')) {
    if (head.includes('data.pkl')) return 'pytorch';
    if (head.includes('.npy')) throw other(where, 'a zip archive of arrays (.npz)');
    throw other(where, 'a zip archive of something else');
  }
  if (bytes.length > 9 && head[8] === '{') {
    const length = viewOf(bytes).getUint32(0, true);
    if (8 + length <= bytes.length) return 'safetensors';
  }
  if (head.startsWith('\x89HDF\r\n\x1a\n')) throw other(where, 'HDF5');
  if (head.startsWith('\x80')) throw other(where, 'a pickle');
  if (head.startsWith('{')) throw other(where, 'JSON');
  // The first field of a model is the version of the format, a whole number below 128.
  if (bytes[0] === 8 && bytes[1] < 128) return 'onnx';
  throw other(where, `bytes that begin with ${describe(head.slice(0, 8))}`);
}

const REMEDIES: Readonly<Record<string, string>> = {
  HDF5: 'Convert it with tf2onnx, and import the ONNX file.',
  'a pickle':
    'Of PyTorch before 1.6: load it there and save it again. Of scikit-learn: export it with skl2onnx.',
};

function other(where: string, received: string): DataError {
  return new DataError({
    where,
    expected: 'ONNX, or a state_dict of PyTorch (.pt, .safetensors)',
    received,
    remedy: REMEDIES[received] ?? 'Export the model as ONNX.',
  });
}
