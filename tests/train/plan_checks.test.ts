/** What a plan tells of a training run that cannot go well is refused before its first iteration. */
import { describe, expect, it } from 'vitest';
import { stream } from '../../src/data/index.ts';
import { OptionError, ShapeError } from '../../src/errors/errors.ts';
import { batchNorm, dense, flatten, residual } from '../../src/nn/index.ts';
import { sgd } from '../../src/optimizers/index.ts';
import { constant, exponential, type Schedule } from '../../src/schedules/index.ts';
import { Trainer, type TrainerOptions } from '../../src/train/index.ts';
import { discriminativeRates } from '../../src/transfer/index.ts';
import { network, options, regression } from './tasks.ts';

/** Starts a training run: the error, and how far it got. */
function begun(overrides: Partial<TrainerOptions>, samples = 20) {
  const trainer = new Trainer(options({ batchSize: 8, ...overrides }));
  return {
    trainer,
    start: () => {
      for (const event of trainer.run({ train: regression({ samples }) })) {
        if (event.type === 'iterationStart') break;
      }
    },
  };
}

const normalized = () => network([dense({ units: 4 }), batchNorm(), dense({ units: 2 })]);

describe('batchNorm needs two samples, and refuses before the first iteration', () => {
  it.each<[string, Partial<TrainerOptions>, number, string]>([
    ['a last batch of one', {}, 17, 'received 1, in a last batch of 1.'],
    ['batches of one', { batchSize: 1 }, 4, 'received 1, in a batch of 1.'],
    ['one sample', {}, 1, 'received 1, in a last batch of 1.'],
    ['micro-batches of one', { accumulate: 8 }, 16, 'received 1, in a batch of 8.'],
    [
      'a last micro-batch of one',
      { batchSize: 7, accumulate: 3 },
      14,
      'received 1, in a batch of 7.',
    ],
    [
      'a last micro-batch of one in the last batch',
      { accumulate: 2 },
      21,
      'received 1, in a last batch of 5.',
    ],
    [
      'a residual block',
      { model: network([residual([batchNorm()]), dense({ units: 2 })]) },
      17,
      'layers.0.layers.0 (batchNorm)',
    ],
  ])('%s', (_, overrides, samples, received) => {
    const { trainer, start } = begun({ model: normalized(), ...overrides }, samples);
    expect(start).toThrow(ShapeError);
    expect(start).toThrow('Expected at least 2 samples at a time in training');
    expect(start).toThrow(received);
    expect(start).toThrow('Use another batchSize or accumulate, or dropLast: true');
    expect(trainer.iteration).toBe(0);
  });

  it.each<[string, Partial<TrainerOptions>, number]>([
    ['with dropLast', { dropLast: true }, 17],
    ['when the training ends before the last batch', { epochs: undefined, iterations: 2 }, 17],
    ['when no batch has a single sample', { accumulate: 2 }, 20],
    [
      'with several values in each sample',
      {
        batchSize: 1,
        model: network([
          (x) => x.reshape([x.shape[0], 3, 1]),
          batchNorm(),
          flatten(),
          dense({ units: 2 }),
        ]),
      },
      3,
    ],
  ])('and goes through %s', (_, overrides, samples) => {
    const trainer = new Trainer(options({ model: normalized(), ...overrides }));
    for (const _ of trainer.run({ train: regression({ samples }) }));
    expect(trainer.iteration).toBeGreaterThan(1);
  });

  it('and goes through frozen, when it uses its running statistics', () => {
    const model = normalized();
    model.freeze('layers.1');
    const { start } = begun({ model }, 17);
    expect(start).not.toThrow();
  });

  it('of a stream whose length is known, and not of the full batches of another', async () => {
    const trained = (iterations: number, length: { readonly samples?: number }) => {
      const trainer = new Trainer(options({ model: normalized(), epochs: undefined, iterations }));
      return trainer.fit({
        train: stream({ open: () => [regression({ samples: 17 })], ...length }),
      });
    };
    await expect(trained(3, { samples: 17 })).rejects.toThrow('received 1, in a last batch');
    await expect(trained(2, { samples: 17 })).resolves.toBeDefined();
    await expect(trained(2, {})).resolves.toBeDefined();
  });

  it('of the iterations to come only', () => {
    const model = normalized();
    const trainer = new Trainer(options({ model, epochs: undefined, iterations: 2 }));
    for (const _ of trainer.run({ train: regression({ samples: 17 }) }));
    const longer = new Trainer(options({ model: normalized(), epochs: undefined, iterations: 3 }));
    longer.resume(trainer.checkpoint());
    expect(() => longer.run({ train: regression({ samples: 17 }) }).next()).toThrow(ShapeError);
    expect(longer.iteration).toBe(2);
  });
});

