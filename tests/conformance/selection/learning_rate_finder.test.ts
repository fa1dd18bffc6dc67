import { describe, expect, it } from 'vitest';
import { diabetes, iris, standardize } from '../../../src/data/index.ts';
import {
  adam,
  batchNorm,
  dense,
  dropout,
  exponential,
  meanSquaredError,
  relu,
  sequential,
  sgd,
  softmaxCrossEntropy,
  Trainer,
  type TrainerOptions,
} from '../../../src/index.ts';
import { learningRateFinder, learningRateRangeTest } from '../../../src/selection/index.ts';
import { dataset, training } from '../../selection/tasks.ts';

const train = standardize(iris()).apply(iris());

function trainerOf(more: Partial<TrainerOptions> = {}): Trainer {
  const layers = [
    dense({ units: 16 }),
    batchNorm(),
    relu(),
    dropout({ rate: 0.2 }),
    dense({ units: 3 }),
  ];
  return new Trainer({
    model: sequential({ inputShape: [4], seed: 7 }, layers),
    loss: softmaxCrossEntropy(),
    optimizer: sgd({ learningRate: 0.1 }),
    epochs: 5,
    batchSize: 16,
    seed: 7,
    ...more,
  });
}

describe('learningRateFinder', () => {
  it('leaves trainer and model as they are, to the bit: weights, running statistics, counters', async () => {
    const trainer = trainerOf();
    trainer.model.freeze('layers.0');
    const bits = () => Object.values(trainer.model.state()).map((x) => x.toTypedArray());
    const before = bits();
    await learningRateFinder(trainer, { train });
    expect(bits()).toEqual(before);
    expect([trainer.iteration, trainer.history.epochs.length]).toEqual([0, 0]);
    await trainer.fit({ train });
    const untouched = trainerOf();
    untouched.model.freeze('layers.0');
    await untouched.fit({ train });
    expect(trainer.history.epochs.map(({ loss }) => loss)).toEqual(
      untouched.history.epochs.map(({ loss }) => loss),
    );
  });

  it('tries rates that grow by the same factor, from the first to the last', async () => {
    const { points, diverged } = await learningRateFinder(trainerOf(), {
      train,
      from: 1e-6,
      to: 1e-2,
      iterations: 41,
    });
    expect(diverged).toBe(false);
    expect(points.map(({ iteration }) => iteration)).toEqual(
      Array.from({ length: 41 }, (_, i) => i + 1),
    );
    points.forEach(({ learningRate }, i) => {
      expect(Math.log10(learningRate)).toBeCloseTo(-6 + i / 10, 10);
    });
  });

  it('notes the loss that follows each update, as a training run with these rates has it', async () => {
    const rates = { from: 0.01, to: 0.1, iterations: 10 };
    const { points } = await learningRateFinder(
      trainerOf({ schedule: exponential({ factor: 0.1 }) }),
      {
        train,
        ...rates,
      },
    );
    const factor = (count: number) => points[Math.min(count, 9)].learningRate / 0.1;
    const schedule = { name: 'same', unit: 'iteration', factor } as const;
    const twin = trainerOf({ epochs: undefined, iterations: 11, schedule, recordIterations: true });
    const { iterations } = await twin.fit({ train });
    expect(points.map(({ loss }) => loss)).toEqual(iterations.slice(1).map(({ loss }) => loss));
  });

  it('smooths by an average without bias towards its start', async () => {
    const { points } = await learningRateFinder(trainerOf(), {
      train,
      iterations: 20,
      smoothing: 0.5,
    });
    expect(points[0].smoothed).toBe(points[0].loss);
    const [a, b, c] = points.map(({ loss }) => loss);
    expect(points[2].smoothed).toBeCloseTo((a + 2 * b + 4 * c) / 7, 12);
    const raw = await learningRateFinder(trainerOf(), { train, iterations: 20, smoothing: 0 });
    expect(raw.points.map(({ smoothed }) => smoothed)).toEqual(raw.points.map(({ loss }) => loss));
  });

  it('ends where the loss breaks away, and also where it is not finite', async () => {
    const task = {
      ...training()({ train: dataset, seed: 1 }),
      optimizer: sgd({ learningRate: 1 }),
    };
    const slowly = await learningRateFinder(new Trainer(task), { train: dataset, to: 100 });
    expect(slowly.diverged).toBe(true);
    const smoothed = slowly.points.map((point) => point.smoothed);
    const brokeAway = smoothed.map((value, at) => {
      const lowest = Math.min(...smoothed.slice(0, at + 1));
      return value > lowest + 3 * Math.max(lowest, smoothed[0] - lowest);
    });
    expect(brokeAway.indexOf(true)).toBe(smoothed.length - 1);
    const atOnce = await learningRateFinder(new Trainer(training()({ train: dataset, seed: 1 })), {
      train: dataset,
      from: 1e-3,
      to: 1e35,
      iterations: 10,
    });
    expect(atOnce.diverged).toBe(true);
    expect(atOnce.points.length).toBeLessThan(10);
  });

  it('suggests a rate that trains well, for sgd and for adam', async () => {
    const scaled = standardize(diabetes(), { of: 'targets' }).apply(
      standardize(diabetes()).apply(diabetes()),
    );
    // Fifteen seeds: with a third of them, plain descent is not below 0.7 after five epochs.
    const seeds = Array.from({ length: 15 }, (_, seed) => seed + 1);
    const reached = async (optimizer: typeof sgd | typeof adam, seed: number) => {
      const make = (learningRate: number) =>
        new Trainer({
          model: sequential({ inputShape: [10], seed }, [
            dense({ units: 32 }),
            relu(),
            dense({ units: 1 }),
          ]),
          loss: meanSquaredError(),
          optimizer: optimizer({ learningRate }),
          epochs: 5,
          seed,
        });
      const {
        suggestion = 0,
        lowest,
        steepest = 0,
      } = await learningRateFinder(make(1), { train: scaled });
      expect(suggestion).toBe(Math.min(steepest, lowest.learningRate / 10));
      const lossAt = async (rate: number) =>
        (await make(rate).fit({ train: scaled })).epochs[4].loss;
      const [low, suggested] = [await lossAt(suggestion / 30), await lossAt(suggestion)];
      expect(suggested).toBeLessThan(low);
      return suggested;
    };
    for (const optimizer of [sgd, adam]) {
      const losses: number[] = [];
      for (const seed of seeds) losses.push(await reached(optimizer, seed));
      expect(losses.toSorted((a, b) => a - b)[7]).toBeLessThan(0.7);
    }
  });

  it('gives the same bits again, as JSON and as a table', async () => {
    const find = () => learningRateFinder(trainerOf(), { train });
    const [first, second] = [await find(), await find()];
    expect(JSON.stringify(first)).toBe(JSON.stringify(second));
    expect(`${first}`).toMatch(/^iteration +learning rate +smoothed loss\n/);
    expect(`${first}`).toMatch(/suggestion: \d\.\de[+-]\d/);
  });

  it.each([
    ['that reaches the last rate', { from: 1e-6, to: 1e-2, iterations: 41 }],
    ['that breaks away', { to: 100 }],
    ['with a loss that overflows', { from: 1e-3, to: 1e35, iterations: 10 }],
  ])('is the same, point by point, as a generator: a test %s', async (_, rates) => {
    const found = await learningRateFinder(trainerOf(), { train, ...rates });
    const trainer = trainerOf();
    const test = learningRateRangeTest(trainer, { train, ...rates });
    const points: unknown[] = [];
    let next = test.next();
    for (; next.done !== true; next = test.next()) points.push(next.value);
    expect(points).toEqual(found.points);
    expect(`${next.value}`).toBe(`${found}`);
    expect(JSON.stringify(next.value)).toBe(JSON.stringify(found));
    expect(trainer.iteration).toBe(0);
  });

  it('refuses at once what the generator cannot do', () => {
    expect(() => learningRateRangeTest(trainerOf(), { train, from: 1, to: 1 })).toThrow(
      /learningRateRangeTest\.to.*above the first one, 1/,
    );
    expect(() => learningRateRangeTest({} as never, { train })).toThrow(
      /learningRateRangeTest\.trainer/,
    );
  });

  it('suggests nothing where the loss only rises', async () => {
    const curve = await learningRateFinder(trainerOf(), {
      train,
      from: 1e4,
      to: 1e6,
      smoothing: 0,
      iterations: 10,
    });
    expect(curve.suggestion).toBeUndefined();
    expect(`${curve}`).toContain('no suggestion');
  });

  it('refuses what cannot be', async () => {
    const find = (given: object, trainer = trainerOf()) =>
      learningRateFinder(trainer, { train, ...given });
    await expect(find({ from: 1, to: 1 })).rejects.toThrow(
      /learningRateFinder\.to.*above the first one, 1/,
    );
    await expect(find({ iterations: 9 })).rejects.toThrow(/10 or more/);
    await expect(find({ smoothing: 1 })).rejects.toThrow(/smoothing/);
    await expect(find({ train: [] })).rejects.toThrow(/a dataset/);
    await expect(find({ epochs: 3 })).rejects.toThrow(/unknown option "epochs"/);
    const still = trainerOf({ optimizer: sgd({ learningRate: 0 }) });
    await expect(find({}, still)).rejects.toThrow(
      /learning rate above 0; received learning rate 0/,
    );
    await expect(find({}, {} as never)).rejects.toThrow(/a Trainer whose optimizer/);
    await expect(find({ signal: AbortSignal.abort(new Error('no')) })).rejects.toThrow('no');
  });
});
