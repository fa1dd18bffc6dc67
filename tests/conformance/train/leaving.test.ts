/** A run may be left at any event: continuing gives what a run without interruption gives. */
import { describe, expect, it } from 'vitest';
import { linearRegression } from '../../../src/data/index.ts';
import {
  adam,
  batchNorm,
  dense,
  dropout,
  meanSquaredError,
  relu,
  sequential,
  sgd,
  Trainer,
  type TrainerOptions,
} from '../../../src/index.ts';
import '../../tensors.ts';

const train = linearRegression({ samples: 10, features: 2, seed: 1 });
const validation = linearRegression({ samples: 6, features: 2, seed: 2 });

function makeTrainer(options: Partial<TrainerOptions>): Trainer {
  const layers = [
    dense({ units: 4 }),
    batchNorm(),
    relu(),
    dropout({ rate: 0.2 }),
    dense({ units: 1 }),
  ];
  return new Trainer({
    model: sequential({ inputShape: [2], seed: 3 }, layers),
    loss: meanSquaredError(),
    optimizer: adam({ learningRate: 0.1 }),
    epochs: 2,
    batchSize: 4,
    recordIterations: true,
    backend: 'reference',
    seed: 3,
    ...options,
  });
}

/** Everything that a training run leaves behind, without what a clock says. */
function outcome({ model, history, epoch, iteration, samplesSeen }: Trainer) {
  const { epochs, validations, iterations } = history;
  const records = epochs.map(({ seconds: _, ...record }) => record);
  const state = Object.entries(model.state()).map(([name, x]) => [name, ...x.toTypedArray()]);
  return { records, validations, iterations, epoch, iteration, samplesSeen, state };
}

describe.each([
  { title: 'validation by epochs', options: {} },
  { title: 'validation by iterations', options: { validateEvery: { iterations: 2 } } },
  { title: 'an end within an epoch', options: { iterations: 5 } },
  { title: 'micro-batches', options: { accumulate: 2 } },
  { title: 'compiled plans', options: { backend: 'auto', epochs: 1 } },
] satisfies { title: string; options: Partial<TrainerOptions> }[])('with $title', ({ options }) => {
  const whole = makeTrainer(options);
  const events = [...whole.run({ train, validation })].map(({ type }) => type);
  const expected = outcome(whole);

  it.each(events.map((type, at) => ({ type, at })))('left at event $at, $type', ({ at }) => {
    const trainer = makeTrainer(options);
    const run = trainer.run({ train, validation });
    for (let i = 0; i <= at; i++) run.next();
    run.return(trainer.history);
    for (const _ of trainer.run({ train, validation }));
    expect(outcome(trainer)).toEqual(expected);
  });
});

it('a learning rate of 0 moves nothing', () => {
  const trainer = makeTrainer({ optimizer: sgd({ learningRate: 0 }) });
  const before = trainer.model.parameters().map((parameter) => [...parameter.toTypedArray()]);
  for (const _ of trainer.run({ train }));
  expect(trainer.model.parameters().map((parameter) => [...parameter.toTypedArray()])).toEqual(
    before,
  );
});
