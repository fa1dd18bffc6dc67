/** Models of other systems by path: `importModel` and `exportModel` of `epochal/interop`. */
import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { describe } from '../errors/describe.ts';
import { OptionError } from '../errors/errors.ts';
import { checkArgument, record } from '../errors/options.ts';
import {
  type ExportOptions,
  exportModel,
  type ImportedModel,
  type ImportOptions,
  importModel,
} from '../interop/index.ts';
import { formatOf } from '../interop/recognize.ts';
import { shardNames } from '../interop/tfjs/weights.ts';
import type { Model } from '../nn/sequential.ts';
import { checkPath } from './check_path.ts';
import { readBytes } from './load.ts';
import { writeFileAtomically } from './write_atomically.ts';

/** What endings of names mean. */
const FORMATS: Readonly<Record<string, ExportOptions['to']>> = {
  '.onnx': 'onnx',
  '.pt': 'pytorch',
  '.pth': 'pytorch',
  '.safetensors': 'safetensors',
  '.npz': 'sklearn',
  '.keras': 'keras',
  '.weights.h5': 'kerasWeights',
  '.json': 'tfjs',
};

/** Undoes raw deflate, giving no more than was claimed. */
export const inflate = (compressed: Uint8Array, size: number): Uint8Array =>
  inflateRawSync(compressed, { maxOutputLength: Math.max(size, 1) });

/** `model.json` of TensorFlow.js, and those of the files that it names that are beside it. */
export function withShards(path: string, bytes: Uint8Array): Record<string, Uint8Array> {
  const names = shardNames(path, bytes).filter((name) => basename(name) === name);
  const found = names.map((name) => [name, join(dirname(path), name)] as const);
  return {
    [`${basename(path, '.json')}.json`]: bytes,
    ...Object.fromEntries(
      found.filter(([, at]) => existsSync(at)).map(([name, at]) => [name, readBytes(at)]),
    ),
  };
}

/**
 * `importModel` of a file, compressed or not. @throws FileError, DataError, OptionError
 * @example const { model, report } = importModelFile('network.onnx');
 */
export function importModelFile(
  path: string,
  options: Omit<ImportOptions, 'file' | 'inflate' | 'inPlace'> = {},
): ImportedModel {
  checkArgument('importModelFile.options', options, record);
  const bytes = readBytes(path);
  const source = formatOf(bytes) === 'tfjs' ? withShards(path, bytes) : bytes;
  return importModel(source, { inflate, inPlace: true, ...options, file: path });
}

/**
 * `exportModel` to a file, whose ending says the format where `to` does not: `.onnx`, `.pt`, `.safetensors` (a
 * `state_dict`), `.npz` (for scikit-learn), `.keras`, `.weights.h5`, `.json` (for TensorFlow.js: the binary files
 * are written beside it).
 * @throws FileError, OptionError; then the file is as it was
 * @example exportModelFile('model.onnx', model, { scalers: [scaler] });
 */
export function exportModelFile(
  path: string,
  model: Model,
  options: Omit<ExportOptions, 'to'> & Partial<Pick<ExportOptions, 'to'>> = {},
): void {
  checkPath('writing', path);
  checkArgument('exportModelFile.options', options, record);
  const ending = Object.keys(FORMATS).find((one) => path.toLowerCase().endsWith(one));
  const byEnding = ending === undefined ? undefined : FORMATS[ending];
  const to = options.to === undefined ? byEnding : options.to;
  if (to === undefined) {
    throw new OptionError({
      where: 'exportModelFile',
      expected: `a path that ends in ${Object.keys(FORMATS).join(', ')}, or the format`,
      received: describe(path),
      remedy: "Say which: { to: 'onnx' }.",
    });
  }
  const written = exportModel(model, { ...options, to });
  if (written instanceof Uint8Array) {
    writeFileAtomically(path, written);
    return;
  }
  const { 'model.json': description, ...shards } = written;
  // What names the others comes last: until then what was there is as it was.
  for (const [name, bytes] of Object.entries(shards)) {
    writeFileAtomically(join(dirname(path), name), bytes);
  }
  writeFileAtomically(path, description);
}
