import { expect, it } from 'vitest';
import { linearRegression } from '../../../src/data/index.ts';
import {
  batchNorm,
  type Callback,
  dense,
  type ModelState,
  meanSquaredError,
  movingAverage,
  sequential,
  sgd,
  Trainer,
} from '../../../src/index.ts';
import '../../tensors.ts';

const train = linearRegression({ samples: 10, features: 2, seed: 1 });
const decay = 0.8;

function make(backend: 'auto' | 'reference' = 'reference') {
  const layers = [dense({ units: 3 }), batchNorm(), dense({ units: 1 })];
  const model = sequential({ inputShape: [2], seed: 3 }, layers);
  const loss = meanSquaredError();
  const optimizer = sgd({ learningRate: 0.05 });
  const trainer = new Trainer({ model, loss, optimizer, epochs: 3, batchSize: 4, backend });
  const states: number[][] = [];
  const watch: Callback = (event) => {
    if (event.type === 'iterationEnd') states.push(numbers(model.state()));
  };
  return { model, trainer, states, watch };
}

function numbers(state: ModelState): number[] {
  return Object.values(state).flatMap((value) => [...value.toTypedArray()]);
}

it.each(['reference', 'auto'] as const)(
  'is the weighted mean of all iterations, %s',
  async (backend) => {
    const { model, trainer, states, watch } = make(backend);
    const average = movingAverage({ model, decay });
    await trainer.fit({ train, callbacks: [average, watch] });
    const shares = states.map((_, i) => decay ** (states.length - 1 - i));
    const total = shares.reduce((a, b) => a + b, 0);
    const expected = states[0].map((_, at) =>
      Math.fround(states.reduce((sum, state, i) => sum + (shares[i] / total) * state[at], 0)),
    );
    average.apply();
    expect(average.iterations).toBe(9);
    // The running statistics too, which fit the weights that they were measured with.
    expect(numbers(model.state())).toHaveLength(2 * 3 + 3 + 4 * 3 + 3 + 1);
    numbers(model.state()).forEach((value, at) => {
      expect(value).toBeCloseTo(expected[at], 6);
    });
  },
);

it('is the weights themselves after one iteration: the initial ones have no part in it', async () => {
  const { model, trainer } = make();
  const average = movingAverage({ model, decay: 0.999 });
  const stop: Callback = (event, control) => {
    if (event.type === 'iterationEnd') control.stop();
  };
  await trainer.fit({ train, callbacks: [average, stop] });
  const own = numbers(model.state());
  average.apply();
  expect(numbers(model.state())).toEqual(own);
});

it('does not change the training, and gives its weights back to the bit', async () => {
  const plain = make();
  await plain.trainer.fit({ train });
  const { model, trainer } = make();
  const average = movingAverage({ model, decay });
  let applied = 0;
  const look: Callback = (event) => {
    if (event.type !== 'epochEnd') return;
    const own = numbers(model.state());
    average.apply();
    expect(numbers(model.state())).not.toEqual(own);
    average.restore();
    expect(numbers(model.state())).toEqual(own);
    applied++;
  };
  await trainer.fit({ train, callbacks: [average, look] });
  expect(applied).toBe(3);
  expect(numbers(model.state())).toEqual(numbers(plain.model.state()));
});

it('refuses to train on with the averaged weights', async () => {
  const { model, trainer } = make();
  const average = movingAverage({ model, decay });
  const forget: Callback = (event) => {
    if (event.type === 'epochEnd') average.apply();
  };
  const fit = trainer.fit({ train, callbacks: [average, forget] });
  await expect(fit).rejects.toThrow('Call restore()');
  expect(trainer.iteration).toBe(3);
});

it('refuses apply and restore out of order', async () => {
  const { model, trainer } = make();
  const average = movingAverage({ model, decay });
  expect(() => average.apply()).toThrow('none yet');
  expect(() => average.restore()).toThrow('its own weights');
  await trainer.fit({ train, callbacks: [average] });
  average.apply();
  expect(() => average.apply()).toThrow('a second apply');
  average.restore();
  expect(() => average.restore()).toThrow('its own weights');
});

it.each([0, 1, -0.5, 2, Number.NaN])('refuses a decay of %s', (value) => {
  expect(() => movingAverage({ model: make().model, decay: value })).toThrow('movingAverage.decay');
});
