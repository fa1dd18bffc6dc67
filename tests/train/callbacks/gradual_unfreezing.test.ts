/** Which layers learn in which epoch. */
import { describe, expect, it } from 'vitest';
import { OptionError } from '../../../src/errors/errors.ts';
import { batchNorm, dense, dropout, type Model, tanh } from '../../../src/nn/index.ts';
import { adam } from '../../../src/optimizers/index.ts';
import { readCheckpoint, writeCheckpoint } from '../../../src/persistence/index.ts';
import {
  type GradualUnfreezingOptions,
  gradualUnfreezing,
  Trainer,
  type TrainerOptions,
  type TrainingEvent,
} from '../../../src/train/index.ts';
import { network, options, regression } from '../tasks.ts';

const train = regression();
const makeModel = () =>
  network([
    dense({ units: 4 }),
    batchNorm(),
    tanh(),
    dropout({ rate: 0.2 }),
    dense({ units: 4 }),
    dense({ units: 2 }),
  ]);

function makeTrainer(overrides: Partial<TrainerOptions> = {}): Trainer {
  const optimizer = adam({ learningRate: 0.05 });
  return new Trainer(options({ model: makeModel(), optimizer, epochs: 9, ...overrides }));
}

/** For each iteration the layers that moved, by number. */
async function movements(trainer: Trainer, every = { epochs: 2 }): Promise<string[]> {
  const { model } = trainer;
  const moved: string[] = [];
  let before = model.state();
  const watch = (event: TrainingEvent) => {
    if (event.type !== 'iterationEnd') return;
    const after = model.state();
    const names = Object.keys(after).filter(
      (name) => `${after[name].toTypedArray()}` !== `${before[name].toTypedArray()}`,
    );
    moved.push([...new Set(names.map((name) => name.split('.')[1]))].sort().join(' '));
    before = after;
  };
  await trainer.fit({ train, callbacks: [gradualUnfreezing({ model, every }), watch] });
  return moved;
}

const repeat = (value: string, times: number) => new Array<string>(times).fill(value);
/** 3 iterations in each of 9 epochs. */
const EXPECTED = [
  ...repeat('5', 6),
  ...repeat('4 5', 6),
  ...repeat('1 4 5', 6),
  ...repeat('0 1 4 5', 9),
];

const values = (model: Model) => Object.values(model.state()).map((t) => `${t.toTypedArray()}`);

describe('gradualUnfreezing', () => {
  it.each(['reference', 'wasm'] as const)(
    'thaws from the last layer on, on %s',
    async (backend) => {
      expect(await movements(makeTrainer({ backend }))).toEqual(EXPECTED);
    },
  );

  it('counts epochs of a training run that is resumed, in the middle of one, to the same bits', async () => {
    const straight = makeTrainer();
    await movements(straight);
    for (const at of [1, 6, 8, 14]) {
      const left = makeTrainer();
      const thaw = gradualUnfreezing({ model: left.model, every: { epochs: 2 } });
      const leave = (event: TrainingEvent) => {
        if (event.type === 'iterationEnd' && event.iteration === at) left.stop();
      };
      await left.fit({ train, callbacks: [thaw, leave] });
      expect(left.iteration).toBe(at);
      const resumed = makeTrainer();
      resumed.resume(readCheckpoint(writeCheckpoint(left.checkpoint())));
      if (at === 14) resumed.model.unfreeze(); // what the checkpoint says of it is not needed
      expect(await movements(resumed)).toEqual(EXPECTED.slice(at));
      expect(values(resumed.model)).toEqual(values(straight.model));
    }
  });

  it('takes over from what was frozen before', async () => {
    const trainer = makeTrainer({ epochs: 2 });
    trainer.model.freeze('layers.5');
    expect(await movements(trainer, { epochs: 1 })).toEqual([
      ...repeat('5', 3),
      ...repeat('4 5', 3),
    ]);
  });

  it('leaves alone what is frozen in between, until the next thaw', async () => {
    const trainer = makeTrainer({ epochs: 4 });
    const { model } = trainer;
    const thaw = gradualUnfreezing({ model, every: { epochs: 2 } });
    const learning: string[] = [];
    const watch = (event: TrainingEvent) => {
      if (event.type === 'epochStart' && event.epoch === 2) model.freeze('layers.5.bias');
      if (event.type !== 'epochEnd') return;
      const names = model.parameters().filter(({ requiresGrad }) => requiresGrad);
      learning.push(names.map(({ name }) => name.slice('layers.'.length)).join(' '));
    };
    await trainer.fit({ train, callbacks: [watch, thaw] });
    expect(learning).toEqual([
      '5.weight 5.bias',
      '5.weight',
      '4.weight 4.bias 5.weight 5.bias',
      '4.weight 4.bias 5.weight 5.bias',
    ]);
  });

  it.each([
    [{}, 'gradualUnfreezing.every: Expected an object; received nothing'],
    [{ every: 2 }, 'gradualUnfreezing.every: Expected an object; received 2'],
    [
      { every: { epochs: 0 } },
      'gradualUnfreezing.every.epochs: Expected a whole number, 1 or more',
    ],
    [{ every: { iterations: 5 } }, 'gradualUnfreezing.every: unknown option "iterations"'],
    [{ every: { epochs: 1 }, epochs: 2 }, 'unknown option "epochs"'],
  ])('refuses %j', (given, says) => {
    const make = () =>
      gradualUnfreezing({ model: makeModel(), ...given } as unknown as GradualUnfreezingOptions);
    expect(make).toThrow(OptionError);
    expect(make).toThrow(says);
  });
});
