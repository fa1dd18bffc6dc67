/** Writing files, whole or not at all: the writers of `epochal/persistence`, by path. */
import { deflateRawSync } from 'node:zlib';
import type { Model } from '../nn/sequential.ts';
import {
  type CsvValues,
  type IdxType,
  type ModelExtras,
  type NamedTensors,
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
  readonly keepPrevious?: boolean;
}

/** `writeSafetensors` to a file. @throws FileError, OptionError; then the file is as it was */
export function saveSafetensors(
  path: string,
  contents: Pick<Safetensors, 'tensors'> & Partial<Safetensors>,
  options?: SaveOptions,
): void {
  writeFileAtomically(path, writeSafetensors(contents), keeping(loadSafetensors, options));
}

/** `writeNpy` to a file. @throws FileError; then the file is as it was */
export function saveNpy(path: string, tensor: Tensor, options?: SaveOptions): void {
  writeFileAtomically(path, writeNpy(tensor), keeping(loadNpy, options));
}

/**
 * `writeModel` to a file.
 * @param extras what is needed to use the model on data as they come, such as `{ scalers, schema }`
 * @throws FileError, OptionError; then the file is as it was
 * @example saveModel('model.safetensors', model, { scalers: [scaler], schema });
 */
export function saveModel(
  path: string,
  model: Model,
  extras?: ModelExtras,
  options?: SaveOptions,
): void {
  writeFileAtomically(path, writeModel(model, extras), keeping(loadModel, options));
}

/**
 * `writeNpz` to a file.
 * @param options compress: as `numpy.savez_compressed` does; default false
 * @throws FileError, OptionError; then the file is as it was
 */
export function saveNpz(
  path: string,
  tensors: NamedTensors,
  { compress = false, ...options }: SaveOptions & { readonly compress?: boolean } = {},
): void {
  const deflate = compress ? (contents: Uint8Array) => deflateRawSync(contents) : undefined;
  writeFileAtomically(path, writeNpz(tensors, { deflate }), keeping(loadNpz, options));
}

/** `writeIdx` to a file. @throws FileError, OptionError; then the file is as it was */
export function saveIdx(
  path: string,
  tensor: Tensor,
  { type, ...options }: SaveOptions & { readonly type?: IdxType } = {},
): void {
  writeFileAtomically(path, writeIdx(tensor, { type }), keeping(loadIdx, options));
}

/** `writeCsv` to a file. @throws FileError, OptionError; then the file is as it was */
export function saveCsv(
  path: string,
  columns: Iterable<readonly [name: string, values: CsvValues]>,
  { delimiter, ...options }: SaveOptions & { readonly delimiter?: string } = {},
): void {
  const text = writeCsv(columns, { delimiter });
  writeFileAtomically(path, new TextEncoder().encode(text), options);
}

/** @param load reads a file of that format, or refuses it */
function keeping(
  load: (path: string) => unknown,
  { keepPrevious = false }: SaveOptions = {},
): Pick<WriteOptions, 'keepPrevious'> {
  return { keepPrevious: keepPrevious && ((path) => isReadable(path, load)) };
}
