/** What is in any file that is known: models, of this library and of others, training runs, tensors. */
import { statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { DataError } from '../../errors/errors.ts';
import { viewOf } from '../../formats/bytes.ts';
import { isHdf5, readHdf5 } from '../../formats/hdf5/read.ts';
import { readTorch } from '../../formats/pickle/torch.ts';
import { type ImportedTraining, type ImportReport, importModel } from '../../interop/index.ts';
import { formatOf } from '../../interop/recognize.ts';
import { modelFromJSON } from '../../nn/from_json.ts';
import type { Model } from '../../nn/sequential.ts';
import { inflate, modelSource } from '../../node/interop.ts';
import { loadIdx, readBytes } from '../../node/load.ts';
import {
  type NamedTensors,
  type Predictor,
  predictor,
  type ReadSafetensors,
  readCheckpoint,
  readModel,
  readNpy,
  readNpz,
  readSafetensors,
} from '../../persistence/index.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import { CHECKPOINT_FILE } from './checkpoints.ts';

export interface AnyFile {
  /** The file, or that of a folder which counts. */
  readonly path: string;
  readonly bytes: number;
  /** `a model of epochal`, `ONNX, written by pytorch 1.13.0` */
  readonly what: string;
  readonly tensors: NamedTensors;
  /** The dtypes that the tensors have in the file, where it says them. */
  readonly storedAs?: Readonly<Record<string, string>>;
  /** What was not read, and why. */
  readonly skipped: Readonly<Record<string, string>>;
  /** Texts of a file that holds tensors. */
  readonly texts: Readonly<Record<string, string>>;
  /** Where the file tells its layers. */
  readonly predictor?: Predictor;
  readonly report?: ImportReport;
  /** How another system says that it was trained. */
  readonly training?: ImportedTraining;
  /** Of a training run at rest. */
  readonly progress?: { readonly epoch: number; readonly iteration: number };
}

const NONE = { skipped: {}, texts: {} };
/** What an IDX or a table that is compressed may become. */
const MAX_UNPACKED = 2 ** 30;

/** @throws FileError, DataError; undefined for a file of another kind, such as a table */
export function readAnyFile(given: string): AnyFile | undefined {
  const isFolder = statSync(given, { throwIfNoEntry: false })?.isDirectory() ?? false;
  const path = isFolder ? join(given, CHECKPOINT_FILE) : given;
  const bytes = readBytes(path);
  const at = { path, bytes: bytes.length };
  const format = formatOf(bytes);
  if (format === 'safetensors') return { ...at, ...ofSafetensors(path, bytes) };
  if (format === 'pytorch') {
    const { tensors, ignored } = readTorch(path, bytes);
    const skipped = Object.fromEntries(ignored.map((name) => [name, 'no tensor']));
    return { ...at, ...NONE, what: 'a state_dict of PyTorch', tensors, skipped };
  }
  if (format !== undefined) {
    const weights = format === 'keras' ? weightsOf(path, bytes) : undefined;
    if (weights !== undefined) return { ...at, ...NONE, ...weights };
    const imported = importModel(modelSource(path, bytes), { file: path, inflate });
    const { report, model, training } = imported;
    const producer = report.producer === undefined ? '' : `, written by ${report.producer}`;
    const what = `${NAMES[format] ?? format}${producer}`;
    const made = predictor(model, imported);
    const from = { report, ...(training && { training }) };
    return { ...at, ...NONE, what, tensors: model.state(), predictor: made, ...from };
  }
  return ofArrays(path, bytes, at);
}

const NAMES: Readonly<Record<string, string>> = {
  onnx: 'ONNX',
  keras: 'Keras',
  tfjs: 'TensorFlow.js',
  sklearn: 'a network of scikit-learn',
  skops: 'a network of scikit-learn in skops',
};

function ofSafetensors(path: string, bytes: Uint8Array): Omit<AnyFile, 'path' | 'bytes'> {
  const { tensors, metadata, storedAs, skipped }: ReadSafetensors = readSafetensors(bytes, {
    file: path,
  });
  const read = { storedAs, skipped };
  const { format = '', architecture } = metadata;
  if (architecture !== undefined && format !== '') {
    const made = readModel(bytes, { file: path });
    return { ...read, what: 'a model', tensors, texts: made.metadata, predictor: made };
  }
  if (!format.startsWith('epochal checkpoint')) {
    return { ...read, what: 'tensors', tensors, texts: metadata };
  }
  const state = readCheckpoint(bytes, { file: path });
  const { model: description, loss } = state.recipe as Recipe;
  const { epoch, iteration } = state.progress;
  const rest = { ...NONE, what: 'a training run at rest', progress: { epoch, iteration } };
  const model = modelIn(description, state.model);
  if (model === undefined) return { ...rest, tensors: state.model };
  model.names = state.names;
  const name = typeof loss?.name === 'string' ? { loss: loss.name } : {};
  return { ...rest, tensors: state.model, predictor: predictor(model, name) };
}

/** What Keras saves as `.weights.h5`, and any other HDF5 that tells no layers. */
function weightsOf(
  path: string,
  bytes: Uint8Array,
): Pick<AnyFile, 'what' | 'tensors' | 'skipped'> | undefined {
  if (!isHdf5(bytes)) return undefined;
  const { groups, datasets } = readHdf5(path, bytes);
  if (groups.get('')?.has('model_config')) return undefined;
  const tensors: Record<string, Tensor> = {};
  const skipped: Record<string, string> = {};
  for (const [name, dataset] of datasets) {
    try {
      tensors[name] = dataset.read();
    } catch (error) {
      if (!(error instanceof DataError)) throw error;
      skipped[name] = 'not stored as numbers side by side';
    }
  }
  return { what: 'arrays in HDF5', tensors, skipped };
}

interface Recipe {
  readonly model?: unknown;
  readonly loss?: { readonly name?: unknown };
}

/** Undefined for layers that no file can hold. */
function modelIn(description: unknown, state: NamedTensors): Model | undefined {
  try {
    return modelFromJSON(description as Parameters<typeof modelFromJSON>[0], state);
  } catch {
    return undefined;
  }
}

function ofArrays(
  path: string,
  bytes: Uint8Array,
  at: Pick<AnyFile, 'path' | 'bytes'>,
): AnyFile | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 6));
  if (head.startsWith('PK\x03\x04')) {
    const { arrays, skipped } = readNpz(bytes, { file: path, inflate, maxBytes: 2 ** 32 });
    return { ...at, ...NONE, what: 'arrays of NumPy', tensors: arrays, skipped };
  }
  if (head === '\x93NUMPY') {
    const tensors = { array: readNpy(bytes, { file: path }) };
    return { ...at, ...NONE, what: 'an array of NumPy', tensors };
  }
  if (isIdx(unpacked(bytes))) {
    return { ...at, ...NONE, what: 'an array in IDX', tensors: { array: loadIdx(path) } };
  }
  complainByEnding(path, bytes);
  return undefined;
}

/** What is called a model and is none says what is wrong with it as such. */
function complainByEnding(path: string, bytes: Uint8Array): void {
  const ending = extname(path).toLowerCase();
  if (ending === '.safetensors') readSafetensors(bytes, { file: path });
  if (MODELS.includes(ending)) importModel(bytes, { file: path, inflate });
}

const MODELS = ['.onnx', '.keras', '.h5', '.pt', '.pth', '.npz', '.skops'];

/** Two zeros, a type, and how many axes there are. */
function isIdx(bytes: Uint8Array): boolean {
  return bytes.length >= 4 && viewOf(bytes).getUint16(0) === 0 && bytes[2] >= 8 && bytes[2] <= 14;
}

function unpacked(bytes: Uint8Array): Uint8Array {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: MAX_UNPACKED });
  } catch {
    return bytes;
  }
}

/** @throws DataError */
export function unknownFile(path: string): DataError {
  return new DataError({
    where: path,
    expected:
      'a model, a checkpoint (or its folder), tensors (.safetensors, .npz, .npy, .pt, .weights.h5, IDX), ' +
      'or a network of ONNX, Keras, TensorFlow.js or scikit-learn',
    received: 'another file',
    remedy: 'Give one of these, or export the model as ONNX.',
  });
}
