/** Checkpoint files: what comes back, and what is refused. Damage of all kinds: damage.test.ts. */
import { describe, expect, it } from 'vitest';
import { DataError } from '../../../src/errors/index.ts';
import {
  readCheckpoint,
  readSafetensors,
  writeCheckpoint,
  writeSafetensors,
} from '../../../src/persistence/index.ts';
import { tensor } from '../../../src/tensor/create.ts';
import type { TrainingState } from '../../../src/train/index.ts';
import '../../tensors.ts';
import { resealed, restingTraining, takeUp } from '../../persistence/checkpoints.ts';
import { refusal } from '../../persistence/files.ts';

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
      'a.safetensors: Expected a file of the format "epochal checkpoint 1"; received ' +
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

describe('what could not be read again', () => {
  const cycle: Record<string, unknown> = {};
  cycle.self = { cycle };
  const kept = (values: unknown, tensors: unknown = {}) =>
    ({ ...state, callbacks: { mine: { values, tensors } } }) as TrainingState;

  it.each<[string, unknown, string]>([
    [
      'a list',
      [1, 2],
      'callbacks.mine.values: Expected an object { name: value }; received [1, 2]',
    ],
    ['a text', 'x', 'callbacks.mine.values: Expected an object { name: value }; received "x"'],
    [
      'nothing',
      undefined,
      'callbacks.mine.values: Expected an object { name: value }; received nothing',
    ],
    ['a BigInt', { n: 1n }, 'callbacks.mine.n: Expected numbers, texts'],
    ['a function', { a: { f() {} } }, 'callbacks.mine.a.f: Expected numbers, texts'],
    ['a symbol', { s: Symbol.iterator }, 'callbacks.mine.s: Expected numbers, texts'],
    ['a cycle', cycle, 'callbacks.mine.self.cycle.self.cycle'],
    ['a map', { m: new Map() }, 'callbacks.mine.m: Expected numbers, texts'],
    ['a date', { d: new Date(0) }, 'callbacks.mine.d: Expected numbers, texts'],
    ['typed numbers', { t: Float32Array.of(1) }, 'callbacks.mine.t: Expected numbers, texts'],
    ['a hole', { list: [1, undefined] }, 'callbacks.mine.list[1]: Expected numbers, texts'],
    ['what stands for NaN', { x: { number: 'NaN' } }, 'callbacks.mine.x: Expected numbers, texts'],
  ])('is not written: %s in the state of a callback', (_, values, message) => {
    expect(() => writeCheckpoint(kept(values))).toThrow(`writeCheckpoint.${message}`);
  });

  it.each<[string, object, string]>([
    [
      'a metric',
      { validations: [{ ...record(), metrics: { x: '1' } }] },
      'validations[0].metrics.x',
    ],
    [
      'a metric',
      { validations: [{ ...record(), metrics: { x: null } }] },
      'validations[0].metrics.x',
    ],
    ['a loss', { validations: [{ ...record(), loss: tensor(1) }] }, 'validations[0].loss'],
    ['a counter', { iteration: Number.NaN }, 'iteration'],
    ['the sums', { totals: undefined }, 'totals'],
  ])('is not written: another kind of %s', (_, changes, place) => {
    const other = { ...state, progress: { ...state.progress, ...changes } } as TrainingState;
    expect(refusal(() => writeCheckpoint(other)).where).toBe(`writeCheckpoint.progress.${place}`);
  });

  it('is not written: no tensor, a key with a slash, and a header beyond what readers take', () => {
    expect(() => writeCheckpoint(kept({}, { a: [1] }))).toThrow(
      'writeCheckpoint.callbacks.mine.tensors.a: Expected a tensor; received [1]',
    );
    const slash = { 'a/b': { values: {}, tensors: {} } };
    expect(() => writeCheckpoint({ ...state, callbacks: slash })).toThrow('keys without /');
    const long = { text: 'x'.repeat(100_000_001) };
    expect(() => writeCheckpoint(kept(long))).toThrow('at most 100000000 bytes of names and texts');
  });

  it('and what can be read comes back as it was', () => {
    const values = {
      ...{ none: null, left: undefined, yes: true, text: '\ud800 "\u2028', empty: {}, list: [] },
      ...{ '': 1, number: 'NaN', deep: [[[{ number: Number.NaN }]]], big: 2 ** 53 },
    };
    const { left: _, ...written } = values;
    const read = readCheckpoint(writeCheckpoint(kept(values)));
    expect(read.callbacks.mine.values).toEqual(written);
  });
});

function record() {
  return { epoch: 1, iteration: 2, loss: 0.5, metrics: {} };
}

describe('records', () => {
  it('come back, whatever each validation has measured', () => {
    const [first, second, third] = [
      { ...record(), metrics: { b: 1, a: Number.NaN } },
      { ...record(), iteration: 4, metrics: { a: -0 }, trainingLoss: Number.NaN },
      { ...record(), epoch: 3, iteration: 6, loss: Number.POSITIVE_INFINITY },
    ];
    const epoch = { samplesSeen: 3, loss: 1, learningRate: 1, gradientNorm: 0, seconds: 0.5 };
    const progress = {
      ...state.progress,
      validations: [first, second, third],
      epochs: [
        { epoch: 1, iteration: 4, validation: second, ...epoch },
        { epoch: 2, iteration: 5, ...epoch },
        { epoch: 3, iteration: 2 ** 40, validation: third, ...epoch },
      ],
    };
    const read = readCheckpoint(writeCheckpoint({ ...state, progress }));
    expect(read.progress).toEqual(progress);
    expect(Object.keys(read.progress.validations[0].metrics)).toEqual(['b', 'a']);
    expect(read.progress.validations.map((own) => 'trainingLoss' in own)).toEqual([
      ...[false, true, false],
    ]);
  });

  it('may be many', { timeout: 60_000 }, () => {
    const count = 200_000;
    const at = (i: number) => ({ epoch: i + 1, iteration: i + 1, loss: 1 / (i + 1) });
    const numbers = { learningRate: 0.1, gradientNorm: 1 };
    const validations = Array.from({ length: count }, (_, i) => ({ ...at(i), metrics: { m: i } }));
    const progress = {
      ...state.progress,
      ...{ epoch: count, iteration: count, iterationInEpoch: 0 },
      iterations: Array.from({ length: count }, (_, i) => ({ ...at(i), batchSize: 1, ...numbers })),
      validations,
      epochs: validations.map((validation, i) => ({
        ...{ ...at(i), validation, ...numbers, samplesSeen: i, seconds: 0 },
      })),
    };
    const read = readCheckpoint(writeCheckpoint({ ...state, progress }));
    const last = (of: TrainingState['progress']) => [
      ...[of.epochs.at(-1), of.validations.at(-1), of.iterations.at(-1)],
    ];
    expect(last(read.progress)).toEqual(last(progress));
    expect(takeUp({ ...read, callbacks: {} }).said).toContain(`${count}`);
  });
});
