/** One seed, one training, to the bit; another seed, another. What each seed decides. */
import { describe, expect, it } from 'vitest';
import { dense, dropout, type LayerLike, relu } from '../../src/nn/index.ts';
import { adam } from '../../src/optimizers/index.ts';
import { Trainer, type TrainerOptions } from '../../src/train/index.ts';
import { network, ofType, options, regression } from './tasks.ts';

const train = regression();

interface Seeds {
  readonly model?: number;
  readonly trainer?: number | string;
  readonly layers?: readonly LayerLike[];
}

const dropping = [dense({ units: 8 }), relu(), dropout({ rate: 0.5 }), dense({ units: 2 })];

function training(
  { model: seed = 1, trainer: own = 1, layers = dropping }: Seeds,
  overrides: Partial<TrainerOptions> = {},
) {
  const model = network(layers, { seed });
  const trainer = new Trainer(
    options({ model, optimizer: adam({ learningRate: 0.05 }), epochs: 3, seed: own, ...overrides }),
  );
  const events = [...trainer.run({ train })];
  return {
    losses: ofType(events, 'iterationEnd').map(({ loss }) => loss),
    order: ofType(events, 'iterationStart').map(({ indices }) => [...indices]),
    weights: Object.values(model.state()).map((t) => [...t.toTypedArray()]),
  };
}

describe('the same seeds', () => {
  it('give the same bits twice: losses, order, weights', () => {
    expect(training({})).toEqual(training({}));
  });

  it('give the same bits on the reference', () => {
    expect(training({})).toEqual(training({}, { backend: 'reference' }));
  });

  it('may be texts', () => {
    expect(training({ trainer: 'seven' })).toEqual(training({ trainer: 'seven' }));
    expect(training({ trainer: '1' }).order).not.toEqual(training({ trainer: 1 }).order);
  });

  it('are 0 by default', () => {
    expect(training({ trainer: 0 })).toEqual(training({}, { seed: undefined }));
  });
});

describe('another seed', () => {
  it('of the trainer gives another order, and another training', () => {
    const [one, other] = [training({ trainer: 1 }), training({ trainer: 2 })];
    expect(other.order).not.toEqual(one.order);
    expect(other.losses).not.toEqual(one.losses);
  });

  it('of the model gives other weights, but the same order', () => {
    const [one, other] = [training({ model: 1 }), training({ model: 2 })];
    expect(other.order).toEqual(one.order);
    expect(other.losses[0]).not.toBe(one.losses[0]);
  });

  it('of the trainer draws other dropout masks, where the order is fixed', () => {
    const fixed = (seed: number) => training({ trainer: seed }, { shuffle: false });
    expect(fixed(2).losses).not.toEqual(fixed(1).losses);
    const plain = (seed: number) =>
      training({ trainer: seed, layers: [dense({ units: 2 })] }, { shuffle: false });
    expect(plain(2)).toEqual(plain(1)); // then nothing is left to chance
  });

  it('of the model draws other dropout masks for the same weights', () => {
    const losses = (seed: number) => {
      const model = network(dropping, { seed });
      model.loadState(network(dropping, { seed: 1 }).state());
      const trainer = new Trainer(options({ model, shuffle: false, epochs: 1 }));
      return ofType([...trainer.run({ train })], 'loss').map(({ loss }) => loss);
    };
    expect(losses(2)).not.toEqual(losses(1));
  });
});

describe('the order of samples', () => {
  const { order } = training({});
  const epochs = [0, 1, 2].map((epoch) => order.slice(3 * epoch, 3 * epoch + 3).flat());

  it('is another in each epoch', () => {
    expect(new Set(epochs.map(String)).size).toBe(3);
    const sorted = [...train.inputs.toTypedArray().keys()].slice(0, 20);
    for (const epoch of epochs) expect(epoch.sort((a, b) => a - b)).toEqual(sorted);
  });

  it('does not change when a dropout layer is added', () => {
    const without = training({ layers: [dense({ units: 8 }), relu(), dense({ units: 2 })] });
    expect(without.order).toEqual(order);
  });

  it('does not depend on the network, the batch size or the backend', () => {
    const flat = (overrides: Partial<TrainerOptions>) =>
      training(
        { layers: [dense({ units: 2 })], model: 5 },
        { epochs: 2, ...overrides },
      ).order.flat();
    const expected = order.slice(0, 6).flat();
    expect(flat({})).toEqual(expected);
    expect(flat({ batchSize: 3 })).toEqual(expected);
    expect(flat({ backend: 'reference' })).toEqual(expected);
  });

  it('is that of the dataset without shuffle', () => {
    const fixed = training({}, { shuffle: false, epochs: 2 });
    const rows = Array.from({ length: 20 }, (_, i) => i);
    expect(fixed.order.flat()).toEqual([...rows, ...rows]);
  });
});

describe('dropout in a training run', () => {
  it('draws another mask in every iteration, the same at its repetition', () => {
    const layers = [dropout({ rate: 0.5 }), dense({ units: 2 })];
    const masks = () => {
      const trainer = new Trainer(options({ model: network(layers), batchSize: 20, epochs: 6 }));
      const seen: string[] = [];
      for (const event of trainer.run({ train })) {
        if (event.type !== 'forward') continue;
        const dropped = event.activations['layers.0'].toTypedArray();
        seen.push(Array.from(dropped, (value) => (value === 0 ? 0 : 1)).join(''));
      }
      return seen;
    };
    expect(new Set(masks()).size).toBe(6);
    expect(masks()).toEqual(masks());
  });

  it('continues with the masks it would have had, after an interruption', () => {
    const parts = new Trainer(options({ model: network(dropping), epochs: 3 }));
    for (const event of parts.run({ train })) {
      if (event.type === 'backward' && event.iteration === 4) break;
    }
    for (const _ of parts.run({ train }));
    const whole = new Trainer(options({ model: network(dropping), epochs: 3 }));
    for (const _ of whole.run({ train }));
    const weights = ({ model }: Trainer) => model.parameters().map((p) => p.toArray());
    expect(weights(parts)).toEqual(weights(whole));
  });
});
