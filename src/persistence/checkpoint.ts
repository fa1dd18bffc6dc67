/**
 * A training at rest as one file: a safetensors file, which other programs can look into, whose texts
 * hold the plain data, and a SHA-256 over everything.
 */

import { describe } from '../errors/describe.ts';
import { DataError } from '../errors/errors.ts';
import { checkArgument, type Rule } from '../errors/options.ts';
import { makeTensor, type Tensor } from '../tensor/tensor.ts';
import type { IterationRecord } from '../train/history.ts';
import type { CallbackState, TrainingState } from '../train/training_state.ts';
import { copyBytes, place, type ReadOptions } from './bytes.ts';
import {
  aCondition,
  aCount,
  aNumber,
  anObject,
  aText,
  checkForm,
  type Form,
  numbersByName,
  perhaps,
  readPlain,
  writePlain,
} from './plain.ts';
import { DAMAGED } from './remedies.ts';
import { readSafetensors, writeSafetensors } from './safetensors.ts';
import { sha256 } from './sha256.ts';
import { encodeText } from './text.ts';

const FORMAT = 'epochal checkpoint 1';
const UNSEALED = '0'.repeat(64);

/** The columns of `progress/iterations`: there may be millions. */
const COLUMNS = [
  'epoch',
  'iteration',
  'batchSize',
  'loss',
  'learningRate',
  'gradientNorm',
] as const satisfies readonly (keyof IterationRecord)[];

const stateRule: Rule<never> = {
  expected: 'the state of a training',
  example: 'trainer.checkpoint()',
  accepts(value) {
    const state = (value ?? {}) as Partial<TrainingState>;
    const parts = [state.recipe, state.progress, state.model, state.optimizer, state.callbacks];
    return parts.every((part) => typeof part === 'object' && part !== null);
  },
};

/**
 * The bytes of a checkpoint file. Tensors are named `model/layers.0.weight`,
 * `optimizer/layers.0.weight.momentum`, `callbacks/earlyStopping/layers.0.weight` and
 * `progress/iterations`.
 * @example const bytes = writeCheckpoint(trainer.checkpoint());
 */
export function writeCheckpoint(state: TrainingState): Uint8Array {
  checkArgument('writeCheckpoint', state, stateRule);
  const { recipe, progress, model, names, optimizer, frozen, rested, callbacks } = state;
  const { iterations, ...counters } = progress;
  const values = Object.entries(callbacks).map(([key, own]) => [key, own.values]);
  const texts = {
    ...{ recipe, progress: counters, names, frozen, rested },
    callbacks: Object.fromEntries(values),
  };
  const bytes = writeSafetensors({
    tensors: {
      ...under('model', model),
      ...under('optimizer', optimizer),
      ...Object.assign(
        {},
        ...Object.entries(callbacks).map(([key, { tensors }]) =>
          under(`callbacks/${key}`, tensors),
        ),
      ),
      'progress/iterations': table(iterations),
    },
    metadata: { format: FORMAT, sha256: UNSEALED, state: writePlain(texts) },
  });
  bytes.set(encodeText(sha256(bytes)), sealAt(bytes));
  return bytes;
}

/**
 * The training in a checkpoint file, for `trainer.resume`.
 * @throws DataError for bytes that are not a whole checkpoint: every bit counts, by its SHA-256
 * @example trainer.resume(readCheckpoint(bytes));
 */
export function readCheckpoint(bytes: Uint8Array, options: ReadOptions = {}): TrainingState {
  const where = place('readCheckpoint', options);
  const { tensors, metadata } = readSafetensors(bytes, options);
  if (metadata.format !== FORMAT) {
    throw new DataError({
      where,
      expected: `a file of the format ${describe(FORMAT)}`,
      received: metadata.format === undefined ? 'another file' : describe(metadata.format),
      remedy: 'A model without its training is read by readModel, tensors by readSafetensors.',
    });
  }
  checkSeal(where, bytes, metadata.sha256);
  const state = readPlain(where, metadata.state ?? 'null');
  checkForm(where, STATE, state);
  const { recipe, progress, names, frozen, rested, callbacks } = state as Plain;
  return {
    recipe,
    progress: { ...progress, iterations: records(where, tensors['progress/iterations']) },
    model: within('model', tensors),
    names,
    optimizer: within('optimizer', tensors),
    frozen,
    rested,
    callbacks: Object.fromEntries(
      Object.entries(callbacks).map(([key, values]): [string, CallbackState] => [
        key,
        { values, tensors: within(`callbacks/${key}`, tensors) },
      ]),
    ),
  };
}

