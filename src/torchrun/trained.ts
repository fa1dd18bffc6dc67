/** What a job has trained, as a model and a history. */
import { DataError } from '../errors/errors.ts';
import { checkArgument, record } from '../errors/options.ts';
import type { NamedTensors } from '../formats/named.ts';
import { readTorch } from '../formats/pickle/torch.ts';
import { decodeText } from '../formats/text.ts';
import { fromPyTorch } from '../interop/pytorch/pytorch.ts';
import { type Predictor, readModel } from '../persistence/index.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { STATE_NAMES, turned } from './optimizer.ts';

/** The files of a job that are read. */
export const TRAINED_FILES = [
  'start/model.safetensors',
  'trained/weights.pt',
  'trained/optimizer.pt',
  'trained/end.json',
] as const;

export interface TrainedJob {
  /** The model with its new weights, and what it knew of its data. */
  readonly predictor: Predictor;
  /** The state of the optimizer under our names, such as `layers.0.weight.momentum`. */
  readonly optimizer: Readonly<Record<string, Tensor>>;
  /** Complete epochs, in total. */
  readonly epoch: number;
  /** Updates, in total. */
  readonly iteration: number;
  /** How many processes trained. */
  readonly processes: number;
}

/**
 * What `torchrun` has made of a job: the model with the weights from there, in the predictor that it was.
 * @param files the files of the job by name, those of `trained/` among them
 * @throws DataError for a job that has not come to its end, and for files that are damaged
 */
export function trainedOf(files: Readonly<Record<string, Uint8Array>>): TrainedJob {
  checkArgument('importTraining', files, record);
  const bytesOf = (name: (typeof TRAINED_FILES)[number]) => {
    const bytes = files[name];
    if (bytes !== undefined) return bytes;
    throw new DataError({
      where: 'importTraining',
      expected: `a job that has come to its end, with ${name}`,
      received: Object.keys(files).join(', ') || 'no files',
      remedy: 'Run it first: torchrun --nproc_per_node=2 train.py.',
    });
  };
  const predictor = readModel(bytesOf('start/model.safetensors'));
  const where = 'importTraining, weights.pt';
  const { tensors } = readTorch(where, bytesOf('trained/weights.pt'));
  const { epoch, iteration, processes } = readEnd(bytesOf('trained/end.json'));
  const optimizer = optimizerState(files['trained/optimizer.pt']);
  predictor.model.loadState(fromPyTorch(tensors, predictor.model));
  return { predictor, optimizer, epoch, iteration, processes };
}

function optimizerState(bytes: Uint8Array | undefined): Readonly<Record<string, Tensor>> {
  if (bytes === undefined) return {}; // sgd without momentum has none
  const where = 'importTraining, optimizer.pt';
  const { tensors }: { tensors: NamedTensors } = readTorch(where, bytes);
  return Object.fromEntries(
    Object.entries(tensors).flatMap(([name, value]): [string, Tensor][] => {
      const at = name.lastIndexOf('.');
      const [parameter, kind] = [name.slice(0, at), name.slice(at + 1)];
      const ours = Object.keys(STATE_NAMES).find((key) => STATE_NAMES[key] === kind);
      return ours === undefined ? [] : [[`layers.${parameter}.${ours}`, turned(parameter, value)]];
    }),
  );
}

function readEnd(bytes: Uint8Array) {
  const where = 'importTraining, end.json';
  const text = decodeText(where, bytes);
  try {
    const { epoch, iteration, processes } = JSON.parse(text) as Record<string, unknown>;
    const numbers = [epoch, iteration, processes].map(Number);
    if (numbers.every((value) => Number.isSafeInteger(value) && value >= 0)) {
      return { epoch: numbers[0], iteration: numbers[1], processes: numbers[2] };
    }
  } catch {
    // told below
  }
  throw new DataError({
    where,
    expected: 'epoch, iteration and processes, as train.py writes them',
    received: text.slice(0, 60),
    remedy: 'Run the job again.',
  });
}
