/** How often other tasks of the event loop have their turn, and that they disturb nothing. */
import { describe, expect, it } from 'vitest';
import { accuracy } from '../../src/metrics/index.ts';
import { dense, relu, sequential } from '../../src/nn/index.ts';
import { nextTask } from '../../src/train/event_loop.ts';
import { type FitRequest, Trainer } from '../../src/train/index.ts';
import { classification, classifying, network, options, regression } from './tasks.ts';

const train = regression();

/** Trains, and counts between which events others had how many turns. */
async function turnsOf(
  trainer: Trainer,
  request: Partial<FitRequest>,
  task: () => void = () => {},
) {
  let training = true;
  let turns = 0;
  const others = (async () => {
    while (training) {
      await nextTask();
      if (training) task();
      turns++;
    }
  })();
  const before = new Map<string, number>();
  let last = 0;
  await trainer.fit({
    train,
    ...request,
    callbacks: [
      ({ type }) => {
        if (!before.has(type)) before.set(type, turns - last);
        last = turns;
      },
    ],
  });
  const all = turns;
  training = false;
  await others;
  return { before, all };
}

describe('yieldEvery', () => {
  it('Infinity: nobody else has a turn', async () => {
    const { all } = await turnsOf(new Trainer(options()), { yieldEvery: Number.POSITIVE_INFINITY });
    expect(all).toBe(0);
  });

  it('0: between two phases, and while the first iteration is compiled', async () => {
    const trainer = new Trainer(options());
    const { before } = await turnsOf(trainer, { yieldEvery: 0 });
    expect(trainer.backend).toBe('wasm');
    for (const phase of ['loss', 'backward', 'update']) {
      expect(before.get(phase)).toBeGreaterThanOrEqual(1);
    }
    // Two traces, kernels, and code.
    expect(before.get('forward')).toBeGreaterThanOrEqual(4);
  });

  it('0: inside of a validation, after each block of rows and each metric', async () => {
    const validation = classification({ samples: 3 * 4096 });
    const model = () => network([dense({ units: 64 }), relu(), dense({ units: 3 })]);
    const trainer = new Trainer(classifying({ model: model(), metrics: { accuracy } }));
    const request = { train: classification(), validation };
    const { before } = await turnsOf(trainer, { ...request, yieldEvery: 0 });
    expect(before.get('validation')).toBeGreaterThanOrEqual(3 + 1);
    const whole = new Trainer(classifying({ model: model(), metrics: { accuracy } }));
    for (const _ of whole.run(request));
    expect(trainer.history.validations).toEqual(whole.history.validations);
  });

  it.each(['auto', 'reference'] as const)('changes no bit, on %s', async (backend) => {
    const numbers = async (yieldEvery: number) => {
      const trainer = new Trainer(
        options({ model: network(), backend, accumulate: 2, batchSize: 6 }),
      );
      // Others look at the model meanwhile, for which it is compiled, and moved.
      const look = () => trainer.model.predict(train.inputs);
      await turnsOf(trainer, { validation: train, yieldEvery }, look);
      return [
        trainer.history.validations,
        trainer.model.parameters().map((parameter) => [...parameter.toTypedArray()]),
      ];
    };
    expect(await numbers(0)).toEqual(await numbers(Number.POSITIVE_INFINITY));
  });

  it.each([-1, Number.NaN, '16'])('is no %s', async (yieldEvery) => {
    const request = { train, yieldEvery } as FitRequest;
    await expect(new Trainer(options()).fit(request)).rejects.toThrow(/fit\.yieldEvery.*Infinity/s);
  });
});

describe('predictInParts', () => {
  const model = sequential({ inputShape: [3], seed: 1 }, [dense({ units: 64 }), relu()]);
  const { inputs } = regression({ samples: 3 * 4096 + 7 });

  it('is predict, with a pause after each block of rows', () => {
    const parts = model.predictInParts(inputs);
    let pauses = 0;
    let next = parts.next();
    for (; next.done !== true; next = parts.next()) pauses++;
    expect(pauses).toBeGreaterThanOrEqual(3);
    expect(next.value).toBeBitIdenticalTo(model.predict(inputs, { backend: 'reference' }));
    expect(model.predict(inputs)).toBeBitIdenticalTo(next.value);
  });

  it('refuses what predict refuses', () => {
    expect(() => model.predictInParts([[1]]).next()).toThrow(/predict.*\[samples, 3\]/s);
  });
});
