/** A training run may continue with batches of another size from the end of an epoch: everything counts right. */
import { describe, expect, it } from 'vitest';
import { StateError } from '../../../src/errors/errors.ts';
import { batchNorm, dense, sequential } from '../../../src/nn/index.ts';
import { exponential, linear, type Schedule } from '../../../src/schedules/index.ts';
import {
  type Callback,
  earlyStopping,
  progressBar,
  reduceOnPlateau,
  Trainer,
  type TrainerOptions,
  whatIf,
} from '../../../src/train/index.ts';
import { network, options, regression } from '../tasks.ts';

const train = regression({ samples: 100 });

const begin = (overrides: Partial<TrainerOptions> = {}) =>
  new Trainer(options({ model: network(), batchSize: 32, epochs: 5, ...overrides }));

/** Trains some epochs with one size, and continues with another. */
async function changed(
  [first, second]: readonly [Partial<TrainerOptions>, Partial<TrainerOptions>],
  { after = 2, allow = ['batchSize'] } = {},
) {
  const before = begin({ ...first, epochs: after });
  await before.fit({ train });
  const trainer = begin(second);
  trainer.resume(before.checkpoint(), { allow });
  return { before, trainer };
}

describe('batches of another size', () => {
  it.each([
    [32, 64, { iterations: 2 * 4 + 3 * 2, last: 36 }],
    [64, 32, { iterations: 2 * 2 + 3 * 4, last: 4 }],
    [32, 100, { iterations: 2 * 4 + 3, last: 100 }],
    [100, 7, { iterations: 2 + 3 * 15, last: 2 }],
  ])('of %i, then %i samples: ends at the epoch that was asked for', async (from, to, expected) => {
    const { trainer } = await changed([{ batchSize: from }, { batchSize: to }]);
    const plan = trainer.plan(train);
    expect([plan.epochs, plan.iterations, plan.samplesSeen]).toEqual([5, expected.iterations, 500]);
    expect(plan.lastBatchSize).toBe(expected.last);
    const told: object[] = [];
    const note: Callback = (event) => {
      if (event.type !== 'iterationEnd') return;
      const { epoch, iteration, batchSize, learningRate } = event;
      told.push({ epoch, iteration, batchSize, learningRate });
    };
    await trainer.fit({ train, callbacks: [note] });
    expect([trainer.epoch, trainer.iteration, trainer.samplesSeen]).toEqual([
      ...[5, expected.iterations, 500],
    ]);
    const ledger = [...plan.ledger()];
    expect(ledger.slice(-told.length)).toEqual(told);
    expect(ledger).toHaveLength(expected.iterations);
    expect(ledger.slice(0, 2).map(({ batchSize }) => batchSize)).toEqual([
      ...[from, Math.min(from, 100 - from) || from],
    ]);
    const ends = trainer.history.epochs.map(({ epoch, iteration, samplesSeen }) => [
      ...[epoch, iteration, samplesSeen],
    ]);
    const per = (size: number) => Math.ceil(100 / size);
    expect(ends).toEqual([
      ...[1, 2].map((epoch) => [epoch, epoch * per(from), epoch * 100]),
      ...[3, 4, 5].map((epoch) => [epoch, 2 * per(from) + (epoch - 2) * per(to), epoch * 100]),
    ]);
    expect([...new Trainer(trainer.options).plan(train).ledger()]).toHaveLength(5 * per(to));
  });

  it('dropLast may change in the same place', async () => {
    const { trainer } = await changed([{}, { dropLast: true }], { allow: ['dropLast'] });
    await trainer.fit({ train });
    expect([trainer.epoch, trainer.iteration, trainer.samplesSeen]).toEqual([5, 17, 488]);
  });

  it('is as if the training had begun so, where nothing was trained yet', async () => {
    const trainer = begin({ batchSize: 64 });
    trainer.resume(begin().checkpoint(), { allow: ['batchSize'] });
    await trainer.fit({ train });
    expect([trainer.epoch, trainer.iteration]).toEqual([5, 10]);
  });

  it('outlasts further checkpoints, and further changes', async () => {
    const { trainer: second } = await changed([{}, { batchSize: 64, epochs: 3 }]);
    await second.fit({ train });
    const third = begin({ batchSize: 10 });
    third.resume(second.checkpoint(), { allow: ['batchSize'] });
    const batches = [...third.plan(train).ledger()].map(({ batchSize }) => batchSize);
    expect(batches).toEqual([...[32, 32, 32, 4, 32, 32, 32, 4, 64, 36], ...new Array(20).fill(10)]);
    await third.fit({ train });
    expect([third.epoch, third.iteration, third.samplesSeen]).toEqual([5, 30, 500]);
  });

  it('an end by iterations stays where it is', async () => {
    const { trainer } = await changed([{}, { batchSize: 64, epochs: undefined, iterations: 11 }]);
    const { epochs, iterationsInPartialEpoch, samplesSeen } = trainer.plan(train);
    expect([epochs, iterationsInPartialEpoch, samplesSeen]).toEqual([3, 1, 364]);
    await trainer.fit({ train });
    expect([trainer.epoch, trainer.iteration, trainer.samplesSeen]).toEqual([3, 11, 364]);
  });

  it.each<[string, Schedule, number[]]>([
    ['epochs', exponential({ factor: 0.5 }), [1, 1, 1, 1, 0.5, 0.5, 0.5, 0.5, 0.25, 0.25, 0.125]],
    ['iterations', linear(), [1, 13 / 14, 12 / 14, 11 / 14, 10 / 14, 9 / 14, 8 / 14, 7 / 14]],
  ])('a schedule counts %s as they were', async (_, schedule, factors) => {
    const { trainer } = await changed([{ schedule }, { schedule, batchSize: 64 }]);
    const { factorAt } = trainer.plan(train);
    const found = factors.map((_, i) => factorAt(i + 1));
    found.forEach((factor, i) => {
      expect(factor).toBeCloseTo(factors[i], 12);
    });
  });

  it('within an epoch is refused, and changes nothing', async () => {
    const before = begin();
    for (const event of before.run({ train })) {
      if (event.type === 'iterationEnd' && event.iteration === 6) break;
    }
    const trainer = begin({ batchSize: 64 });
    const resume = () => trainer.resume(before.checkpoint(), { allow: ['batchSize'] });
    expect(resume).toThrow(StateError);
    expect(resume).toThrow(
      'resume, batchSize: Expected a checkpoint from the end of an epoch; ' +
        'received one within epoch 2, after iteration 6. Resume with batchSize 32 and ' +
        'dropLast false, up to an epochEnd.',
    );
    expect(trainer.iteration).toBe(0);
    const same = begin();
    same.resume(before.checkpoint());
    await same.fit({ train });
    expect(same.epoch).toBe(5);
  });

  it('are checked ahead where the epochs now end, not where they would have ended', async () => {
    const normed = () =>
      sequential({ inputShape: [3], seed: 1 }, [
        dense({ units: 4 }),
        batchNorm(),
        dense({ units: 2 }),
      ]);
    const before = begin({ model: normed(), batchSize: 100, epochs: 1 });
    await before.fit({ train });
    // Epochs of 2 iterations from here on, with 1 sample in the last batch of each.
    const last = { model: normed(), batchSize: 99, epochs: undefined } as const;
    const within = begin({ ...last, iterations: 2 });
    within.resume(before.checkpoint(), { allow: ['batchSize'] });
    await within.fit({ train });
    expect(within.iteration).toBe(2);
    const over = begin({ ...last, iterations: 3 });
    over.resume(before.checkpoint(), { allow: ['batchSize'] });
    await expect(over.fit({ train })).rejects.toThrow('in a last batch of 1');
  });

  it('are counted from the beginning of the epoch by a progress bar', async () => {
    const { trainer } = await changed([{}, { batchSize: 10 }]);
    let shown = '';
    const write = (text: string) => {
      shown += text;
    };
    const stop: Callback = (event, control) => {
      if (event.type === 'iterationEnd' && event.iteration === 8 + 7) control.stop();
    };
    await trainer.fit({ train, callbacks: [progressBar({ write, interactive: false }), stop] });
    expect(shown).toContain('7 of 10 iterations');
  });
});

