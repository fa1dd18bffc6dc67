/** What a configuration leaves out is what Keras takes then: its defaults, which are often not ours. */
import { describe, expect, it } from 'vitest';
import { activationOf } from '../../../src/interop/keras/activations.ts';
import { readLayer } from '../../../src/interop/keras/layers.ts';
import { optimizerOf } from '../../../src/interop/keras/optimizers.ts';
import { tensor } from '../../tensors.ts';

const weights = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ tensor: tensor([1, 2]), from: `${i}` }));

function layer(className: string, config: object = {}, count = 0) {
  const ignored: string[] = [];
  const { parts } = readLayer(
    {
      ...{ className, name: 'a', config: { name: 'a', ...config }, where: 'test' },
      ...{ generation: 3, dtype: 'float32', shape: [2], weights: weights(count) },
    },
    ignored,
  );
  return { options: parts[0]?.layer.options, type: parts[0]?.layer.type, ignored };
}

describe('a layer of Keras without settings', () => {
  it.each([
    ['BatchNormalization', 4, { epsilon: 1e-3, momentum: 0.99 }],
    ['LayerNormalization', 2, { epsilon: 1e-3 }],
    ['LeakyReLU', 0, { negativeSlope: 0.3 }],
    ['Dropout', 0, { rate: 0.5 }],
    ['GaussianNoise', 0, { standardDeviation: 0.1 }],
    ['ELU', 0, { alpha: 1 }],
    ['Softmax', 0, { axis: -1 }],
  ] as const)('%s has those of Keras', (className, count, options) => {
    expect(layer(className, {}, count).options).toMatchObject(options);
  });

  it('leaky_relu as an activation has another slope than as a layer', () => {
    expect(activationOf('test', 'leaky_relu', 3)?.options).toEqual({ negativeSlope: 0.2 });
  });

  it.each([
    ['SGD', { learningRate: 0.01, momentum: 0, nesterov: false }],
    ['Adam', { learningRate: 0.001, beta1: 0.9, beta2: 0.999, epsilon: 1e-7, amsgrad: false }],
    ['AdamW', { learningRate: 0.001, weightDecay: 0.004 }],
    ['RMSprop', { learningRate: 0.001, rho: 0.9, momentum: 0, epsilon: 1e-7 }],
    ['Adagrad', { learningRate: 0.001, initialAccumulator: 0.1, epsilon: 1e-7 }],
    ['Adadelta', { learningRate: 0.001, rho: 0.95, epsilon: 1e-7 }],
    ['Adamax', { learningRate: 0.001, epsilon: 1e-7 }],
    ['Lion', { learningRate: 0.001, beta1: 0.9, beta2: 0.99 }],
  ])('%s, an optimizer, has those of Keras', (name, options) => {
    const told = { conventions: [], ignored: [] };
    const made = optimizerOf('test', { class_name: name, config: {} }, 'keras', told);
    expect(made?.options).toMatchObject(options);
  });
});

describe('a setting that nothing here stands for', () => {
  it.each([
    ['Dropout', { rate: 0.25, noise_shape: [1, 2] }, 'noise_shape of Dropout "a"'],
    ['Dropout', { rate: 0.25, seed: 7 }, 'seed of Dropout "a"'],
    [
      'Dense',
      { units: 2, activity_regularizer: { class_name: 'L2' } },
      'activity_regularizer of Dense "a"',
    ],
    [
      'Dense',
      { units: 2, kernel_regularizer: { class_name: 'OrthogonalRegularizer', config: {} } },
      'kernel_regularizer of Dense "a"',
    ],
    [
      'Dense',
      { units: 2, kernel_constraint: { class_name: 'MaxNorm', config: { max_value: 1, axis: 1 } } },
      'kernel_constraint of Dense "a"',
    ],
    [
      'Dense',
      { units: 2, bias_constraint: { class_name: 'UnitNorm', config: { axis: 0 } } },
      'bias_constraint of Dense "a"',
    ],
    [
      'BatchNormalization',
      { gamma_regularizer: { class_name: 'L2', config: { l2: 0.1 } } },
      'gamma_regularizer of BatchNormalization "a"',
    ],
    ['BatchNormalization', { renorm: true }, 'renorm of BatchNormalization "a"'],
  ])('of %s, %o, is told by its name', (className, config, told) => {
    const count = className === 'Dense' ? 2 : className === 'Dropout' ? 0 : 4;
    expect(layer(className, config, count).ignored).toEqual([told]);
  });

  it('is not told where it is switched off', () => {
    const config = { rate: 0.25, noise_shape: null, seed: null, dtype: 'float32', trainable: true };
    expect(layer('Dropout', config).ignored).toEqual([]);
  });
});
