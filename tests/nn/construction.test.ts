/** What is refused when a network is described or built, and how its parts are named. */
import { describe, expect, it } from 'vitest';
import { DtypeError, OptionError, ShapeError } from '../../src/errors/errors.ts';
import * as initializers from '../../src/initializers/index.ts';
import {
  batchNorm,
  type DenseOptions,
  dense,
  dropout,
  flatten,
  type LayerLike,
  layerNorm,
  parameterCount,
  relu,
  residual,
  type SequentialOptions,
  selu,
  sequential,
  softmax,
  tanh,
} from '../../src/nn/index.ts';
import { type Tensor, zeros } from '../tensors.ts';

const build = (inputShape: number[], ...layers: LayerLike[]) => sequential({ inputShape }, layers);

/** Every error must be of the family, and say what a reader needs. */
function refuses(make: () => unknown, error: typeof OptionError | typeof ShapeError, says: string) {
  expect(make).toThrow(error);
  expect(make).toThrow(says);
}

describe('shapes are checked when a network is built', () => {
  it('passes the output shape of each layer to the next', () => {
    const model = build([4, 3, 2], flatten(), dense({ units: 5 }), relu(), dense({ units: 1 }));
    expect(model.layers.map(({ built }) => built.outputShape)).toEqual([[24], [5], [5], [1]]);
    expect(model.outputShape).toEqual([1]);
  });

  it.each([
    ['dense without an axis', [], dense({ units: 2 }), 'layers.0 (dense)'],
    ['dense on nothing', [3, 0], dense({ units: 2 }), 'layers.0 (dense)'],
    ['layerNorm without an axis', [], layerNorm(), 'layers.0 (layerNorm)'],
    ['batchNorm on nothing', [0], batchNorm(), 'layers.0 (batchNorm)'],
    ['softmax of single numbers', [], softmax(), 'layers.0 (softmax)'],
    ['softmax over samples', [3], softmax({ axis: 0 }), 'axis 0, the axis of the samples'],
    ['softmax over samples, from the end', [3], softmax({ axis: -2 }), 'use axis 1 or higher'],
    ['softmax over no axis', [3], softmax({ axis: 2 }), 'layers.0 (softmax): no such axis'],
  ] as const)('refuses %s', (_, inputShape, layer, says) => {
    refuses(() => build([...inputShape], layer), ShapeError, says);
  });

  it('names the layer that does not fit, with its place inside of a residual one', () => {
    refuses(
      () => build([3], relu(), residual([dense({ units: 3 }), flatten(), softmax({ axis: 2 })])),
      ShapeError,
      'layers.1.layers.2 (softmax)',
    );
  });

  it('lets softmax run along any axis of a sample', () => {
    const x = [
      [
        [1, 2, 3],
        [1, 1, 1],
      ],
    ];
    const sums = build([2, 3], softmax({ axis: 1 }))
      .predict(x)
      .sum({ axis: 1 });
    expect(sums).toBeCloseToTensor([[1, 1, 1]]);
  });

  it('refuses residual layers that change the shape', () => {
    refuses(
      () => build([3], residual([dense({ units: 4 })])),
      ShapeError,
      'layers.0 (residual): Expected layers that keep the shape [3]; received [4]. ' +
        'Let the last layer have as many units as the input.',
    );
  });

  it('allows residual layers around nothing, which double', () => {
    expect(build([2], residual([])).predict([[1, 2]])).toBeCloseToTensor([[2, 4]]);
  });
});

describe('a function is a layer', () => {
  it('whose output shape is found by trying it', () => {
    const model = build(
      [4],
      (x) => x.reshape([-1, 2, 2]),
      flatten(),
      (x) => x.slice(null, [0, 3]),
    );
    expect(model.layers.map(({ built }) => built.outputShape)).toEqual([[2, 2], [4], [3]]);
    expect(model.layers.map(({ layer }) => layer.type)).toEqual([
      'function',
      'flatten',
      'function',
    ]);
  });

  it('that is shown by its name', () => {
    const half = (x: Tensor) => x.mul(0.5);
    expect(build([2], half).layers[0].layer.type).toBe('half');
    expect(build([2], half).predict([[2, 4]])).toBeCloseToTensor([[1, 2]]);
  });

  it('that must keep samples apart', () => {
    const total = (x: Tensor) => x.sum({ axis: 0 });
    refuses(
      () => build([4], relu(), total),
      ShapeError,
      'layers.1 (total): Expected a tensor whose first axis is the samples, 3 here; received shape [4]',
    );
    refuses(
      () => build([4], (() => 3) as unknown as LayerLike),
      ShapeError,
      'layers.0 (function): Expected a tensor whose first axis is the samples, 3 here; received 3',
    );
  });

  it('that is tried in the dtype of the network', () => {
    const dtypes: string[] = [];
    const spy = (x: Tensor) => {
      dtypes.push(x.dtype);
      return x;
    };
    sequential({ inputShape: [2], dtype: 'float64' }, [spy]);
    expect(dtypes).toEqual(['float64']);
  });
});

