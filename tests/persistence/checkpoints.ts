/** A small training at rest, and what its file is put through. */
import { createHash } from 'node:crypto';
import { fromArrays } from '../../src/data/index.ts';
import { DataError, StateError } from '../../src/errors/index.ts';
import { meanSquaredError } from '../../src/losses/index.ts';
import { dense, sequential } from '../../src/nn/index.ts';
import { sgd } from '../../src/optimizers/index.ts';
import { type CallbackState, Trainer, type TrainingState } from '../../src/train/index.ts';

const train = fromArrays({ inputs: [1, 2, 3], targets: [2, 4, 6] });

function makeTrainer(): Trainer {
  const model = sequential({ inputShape: [1], seed: 7 }, [dense({ units: 1 })]);
  const optimizer = sgd({ learningRate: 0.01, momentum: 0.9 });
  const options = { model, loss: meanSquaredError(), optimizer, epochs: 2, batchSize: 2 };
  return new Trainer({ ...options, recordIterations: true, backend: 'reference' });
}

/** A training run after one epoch and an iteration, with validations and the state of a callback. */
export function restingTraining(): TrainingState {
  const trainer = makeTrainer();
  for (const event of trainer.run({ train, validation: train })) {
    if (event.type === 'iterationEnd' && event.iteration === 3) break;
  }
  const values = { best: Number.POSITIVE_INFINITY, waited: -0, reason: 'none', worst: Number.NaN };
  const watcher: CallbackState = { values, tensors: trainer.model.state() };
  const state = trainer.checkpoint();
  const epochs = state.progress.epochs.map((record) => ({ ...record, seconds: 0.25 })); // each time alike
  return { ...state, progress: { ...state.progress, epochs }, callbacks: { watcher } };
}

/** Resumes from a state, and says everything about the training. A state that does not fit is data that does not. */
export function takeUp(state: TrainingState): Record<string, string> {
  const trainer = makeTrainer();
  try {
    trainer.resume(state);
  } catch (error) {
    if (error instanceof StateError) throw new DataError(error, { cause: error });
    throw error;
  }
  const { progress, model, optimizer, frozen } = trainer.checkpoint();
  const tensors = { ...model, ...optimizer, ...state.callbacks.watcher?.tensors };
  const bytes = Object.entries(tensors).map(([name, t]) => [name, `${t.toTypedArray()}`]);
  const callbacks = Object.entries(state.callbacks).map(([key, { values }]) => [key, values]);
  const said = JSON.stringify([progress, frozen, callbacks], (_, value) =>
    typeof value === 'number' ? `${value} ${Object.is(value, -0)}` : value,
  );
  return { ...Object.fromEntries(bytes), said };
}

/** The same bytes with a hash that fits them, where there is a place for one. */
export function resealed(bytes: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(bytes);
  const label = '"sha256":"';
  const at = Buffer.from(copy.buffer).indexOf(label);
  if (at < 0 || at + label.length + 64 > copy.length) return copy;
  const place = copy.subarray(at + label.length, at + label.length + 64);
  place.fill(0x30);
  const digits = createHash('sha256').update(copy).digest('hex');
  place.set(new TextEncoder().encode(digits));
  return copy;
}