interface Plain {
  readonly recipe: TrainingState['recipe'];
  readonly progress: Omit<TrainingState['progress'], 'iterations'>;
  readonly names: TrainingState['names'];
  readonly frozen: readonly string[];
  readonly rested: TrainingState['rested'];
  readonly callbacks: Readonly<Record<string, CallbackState['values']>>;
}

const VALIDATION: Form = {
  epoch: aCount,
  iteration: aCount,
  loss: aNumber,
  metrics: numbersByName,
  trainingLoss: perhaps(aNumber),
};

const STATE: Form = {
  recipe: anObject,
  progress: {
    epoch: aCount,
    iteration: aCount,
    iterationInEpoch: aCount,
    samplesSeen: aCount,
    samples: perhaps(aCount),
    validationDue: aCondition,
    learningRateScale: aNumber,
    totals: {
      lossSum: aNumber,
      samples: aCount,
      gradientNormSum: aNumber,
      iterations: aCount,
      learningRate: aNumber,
    },
    epochs: [
      {
        epoch: aCount,
        iteration: aCount,
        samplesSeen: aCount,
        loss: aNumber,
        validation: perhaps(VALIDATION),
        learningRate: aNumber,
        gradientNorm: aNumber,
        seconds: aNumber,
      },
    ],
    validations: [VALIDATION],
  },
  names: { classNames: perhaps([aText]), featureNames: perhaps([aText]) },
  frozen: [aText],
  rested: numbersByName,
  callbacks: (value) =>
    anObject(value) ??
    Object.values(value as object)
      .map(anObject)
      .find((wrong) => wrong),
};

/** Where the digits of the hash stand. Inside of other texts, quotes have a backslash before them. */
function sealAt(bytes: Uint8Array): number {
  const label = encodeText('"sha256":"');
  const last = bytes.length - label.length - UNSEALED.length;
  let at = 0;
  while (at <= last && !label.every((byte, i) => bytes[at + i] === byte)) at++;
  return at <= last ? at + label.length : 0;
}

function checkSeal(where: string, bytes: Uint8Array, sealed: string | undefined): void {
  const unsealed = copyBytes(bytes, 0, bytes.length);
  unsealed.set(encodeText(UNSEALED), sealAt(bytes));
  if (sha256(unsealed) === sealed) return;
  throw new DataError({
    where,
    problem: 'the contents are not those that were written',
    expected: `the SHA-256 ${describe(sealed)}`,
    received: 'another one',
    remedy: 'The file is damaged: use another copy, or the previous checkpoint.',
  });
}

function under(folder: string, tensors: Readonly<Record<string, Tensor>>) {
  return Object.fromEntries(
    Object.entries(tensors).map(([name, tensor]) => [`${folder}/${name}`, tensor]),
  );
}

function within(folder: string, tensors: Readonly<Record<string, Tensor>>) {
  const prefix = `${folder}/`;
  return Object.fromEntries(
    Object.entries(tensors)
      .filter(([name]) => name.startsWith(prefix))
      .map(([name, tensor]) => [name.slice(prefix.length), tensor]),
  );
}

function table(iterations: readonly IterationRecord[]): Tensor {
  const rows = iterations.flatMap((record) => COLUMNS.map((column) => record[column]));
  return makeTensor(Float64Array.from(rows), [iterations.length, COLUMNS.length], 'float64');
}

function records(where: string, rows: Tensor | undefined): IterationRecord[] {
  if (rows?.dtype !== 'float64' || rows.rank !== 2 || rows.shape[1] !== COLUMNS.length) {
    throw new DataError({
      where: `${where}, progress/iterations`,
      expected: `a float64 table of ${COLUMNS.length} columns`,
      received: rows === undefined ? 'nothing' : `${rows.dtype} [${rows.shape.join(', ')}]`,
      remedy: DAMAGED,
    });
  }
  const numbers = rows.toTypedArray();
  return Array.from({ length: rows.shape[0] }, (_, row) => {
    const entries = COLUMNS.map(
      (column, i) => [column, numbers[row * COLUMNS.length + i]] as const,
    );
    return Object.fromEntries(entries) as unknown as IterationRecord;
  });
}