describe('options are refused', () => {
  const wrong = (options: unknown) => options as never;

  it.each<[string, () => unknown, string]>([
    ['dense without units', () => dense(wrong({})), 'dense.units: Expected a whole number, 1 or'],
    ['dense without anything', () => dense(wrong(undefined)), 'dense.units'],
    ['dense with a number', () => dense(wrong(64)), 'dense: Expected an options object { units'],
    ['dense with half a unit', () => dense({ units: 0.5 }), 'received 0.5'],
    ['dense with Keras words', () => dense(wrong({ units: 1, activation: 'relu' })), 'activation'],
    [
      'a misspelt option',
      () => dense(wrong({ units: 1, usebias: false })),
      'Did you mean useBias?',
    ],
    [
      'an initializer that was not called',
      () => dense({ units: 1, weightInitializer: wrong(initializers.heNormal) }),
      'dense.weightInitializer: Expected an initializer, such as initializers.heNormal(); ' +
        'received a function (heNormal)',
    ],
    [
      'an object that is no initializer',
      () => dense({ units: 1, biasInitializer: wrong({}) }),
      'dense.biasInitializer: Expected an initializer',
    ],
    ['dropout of everything', () => dropout({ rate: 1 }), 'Expected a number from 0 to below 1'],
    ['dropout of less than nothing', () => dropout({ rate: -0.5 }), 'received -0.5'],
    ['dropout without a rate', () => dropout(wrong(undefined)), 'dropout.rate'],
    ['layerNorm with a PyTorch word', () => layerNorm(wrong({ eps: 1 })), 'only epsilon'],
    ['layerNorm dividing by 0', () => layerNorm({ epsilon: 0 }), 'a finite number above 0'],
    ['batchNorm keeping all', () => batchNorm({ momentum: 1 }), 'a number from 0 to below 1'],
    [
      'a layer for residual',
      () => residual(wrong(relu())),
      'residual: Expected an array of layers',
    ],
    ['flatten with options', () => flatten(wrong({ axis: 1 })), 'Expected no options'],
    ['relu with options', () => relu(wrong({ slope: 1 })), 'Expected no options'],
    ['softmax with a word', () => softmax(wrong({ axis: 'last' })), 'softmax.axis'],
    ['softmax with two axes', () => softmax(wrong({ axes: 1 })), 'Did you mean axis?'],
  ])('%s', (_, make, says) => refuses(make, OptionError, says));

  it.each<[string, SequentialOptions, unknown, string]>([
    ['no layers', { inputShape: [1] }, [], 'an array of one or more layers'],
    ['a single layer', { inputShape: [1] }, relu(), 'an array of one or more layers'],
    ['whole numbers', { inputShape: [1], dtype: 'int32' }, [relu()], 'float32 or float64'],
    ['half a shape', { inputShape: [0.5] }, [relu()], 'sequential.inputShape: Expected a shape'],
    ['no shape', {} as SequentialOptions, [relu()], 'sequential.inputShape'],
    ['a seed that is none', { inputShape: [1], seed: Number.NaN }, [relu()], 'sequential.seed'],
    ['a number', { inputShape: [1] }, [relu(), 3], 'layers.1: Expected a layer such as dense('],
    ['nothing', { inputShape: [1] }, [undefined], 'layers.0: Expected a layer'],
    ['null', { inputShape: [1] }, [null], 'layers.0: Expected a layer'],
  ])('sequential of %s', (_, options, layers, says) => {
    refuses(() => sequential(options, layers as LayerLike[]), OptionError, says);
  });

  it('an unknown dtype', () => {
    expect(() => sequential({ inputShape: [1], dtype: 'float16' as 'float32' }, [relu()])).toThrow(
      DtypeError,
    );
  });

  it('a layer inside of a residual one by its number, before anything is built', () => {
    refuses(
      () => residual([relu(), 3 as unknown as LayerLike]),
      OptionError,
      'residual.layers.1: Expected a layer',
    );
  });
});

