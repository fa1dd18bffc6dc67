/** Training runs on inputs that are held as bytes are the training runs on their numbers, bit by bit. */
import { describe, expect, it } from 'vitest';
import {
  byteTensor,
  type Dataset,
  fromArrays,
  minMax,
  split,
  standardize,
  stream,
  subset,
  takeRows,
  weightedSampling,
} from '../../../src/data/index.ts';
import { DtypeError } from '../../../src/errors/errors.ts';
import { softmaxCrossEntropy } from '../../../src/losses/index.ts';
import { accuracy } from '../../../src/metrics/index.ts';
import { batchNorm, dense, dropout, relu, sequential } from '../../../src/nn/index.ts';
import { adam } from '../../../src/optimizers/index.ts';
import { readIdx, writeIdx } from '../../../src/persistence/index.ts';
import { crossValidate } from '../../../src/selection/index.ts';
import { evaluate, Trainer, type TrainerOptions } from '../../../src/train/index.ts';
import { tensor } from '../../tensors.ts';
import { compareBackends } from '../../train/both_backends.ts';

const PIXELS = 81;
const SCALE = 1 / 255;
const OFFSET = -0.5;

function bytesOf(samples: number, seed: number): Uint8Array {
  return Uint8Array.from({ length: samples * PIXELS }, (_, i) => (i * 7919 + seed * 31) % 251);
}
const targetsOf = (bytes: Uint8Array) =>
  Int32Array.from({ length: bytes.length / PIXELS }, (_, row) => bytes[row * PIXELS] % 3);

function heldAsBytes(samples: number, seed = 1, shape = [PIXELS]): Dataset {
  const bytes = bytesOf(samples, seed);
  const inputs = byteTensor(bytes, { shape: [samples, ...shape], scale: SCALE, offset: OFFSET });
  return fromArrays({ inputs, targets: targetsOf(bytes) });
}

/** The numbers that the specification gives. */
function heldAsFloats(samples: number, seed = 1, shape = [PIXELS]): Dataset {
  const bytes = bytesOf(samples, seed);
  const numbers = Float32Array.from(bytes, (byte) => Math.fround(byte * SCALE + OFFSET));
  const inputs = tensor(numbers, { shape: [samples, ...shape] });
  return fromArrays({ inputs, targets: targetsOf(bytes) });
}

const network = () =>
  sequential({ inputShape: [PIXELS], seed: 3 }, [
    dense({ units: 12 }),
    batchNorm(),
    relu(),
    dropout({ rate: 0.3 }),
    dense({ units: 3 }),
  ]);

function makeTrainer(overrides: Partial<TrainerOptions> = {}): Trainer {
  return new Trainer({
    model: network(),
    loss: softmaxCrossEntropy(),
    optimizer: adam({ learningRate: 0.01 }),
    metrics: { accuracy },
    epochs: 3,
    batchSize: 8,
    seed: 5,
    recordIterations: true,
    ...overrides,
  });
}

function outcome({ model, history }: Trainer) {
  const records = history.epochs.map(({ seconds: _, ...record }) => record);
  const state = Object.entries(model.state()).map(([name, t]) => [name, ...t.toTypedArray()]);
  const { validations, iterations } = history;
  return { state, records, validations, iterations };
}

const isHeld = ({ inputs }: Dataset) => inputs.storage.bytes !== undefined;

