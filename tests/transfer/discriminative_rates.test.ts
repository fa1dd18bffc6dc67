import { describe, expect, it } from 'vitest';
import { OptionError } from '../../src/errors/errors.ts';
import { dense, relu, residual } from '../../src/nn/index.ts';
import { adam, sgd } from '../../src/optimizers/index.ts';
import { Trainer } from '../../src/train/index.ts';
import { discriminativeRates } from '../../src/transfer/index.ts';
import { network, options, regression } from '../train/tasks.ts';

const layers = () => [
  dense({ units: 4 }),
  relu(),
  residual([dense({ units: 4 }), relu()]),
  dense({ units: 2 }),
];

describe('discriminativeRates', () => {
  it('gives each layer with parameters its share of the rate of the one behind it', () => {
    const groups = discriminativeRates(network(layers()), { learningRate: 0.8, factor: 0.5 });
    expect(groups).toEqual([
      { parameters: 'layers.0', learningRate: 0.2 },
      { parameters: 'layers.2', learningRate: 0.4 },
      { parameters: 'layers.3', learningRate: 0.8 },
    ]);
  });

  it('divides by 2.6 by default, and by nothing with a factor of 1', () => {
    const model = network(layers());
    const [first] = discriminativeRates(model, { learningRate: 2.6 * 2.6 });
    expect(first.learningRate).toBeCloseTo(1, 12);
    const [same] = discriminativeRates(model, { learningRate: 0.1, factor: 1 });
    expect(same.learningRate).toBe(0.1);
  });

  it('moves every layer by its own rate', () => {
    const model = network(layers());
    const before = model.state();
    const groups = discriminativeRates(model, { learningRate: 2 ** -4, factor: 1 / 4 });
    const optimizer = sgd({ learningRate: 2 ** -4, groups });
    const trainer = new Trainer(options({ model, optimizer, iterations: 1, epochs: undefined }));
    let gradients: Readonly<Record<string, { mul(x: number): unknown }>> = {};
    for (const event of trainer.run({ train: regression() })) {
      if (event.type === 'backward') gradients = event.gradients;
    }
    for (const [name, rate] of [
      ['layers.0.weight', 2 ** -8],
      ['layers.2.layers.0.weight', 2 ** -6],
      ['layers.3.bias', 2 ** -4],
    ] as const) {
      const moved = before[name].sub(gradients[name].mul(rate) as never);
      expect(model.state()[name], name).toBeBitIdenticalTo(moved);
    }
  });

  it.each([
    [{}, 'discriminativeRates.learningRate'],
    [{ learningRate: -1 }, 'discriminativeRates.learningRate'],
    [
      { learningRate: 0.1, factor: 0 },
      'discriminativeRates.factor: Expected a number above 0 and up to 1',
    ],
    [{ learningRate: 0.1, factor: 2 }, 'received 2'],
    [{ learningRate: 0.1, decay: 2 }, 'unknown option "decay"'],
  ])('refuses %j', (given, says) => {
    const make = () => discriminativeRates(network(), given as { learningRate: number });
    expect(make).toThrow(OptionError);
    expect(make).toThrow(says);
  });

  it('are options of every optimizer', () => {
    const model = network(layers());
    const groups = discriminativeRates(model, { learningRate: 0.1 });
    expect(adam({ groups }).groups).toHaveLength(3);
  });
});
