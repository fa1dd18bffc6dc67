/** The arithmetic of epochs, iterations and batches, against counting one by one. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OptionError } from '../../src/errors/errors.ts';
import { adam, sgd } from '../../src/optimizers/index.ts';
import { cosine, exponential, type Schedule, stepDecay } from '../../src/schedules/index.ts';
import { type LedgerEntry, Trainer, type TrainerOptions } from '../../src/train/index.ts';
import { options, regression } from './tasks.ts';

const planOf = (samples: number, overrides: Partial<TrainerOptions>, validation = true) =>
  new Trainer(options(overrides)).plan(regression({ samples }), { validation });

interface Configuration {
  readonly samples: number;
  readonly batchSize: number;
  readonly dropLast: boolean;
  readonly epochs: number | undefined;
  readonly iterations: number | undefined;
  readonly validateEvery: { epochs: number } | { iterations: number };
}

const count = (max: number) => fc.integer({ min: 1, max });

const configuration: fc.Arbitrary<Configuration> = fc
  .record({
    samples: count(60),
    batchSize: count(70),
    dropLast: fc.boolean(),
    epochs: fc.option(count(6), { nil: undefined }),
    iterations: fc.option(count(80), { nil: undefined }),
    validateEvery: fc.oneof(fc.record({ epochs: count(4) }), fc.record({ iterations: count(12) })),
  })
  .filter(({ epochs, iterations }) => epochs !== undefined || iterations !== undefined)
  .filter(({ samples, batchSize, dropLast }) => !dropLast || samples >= batchSize);

/** Goes through a training sample by sample, knowing no formula. */
function walk({ samples, batchSize, dropLast, epochs, iterations, validateEvery }: Configuration) {
  const ledger: Omit<LedgerEntry, 'learningRate'>[] = [];
  let complete = 0;
  let inPartial = 0;
  let seen = 0;
  let validations = 0;
  const over = () => ledger.length === iterations;
  while (complete !== epochs && !over()) {
    const open = Array.from({ length: samples }, (_, i) => i);
    inPartial = 0;
    while (open.length > 0 && !over()) {
      const batch = open.splice(0, batchSize);
      if (batch.length < batchSize && dropLast) break;
      ledger.push({ epoch: complete + 1, iteration: ledger.length + 1, batchSize: batch.length });
      inPartial++;
      seen += batch.length;
      if ('iterations' in validateEvery && ledger.length % validateEvery.iterations === 0) {
        validations++;
      }
    }
    const whole = open.length === 0 || (dropLast && open.length < batchSize);
    if (!whole) break;
    complete++;
    inPartial = 0;
    if ('epochs' in validateEvery && complete % validateEvery.epochs === 0) validations++;
  }
  return { ledger, complete, inPartial, seen, validations };
}

describe('plan()', () => {
  it('agrees with counting samples one by one, for any configuration', () => {
    fc.assert(
      fc.property(configuration, (given) => {
        const { samples, ...rest } = given;
        const plan = planOf(samples, rest);
        const walked = walk(given);
        expect([...plan.ledger()].map(({ learningRate: _, ...entry }) => entry)).toEqual(
          walked.ledger,
        );
        expect(plan.iterations).toBe(walked.ledger.length);
        expect(plan.epochs).toBe(walked.complete);
        expect(plan.iterationsInPartialEpoch).toBe(walked.inPartial);
        expect(plan.samplesSeen).toBe(walked.seen);
        expect(plan.validations).toBe(walked.validations);
        const first = walk({ ...given, epochs: 1, iterations: undefined });
        expect(plan.iterationsPerEpoch).toBe(first.ledger.length);
        expect(plan.lastBatchSize).toBe(first.ledger.at(-1)?.batchSize);
      }),
      { numRuns: 500 },
    );
  });

  it('1000 samples in batches of 128 for 10 epochs: 80 iterations, 10,000 samples seen', () => {
    const plan = planOf(1000, { batchSize: 128, epochs: 10 });
    expect(plan).toMatchObject({
      samples: 1000,
      batchSize: 128,
      iterationsPerEpoch: 8,
      lastBatchSize: 104,
      epochs: 10,
      iterations: 80,
      iterationsInPartialEpoch: 0,
      samplesSeen: 10_000,
      validations: 10,
    });
    expect([...plan.ledger()]).toHaveLength(80);
    expect(`${plan}`).toBe(
      [
        '1,000 samples in batches of 128',
        'one epoch:  8 iterations, the last of 104 samples',
        'in total:   10 epochs = 80 iterations, 10,000 samples seen',
        'validation: 10 times',
      ].join('\n'),
    );
  });

  it('the same without the remainder: 70 iterations, 8,960 samples seen', () => {
    const plan = planOf(1000, { batchSize: 128, epochs: 10, dropLast: true });
    expect(plan).toMatchObject({ iterationsPerEpoch: 7, lastBatchSize: 128, iterations: 70 });
    expect(plan.samplesSeen).toBe(8960);
  });

  it('says when iterations end within an epoch', () => {
    const plan = planOf(1000, { batchSize: 128, epochs: undefined, iterations: 20 });
    expect(plan).toMatchObject({ epochs: 2, iterationsInPartialEpoch: 4, samplesSeen: 2512 });
    expect(`${plan}`).toContain('2 epochs and 4 iterations of one more = 20 iterations');
  });

  it('of epochs and iterations, takes what ends first', () => {
    expect(planOf(10, { batchSize: 5, epochs: 3, iterations: 5 }).iterations).toBe(5);
    expect(planOf(10, { batchSize: 5, epochs: 3, iterations: 7 }).iterations).toBe(6);
  });

  it('counts no validations without a validation set', () => {
    expect(planOf(10, { epochs: 5 }, false).validations).toBe(0);
  });

  it('does not touch the network: it can be asked before training', () => {
    const trainer = new Trainer(options());
    const before = trainer.model.state();
    [...trainer.plan(regression()).ledger()];
    expect(trainer.iteration).toBe(0);
    for (const [name, t] of Object.entries(trainer.model.state())) {
      expect(t).toBeBitIdenticalTo(before[name]);
    }
  });

  it('can be walked through again', () => {
    const plan = planOf(10, { epochs: 2 });
    expect([...plan.ledger()]).toEqual([...plan.ledger()]);
  });

  it.each<[string, number, Partial<TrainerOptions>, string]>([
    [
      'fewer samples than a batch, without the remainder',
      5,
      { batchSize: 8, dropLast: true },
      'plan: not a single batch. Expected a batchSize of at most 5 with dropLast; received 5 ' +
        'samples in batches of 8. Lower batchSize, or leave dropLast out.',
    ],
    ['no samples', 0, {}, 'Expected samples; received 0 samples in batches of 8'],
  ])('refuses %s', (_, samples, overrides, says) => {
    expect(() => planOf(samples, overrides)).toThrow(OptionError);
    expect(() => planOf(samples, overrides)).toThrow(says);
  });

  it.each([undefined, null, 3, {}, { size: 3 }])('refuses %j, which is no dataset', (value) => {
    expect(() => new Trainer(options()).plan(value as never)).toThrow(
      'Expected a dataset { inputs, targets, size }',
    );
  });
});

