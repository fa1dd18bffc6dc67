/** The door for models of other systems. */
import { OptionError } from '../errors/errors.ts';
import {
  boolean,
  callable,
  oneOf,
  optional,
  readOptions,
  record,
  string,
  strings,
} from '../errors/options.ts';
import { checkBytes, place, type ReadTensorOptions } from '../formats/bytes.ts';
import type { Inflate } from '../formats/zip/unpack.ts';
import { modelRule } from '../nn/check_model.ts';
import type { Model } from '../nn/sequential.ts';
import type { ImportedModel } from './imported.ts';
import { importKeras } from './keras/import.ts';
import { importOnnx } from './onnx/import.ts';
import { importStateDict } from './pytorch/import.ts';
import { PYTORCH_OPTIMIZERS } from './pytorch/optimizer_kinds.ts';
import { recognize } from './recognize.ts';
import { importSklearn } from './sklearn/import.ts';
import { importTfjs } from './tfjs/import.ts';
import type { Files } from './tfjs/weights.ts';

export interface ImportOptions extends ReadTensorOptions {
  /** For files that hold tensors only: a model with the layers that they belong to. It stays as it is. */
  readonly model?: Model;
  /** For the same: the names of the modules in PyTorch, in the order of our layers with parameters. */
  readonly modules?: readonly string[];
  /**
   * For files of PyTorch with the state of an optimizer whose settings are those of several: its name. With decay
   * `adam` and `adamW` are told apart by newer files only.
   */
  readonly optimizer?: string | undefined;
  /** Undoes raw deflate, for archives that are compressed, such as those of `savez_compressed`; see `readNpz`. */
  readonly inflate?: Inflate | undefined;
}

/**
 * A model from the file of another system, recognized by what is in it: ONNX; Keras 2 and 3 (`.keras`,
 * `.h5`, `.weights.h5`); `model.json` of TensorFlow.js with its binary files; a `state_dict` of PyTorch
 * (`.pt`, `.safetensors`); a network of scikit-learn (`.npz`, `.skops`). What was matched, renamed, transposed,
 * converted or left out, and which numbers differ from the usual ones, stands in its `report`.
 *
 * The result can be saved as it is: `writeModel(imported.model, imported)` keeps scalers and names.
 * @param source the bytes of the file; or files by name, where a model is in several
 * @throws DataError for anything that is not understood, by name; then nothing is loaded
 * @throws OptionError where the file holds tensors only and no `model` is given
 * @example const { model, scalers, report } = importModel(bytes);
 * @example importModel({ 'model.json': json, 'group1-shard1of1.bin': weights })
 */
export function importModel(
  source: Uint8Array | Files,
  options: ImportOptions = {},
): ImportedModel {
  const {
    file,
    model,
    modules,
    optimizer,
    inflate,
    inPlace = false,
  } = readOptions<ImportOptions>('importModel', options, {
    file: optional(string),
    model: optional(modelRule),
    modules: optional(strings),
    optimizer: optional(oneOf(...PYTORCH_OPTIMIZERS)),
    inflate: optional(callable),
    inPlace: optional(boolean),
  });
  const where = place('importModel', file === undefined ? {} : { file });
  const files = filesOf(where, source);
  const bytes = mainOf(where, files);
  const format = recognize(where, bytes);
  if (format === 'onnx') return importOnnx(where, bytes, inPlace);
  if (format === 'keras') return importKeras(where, { bytes, inflate, model });
  if (format === 'tfjs') return importTfjs(where, bytes, files);
  if (format === 'sklearn' || format === 'skops') {
    return importSklearn(where, { bytes, format, inflate });
  }
  return importStateDict(where, { bytes, format, model, modules, optimizer, inPlace });
}

function filesOf(where: string, source: unknown): Files {
  if (!record.accepts(source)) {
    checkBytes(where, source);
    return { [where]: source };
  }
  const files = source as Files;
  for (const [name, bytes] of Object.entries(files)) checkBytes(`${where}, ${name}`, bytes);
  return files;
}

/** Of several files the one in JSON; the others are what it names. */
function mainOf(where: string, files: Files): Uint8Array {
  const all = Object.entries(files);
  const found = all.length === 1 ? all[0] : all.find(([name]) => name.endsWith('.json'));
  if (found !== undefined) return found[1];
  throw new OptionError({
    where,
    expected: 'one file, or model.json and the files that it names',
    received: all.map(([name]) => name).join(', ') || 'none',
    remedy:
      "Give the bytes of the file, or { 'model.json': json, 'group1-shard1of1.bin': weights }.",
  });
}
