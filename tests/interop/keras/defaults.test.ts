/** What a configuration leaves out is what Keras takes then: its defaults, which are often not ours. */
import { describe, expect, it } from 'vitest';
import { activationOf } from '../../../src/interop/keras/activations.ts';
import { readLayer } from '../../../src/interop/keras/layers.ts';
import { clipOf, optimizerOf } from '../../../src/interop/keras/optimizers.ts';
import { constraintOf, penaltyOf } from '../../../src/interop/keras/restraints.ts';
import { normalization, rescaling, scalerOf } from '../../../src/interop/keras/scalers.ts';
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

describe('numbers that scale columns', () => {
  const place = (config: object, values: readonly (readonly number[])[] = []) => ({
    ...{ where: 'test', config: { ...config } },
    weights: values.map((one) => ({ tensor: tensor(one), from: 'v' })),
  });

  it('of Rescaling are x · scale + offset, one for all columns or one for each', () => {
    expect(rescaling(place({ scale: 2, offset: -1 }))).toEqual({ mean: [0.5], deviation: [0.5] });
    const columns = { scale: [2, 4], offset: 8 };
    expect(rescaling(place(columns))).toEqual({ mean: [-4, -2], deviation: [0.5, 0.25] });
    expect(rescaling(place({}))).toEqual({ mean: [-0], deviation: [1] });
    // As many scales as offsets, where there is more than one of each.
    const { mean } = rescaling(place({ scale: [1, 2], offset: [1, 2, 3] }));
    expect(mean).toEqual([-1, -1, Number.NaN]);
  });

  it('of Normalization are at least 1e-7 in deviation, which is added to nothing', () => {
    const learned = normalization(place({}, [[1, 2, 3], [4, 1e-16, 0], [7]]), 'it');
    expect(learned).toEqual({ mean: [1, 2, 3], deviation: [2, 1e-7, 1e-7] });
    const given = normalization(place({ mean: [5], variance: [1e-12] }), 'it');
    expect(given).toEqual({ mean: [5], deviation: [1e-6] });
    expect(() => normalization(place({ invert: true }), 'it')).toThrow(/inverted/);
  });

  it('are no deviations of 0 or below, and as many as there are columns', () => {
    const made = (mean: number[], deviation: number[]) =>
      scalerOf('test', 'inputs', { mean, deviation }, [2]);
    expect(made([1], [2]).transform(tensor([[5, 9]]))).toBeCloseToTensor(tensor([[2, 4]]));
    expect(() => made([1, 2, 3], [1])).toThrow(/columns of shape \[2\]/);
    expect(() => made([1], [0])).toThrow(/deviations above 0/);
    expect(() => made([1], [-1])).toThrow(/deviations above 0/);
    expect(() => made([Number.NaN], [1])).toThrow(/deviations above 0/);
  });
});

describe('a regularizer or a constraint without settings', () => {
  it.each([
    ['L1', { name: 'l1Penalty', options: { strength: 0.01 } }],
    ['L2', { name: 'l2Penalty', options: { strength: 0.02 } }],
    ['L1L2', { name: 'l2Penalty', options: { strength: 0 } }],
  ])('%s has those of Keras', (class_name, penalty) => {
    expect(penaltyOf('test', { class_name, config: {} })).toMatchObject(penalty);
  });

  it('MaxNorm has those of Keras', () => {
    const made = constraintOf('test', { class_name: 'MaxNorm', config: {} }, true);
    expect(made).toMatchObject({ name: 'maxNorm', options: { max: 2 } });
  });
});

describe('an optimizer', () => {
  const made = (class_name: string, config: object, system: 'keras' | 'tfjs' = 'keras') => {
    const told = { conventions: [], ignored: [] };
    return { optimizer: optimizerOf('test', { class_name, config }, system, told), ...told };
  };

  it('Nadam before Keras 2.11 has a decay of its momentum, by two names', () => {
    const decayOf = (config: object) => made('Nadam', config).optimizer?.options.momentumDecay;
    expect(decayOf({})).toBe(1);
    expect(decayOf({ decay: 0.004 })).toBe(0.004);
    expect(decayOf({ schedule_decay: 0.008 })).toBe(0.008);
  });

  it('RMSProp of TensorFlow.js adds epsilon under the root, and its decay is rho', () => {
    const { optimizer, conventions } = made('RMSProp', { decay: 0.75 }, 'tfjs');
    expect(optimizer?.options.rho).toBe(0.75);
    expect(conventions).toEqual(['rmsprop: epsilon is added to the root here, and under it there']);
  });

  it('that says it is of Keras before 2.11, or has a decay, is one', () => {
    const under = (config: object) => made('Adagrad', config).conventions.length;
    expect(under({})).toBe(1);
    expect(under({ is_legacy_optimizer: false })).toBe(1);
    expect(under({ is_legacy_optimizer: true })).toBe(0);
    expect(under({ decay: 0 })).toBe(0);
  });

  it('holds gradients by the norm of all, of each, or by their values', () => {
    const clip = (config: object) => clipOf('test', { class_name: 'SGD', config });
    expect(clip({ global_clipnorm: 1, clipvalue: 2 })).toEqual({ globalNorm: 1 });
    expect(clip({ clipnorm: 3, clipvalue: null })).toEqual({ norm: 3 });
    expect(clip({ clipvalue: 2 })).toEqual({ value: 2 });
    expect(clip({})).toBeUndefined();
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
