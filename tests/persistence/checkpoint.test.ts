/** Checkpoint files: what comes back, and what is refused. Damage of all kinds: damage.test.ts. */
import { describe, expect, it } from 'vitest';
import { DataError } from '../../src/errors/index.ts';
import {
  readCheckpoint,
  readSafetensors,
  writeCheckpoint,
  writeSafetensors,
} from '../../src/persistence/index.ts';
import { tensor } from '../../src/tensor/create.ts';
import type { TrainingState } from '../../src/train/index.ts';
import '../tensors.ts';
import { resealed, restingTraining } from './checkpoints.ts';
import { refusal } from './files.ts';

const state = restingTraining();
const bytes = writeCheckpoint(state);

/** The file of a state that is another in one place. */
function altered(
  change: (plain: { progress: Record<string, unknown>; [name: string]: unknown }) => void,
) {
  const { tensors, metadata } = readSafetensors(bytes);
  const plain = JSON.parse(metadata.state);
  change(plain);
  const text = JSON.stringify(plain);
  return resealed(writeSafetensors({ tensors, metadata: { ...metadata, state: text } }));
}

describe('a checkpoint file', () => {
  it('gives back all that was in the training', () => {
    const read = readCheckpoint(bytes);
    const names = (of: TrainingState) => [of.model, of.optimizer].map((t) => Object.keys(t).sort());
    expect(names(read)).toEqual(names(state));
    for (const kind of ['model', 'optimizer'] as const) {
      for (const [name, own] of Object.entries(state[kind])) {
        expect(read[kind][name]).toBeBitIdenticalTo(own);
      }
    }
    const { recipe, progress, frozen } = read;
    expect({ recipe, progress, frozen }).toEqual({
      recipe: state.recipe,
      progress: state.progress,
      frozen: state.frozen,
    });
    expect(progress.iterations).toHaveLength(3);
    expect(read.callbacks.watcher.values).toEqual(state.callbacks.watcher.values);
    expect(Object.is(read.callbacks.watcher.values.waited, -0)).toBe(true);
  });

  it('is the same bytes for the same training', () => {
    expect(writeCheckpoint(state)).toEqual(bytes);
    expect(writeCheckpoint(readCheckpoint(bytes))).toEqual(bytes);
  });

  it('is a safetensors file for everyone else', () => {
    const { tensors } = readSafetensors(bytes);
    expect(Object.keys(tensors)).toEqual([
      'progress/epochs',
      'progress/iterations',
      'progress/validations',
      'callbacks/watcher/layers.0.bias',
      'callbacks/watcher/layers.0.weight',
      'model/layers.0.bias',
      'model/layers.0.weight',
      'optimizer/layers.0.bias.momentum',
      'optimizer/layers.0.weight.momentum',
    ]);
  });

  it('can be read out of a Buffer, which it leaves as it was', () => {
    const buffer = Buffer.from(bytes);
    readCheckpoint(buffer);
    expect(buffer.equals(bytes)).toBe(true);
  });

  it('is told from other files, and from an altered one', () => {
    const other = writeSafetensors({ tensors: { weight: tensor(1) } });
    expect(refusal(() => readCheckpoint(other, { file: 'a.safetensors' })).message).toBe(
      'readCheckpoint a.safetensors: Expected a file of the format "epochal checkpoint 1"; received ' +
        'another file. A model without its training is read by readModel, tensors by readSafetensors.',
    );
    const flipped = Uint8Array.from(bytes);
    flipped[flipped.length - 1] ^= 1;
    expect(refusal(() => readCheckpoint(flipped)).message).toMatch(
      /^readCheckpoint: the contents are not those that were written\. Expected the SHA-256 "[0-9a-f]{57}\.{3}"; received another one\./,
    );
  });

  it.each<[string, Parameters<typeof altered>[0], string]>([
    [
      'a negative counter',
      ({ progress }) => {
        progress.epoch = -1;
      },
      '.progress.epoch',
    ],
    [
      'half an iteration',
      ({ progress }) => {
        progress.iteration = 0.5;
      },
      '.progress.iteration',
    ],
    [
      'no sums',
      ({ progress }) => {
        progress.totals = undefined;
      },
      '.progress.totals',
    ],
    [
      'a text for an event',
      ({ progress }) => {
        progress.untold = ['x'];
      },
      '.progress.untold[0]',
    ],
    [
      'no beginning',
      ({ progress }) => {
        progress.stretches = [];
      },
      '.progress.stretches',
    ],
    [
      'a number for a name',
      (plain) => {
        plain.frozen = [1];
      },
      '.frozen[0]',
    ],
    [
      'a list of callbacks',
      (plain) => {
        plain.callbacks = [];
      },
      '.callbacks',
    ],
    [
      'a recipe that is none',
      (plain) => {
        plain.recipe = null;
      },
      '.recipe',
    ],
  ])('with %s is refused, though its hash fits', (_, change, place) => {
    const error = refusal(() => readCheckpoint(altered(change)));
    expect(error).toBeInstanceOf(DataError);
    expect(error.where).toBe(`readCheckpoint${place}`);
  });

  it('keeps names of the prototype as names', () => {
    const read = readCheckpoint(
      altered((plain) => {
        plain.callbacks = JSON.parse('{ "__proto__": { "polluted": true } }');
      }),
    );
    expect(Object.keys(read.callbacks)).toEqual(['__proto__']);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
