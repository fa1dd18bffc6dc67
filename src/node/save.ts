/** Writing files, whole or not at all: the writers of `epochal/persistence`, by path. */

import { deflateRawSync } from 'node:zlib';
import { boolean, optional, readOptions, string, withDefault } from '../errors/options.ts';
import type { Model } from '../nn/sequential.ts';
import {
  type CsvValues,
  type IdxType,
  type ModelExtras,
  type NamedTensors,
  type Predictor,
  type Safetensors,
  writeCsv,
  writeIdx,
  writeModel,
  writeNpy,
  writeNpz,
  writeSafetensors,
} from '../persistence/index.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { isReadable } from './is_readable.ts';
import { loadIdx, loadModel, loadNpy, loadNpz, loadSafetensors } from './load.ts';
import { type WriteOptions, writeFileAtomically } from './write_atomically.ts';

export interface SaveOptions {
  /**
   * Keeps what was there before as the `previousGeneration`, unless it cannot be read any more and the
   * previous generation can; default false.
   */
  readonly keepPrevious?: boolean | undefined;
}

const keepPrevious = withDefault<boolean>(boolean, false);

/** `writeSafetensors` to a file. @throws FileError, OptionError; then the file is as it was */
export function saveSafetensors(
  path: string,
  contents: Pick<Safetensors, 'tensors'> & Partial<Safetensors>,
  options?: SaveOptions,
): void {
  writeFileAtomically(
    path,
    writeSafetensors(contents),
    keeping('saveSafetensors', loadSafetensors, options),
  );
}

/** `writeNpy` to a file. @throws FileError; then the file is as it was */
export function saveNpy(path: string, tensor: Tensor, options?: SaveOptions): void {
  writeFileAtomically(path, writeNpy(tensor), keeping('saveNpy', loadNpy, options));
}

/**
 * `writeModel` to a file.
 * @param model or a predictor, which has the extras with it
 * @param extras what is needed to use the model on data as they come, such as `{ scalers, schema }`
 * @throws FileError, OptionError; then the file is as it was
 * @example saveModel('model.safetensors', model, { scalers: [scaler], schema });
 */
export function saveModel(
  path: string,
  model: Model | Predictor,
  extras?: ModelExtras,
  options?: SaveOptions,
): void {
  writeFileAtomically(path, writeModel(model, extras), keeping('saveModel', loadModel, options));
}

/**
 * `writeNpz` to a file.
 * @param options compress: as `numpy.savez_compressed` does; default false
 * @throws FileError, OptionError; then the file is as it was
 */
export function saveNpz(
  path: string,
  tensors: NamedTensors,
  options?: SaveOptions & { readonly compress?: boolean },
): void {
  const { compress, ...rest } = readOptions<Required<SaveOptions> & { compress: boolean }>(
    'saveNpz',
    options,
    { keepPrevious, compress: withDefault(boolean, false) },
  );
  const deflate = compress ? (contents: Uint8Array) => deflateRawSync(contents) : undefined;
  writeFileAtomically(path, writeNpz(tensors, { deflate }), keeping('saveNpz', loadNpz, rest));
}

/** `writeIdx` to a file. @throws FileError, OptionError; then the file is as it was */
export function saveIdx(
  path: string,
  tensor: Tensor,
  options?: SaveOptions & { readonly type?: IdxType },
): void {
  const { type, ...rest } = readOptions<Required<SaveOptions> & { type?: IdxType }>(
    'saveIdx',
    options,
    { keepPrevious, type: optional(string) },
  );
  writeFileAtomically(path, writeIdx(tensor, { type }), keeping('saveIdx', loadIdx, rest));
}

/** `writeCsv` to a file. @throws FileError, OptionError; then the file is as it was */
export function saveCsv(
  path: string,
  columns: Iterable<readonly [name: string, values: CsvValues]>,
  options?: SaveOptions & { readonly delimiter?: string },
): void {
  const { delimiter, ...rest } = readOptions<Required<SaveOptions> & { delimiter?: string }>(
    'saveCsv',
    options,
    { keepPrevious, delimiter: optional(string) },
  );
  const text = writeCsv(columns, { delimiter });
  writeFileAtomically(path, new TextEncoder().encode(text), rest);
}

/** @param load reads a file of that format, or refuses it */
function keeping(
  where: string,
  load: (path: string) => unknown,
  options: SaveOptions | undefined,
): Pick<WriteOptions, 'keepPrevious'> {
  const read = readOptions<Required<SaveOptions>>(where, options, { keepPrevious });
  return { keepPrevious: read.keepPrevious && ((path) => isReadable(path, load)) };
}