describe('parameters', () => {
  const names = (...layers: LayerLike[]) =>
    build([4], ...layers)
      .parameters()
      .map(({ name, shape }) => `${name} [${shape}]`);

  it('are named by their layers, in order, weights [inputs, units] before biases', () => {
    expect(names(dense({ units: 3 }), tanh(), dense({ units: 2, useBias: false }))).toEqual([
      'layers.0.weight [4,3]',
      'layers.0.bias [3]',
      'layers.2.weight [3,2]',
    ]);
  });

  it('inside of residual layers, however deep', () => {
    const inner = residual([relu(), dense({ units: 4, useBias: false })]);
    expect(names(relu(), residual([dense({ units: 4, useBias: false }), inner]))).toEqual([
      'layers.1.layers.0.weight [4,4]',
      'layers.1.layers.1.layers.1.weight [4,4]',
    ]);
  });

  it('of normalizations are scale and offset', () => {
    expect(names(layerNorm(), batchNorm())).toEqual([
      'layers.0.weight [4]',
      'layers.0.bias [4]',
      'layers.1.weight [4]',
      'layers.1.bias [4]',
    ]);
  });

  it('are counted', () => {
    expect(parameterCount(build([4], dense({ units: 3 }), layerNorm()))).toBe(12 + 3 + 6);
  });

  it('come from the initializers', () => {
    const { constant, ones } = initializers;
    const layer = (options: Partial<DenseOptions>) => dense({ units: 2, ...options });
    const model = build(
      [1],
      layer({ weightInitializer: constant({ value: 0.5 }), biasInitializer: ones() }),
    );
    expect(model.predict([[3]])).toBeCloseToTensor([[2.5, 2.5]]);
  });

  it('of two layers made from one description are their own', () => {
    const shared = dense({ units: 4 });
    const [first, , second] = build([4], shared, shared).parameters();
    expect(first).not.toBeBitIdenticalTo(second);
    second.assign(zeros([4, 4]));
    expect(first.abs().sum().item()).toBeGreaterThan(0);
  });

  it('begin by the activation that follows, also after and inside of residual layers', () => {
    const spread = (...layers: LayerLike[]) =>
      sequential({ inputShape: [400], seed: 3 }, layers).parameters()[0];
    const deviation = (weights: Tensor) => Math.sqrt(weights.square().mean().item());
    const wide = dense({ units: 100 });
    const glorot = Math.sqrt(2 / (400 + 100));
    const he = Math.sqrt(2 / 400);
    const lecun = Math.sqrt(1 / 400);
    expect(deviation(spread(wide, tanh()))).toBeCloseTo(glorot, 3);
    expect(deviation(spread(wide, relu))).toBeCloseTo(he, 3);
    expect(deviation(spread(wide, residual([relu()])))).toBeCloseTo(glorot, 3);
    const inside = residual([dense({ units: 400 })]);
    expect(deviation(spread(inside, relu()))).toBeCloseTo(he, 3);
    expect(deviation(spread(dense({ units: 400 }), layerNorm()))).toBeCloseTo(
      Math.sqrt(2 / 800),
      3,
    );
    expect(deviation(spread(wide, selu()))).toBeCloseTo(lecun, 3);
  });

  it('follow from the seed and their names alone', () => {
    const weights = (seed: number, ...layers: LayerLike[]) =>
      sequential({ inputShape: [4], seed }, layers).state();
    const plain = weights(7, dense({ units: 3 }), relu(), dense({ units: 2 }));
    const same = weights(7, dense({ units: 3 }), relu(), dense({ units: 2 }));
    const wider = weights(7, dense({ units: 3 }), relu(), dense({ units: 5 }));
    const other = weights(8, dense({ units: 3 }), relu(), dense({ units: 2 }));
    expect(same['layers.0.weight']).toBeBitIdenticalTo(plain['layers.0.weight']);
    expect(same['layers.2.weight']).toBeBitIdenticalTo(plain['layers.2.weight']);
    expect(wider['layers.0.weight']).toBeBitIdenticalTo(plain['layers.0.weight']);
    expect(other['layers.0.weight']).not.toBeBitIdenticalTo(plain['layers.0.weight']);
  });
});
