/** What the console shows of a training run, and what JSON and clones keep of its events. */
import { inspect } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { fromArrays } from '../../../src/data/index.ts';
import {
  dense,
  meanSquaredError,
  sequential,
  sgd,
  Trainer,
  type TrainingEvent,
} from '../../../src/index.ts';

const train = fromArrays({ inputs: [1, 2, 3], targets: [2, 4, 6] });

function makeTrainer(epochs = 1): Trainer {
  const model = sequential({ inputShape: [1], seed: 7 }, [dense({ units: 1 })]);
  const options = { model, loss: meanSquaredError(), optimizer: sgd({ learningRate: 0.01 }) };
  const bottomless = () => Number.NEGATIVE_INFINITY;
  return new Trainer({ ...options, epochs, batchSize: 2, seed: 7, metrics: { bottomless } });
}

type Type = TrainingEvent['type'];

interface Told {
  readonly json: Record<string, unknown>;
  readonly shown: string;
  readonly clone: unknown;
  readonly event: TrainingEvent;
}

function told(event: TrainingEvent): Told {
  let clone: unknown;
  try {
    clone = structuredClone(event);
  } catch (error) {
    clone = error;
  }
  return { json: JSON.parse(JSON.stringify(event)), shown: inspect(event), clone, event };
}

describe('events', () => {
  const first = new Map<Type, Told>();
  const of = (type: Type) => first.get(type) as Told;

  beforeAll(() => {
    for (const event of makeTrainer().run({ train, validation: train })) {
      if (!first.has(event.type)) first.set(event.type, told(event));
    }
  });

  it('keep their tensors in JSON', () => {
    expect(of('forward').json).toMatchObject({
      ...{ type: 'forward', epoch: 1, iteration: 1, microBatch: 1 },
      outputs: {
        dtype: 'float32',
        shape: [2, 1],
        values: [[expect.any(Number)], [expect.any(Number)]],
      },
      activations: { 'layers.0': { shape: [2, 1] } },
    });
    expect(of('backward').json).toMatchObject({ gradients: { 'layers.0.bias': { shape: [1] } } });
    expect(of('update').json).toMatchObject({ parameters: { 'layers.0.bias': { shape: [1] } } });
  });

  it('keep their lists and numbers that JSON has no text for', () => {
    expect(of('iterationStart').json.indices).toEqual([expect.any(Number), expect.any(Number)]);
    expect(of('validation').json.metrics).toEqual({ bottomless: '-Infinity' });
    expect(of('epochEnd').json.validation).toMatchObject({ metrics: { bottomless: '-Infinity' } });
    expect(of('trainStart').json.plan).toMatchObject({ samples: 3, iterations: 2 });
  });

  it('refuse a clone that would lose their values, and are cloned whole otherwise', () => {
    const refused = [...first].filter(([, { clone }]) => clone instanceof Error);
    expect(refused.map(([type]) => type)).toEqual(['trainStart', 'forward', 'backward', 'update']);
    expect(String(of('forward').clone)).toMatch(/DataCloneError/);
    for (const [, { clone, event }] of first) {
      if (!(clone instanceof Error)) expect(clone).toEqual({ ...event });
    }
  });

  it('show their values in the console', () => {
    expect(of('forward').shown).toMatch(/outputs: tensor float32 \[2, 1\]/);
    expect(of('backward').shown).toMatch(/'layers.0.bias': tensor float32 \[1\]/);
    expect(of('update').shown).toMatch(/gradientNorm: \d.*parameters: \{/s);
    expect(of('trainStart').shown).toContain('3 samples in batches of 2');
    for (const [, { shown }] of first) expect(shown).not.toMatch(/\[Function|\[Getter|toJSON/);
  });

  it('of the past refuse JSON, and say in the console why there is nothing to see', () => {
    const { event } = of('forward');
    expect(() => JSON.stringify(event)).toThrow(/to be read before the next phase/);
    expect(inspect(event)).toContain("'outputs, activations': 'overwritten by a later phase'");
  });

  it('that a resumed run tells late are as exact', () => {
    const trainer = makeTrainer();
    for (const { type } of trainer.run({ train, validation: train })) {
      if (type === 'update' && trainer.iteration === 2) break;
    }
    const resumed = makeTrainer();
    resumed.resume(trainer.checkpoint());
    const events = [...resumed.run({ train, validation: train })];
    const late = events.find(({ type }) => type === 'validation');
    expect(JSON.stringify(late)).toContain('"bottomless":"-Infinity"');
  });
});

describe('the console', () => {
  it('shows a model by its layers, also within something else', () => {
    const { model } = makeTrainer();
    expect(inspect(model)).toBe(String(model.summary()));
    expect(String(model)).toContain('layers.0  dense');
    expect(inspect(model.summary())).toContain('2 parameters');
  });

  it('shows a Trainer by what it does and where it is', async () => {
    const trainer = makeTrainer(3);
    const [head, how] = inspect(trainer).split('\n');
    expect(head).toBe('Trainer at epoch 0 of 3, iteration 0');
    expect(how).toBe('meanSquaredError, sgd at learning rate 0.01, batches of 2');
    await trainer.fit({ train });
    expect(String(trainer)).toMatch(
      /^Trainer at epoch 3 of 3, iteration 6\n.*\nloss of the last epoch [\d.]+\nlayer /,
    );
  });

  it('shows a plan and a history as tables', async () => {
    const trainer = makeTrainer(20);
    expect(inspect(trainer.plan(train))).toBe(String(trainer.plan(train)));
    expect(inspect(trainer.history)).toBe('no epoch completed yet');
    const history = await trainer.fit({ train, validation: train });
    const lines = inspect(history).split('\n');
    expect(lines[0].split(/ {2,}/)).toEqual([
      ...['epoch', 'iteration', 'loss', 'validation loss', 'bottomless'],
    ]);
    const numbers = lines.slice(1).map((line) => line.trim().split(' ')[0]);
    expect(numbers).toEqual(['1', '2', '3', '4', '5', '…', '16', '17', '18', '19', '20']);
  });

  it('shows an error once, and JSON has all of it', () => {
    const { error } = (() => {
      try {
        return { error: dense({ units: -1 }) as unknown };
      } catch (error) {
        return { error };
      }
    })();
    expect(inspect(error).match(/received -1/g)).toHaveLength(1);
    expect(JSON.parse(JSON.stringify(error))).toEqual({
      name: 'OptionError',
      message: String((error as Error).message),
      ...{ where: 'dense.units', expected: 'a whole number, 1 or more', received: '-1' },
      remedy: 'Pass for example units: 8.',
    });
  });
});