describe('the learning rates of a plan', () => {
  /** 10 samples in batches of 4, so that an epoch has 3 iterations. */
  const rates = (overrides: Partial<TrainerOptions>) =>
    [...planOf(10, { batchSize: 4, epochs: 2, ...overrides }).ledger()].map(
      ({ learningRate }) => learningRate,
    );
  const optimizer = sgd({ learningRate: 0.5 });

  it('are that of the optimizer without a schedule', () => {
    expect(rates({ optimizer: adam({ learningRate: 0.3 }) })).toEqual(new Array(6).fill(0.3));
  });

  it('change by the epoch or by the iteration, as the schedule says', () => {
    expect(rates({ optimizer, schedule: exponential({ factor: 0.5 }) })).toEqual([
      0.5, 0.5, 0.5, 0.25, 0.25, 0.25,
    ]);
    expect(rates({ optimizer, schedule: stepDecay({ every: 2, per: 'iteration' }) })).toEqual(
      [1, 1, 0.1, 0.1, 0.1 * 0.1, 0.1 * 0.1].map((factor) => 0.5 * factor),
    );
  });

  it('are told the total to stretch over, in their own unit', () => {
    const asked: [string, number, number][] = [];
    const spy = (unit: Schedule['unit']): Schedule => ({
      name: 'spy',
      unit,
      factor(done, total) {
        asked.push([unit, done, total]);
        return 1;
      },
    });
    rates({ schedule: spy('epoch'), epochs: undefined, iterations: 4 });
    rates({ schedule: spy('iteration'), epochs: undefined, iterations: 4 });
    expect(asked).toEqual([
      ['epoch', 0, 2],
      ['epoch', 0, 2],
      ['epoch', 0, 2],
      ['epoch', 1, 2],
      ['iteration', 0, 4],
      ['iteration', 1, 4],
      ['iteration', 2, 4],
      ['iteration', 3, 4],
    ]);
    expect(rates({ schedule: cosine(), optimizer })[3]).toBeCloseTo(0.25, 12);
  });

  it('may be 0: then nothing changes, and nothing becomes NaN', () => {
    expect(rates({ optimizer: sgd({ learningRate: 0 }), schedule: cosine() })).toEqual(
      new Array(6).fill(0),
    );
  });

  it.each([Number.NaN, -1, Number.POSITIVE_INFINITY])('refuse the factor %d', (factor) => {
    const schedule: Schedule = {
      name: 'mine',
      unit: 'iteration',
      factor: (done) => (done === 3 ? factor : 1),
    };
    expect(() => rates({ schedule })).toThrow(OptionError);
    expect(() => rates({ schedule })).toThrow(
      `Trainer.schedule (mine): Expected a finite number, 0 or more, as the factor of a learning rate; received ${factor} for iteration 4`,
    );
  });
});
