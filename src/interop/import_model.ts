/** The door for models of other systems. */
import {
  anything,
  array,
  boolean,
  callable,
  optional,
  readOptions,
  string,
} from '../errors/options.ts';
import { checkBytes, place, type ReadTensorOptions } from '../formats/bytes.ts';
import type { Inflate } from '../formats/zip/unpack.ts';
import type { Model } from '../nn/sequential.ts';
import type { ImportedModel } from './imported.ts';
import { importOnnx } from './onnx/import.ts';
import { importStateDict } from './pytorch/import.ts';
import { recognize } from './recognize.ts';
import { importSklearn } from './sklearn/import.ts';

export interface ImportOptions extends ReadTensorOptions {
  /** For files that hold tensors only: a model with the layers that they belong to. It stays as it is. */
  readonly model?: Model;
  /** For the same: the names of the modules in PyTorch, in the order of our layers with parameters. */
  readonly modules?: readonly string[];
  /** For archives that are compressed, such as those of `savez_compressed`; see `readNpz`. */
  readonly inflate?: Inflate | undefined;
}

/**
 * A model from the file of another system, recognized by what is in it: ONNX, a `state_dict` of PyTorch
 * (`.pt`, `.safetensors`), a network of scikit-learn (`.npz`, `.skops`). What was matched, renamed, transposed, converted or
 * left out, and which numbers differ from the usual ones, stands in its `report`.
 *
 * The result can be saved as it is: `writeModel(imported.model, imported)` keeps scalers and names.
 * @throws DataError for anything that is not understood, by name; then nothing is loaded
 * @throws OptionError where the file holds tensors only and no `model` is given
 * @example const { model, scalers, report } = importModel(bytes);
 */
export function importModel(bytes: Uint8Array, options: ImportOptions = {}): ImportedModel {
  const {
    file,
    model,
    modules,
    inflate,
    inPlace = false,
  } = readOptions<ImportOptions>('importModel', options, {
    file: optional(string),
    model: optional(anything),
    modules: optional(array),
    inflate: optional(callable),
    inPlace: optional(boolean),
  });
  const where = place('importModel', file === undefined ? {} : { file });
  checkBytes(where, bytes);
  const format = recognize(where, bytes);
  if (format === 'onnx') return importOnnx(where, bytes, inPlace);
  if (format === 'sklearn' || format === 'skops') {
    return importSklearn(where, { bytes, format, inflate });
  }
  return importStateDict(where, { bytes, format, model, modules, inPlace });
}