describe('a training run on bytes', () => {
  it.each<[string, Partial<TrainerOptions>]>([
    ['compiled', {}],
    ['on the reference', { backend: 'reference' }],
    ['with micro-batches', { accumulate: 3 }],
    ['with a measured training set', { evaluateTraining: true }],
    [
      'with drawn samples',
      {
        sampling: weightedSampling({ weights: Array.from({ length: 37 }, (_, i) => 1 + (i % 3)) }),
      },
    ],
  ])('has the bits of one on floats, %s, and the data stay bytes', async (_, overrides) => {
    const [ofBytes, ofFloats] = [makeTrainer(overrides), makeTrainer(overrides)];
    const data = { train: heldAsBytes(37), validation: heldAsBytes(23, 2) };
    await ofBytes.fit(data);
    await ofFloats.fit({ train: heldAsFloats(37), validation: heldAsFloats(23, 2) });
    expect(outcome(ofBytes)).toEqual(outcome(ofFloats));
    expect([data.train, data.validation].map(isHeld)).toEqual([true, true]);
  });

  it('has the same bits on both backends, event by event', () => {
    const compared = compareBackends({
      model: network,
      loss: softmaxCrossEntropy(),
      optimizer: adam({ learningRate: 0.01 }),
      epochs: 2,
      batchSize: 8,
      train: heldAsBytes(20),
      validation: heldAsBytes(9, 2),
    });
    expect(compared).toMatchObject({ difference: undefined, fallbacks: [] });
  });

  it('has the bits of one on floats from a stream, drawn from a buffer', async () => {
    const streamed = async (dataset: Dataset, backend: 'auto' | 'reference') => {
      const trainer = makeTrainer({ backend });
      function* open() {
        for (let at = 0; at < 37; at += 10) {
          const end = Math.min(37, at + 10);
          yield subset(
            dataset,
            Array.from({ length: end - at }, (_, i) => at + i),
          );
        }
      }
      await trainer.fit({ train: stream({ open, samples: 37, shuffleBuffer: 7 }) });
      return outcome(trainer);
    };
    const expected = await streamed(heldAsFloats(37), 'reference');
    expect(await streamed(heldAsBytes(37), 'auto')).toEqual(expected);
    expect(await streamed(heldAsBytes(37), 'reference')).toEqual(expected);
  });

  it('continues with floats where it was interrupted on bytes, and the other way round', async () => {
    const whole = makeTrainer();
    await whole.fit({ train: heldAsFloats(37) });
    for (const [first, second] of [
      [heldAsBytes, heldAsFloats],
      [heldAsFloats, heldAsBytes],
    ]) {
      const begun = makeTrainer({ epochs: 1 });
      await begun.fit({ train: first(37) });
      const resumed = makeTrainer();
      resumed.resume(begun.checkpoint());
      const rest = second(37);
      await resumed.fit({ train: rest });
      expect(outcome(resumed).state).toEqual(outcome(whole).state);
      expect(isHeld(rest)).toBe(second === heldAsBytes);
    }
  });

  it('refuses float32 of bytes for a float64 network, and converts when asked', async () => {
    const model = sequential({ inputShape: [PIXELS], dtype: 'float64' }, [dense({ units: 3 })]);
    const { inputs, targets } = heldAsBytes(10);
    const learn = (train: Dataset) => makeTrainer({ model, epochs: 1 }).fit({ train });
    await expect(learn(heldAsBytes(10))).rejects.toThrow(DtypeError);
    const converted = fromArrays({ inputs, targets, dtype: 'float64' });
    expect([converted.inputs.dtype, isHeld(converted)]).toEqual(['float64', true]);
    expect(converted.inputs.toArray()).toEqual(inputs.toArray());
    await learn(converted);
  });
});

describe('predictions and evaluations of bytes', () => {
  it.each(['auto', 'reference'] as const)('have the bits of floats, %s', (backend) => {
    const model = network();
    const [ofBytes, ofFloats] = [heldAsBytes(700), heldAsFloats(700)];
    for (let time = 0; time < 3; time++) {
      const outputs = model.predict(ofBytes.inputs, { backend });
      expect(outputs).toBeBitIdenticalTo(model.predict(ofFloats.inputs, { backend: 'reference' }));
      const request = { model, loss: softmaxCrossEntropy(), metrics: { accuracy }, backend };
      expect(evaluate(request, ofBytes)).toEqual(evaluate(request, ofFloats));
    }
    expect(isHeld(ofBytes)).toBe(true);
  });

  it('and trainings take views', async () => {
    const model = network();
    const images = heldAsBytes(12, 1, [9, 9]);
    const rows = images.inputs.reshape([-1, PIXELS]);
    const expected = model.predict(heldAsFloats(12).inputs);
    expect(model.predict(rows)).toBeBitIdenticalTo(expected);
    const turned = byteTensor(transposed(bytesOf(12, 1), 12), {
      ...{ shape: [PIXELS, 12], scale: SCALE, offset: OFFSET },
    }).transpose();
    expect(model.predict(turned)).toBeBitIdenticalTo(expected);
    const outcomes: ReturnType<typeof outcome>[] = [];
    for (const inputs of [rows, turned, heldAsFloats(12).inputs]) {
      const trainer = makeTrainer({ epochs: 2 });
      await trainer.fit({ train: { ...heldAsFloats(12), inputs } });
      outcomes.push(outcome(trainer));
    }
    expect(outcomes.slice(1)).toEqual([outcomes[0], outcomes[0]]);
    expect([rows, turned].every(({ storage }) => storage.bytes !== undefined)).toBe(true);
  });
});

