/** Penalties: their values and gradients as PyTorch has them, and their place in a network. */
import { describe, expect, it } from 'vitest';
import { DataError, OptionError } from '../../src/errors/errors.ts';
import { meanSquaredError } from '../../src/losses/index.ts';
import {
  type Architecture,
  dense,
  elasticPenalty,
  type Layer,
  l1Penalty,
  l2Penalty,
  type Model,
  modelFromJSON,
  type Penalty,
  residual,
  sequential,
  tanh,
} from '../../src/nn/index.ts';
import { regularization } from '../fixtures/pytorch/regularization.ts';
import { gradcheck, parameter, type Tensor, tensor, uniform } from '../tensors.ts';

const penalties: Readonly<Record<string, (options: never) => Penalty>> = {
  l1Penalty,
  l2Penalty,
  elasticPenalty,
};
const { parameter: values, penalties: golden } = regularization;

describe.each(golden)('$name $options', ({ name, options, value, gradient }) => {
  it.each(['float64', 'float32'] as const)(
    'has the value and gradient of PyTorch in %s',
    (dtype) => {
      const p = parameter(values, { dtype });
      const cost = penalties[name](options as never).of(p);
      expect(cost.shape).toEqual([]);
      expect(Math.abs(cost.item() - value)).toBeLessThan(dtype === 'float64' ? 1e-15 : 1e-6);
      cost.backward();
      expect(p.gradient).toBeBitIdenticalTo(tensor(gradient, { dtype }));
    },
  );
});

/** A network with a penalty on everything, in float64. */
const penalized = (): Model =>
  sequential({ inputShape: [3], seed: 2, dtype: 'float64' }, [
    dense({
      units: 4,
      weightPenalty: elasticPenalty({ l1: 0.1, l2: 0.2 }),
      biasPenalty: l2Penalty({ strength: 0.3 }),
    }),
    residual([tanh(), dense({ units: 4, weightPenalty: l1Penalty({ strength: 0.4 }) })]),
    dense({ units: 2, useBias: false, weightPenalty: l2Penalty({ strength: 0.5 }) }),
  ]);

describe('the penalty of a model', () => {
  it('is the sum over its layers, those inside of others too', () => {
    const model = penalized();
    for (const p of model.parameters()) {
      p.assign(uniform(p.shape, { dtype: 'float64', seed: p.name }));
    }
    const sumOf = (name: string, of: (x: number) => number) =>
      Array.from(model.state()[name].toTypedArray()).reduce((sum, x) => sum + of(x), 0);
    const square = (x: number) => x * x;
    const expected =
      0.1 * sumOf('layers.0.weight', Math.abs) +
      0.1 * sumOf('layers.0.weight', square) +
      0.15 * sumOf('layers.0.bias', square) +
      0.4 * sumOf('layers.1.layers.1.weight', Math.abs) +
      0.25 * sumOf('layers.2.weight', square);
    expect(model.penalty()?.item()).toBeCloseTo(expected, 13);
  });

  it('is differentiated with the loss', () => {
    const model = penalized();
    const inputs = uniform([4, 3], { dtype: 'float64', seed: 1 });
    const targets = uniform([4, 2], { dtype: 'float64', seed: 2 });
    for (const p of model.parameters()) {
      // Away from 0, where a magnitude has a kink.
      const signs = uniform(p.shape, { dtype: 'float64', seed: p.name }).sign();
      p.assign(uniform(p.shape, { dtype: 'float64', seed: 3, low: 0.2, high: 1 }).mul(signs));
    }
    const lossOf = () => {
      const mean = meanSquaredError().mean(model.forward(inputs), targets);
      return mean.add(model.penalty() ?? 0);
    };
    expect(gradcheck(lossOf, [], { parameters: model.parameters(), order: 2 })).toPassGradcheck();
  });

  it('is not there where no layer has one', () => {
    expect(sequential({ inputShape: [2] }, [dense({ units: 1 })]).penalty()).toBeUndefined();
  });

  it('leaves out a bias that there is not', () => {
    const bare = dense({ units: 1, useBias: false, biasPenalty: l2Penalty({ strength: 1 }) });
    expect(sequential({ inputShape: [2] }, [bare]).penalty()).toBeUndefined();
  });

  it('may be one of your own', () => {
    const own: Penalty = { name: 'fourth', options: {}, of: (p) => p.square().square().sum() };
    const model = sequential({ inputShape: [2] }, [dense({ units: 1, weightPenalty: own })]);
    model.parameters()[0].assign(tensor([[2], [1]]));
    expect(model.penalty()?.item()).toBe(17);
    expect(() => modelFromJSON(JSON.parse(JSON.stringify(model)))).toThrow(DataError);
    expect(() => modelFromJSON(JSON.parse(JSON.stringify(model)))).toThrow(
      'the name of a penalty: elasticPenalty, l1Penalty, l2Penalty; received "fourth"',
    );
  });
});

