/** What resuming compares and puts back, each in the case where nothing else would tell. */
import { expect, it } from 'vitest';
import { DataError, StateError } from '../../src/errors/errors.ts';
import { adam, earlyStopping, Trainer, type TrainerOptions } from '../../src/index.ts';
import { uniform } from '../tensors.ts';
import { network, options, regression } from './tasks.ts';

const train = regression({ samples: 20 });
const make = (own: Partial<TrainerOptions> = {}) =>
  new Trainer(options({ model: network(), optimizer: adam(), epochs: 4, batchSize: 8, ...own }));

/** A training run after some iterations. */
function begun(iterations: number, data = train): Trainer {
  const trainer = make();
  for (const event of trainer.run({ train: data })) {
    if (event.type === 'iterationEnd' && event.iteration === iterations) break;
  }
  return trainer;
}

it('weights that do not fit leave the state of the optimizer as it was', () => {
  const trainer = begun(3);
  const numbers = () => Object.values(trainer.optimizerState()).map((one) => one.toArray());
  const before = numbers();
  const state = begun(5).checkpoint();
  const [name] = Object.keys(state.model);
  const model = { ...state.model, [name]: uniform([2, 2], { seed: 1 }) };
  expect(() => trainer.resume({ ...state, model })).toThrow(DataError);
  expect(numbers()).toEqual(before);
  expect(trainer.iteration).toBe(3);
});

it('another dropLast within an epoch is refused, and taken at its end', () => {
  const allow = { allow: ['dropLast'] };
  expect(() => make({ dropLast: true }).resume(begun(2).checkpoint(), allow)).toThrow(StateError);
  expect(() => make({ dropLast: true }).resume(begun(2).checkpoint(), allow)).toThrow(
    'resume, dropLast: Expected a checkpoint from the end of an epoch',
  );
  const atEnd = make({ epochs: 1 });
  for (const _ of atEnd.run({ train }));
  const trainer = make({ dropLast: true });
  trainer.resume(atEnd.checkpoint(), allow);
  expect(trainer.epoch).toBe(1);
});

it('other sample weights are other data', () => {
  const weighted = (seed: number) => ({ ...train, sampleWeights: uniform([20], { low: 0, seed }) });
  const goOn = (seed: number) => {
    const trainer = make();
    trainer.resume(begun(2, weighted(1)).checkpoint());
    return trainer.run({ train: weighted(seed) }).next();
  };
  expect(() => goOn(2)).toThrow(StateError);
  expect(() => goOn(1)).not.toThrow();
});

it('another part of the same storage is other data', () => {
  const { inputs, targets } = regression({ samples: 40 });
  const half = (at: number) => ({
    inputs: inputs.slice([at, at + 20]),
    targets: targets.slice([at, at + 20]),
    size: 20,
  });
  const goOn = (at: number) => {
    const trainer = make();
    trainer.resume(begun(2, half(20)).checkpoint());
    return trainer.run({ train: half(at) }).next();
  };
  expect(() => goOn(0)).toThrow(StateError);
  expect(() => goOn(20)).not.toThrow();
});

it('a callback continues with the training that it has followed, when that is resumed in place', async () => {
  const trainer = make();
  const stopping = earlyStopping({ patience: { epochs: 9 }, model: trainer.model });
  const data = { train, validation: train, callbacks: [stopping] };
  await trainer.fit(data);
  trainer.resume(trainer.checkpoint());
  await trainer.fit(data);
  expect(trainer.epoch).toBe(4);
});
