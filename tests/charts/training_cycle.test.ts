/** The cycle of a training run, with its counts. */
import { describe, expect, it } from 'vitest';
import { trainingCycleChart } from '../../src/charts/index.ts';
import { fromArrays, stream } from '../../src/data/index.ts';
import {
  dense,
  meanSquaredError,
  sequential,
  sgd,
  Trainer,
  type TrainerOptions,
} from '../../src/index.ts';
import { malformed } from './drawn.ts';

const train = fromArrays({
  inputs: Array.from({ length: 10 }, (_, k) => [k]),
  targets: Array.from({ length: 10 }, (_, k) => [k]),
});

function trainer(options: Partial<TrainerOptions> = { epochs: 3 }): Trainer {
  const model = sequential({ inputShape: [1], seed: 7 }, [
    dense({ units: 4 }),
    dense({ units: 1 }),
  ]);
  const loss = meanSquaredError();
  return new Trainer({ model, loss, optimizer: sgd(), batchSize: 4, seed: 7, ...options });
}

describe('the cycle of a training run', () => {
  it('goes through the phases in their order, with the counts of the run', () => {
    const own = trainer();
    const text = trainingCycleChart(own.plan(train), { model: own.model });
    expect(text.split('\n').slice(0, 5)).toEqual([
      '9 iterations: 3 in each of 3 epochs',
      '  ┌─▶ forward   outputs for a batch of 4 samples',
      '  │   loss      one number: how wrong they are',
      '  │   backward  13 gradients: how the loss depends on it',
      '  └── update    the optimizer changes 13 parameters',
    ]);
    expect(text).toContain(String(own.plan(train)));
    const iterations = [...own.run({ train })].filter(({ type }) => type === 'update');
    expect(iterations).toHaveLength(9);
  });

  it('counts the parameters that learn', () => {
    const own = trainer();
    own.model.freeze('layers.0');
    expect(trainingCycleChart(own.plan(train), { model: own.model })).toContain('5 gradients');
    expect(trainingCycleChart(own.plan(train))).toContain('the optimizer changes each parameter');
  });

  it('says how often it goes round where epochs do not divide it', () => {
    const first = (options: Partial<TrainerOptions>) =>
      trainingCycleChart(trainer(options).plan(train)).split('\n')[0];
    expect(first({ epochs: 1 })).toBe('3 iterations: 3 in one epoch');
    expect(first({ iterations: 8 })).toBe('8 iterations: 3 in each of 2 epochs, and 2 of one more');
    expect(first({ iterations: 1 })).toBe('1 iteration: of the 3 of an epoch');
    const endless = stream({ open: async function* () {} });
    const plan = trainer({ iterations: 5 }).plan(endless);
    expect(trainingCycleChart(plan)).toMatch(/^5 iterations: epochs as long as the stream\n/);
  });

  it('says how often gradients are accumulated', () => {
    const plan = trainer({ epochs: 1, accumulate: 3 }).plan(train);
    // Batches of 4 in parts of 2.
    expect(plan.microBatches).toBe(2);
    expect(trainingCycleChart(plan)).toContain('forward, loss and backward 2 times an iteration');
    const own = trainer({ epochs: 1, accumulate: 3 });
    const first = [...own.run({ train })].filter(
      (event) => event.type === 'forward' && event.iteration === 1,
    );
    expect(first).toHaveLength(2);
    expect(trainer().plan(train)).not.toHaveProperty('microBatches');
  });

  it.each([280, 760])('is a picture %i wide, of four phases and four arrows', (width) => {
    const own = trainer();
    const picture = trainingCycleChart(own.plan(train), { as: 'svg', width, model: own.model });
    expect(malformed(picture)).toBeUndefined();
    expect([...picture.matchAll(/>\d\. (\w+)</g)].map(([, name]) => name)).toEqual([
      ...['forward', 'loss', 'backward', 'update'],
    ]);
    expect(picture.match(/class="tip"/g)).toHaveLength(4);
    const places = [
      ...picture.matchAll(/<rect class="f\d"[^>]* x="([\d.]+)" [^>]* width="([\d.]+)"/g),
    ];
    for (const [, x, wide] of places) expect(Number(x) + Number(wide)).toBeLessThanOrEqual(width);
    expect(picture).toContain('9 iterations, 3 in each of 3 epochs. Each is forward: ');
  });

  it('is refused for anything else', () => {
    expect(() => trainingCycleChart({} as never)).toThrow(/a plan.*trainer.plan\(train\)/);
    expect(() => trainingCycleChart(trainer().plan(train), { model: {} as never })).toThrow(
      /model/,
    );
  });
});
