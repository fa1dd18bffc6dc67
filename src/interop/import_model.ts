/** The door for models of other systems. */
import { anything, array, optional, readOptions, string } from '../errors/options.ts';
import { checkBytes, place, type ReadOptions } from '../formats/bytes.ts';
import type { Model } from '../nn/sequential.ts';
import type { ImportedModel } from './imported.ts';
import { importOnnx } from './onnx/import.ts';
import { importStateDict } from './pytorch/import.ts';
import { recognize } from './recognize.ts';

export interface ImportOptions extends ReadOptions {
  /** For files that hold tensors only: a model with the layers that they belong to. It stays as it is. */
  readonly model?: Model;
  /** For the same: the names of the modules in PyTorch, in the order of our layers with parameters. */
  readonly modules?: readonly string[];
}

/**
 * A model from the file of another system, recognized by what is in it: ONNX, a `state_dict` of PyTorch
 * (`.pt`, `.safetensors`). What was matched, renamed, transposed, converted or
 * left out, and which numbers differ from the usual ones, stands in its `report`.
 *
 * The result can be saved as it is: `writeModel(imported.model, imported)` keeps scalers and names.
 * @throws DataError for anything that is not understood, by name; then nothing is loaded
 * @throws OptionError where the file holds tensors only and no `model` is given
 * @example const { model, scalers, report } = importModel(bytes);
 */
export function importModel(bytes: Uint8Array, options: ImportOptions = {}): ImportedModel {
  const { file, model, modules } = readOptions<ImportOptions>('importModel', options, {
    file: optional(string),
    model: optional(anything),
    modules: optional(array),
  });
  const where = place('importModel', file === undefined ? {} : { file });
  checkBytes(where, bytes);
  const format = recognize(where, bytes);
  if (format === 'onnx') return importOnnx(where, bytes);
  return importStateDict(where, { bytes, format, model, modules });
}
