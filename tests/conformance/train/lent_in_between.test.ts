/** Numbers that are handed out between two phases are the ones that the next phase reads and writes. */
import { describe, expect, it } from 'vitest';
import { linearRegression } from '../../../src/data/index.ts';
import {
  adam,
  batchNorm,
  dense,
  meanSquaredError,
  sequential,
  Trainer,
  tanh,
  toNdarray,
} from '../../../src/index.ts';

const train = linearRegression({ samples: 40, features: 3, seed: 7 });

/** A training run in which every tensor of the model is handed out at an event of the second iteration. */
function trained(type: string, accumulate: number, backend: 'auto' | 'reference') {
  const model = sequential({ inputShape: [3], seed: 7 }, [
    dense({ units: 8 }),
    batchNorm(),
    tanh(),
    dense({ units: 1 }),
  ]);
  const options = { model, loss: meanSquaredError(), optimizer: adam({ learningRate: 0.1 }) };
  const trainer = new Trainer({ ...options, accumulate, batchSize: 8, epochs: 2, backend });
  const held: ArrayLike<number>[] = [];
  for (const event of trainer.run({ train })) {
    if (event.type !== type || trainer.iteration < 2 || held.length > 0) continue;
    for (const parameter of model.parameters()) {
      const { data } = toNdarray(parameter);
      data[0] = 0.25; // whoever holds numbers may write them, too
      held.push(data);
    }
  }
  expect(held.length).toBeGreaterThan(0);
  const parameters = model.parameters().map((parameter) => Array.from(parameter.toTypedArray()));
  expect(held.map((data) => Array.from(data))).toEqual(parameters);
  return JSON.stringify([trainer.history.epochs.map(({ loss }) => loss), model.state()]);
}

describe.each([1, 2])('parameters handed out, with accumulate %i', (accumulate) => {
  it.each(['iterationStart', 'forward', 'loss', 'backward', 'update', 'iterationEnd'])(
    'at %s',
    (type) => {
      expect(trained(type, accumulate, 'auto')).toBe(trained(type, accumulate, 'reference'));
    },
  );
});