describe('a layer of your own', () => {
  const layer = (penalties: Record<string, Penalty>): Layer => ({
    type: 'scale',
    options: {},
    build({ name, inputShape }) {
      const factor = parameter([2, 3], { name: `${name}.factor` });
      const forward = (x: Tensor) => x.mul(factor);
      return { outputShape: inputShape, parameters: { factor }, penalties, forward };
    },
  });
  const build = (penalties: Record<string, Penalty>) =>
    sequential({ inputShape: [2] }, [residual([layer(penalties)])]);

  it('may have a penalty', () => {
    expect(
      build({ factor: l1Penalty({ strength: 2 }) })
        .penalty()
        ?.item(),
    ).toBe(10);
  });

  it('may not have one for a parameter that it does not have', () => {
    const make = () => build({ weight: l1Penalty({ strength: 2 }) });
    expect(make).toThrow(OptionError);
    expect(make).toThrow(
      'penalties: Expected the name of a parameter: layers.0.layers.0.factor; received "layers.0.layers.0.weight"',
    );
  });
});

describe('penalties as JSON', () => {
  it('are names and options, and come back', () => {
    const model = penalized();
    const json: Architecture = JSON.parse(JSON.stringify(model));
    expect(json.layers[0].options).toEqual({
      units: 4,
      useBias: true,
      weightPenalty: { name: 'elasticPenalty', options: { l1: 0.1, l2: 0.2 } },
      biasPenalty: { name: 'l2Penalty', options: { strength: 0.3 } },
    });
    const twin = modelFromJSON(json);
    expect(twin.toJSON()).toEqual(model.toJSON());
    expect(twin.penalty()?.item()).toBe(model.penalty()?.item());
    expect(model.clone().penalty()?.item()).toBe(model.penalty()?.item());
  });
});

describe('a penalty refuses', () => {
  it.each<[string, () => unknown, string]>([
    ['to draw towards itself', () => l1Penalty({ strength: -1 }), 'l1Penalty.strength: Expected a'],
    ['no strength', () => l2Penalty({} as never), 'l2Penalty.strength'],
    ['a bare number', () => l2Penalty(1e-4 as never), 'l2Penalty: Expected an options object'],
    ['another word', () => l1Penalty({ lambda: 1 } as never), 'Did you mean strength?'],
    ['what is unknown', () => elasticPenalty({ ratio: 1 } as never), 'only l1, l2'],
    [
      'to be a number',
      () => dense({ units: 1, weightPenalty: 0.1 as never }),
      'dense.weightPenalty: Expected a penalty, such as l2Penalty({ strength: 1e-4 }); received 0.1',
    ],
    ['to be a function', () => dense({ units: 1, biasPenalty: l2Penalty as never }), 'a penalty'],
  ])('%s', (_, make, says) => {
    expect(make).toThrow(OptionError);
    expect(make).toThrow(says);
  });
});