describe('a schedule is looked through', () => {
  const by = (unit: Schedule['unit'], factor: Schedule['factor']): Schedule => ({
    name: 'own',
    unit,
    factor,
  });

  it.each<[string, Schedule, string]>([
    ['below 0 late', by('iteration', (count) => (count === 5 ? -1 : 1)), '-1 for iteration 6'],
    [
      'NaN in a later epoch',
      by('epoch', (count) => (count === 1 ? Number.NaN : 1)),
      'NaN for iteration 4',
    ],
    ['infinite', by('iteration', (count) => 1 / (4 - count)), 'Infinity for iteration 5'],
    [
      'so steep',
      exponential({ factor: 1e200, per: 'iteration' }),
      'learning rate of iteration 2: Expected a learning rate that is finite in float32; received 1e+199',
    ],
  ])('%s', (_, schedule, says) => {
    const { trainer, start } = begun({ schedule });
    expect(start).toThrow(OptionError);
    expect(start).toThrow(says);
    expect(trainer.iteration).toBe(0);
  });

  it('not beyond the end of the training', () => {
    const { start } = begun({ schedule: by('iteration', (count) => (count < 6 ? 1 : -1)) });
    expect(start).not.toThrow();
  });

  it('with the rates of groups, which it scales alike', () => {
    const groups = [{ parameters: 'layers.0', learningRate: 1e30 }];
    const { start } = begun({ optimizer: sgd({ groups }), schedule: constant({ factor: 1e10 }) });
    expect(start).toThrow(
      'received 1e+40. Lower the learning rate of the optimizer, or what it is multiplied by.',
    );
  });

  it('in so far as it is short: later counts are told when they come', () => {
    let asked = 0;
    const schedule = by('iteration', () => {
      asked++;
      return 1;
    });
    const { start } = begun({ schedule, epochs: undefined, iterations: 1e9 });
    start();
    expect(asked).toBeLessThanOrEqual(10_001);
  });

  it('and what callbacks make of it is told when it comes', async () => {
    const trainer = new Trainer(options());
    const callbacks = [
      (event: { type: string }, control: { scaleLearningRate(factor: number): void }) => {
        if (event.type === 'iterationEnd') control.scaleLearningRate(1e40);
      },
    ];
    await expect(trainer.fit({ train: regression(), callbacks })).rejects.toThrow(
      'learning rate of iteration 2',
    );
    expect(trainer.iteration).toBe(1);
  });
});

describe('options that float32 cannot hold', () => {
  it.each<[string, () => Partial<TrainerOptions>, string]>([
    ['clip', () => ({ clip: { globalNorm: 1e-46 } }), 'Trainer.clip.globalNorm'],
    ['clip', () => ({ clip: { value: 1e39 } }), 'Trainer.clip.value'],
    [
      'rates by depth',
      () => {
        const model = network();
        const groups = discriminativeRates(model, { learningRate: 1e39 });
        return { model, optimizer: sgd({ groups }) };
      },
      'sgd.learningRate',
    ],
  ])('of %s are refused with the Trainer', (_, overrides, says) => {
    const make = () => new Trainer(options(overrides()));
    expect(make).toThrow(OptionError);
    expect(make).toThrow(says);
    expect(make).toThrow(
      "Choose a number that float32 can hold, or build the network with dtype: 'float64'.",
    );
  });
});