function transposed(bytes: Uint8Array, rows: number): Uint8Array {
  const columns = bytes.length / rows;
  return bytes.map((_, i) => bytes[(i % rows) * columns + Math.floor(i / rows)]);
}

describe('a dataset of bytes', () => {
  it('stays bytes in its parts, which have the samples of its floats', () => {
    const options = { validation: 0.2, test: 0.1, seed: 7, stratify: true };
    const [ofBytes, ofFloats] = [split(heldAsBytes(50), options), split(heldAsFloats(50), options)];
    for (const part of ['train', 'validation', 'test'] as const) {
      expect(isHeld(ofBytes[part])).toBe(true);
      expect(ofBytes[part].inputs).toBeBitIdenticalTo(ofFloats[part].inputs);
      expect(ofBytes[part].targets).toBeBitIdenticalTo(ofFloats[part].targets);
    }
  });

  it.each([standardize, minMax])('is scaled by %o as its floats are', (fitScaler) => {
    const [ofBytes, ofFloats] = [heldAsBytes(50), heldAsFloats(50)];
    const [a, b] = [fitScaler(ofBytes), fitScaler(ofFloats)];
    expect(a.toJSON()).toEqual(b.toJSON());
    expect(a.apply(ofBytes).inputs).toBeBitIdenticalTo(b.apply(ofFloats).inputs);
    expect(isHeld(ofBytes)).toBe(true);
  });

  it('has the rows of a part of its pictures', () => {
    const indices = [3, 0, 3];
    const parts = [heldAsBytes(9), heldAsFloats(9)].map((dataset) => {
      const [inputs, targets] = [dataset.inputs.slice([2, 8]), dataset.targets.slice([2, 8])];
      const own = { inputs, targets, size: 6 };
      return [takeRows(own.inputs, indices), subset(own, indices).inputs];
    });
    parts[0].forEach((rows, i) => {
      expect(rows).toBeBitIdenticalTo(parts[1][i]);
    });
  });

  it('takes the classes of a file, which stay bytes, too', () => {
    const classes = Int32Array.from({ length: 5 }, (_, i) => i % 3);
    const labels = readIdx(writeIdx(tensor(classes), { type: 'uint8' }));
    const { inputs } = heldAsBytes(5);
    expect(fromArrays({ inputs, targets: labels }).targets).toBeBitIdenticalTo(tensor(classes));
    expect(labels.storage.bytes).toBeDefined();
  });

  it('takes whole numbers of a file as they are', () => {
    const bytes = bytesOf(4, 1);
    const pictures = readIdx(
      writeIdx(tensor(Float32Array.from(bytes), { shape: [4, PIXELS] }), { type: 'uint8' }),
    );
    const dataset = fromArrays({ inputs: pictures, targets: targetsOf(bytes) });
    expect(dataset.inputs).toBeBitIdenticalTo(
      tensor(Float32Array.from(bytes), { shape: [4, PIXELS] }),
    );
    expect(isHeld(dataset)).toBe(true);
  });

  it('refuses bytes that stand for no finite number, and bytes of which nothing is said', () => {
    const inputs = byteTensor(Uint8Array.of(7, 9, 0, 7), { shape: [2, 2], scale: 1 });
    const inverse = tensor(1).div(inputs);
    expect(() => fromArrays({ inputs: inverse, targets: [1, 2] })).toThrow(
      'Infinity in row 1, column 0',
    );
    const safe = inverse.slice([0, 1]);
    expect(fromArrays({ inputs: safe, targets: [1] }).inputs).toBeBitIdenticalTo(safe);
    expect(safe.storage.bytes).toBeDefined();
    const bare = Uint8Array.of(1, 2) as unknown as Float32Array;
    expect(() => fromArrays({ inputs: bare, targets: [1, 2] })).toThrow('byteTensor(');
  });

  it('is cross-validated as its floats are', async () => {
    const run = async (dataset: Dataset) => {
      const result = await crossValidate({
        ...{ dataset, k: 3, stratify: true, seed: 2 },
        training: () => ({
          ...{ model: network(), loss: softmaxCrossEntropy() },
          ...{ optimizer: adam({ learningRate: 0.01 }), epochs: 2, batchSize: 8 },
        }),
      });
      return result.curve;
    };
    expect(await run(heldAsBytes(30))).toEqual(await run(heldAsFloats(30)));
  });
});
