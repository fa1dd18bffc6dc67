/** Layers in the words of Keras, for files of Keras 3 and of TensorFlow.js. */

import type { Scaler } from '../../data/scaling/scaler.ts';
import { OptionError } from '../../errors/errors.ts';
import type { Layer } from '../../nn/layer.ts';
import type { Model } from '../../nn/sequential.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import { ACTIVATION_NAMES } from './activations.ts';
import { numbered, snakeCase } from './weights.ts';
import { restraintConfig } from './write_restraints.ts';
import { isAbsent, isFrozen } from './write_training.ts';

/** A layer of Keras: its class, settings, and weights in Keras' order. */
export interface KerasLayer {
  readonly className: string;
  readonly name: string;
  readonly config: Readonly<Record<string, unknown>>;
  readonly weights: readonly (readonly [name: string, tensor: Tensor])[];
}

/** Which words a system has: TensorFlow.js those of Keras 2. */
export type Dialect = 'keras' | 'tfjs';

interface Place {
  readonly layer: Layer;
  readonly dialect: Dialect;
  tensor(local: string): Tensor;
  /** Whether Keras does without that parameter. */
  isAbsent(local: string): boolean;
}

type Written = Omit<KerasLayer, 'name'>;
type Writer = (place: Place) => Written;

const activation =
  (names: Readonly<Record<string, string>>): Writer =>
  ({ layer, dialect }) => {
    if (names[dialect] === undefined) throw unknown(layer.type, dialect);
    return { className: 'Activation', config: { activation: names[dialect] }, weights: [] };
  };

const plain =
  (className: string, settings: (layer: Layer, dialect: Dialect) => Written['config']): Writer =>
  ({ layer, dialect }) => ({ className, config: settings(layer, dialect), weights: [] });

const WRITERS: Readonly<Record<string, Writer>> = {
  ...Object.fromEntries(
    Object.entries(ACTIVATION_NAMES).map(([ours, names]) => [ours, activation(names)]),
  ),
  dense({ layer, tensor, dialect }) {
    const { units, useBias } = layer.options;
    const bias = useBias === false ? [] : [['bias', tensor('bias')] as const];
    return {
      className: 'Dense',
      config: {
        ...{ units, use_bias: useBias !== false, activation: 'linear' },
        ...restraintConfig(layer, dialect),
      },
      weights: [['kernel', tensor('weight')], ...bias],
    };
  },
  batchNorm(place) {
    const { options } = place.layer;
    const { flags, weights } = affine(place);
    return {
      className: 'BatchNormalization',
      config: { axis: -1, momentum: options.momentum, epsilon: options.epsilon, ...flags },
      weights: [
        ...weights,
        ['moving_mean', place.tensor('runningMean')],
        ['moving_variance', place.tensor('runningVariance')],
      ],
    };
  },
  layerNorm(place) {
    const { flags, weights } = affine(place);
    const config = { axis: -1, epsilon: place.layer.options.epsilon, ...flags };
    return { className: 'LayerNormalization', config, weights };
  },
  flatten: plain('Flatten', () => ({})),
  dropout: plain('Dropout', ({ options }) => ({ rate: options.rate })),
  gaussianNoise: plain('GaussianNoise', ({ options }) => ({ stddev: options.standardDeviation })),
  leakyRelu: plain('LeakyReLU', ({ options }, dialect) => ({
    [dialect === 'keras' ? 'negative_slope' : 'alpha']: options.negativeSlope ?? 0.01,
  })),
  elu: plain('ELU', ({ options }, dialect) => {
    const alpha = options.alpha ?? 1;
    if (dialect === 'tfjs' && alpha !== 1) throw unknown(`elu with alpha ${alpha}`, dialect);
    return { alpha };
  }),
  softmax: plain('Softmax', ({ options }) => ({ axis: options.axis ?? -1 })),
};

/** The scale and the bias of a normalization, as far as Keras has them. */
function affine({ tensor, isAbsent }: Place) {
  const [center, scale] = [!isAbsent('bias'), !isAbsent('weight')];
  const weights = [
    ...(scale ? [['gamma', tensor('weight')] as const] : []),
    ...(center ? [['beta', tensor('bias')] as const] : []),
  ];
  return { flags: { center, scale }, weights };
}

function unknown(received: string, dialect: Dialect): OptionError {
  const known = Object.keys(WRITERS).filter((name) => {
    const names = ACTIVATION_NAMES[name];
    return names === undefined || names[dialect] !== undefined;
  });
  return new OptionError({
    where: 'exportModel',
    expected: `layers that ${dialect === 'keras' ? 'Keras' : 'TensorFlow.js'} has, too: ${known.join(', ')}`,
    received,
    remedy: "Replace it by one of these, or write ONNX: { to: 'onnx' }.",
  });
}

/**
 * The layers of a model, between the scalers that were applied to inputs and targets, named as Keras names
 * them: by class, and numbered.
 * @throws OptionError for a layer that has no counterpart, by name
 */
export function kerasLayers(
  model: Model,
  scalers: readonly Scaler[],
  dialect: Dialect,
): KerasLayer[] {
  const state = model.state();
  const nameOf = numbered();
  let isFlat = model.inputShape.length === 1;
  const named = (written: Written): KerasLayer => ({
    ...written,
    name: nameOf(snakeCase(written.className)),
  });
  const of = (part: Scaler['of']) => scalers.filter((scaler) => scaler.of === part);
  return [
    ...of('inputs').map((scaler) => named(rescaling(scaler, false))),
    ...model.layers.flatMap(({ layer, name }) => {
      if (!('type' in layer) || !Object.hasOwn(WRITERS, layer.type)) {
        throw unknown(`${name}: ${'type' in layer ? layer.type : 'a function'}`, dialect);
      }
      const wasFlat = isFlat;
      isFlat ||= layer.type === 'flatten';
      // TensorFlow.js flattens only what has axes to flatten.
      if (dialect === 'tfjs' && layer.type === 'flatten' && wasFlat) return [];
      const tensor = (local: string) => state[`${name}.${local}`];
      const missing = (local: string) => isAbsent(model, `${name}.${local}`);
      const written = named(WRITERS[layer.type]({ layer, dialect, tensor, isAbsent: missing }));
      const config = { ...written.config, trainable: false };
      return isFrozen(model, name) ? { ...written, config } : written;
    }),
    ...of('targets')
      .reverse()
      .map((scaler) => named(rescaling(scaler, true))),
  ];
}

/** `x · scale + offset`, column by column; of targets what undoes it. */
function rescaling(scaler: Scaler, undo: boolean): Written {
  const { name, values } = scaler.toJSON();
  const numbers = (key: string) => [values[key]].flat(8).map(Number);
  const isStandard = name === 'standardize';
  const first = numbers(isStandard ? 'mean' : 'minimum');
  const divisor = numbers(isStandard ? 'deviation' : 'range');
  const span = isStandard ? 1 : Number(values.high) - Number(values.low);
  const low = isStandard ? 0 : Number(values.low);
  const scale = divisor.map((by) => (undo ? by / span : span / by));
  const offset = first.map((at, i) =>
    undo ? at - (low * divisor[i]) / span : low - (at * span) / divisor[i],
  );
  return { className: 'Rescaling', config: { scale, offset }, weights: [] };
}
