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
  type ModelWithExtras,
} from '../interop/index.ts';
import { formatOf } from '../interop/recognize.ts';
import { shardNames } from '../interop/tfjs/weights.ts';
import type { Model } from '../nn/sequential.ts';
import { checkPath } from './check_path.ts';
import { readBytes } from './load.ts';
import { writeFileAtomically } from './write_atomically.ts';

/** What endings of names mean. */
export const FORMATS: Readonly<Record<string, ExportOptions['to']>> = {
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

/** What `importModel` takes: the file, or `model.json` of TensorFlow.js with what it names that is beside it. */
export function modelSource(
  path: string,
  bytes: Uint8Array,
): Uint8Array | Record<string, Uint8Array> {
  if (formatOf(bytes) !== 'tfjs') return bytes;
  const names = shardNames(path, bytes).filter((name) => basename(name) === name);
  const found = names.map((name) => [name, join(dirname(path), name)] as const);
  return {
    [`${basename(path, '.json')}.json`]: bytes,
    ...Object.fromEntries(
      found.filter(([, at]) => existsSync(at)).map(([name, at]) => [name, readBytes(at)]),
    ),
  };
}

/** The format that the ending of a path stands for. */
export function formatByEnding(path: string): ExportOptions['to'] | undefined {
  const ending = Object.keys(FORMATS).find((one) => path.toLowerCase().endsWith(one));
  return ending === undefined ? undefined : FORMATS[ending];
}

/**
 * Writes what `exportModel` gives: a file, or `model.json` at the path and the others beside it.
 * @returns what was written, that of the path first
 */
export function writeExported(
  path: string,
  written: ReturnType<typeof exportModel>,
): readonly (readonly [path: string, bytes: Uint8Array])[] {
  const files =
    written instanceof Uint8Array
      ? [[path, written] as const]
      : Object.entries(written).map(
          ([name, bytes]) =>
            [name === 'model.json' ? path : join(dirname(path), name), bytes] as const,
        );
  const sorted = files.toSorted(([a], [b]) => Number(b === path) - Number(a === path));
  // What names the others comes last: until then what was there is as it was.
  for (const [at, bytes] of sorted.toReversed()) writeFileAtomically(at, bytes);
  return sorted;
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
  return importModel(modelSource(path, readBytes(path)), {
    ...{ inflate, inPlace: true, ...options },
    file: path,
  });
}

/**
 * `exportModel` to a file, whose ending says the format where `to` does not: `.onnx`, `.pt`, `.safetensors` (a
 * `state_dict`), `.npz` (for scikit-learn), `.keras`, `.weights.h5`, `.json` (for TensorFlow.js: the binary files
 * are written beside it).
 * @throws FileError, OptionError; then the file is as it was
 * @param source a model, or a predictor or an imported model, whose scalers and names go with it
 * @example exportModelFile('model.onnx', model, { scalers: [scaler] });
 */
export function exportModelFile(
  path: string,
  source: Model | ModelWithExtras,
  options: Omit<ExportOptions, 'to'> & Partial<Pick<ExportOptions, 'to'>> = {},
): void {
  checkPath('writing', path);
  checkArgument('exportModelFile.options', options, record);
  const to = options.to === undefined ? formatByEnding(path) : options.to;
  if (to === undefined) {
    throw new OptionError({
      where: 'exportModelFile',
      expected: `a path that ends in ${Object.keys(FORMATS).join(', ')}, or the format`,
      received: describe(path),
      remedy: "Say which: { to: 'onnx' }.",
    });
  }
  writeExported(path, exportModel(source, { ...options, to }));
}
