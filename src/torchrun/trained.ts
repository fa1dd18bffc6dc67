/** What a job has trained, as a model and as a training run that can continue here. */
import { DataError } from '../errors/errors.ts';
import {
  boolean,
  checkArgument,
  naturalNumber,
  number,
  record,
  string,
} from '../errors/options.ts';
import { checkParts, fields, orNothing } from '../errors/parts.ts';
import { readTorch } from '../formats/pickle/torch.ts';
import { decodeText } from '../formats/text.ts';
import { fromPyTorch } from '../interop/pytorch/pytorch.ts';
import type { Model } from '../nn/sequential.ts';
import type { ModelState } from '../nn/state.ts';
import { type Predictor, readCheckpoint, readModel } from '../persistence/index.ts';
import type { Tensor } from '../tensor/tensor.ts';
import type { EpochRecord, TrainingState, ValidationRecord } from '../train/index.ts';
import { STATE_NAMES, turned } from './optimizer.ts';
import { continued, type JobEnd, type JobLog } from './progress.ts';

/** The files of a job that are read, and whether it has them in any case. */
export const JOB_FILES = {
  'start/model.safetensors': true,
  'start/training.checkpoint': true,
  'trained/weights.pt': true,
  'trained/last.pt': true,
  'trained/optimizer.pt': false,
  'trained/log.jsonl': true,
  'trained/end.json': true,
} as const;

type JobFile = keyof typeof JOB_FILES;

export interface TrainedJob {
  /** The model with its new weights, and what it knew of its data. */
  readonly predictor: Predictor;
  /**
   * The training run as if it had been trained here: `trainer.resume(state)`, `saveCheckpoint(path, state)`.
   * Its weights are those of the last iteration; the best ones, where early stopping keeps them, are those of
   * the predictor.
   */
  readonly state: TrainingState;
  /** Complete epochs, in total. */
  readonly epoch: number;
  /** Updates, in total. */
  readonly iteration: number;
  /** How many processes trained. */
  readonly processes: number;
  /** Why early stopping has ended it, if it has. */
  readonly reason: string | undefined;
}

/**
 * What `torchrun` has made of a job: the model with the weights from there, in the predictor that it was, and
 * the training run, to be continued here.
 * @param files the files of the job by name, those of `trained/` among them
 * @param where the job, for errors
 * @throws DataError for a job that has not come to its end, and for files that are damaged
 */
export function trainedOf(files: Readonly<Record<string, Uint8Array>>, where: string): TrainedJob {
  checkArgument(where, files, record);
  const bytesOf = (name: JobFile) => files[name] ?? missing(where, name, files);
  const start = readCheckpoint(bytesOf('start/training.checkpoint'));
  const predictor = readModel(bytesOf('start/model.safetensors'));
  const { model } = predictor;
  const end = readEnd(bytesOf('trained/end.json'));
  const best = weightsOf('trained/weights.pt', bytesOf, model);
  const last = weightsOf('trained/last.pt', bytesOf, model);
  const optimizer = optimizerState(files['trained/optimizer.pt']);
  const log = readLog(bytesOf('trained/log.jsonl'));
  const learned = { model: last, optimizer, best: end.keepsBest ? best : undefined };
  const state = continued(start, end, log, learned);
  model.loadState(best);
  const { epoch, iteration, processes, reason } = end;
  return { predictor, state, epoch, iteration, processes, reason: reason ?? undefined };
}

function missing(where: string, name: JobFile, files: Readonly<Record<string, Uint8Array>>): never {
  throw new DataError({
    where,
    expected: `a job that has come to its end, with ${name}`,
    received: Object.keys(files).join(', ') || 'no files',
    remedy: 'Run it first: torchrun --nproc_per_node=2 train.py.',
  });
}

function weightsOf(
  name: JobFile,
  bytesOf: (name: JobFile) => Uint8Array,
  model: Model,
): ModelState {
  const { tensors } = readTorch(`importTraining, ${name}`, bytesOf(name));
  return fromPyTorch(tensors, model);
}

function optimizerState(bytes: Uint8Array | undefined): Readonly<Record<string, Tensor>> {
  if (bytes === undefined) return {}; // sgd without momentum has none
  const { tensors } = readTorch('importTraining, trained/optimizer.pt', bytes);
  const ours = new Map(Object.entries(STATE_NAMES));
  return Object.fromEntries(
    Object.entries(tensors).flatMap(([name, value]): [string, Tensor][] => {
      const at = name.lastIndexOf('.');
      const [parameter, kind] = [name.slice(0, at), ours.get(name.slice(at + 1))];
      return kind === undefined ? [] : [[`layers.${parameter}.${kind}`, turned(parameter, value)]];
    }),
  );
}

const AGAIN = 'The file is damaged: run the job again.';

const END = fields({
  ...{ epoch: naturalNumber, iteration: naturalNumber, iterationInEpoch: naturalNumber },
  ...{ samplesSeen: naturalNumber, validationDue: boolean, totals: record },
  ...{ waiting: orNothing(record), reason: orNothing(string), keepsBest: boolean },
  processes: naturalNumber,
});

function readEnd(bytes: Uint8Array): JobEnd {
  const where = 'importTraining, trained/end.json';
  const end = parse(where, decodeText(where, bytes));
  checkParts(where, end, END, AGAIN);
  return end as JobEnd;
}

const EVENT = fields({
  type: string,
  epoch: naturalNumber,
  iteration: naturalNumber,
  loss: number,
});

/** The records of epochs and validations, as a history has them. */
function readLog(bytes: Uint8Array): JobLog {
  const where = 'importTraining, trained/log.jsonl';
  const epochs: EpochRecord[] = [];
  const validations: ValidationRecord[] = [];
  const lines = decodeText(where, bytes).split('\n');
  lines.forEach((line, at) => {
    if (line === '') return;
    const event = parse(`${where}, line ${at + 1}`, line);
    checkParts(`${where}, line ${at + 1}`, event, EVENT, AGAIN);
    const { type, ...told } = event as { readonly type: string };
    if (type === 'validation') validations.push(told as ValidationRecord);
    if (type !== 'epochEnd') return;
    const record = told as EpochRecord;
    const validation = validations.at(-1);
    epochs.push({ ...record, ...(validation?.epoch === record.epoch && { validation }) });
  });
  return { epochs, validations };
}

/** Numbers that JSON does not have are written as texts. */
function parse(where: string, text: string): unknown {
  try {
    return JSON.parse(text, (_, value) =>
      /^(NaN|-?Infinity)$/.test(value) ? Number(value) : (value as unknown),
    );
  } catch (cause) {
    const received = text.slice(0, 60);
    throw new DataError({ where, expected: 'JSON', received, remedy: AGAIN }, { cause });
  }
}
