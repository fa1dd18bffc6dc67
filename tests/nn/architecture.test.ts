/** A network as JSON, and back. */
import { describe, expect, it } from 'vitest';
import { DataError, OptionError, ShapeError } from '../../src/errors/errors.ts';
import * as initializers from '../../src/initializers/index.ts';
import {
  type Architecture,
  batchNorm,
  dense,
  dropout,
  elu,
  flatten,
  type LayerLike,
  layerNorm,
  leakyRelu,
  type Model,
  modelFromJSON,
  relu,
  residual,
  sequential,
  softmax,
} from '../../src/nn/index.ts';
import { uniform } from '../tensors.ts';
import { layerRecords } from './records.ts';

const everything = (): Model =>
  sequential({ inputShape: [2, 3], seed: 'a seed' }, [
    flatten(),
    dense({ units: 4, useBias: false, weightInitializer: initializers.orthogonal({ gain: 2 }) }),
    leakyRelu({ negativeSlope: 0.2 }),
    residual([
      layerNorm({ epsilon: 1e-3 }),
      dense({ units: 4, biasInitializer: initializers.constant({ value: 0.5 }) }),
      residual([elu({ alpha: 0.5 }), batchNorm({ momentum: 0.5, epsilon: 1e-4 })]),
    ]),
    dropout({ rate: 0.25 }),
    relu,
    dense({ units: 2 }),
    softmax({ axis: 1 }),
  ]);

const throughText = (model: Model): Model => modelFromJSON(JSON.parse(JSON.stringify(model)));

describe('toJSON()', () => {
  it('says everything that was chosen', () => {
    expect(JSON.parse(JSON.stringify(everything()))).toEqual({
      inputShape: [2, 3],
      seed: 'a seed',
      dtype: 'float32',
      layers: [
        { type: 'flatten', options: {} },
        {
          type: 'dense',
          options: {
            units: 4,
            useBias: false,
            weightInitializer: { name: 'orthogonal', options: { gain: 2 } },
          },
        },
        { type: 'leakyRelu', options: { negativeSlope: 0.2 } },
        {
          type: 'residual',
          options: {
            layers: [
              { type: 'layerNorm', options: { epsilon: 1e-3 } },
              {
                type: 'dense',
                options: {
                  units: 4,
                  useBias: true,
                  biasInitializer: { name: 'constant', options: { value: 0.5 } },
                },
              },
              {
                type: 'residual',
                options: {
                  layers: [
                    { type: 'elu', options: { alpha: 0.5 } },
                    { type: 'batchNorm', options: { momentum: 0.5, epsilon: 1e-4 } },
                  ],
                },
              },
            ],
          },
        },
        { type: 'dropout', options: { rate: 0.25 } },
        { type: 'relu', options: {} },
        { type: 'dense', options: { units: 2, useBias: true } },
        { type: 'softmax', options: { axis: 1 } },
      ],
    });
  });

  it.each<[string, LayerLike[], string]>([
    [
      'a function',
      [relu(), (x) => x],
      'toJSON, layers.1: Expected a layer that is described by data',
    ],
    ['a function inside', [residual([relu(), (x) => x])], 'toJSON, layers.0.layers.1'],
  ])('refuses %s, which no JSON can hold', (_, layers, says) => {
    const model = sequential({ inputShape: [2] }, layers);
    expect(() => model.toJSON()).toThrow(OptionError);
    expect(() => model.toJSON()).toThrow(says);
  });
});

