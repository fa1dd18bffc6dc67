/** Models of other systems by path: `importModel` and `exportModel` of `epochal/interop`. */
import { extname } from 'node:path';
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
};

/** Undoes raw deflate, giving no more than was claimed. */
export const inflate = (compressed: Uint8Array, size: number): Uint8Array =>
  inflateRawSync(compressed, { maxOutputLength: Math.max(size, 1) });

/**
 * `importModel` of a file, compressed or not. @throws FileError, DataError, OptionError
 * @example const { model, report } = importModelFile('network.onnx');
 */
export function importModelFile(
  path: string,
  options: Omit<ImportOptions, 'file' | 'inflate' | 'inPlace'> = {},
): ImportedModel {
  checkArgument('importModelFile.options', options, record);
  return importModel(readBytes(path), { inflate, inPlace: true, ...options, file: path });
}

/**
 * `exportModel` to a file, whose ending says the format where `to` does not: `.onnx`, `.pt`,
 * `.safetensors` (a `state_dict`), `.npz` (for scikit-learn).
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
  const to = options.to === undefined ? FORMATS[extname(path).toLowerCase()] : options.to;
  if (to === undefined) {
    throw new OptionError({
      where: 'exportModelFile',
      expected: `a path that ends in ${Object.keys(FORMATS).join(', ')}, or the format`,
      received: describe(path),
      remedy: "Say which: { to: 'onnx' }.",
    });
  }
  writeFileAtomically(path, exportModel(model, { ...options, to }));
}