describe('patience in epochs, over a change', () => {
  /** Validation losses that get worse from the second epoch on. */
  async function stoppedAt(from: number, to: number, patience: number) {
    const make = (batchSize: number, epochs: number) => {
      const trainer = begin({ batchSize, epochs, metrics: { rising: () => -trainer.epoch } });
      const rule = {
        monitor: 'validation.rising',
        goal: 'maximum',
        patience: { epochs: patience },
      };
      const stopping = earlyStopping({ ...rule, restoreBest: false } as never);
      const reduce = reduceOnPlateau(rule as never);
      return { trainer, stopping, reduce };
    };
    const first = make(from, 2);
    const [data, all] = [
      { train, validation: train },
      ({ stopping, reduce }: typeof first) => [stopping, reduce],
    ];
    await first.trainer.fit({ ...data, callbacks: all(first) });
    const second = make(to, 9);
    second.trainer.resume(first.trainer.checkpoint(), { allow: ['batchSize'] });
    await second.trainer.fit({ ...data, callbacks: all(second) });
    return second;
  }

  it.each([
    [32, 64],
    [64, 32],
    [64, 7],
    [10, 100],
  ])('from %i to %i samples counts epochs, not iterations', async (from, to) => {
    for (const patience of [1, 2, 3]) {
      const { trainer, reduce } = await stoppedAt(from, to, patience);
      // The first validation is the best one; with a patience of 1 the second ends the training.
      expect(trainer.epoch).toBe(1 + patience);
      expect(reduce.reductions.at(0)?.epoch).toBe(1 + patience);
      const hindsight = whatIf(trainer.history, {
        ...{ monitor: 'validation.rising', goal: 'maximum', patience: { epochs: patience } },
      });
      expect([hindsight.stopped, hindsight.end.epoch]).toEqual([true, 1 + patience]);
    }
  });
});
