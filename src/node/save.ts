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
import { type WriteOptions, writeFileAtomically } from './write_atomically.ts';

export type SaveOptions = Pick<WriteOptions, 'keepPrevious'>;

/** `writeSafetensors` to a file. @throws FileError, OptionError; then the file is as it was */
export function saveSafetensors(
  path: string,
  contents: Pick<Safetensors, 'tensors'> & Partial<Safetensors>,
  options?: SaveOptions,
): void {
  writeFileAtomically(path, writeSafetensors(contents), options);
}

/** `writeNpy` to a file. @throws FileError; then the file is as it was */
export function saveNpy(path: string, tensor: Tensor, options?: SaveOptions): void {
  writeFileAtomically(path, writeNpy(tensor), options);
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
  writeFileAtomically(path, writeModel(model, extras), options);
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
  writeFileAtomically(path, writeNpz(tensors, { deflate }), options);
}

/** `writeIdx` to a file. @throws FileError, OptionError; then the file is as it was */
export function saveIdx(
  path: string,
  tensor: Tensor,
  { type, ...options }: SaveOptions & { readonly type?: IdxType } = {},
): void {
  writeFileAtomically(path, writeIdx(tensor, { type }), options);
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
