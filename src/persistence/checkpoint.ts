/**
 * A training run at rest as one file: a safetensors file, which other programs can look into, whose texts
 * hold the plain data, and a SHA-256 over everything.
 */

import { describe } from '../errors/describe.ts';
import { DataError, OptionError } from '../errors/errors.ts';
import { boolean, record, string } from '../errors/options.ts';
import { checkParts, fields, listOf } from '../errors/parts.ts';
import { place, type ReadOptions } from '../formats/bytes.ts';
import { sha256 } from '../formats/checksums/sha256.ts';
import { DAMAGED } from '../formats/remedies.ts';
import { readSafetensors, writeSafetensors } from '../formats/safetensors/safetensors.ts';
import { encodeText } from '../formats/text.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { checkState } from '../train/state/state_form.ts';
import type { CallbackState, TrainingState } from '../train/state/training_state.ts';
import { readPlain, writePlain } from './plain.ts';
import { type Measured, recordsOf, tablesOf } from './record_tables.ts';

const FORMAT = 'epochal checkpoint 1';
const UNSEALED = '0'.repeat(64);

/**
 * The bytes of a checkpoint file. Tensors are named `model/layers.0.weight`,
 * `optimizer/layers.0.weight.momentum`, `callbacks/earlyStopping/layers.0.weight`, and
 * `progress/epochs`, `progress/validations`, `progress/iterations` for the tables of records.
 *
 * What could not be read again is not written.
 * @throws OptionError for what no file can hold, such as a function in the state of a callback;
 * DataError for a state with parts missing or of another kind
 * @example const bytes = writeCheckpoint(trainer.checkpoint());
 */
export function writeCheckpoint(state: TrainingState): Uint8Array<ArrayBuffer> {
  checkState('writeCheckpoint', state);
  const { recipe, data, progress, model, names, optimizer, frozen, rested, callbacks } = state;
  const { epochs, validations, iterations, ...counters } = progress;
  const { tables, measured } = tablesOf({ epochs, validations, iterations });
  const values = Object.entries(callbacks).map(([key, own]) => [checkedKey(key), own.values]);
  const texts = {
    ...{ recipe, data, progress: counters, measured, names, frozen, rested },
    callbacks: Object.fromEntries(values),
  };
  const tensors: Record<string, Tensor> = Object.create(null);
  put(tensors, 'model', model);
  put(tensors, 'optimizer', optimizer);
  for (const [key, own] of Object.entries(callbacks)) put(tensors, `callbacks/${key}`, own.tensors);
  put(tensors, 'progress', tables);
  const text = writePlain('writeCheckpoint', texts);
  const metadata = { format: FORMAT, sha256: UNSEALED, state: text };
  const bytes = writeSafetensors({ tensors, metadata });
  bytes.set(encodeText(sha256([bytes])), sealAt(bytes));
  return bytes;
}

/** A slash within a key would make one callback's tensors those of another. */
function checkedKey(key: string): string {
  if (key !== '' && !key.includes('/')) return key;
  throw new OptionError({
    where: 'writeCheckpoint.callbacks',
    expected: 'keys without /',
    received: describe(key),
    remedy: 'Name the callback otherwise.',
  });
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
  const texts = readPlain(where, metadata.state ?? 'null');
  checkParts(where, texts, TEXTS, DAMAGED);
  const { measured, callbacks, progress, ...others } = texts as Texts;
  const state = {
    ...others,
    progress: { ...progress, ...recordsOf(where, within('progress', tensors), measured) },
    model: within('model', tensors),
    optimizer: within('optimizer', tensors),
    callbacks: Object.fromEntries(
      Object.entries(callbacks).map(([key, values]) => [
        key,
        { values, tensors: within(`callbacks/${key}`, tensors) },
      ]),
    ),
  };
  checkState(where, state);
  return state;
}

/** What stands in the file as text. The rest is checked when the state is put together. */
interface Texts extends Omit<TrainingState, 'progress' | 'model' | 'optimizer' | 'callbacks'> {
  readonly measured: readonly Measured[];
  readonly progress: Omit<TrainingState['progress'], 'epochs' | 'validations' | 'iterations'>;
  readonly callbacks: Readonly<Record<string, CallbackState['values']>>;
}

const TEXTS = fields({
  measured: listOf(fields({ metrics: listOf(string), trainingLoss: boolean })),
  progress: record,
  callbacks: record,
});

/** Where the digits of the hash stand. Inside of other texts, quotes have a backslash before them. */
function sealAt(bytes: Uint8Array): number {
  const label = encodeText('"sha256":"');
  const last = bytes.length - label.length - UNSEALED.length;
  let at = 0;
  while (at <= last && !label.every((byte, i) => bytes[at + i] === byte)) at++;
  return at <= last ? at + label.length : 0;
}

function checkSeal(where: string, bytes: Uint8Array, sealed: string | undefined): void {
  const at = sealAt(bytes);
  const end = at + UNSEALED.length;
  const found = sha256([bytes.subarray(0, at), encodeText(UNSEALED), bytes.subarray(end)]);
  if (found === sealed) return;
  throw new DataError({
    where,
    problem: 'the contents are not those that were written',
    expected: `the SHA-256 ${describe(sealed)}`,
    received: 'another one',
    remedy: 'The file is damaged: use another copy, or the previous checkpoint.',
  });
}

function put(into: Record<string, Tensor>, folder: string, tensors: TrainingState['model']): void {
  for (const [name, tensor] of Object.entries(tensors)) into[`${folder}/${name}`] = tensor;
}

function within(folder: string, tensors: Readonly<Record<string, Tensor>>) {
  const prefix = `${folder}/`;
  return Object.fromEntries(
    Object.entries(tensors)
      .filter(([name]) => name.startsWith(prefix))
      .map(([name, tensor]) => [name.slice(prefix.length), tensor]),
  );
}