describe('modelFromJSON()', () => {
  it('makes the same network: architecture, initial weights, outputs', () => {
    const model = everything();
    const twin = throughText(model);
    expect(twin.toJSON()).toEqual(model.toJSON());
    expect(`${twin.summary()}`).toBe(`${model.summary()}`);
    const x = uniform([3, 2, 3], { seed: 1 });
    expect(twin.predict(x)).toBeBitIdenticalTo(model.predict(x));
    // Dropout and batchNorm act in training only.
    const training = (own: Model) => own.forward(x, { training: true });
    expect(training(twin)).toBeBitIdenticalTo(training(model));
  });

  it('takes over trained values by state', () => {
    const model = everything();
    for (const parameter of model.parameters()) parameter.assign(parameter.add(0.25));
    const twin = throughText(model);
    twin.loadState(model.state());
    const x = uniform([3, 2, 3], { seed: 1 });
    expect(twin.predict(x)).toBeBitIdenticalTo(model.predict(x));
  });

  it('takes a state in the place of initial values, which are not drawn then', () => {
    const model = everything();
    for (const parameter of model.parameters()) parameter.assign(parameter.add(0.25));
    const state = model.state();
    const twin = modelFromJSON(model.toJSON(), state);
    for (const [name, own] of Object.entries(state)) {
      expect(twin.state()[name]).toBeBitIdenticalTo(own);
    }
    twin.parameters()[0].assign(twin.parameters()[0].add(1));
    expect(state[model.parameters()[0].name]).toBeBitIdenticalTo(model.parameters()[0]);
    const units = 2 ** 26; // more memory than there is
    const layers = [{ type: 'dense', options: { units } }];
    const large = { inputShape: [units], seed: 0, dtype: 'float32', layers } as const;
    expect(() => modelFromJSON(large, {})).toThrow(/layers.0.weight.*received no such name/);
  });

  it('keeps float64', () => {
    const model = sequential({ inputShape: [2], dtype: 'float64' }, [dense({ units: 1 })]);
    expect(throughText(model).parameters()[0]).toBeBitIdenticalTo(model.parameters()[0]);
  });

  it.each(Object.entries(layerRecords))('reads every layer that there is: %s', (type, examples) => {
    examples.forEach(({ inputShape = [13], layers }, index) => {
      const model = sequential({ inputShape, seed: 3 }, layers);
      const twin = throughText(model);
      expect(twin.toJSON()).toEqual(model.toJSON());
      if (index === 0) expect(twin.layers[0].layer.type).toBe(type);
      const x = uniform([3, ...inputShape], { seed: 1 });
      expect(twin.predict(x)).toBeBitIdenticalTo(model.predict(x));
    });
  });

  it('names the nearest layer where a type is misspelt', () => {
    const layers = [{ type: 'layernrom', options: {} }];
    const read = () => modelFromJSON({ inputShape: [2], seed: 0, dtype: 'float32', layers });
    expect(read).toThrow('Did you mean layerNorm?');
  });

  const valid: Architecture = sequential({ inputShape: [2] }, [relu()]).toJSON();
  const given = (overrides: object): Architecture => ({ ...valid, ...overrides });
  it.each<[string, unknown, typeof DataError | typeof OptionError, string]>([
    ['no object', 'model', DataError, 'an architecture { inputShape, seed, dtype, layers }'],
    ['nothing', undefined, DataError, 'an architecture { inputShape, seed, dtype, layers }'],
    ['no layers', given({ layers: undefined }), DataError, 'an architecture'],
    ['an unknown layer', given({ layers: [{ type: 'lstm' }] }), DataError, 'received "lstm"'],
    [
      'a property of objects',
      given({ layers: [{ type: 'constructor' }] }),
      DataError,
      'the name of a layer',
    ],
    ['a layer that is null', given({ layers: [null] }), DataError, 'received undefined'],
    [
      'an unknown initializer',
      given({
        layers: [{ type: 'dense', options: { units: 1, weightInitializer: { name: 'x' } } }],
      }),
      DataError,
      'the name of an initializer',
    ],
    [
      'an unknown layer inside',
      given({ layers: [{ type: 'residual', options: { layers: [{ type: 'gru' }] } }] }),
      DataError,
      'received "gru"',
    ],
    [
      'residual layers that are none',
      given({ layers: [{ type: 'residual', options: { layers: 3 } }] }),
      OptionError,
      'residual.layers: Expected an array of layers; received 3',
    ],
    [
      'options that a layer refuses',
      given({ layers: [{ type: 'dropout', options: { rate: 2 } }] }),
      OptionError,
      'dropout.rate',
    ],
    ['an unfit shape', given({ inputShape: [-1] }), OptionError, 'sequential.inputShape'],
  ])('refuses %s', (_, architecture, error, says) => {
    expect(() => modelFromJSON(architecture as Architecture)).toThrow(error);
    expect(() => modelFromJSON(architecture as Architecture)).toThrow(says);
  });

  it('checks shapes as the layers do', () => {
    const layers = [
      { type: 'residual', options: { layers: [{ type: 'dense', options: { units: 5 } }] } },
    ];
    expect(() => modelFromJSON(given({ layers }))).toThrow(ShapeError);
  });
});
