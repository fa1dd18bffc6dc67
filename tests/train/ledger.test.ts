/** A finished training has done what was planned: the difference of the two is empty. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromArrays } from '../../src/data/index.ts';
import { dense } from '../../src/nn/index.ts';
import { sgd } from '../../src/optimizers/index.ts';
import { cosine, exponential, stepDecay, warmUp } from '../../src/schedules/index.ts';
import { type LedgerEntry, Trainer, type TrainingEvent } from '../../src/train/index.ts';
import { network, ofType, options, regression } from './tasks.ts';

/** Entries of either list that the other does not have, in its place. */
function difference(planned: readonly LedgerEntry[], done: readonly LedgerEntry[]): string[] {
  const longest = Math.max(planned.length, done.length);
  return Array.from({ length: longest }, (_, i) =>
    [planned[i], done[i]].map((e) => JSON.stringify(e)),
  )
    .filter(([a, b]) => a !== b)
    .map(([a, b]) => `planned ${a}, done ${b}`);
}

const entry = ({ epoch, iteration, batchSize, learningRate }: LedgerEntry): LedgerEntry => ({
  epoch,
  iteration,
  batchSize,
  learningRate,
});

const count = (max: number) => fc.integer({ min: 1, max });

const schedules = fc.constantFrom(
  undefined,
  exponential({ factor: 0.7 }),
  exponential({ factor: 0.9, per: 'iteration' }),
  cosine({ warmUp: 2 }),
  cosine({ per: 'epoch' }),
  warmUp(stepDecay({ every: 2 }), { over: 3 }),
);

const configuration = fc
  .record({
    samples: count(30),
    batchSize: count(35),
    dropLast: fc.boolean(),
    shuffle: fc.boolean(),
    epochs: fc.option(count(4), { nil: undefined }),
    iterations: fc.option(count(25), { nil: undefined }),
    accumulate: count(4),
    schedule: schedules,
    validateEvery: fc.oneof(fc.record({ epochs: count(3) }), fc.record({ iterations: count(7) })),
    validated: fc.boolean(),
    seed: fc.integer(),
  })
  .filter(({ epochs, iterations }) => epochs !== undefined || iterations !== undefined)
  .filter(({ samples, batchSize, dropLast }) => !dropLast || samples >= batchSize)
  .filter(({ batchSize, accumulate }) => accumulate <= batchSize);

const linear = () => network([dense({ units: 1 })], { features: 1 });
const smooth = (samples: number) => regression({ samples, features: 1, outputs: 1 });

describe('a finished training', () => {
  it('has emitted the ledger of its plan, for any configuration', () => {
    fc.assert(
      fc.property(configuration, ({ samples, validated, ...given }) => {
        const optimizer = sgd({ learningRate: 0.3 });
        const trainer = new Trainer(
          options({
            ...given,
            model: linear(),
            optimizer,
            recordIterations: true,
            backend: 'reference',
          }),
        );
        const train = smooth(samples);
        const plan = trainer.plan(train, { validation: validated });
        const planned = [...plan.ledger()];
        const events: TrainingEvent[] = [
          ...trainer.run({ train, ...(validated && { validation: smooth(3) }) }),
        ];
        const started = ofType(events, 'iterationStart');
        const ended = ofType(events, 'iterationEnd');
        expect(difference(planned, started.map(entry))).toEqual([]);
        expect(difference(planned, ended.map(entry))).toEqual([]);
        expect(difference(planned, trainer.history.iterations.map(entry))).toEqual([]);

        expect(trainer.iteration).toBe(plan.iterations);
        expect(trainer.epoch).toBe(plan.epochs);
        expect(trainer.samplesSeen).toBe(plan.samplesSeen);
        expect(ofType(events, 'epochEnd')).toHaveLength(plan.epochs);
        expect(ofType(events, 'validation')).toHaveLength(plan.validations);
        const [end] = ofType(events, 'trainEnd');
        const byEpochs = given.epochs !== undefined && plan.epochs === given.epochs;
        expect(end.reason).toBe(byEpochs ? 'epochs' : 'iterations');

        const micro = Math.ceil(given.batchSize / given.accumulate);
        const forwards = planned.map(({ batchSize }) => Math.ceil(batchSize / micro));
        expect(ofType(events, 'forward')).toHaveLength(forwards.reduce((a, b) => a + b, 0));

        // Every epoch uses each sample once, or leaves out the remainder; a partial one, fewer.
        for (let epoch = 1; epoch <= plan.epochs; epoch++) {
          const used = started.filter((event) => event.epoch === epoch);
          const rows = used.flatMap(({ indices }) => [...indices]);
          const remainder = given.dropLast ? samples % given.batchSize : 0;
          expect(rows).toHaveLength(samples - remainder);
          expect(new Set(rows).size).toBe(rows.length);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('over 1000 samples in batches of 128 for 10 epochs has 80 iterations and 10,000 samples seen', () => {
    const trainer = new Trainer(options({ model: linear(), batchSize: 128, epochs: 10 }));
    const events = [...trainer.run({ train: smooth(1000) })];
    expect(ofType(events, 'iterationEnd')).toHaveLength(80);
    const { iteration, epoch, samplesSeen, iterations, epochs, batchSize } = trainer;
    expect({ iteration, epoch, samplesSeen, iterations, epochs, batchSize }).toEqual({
      iteration: 80,
      epoch: 10,
      samplesSeen: 10_000,
      iterations: undefined,
      epochs: 10,
      batchSize: 128,
    });
    expect(trainer.history.epochs.map((record) => record.samplesSeen)).toEqual(
      Array.from({ length: 10 }, (_, i) => 1000 * (i + 1)),
    );
  });

  it('has counters that nobody can set', () => {
    const trainer = new Trainer(options());
    for (const name of ['epoch', 'iteration', 'samplesSeen', 'batchSize']) {
      expect(() => Object.assign(trainer, { [name]: 3 }), name).toThrow(TypeError);
    }
  });

  it('has applied the planned learning rates, in groups in proportion', () => {
    // The loss is the output itself, so in every iteration the gradient of the bias is 1 and that of
    // the weight the mean of the inputs, 1 too.
    const model = network([dense({ units: 1 })], { features: 1 });
    const trainer = new Trainer(
      options({
        model,
        loss: { name: 'output', perSample: (y) => y, mean: (y) => y.mean() },
        optimizer: sgd({
          learningRate: 0.5,
          groups: [{ parameters: 'layers.0.weight', learningRate: 2 }],
        }),
        schedule: exponential({ factor: 0.5, per: 'iteration' }),
        epochs: undefined,
        iterations: 4,
      }),
    );
    const [weight, bias] = model.parameters();
    weight.assign([0]);
    const ones = fromArrays({ inputs: [1, 1, 1, 1], targets: [0, 0, 0, 0] });
    for (const _ of trainer.run({ train: ones }));
    const factors = 1 + 0.5 + 0.25 + 0.125;
    expect(bias.item()).toBe(-0.5 * factors);
    expect(weight.item()).toBe(-2 * factors);
  });
});
