/** Activations of Keras by the names that a `Dense` layer has for them. */
import * as layers from '../../nn/all.ts';
import type { Layer } from '../../nn/layer.ts';
import { notUnderstood } from '../blueprint.ts';
import { type Configured, chosen, flagOf, numberOf } from './settings.ts';
import { snakeCase } from './weights.ts';

/** Which generation a file is of: some names mean something else in each. */
export type Generation = 2 | 3;

type Make = (settings: Configured, generation: Generation) => Layer;

const MAKERS: Readonly<Record<string, Make>> = {
  relu: () => layers.relu(),
  sigmoid: () => layers.sigmoid(),
  tanh: () => layers.tanh(),
  softplus: () => layers.softplus(),
  selu: () => layers.selu(),
  mish: () => layers.mish(),
  silu: () => layers.silu(),
  swish: () => layers.silu(),
  hard_tanh: () => layers.hardTanh(),
  softmax: () => layers.softmax(),
  log_softmax: () => layers.logSoftmax(),
  elu: (settings) => layers.elu({ alpha: numberOf(settings, 'alpha', 1) }),
  leaky_relu: (settings) =>
    layers.leakyRelu({ negativeSlope: numberOf(settings, 'negative_slope', 0.2) }),
  gelu: (settings) => (flagOf(settings, 'approximate', false) ? layers.geluTanh() : layers.gelu()),
  gelu_new: () => layers.geluTanh(),
  hard_sigmoid: ({ where }, generation) => {
    if (generation === 3) return layers.hardSigmoid();
    throw notUnderstood(
      where,
      'hard_sigmoid of Keras 2, max(0, min(1, x / 5 + 1 / 2))',
      'hard_sigmoid of Keras 3, max(0, min(1, x / 6 + 1 / 2)), as hardSigmoid is here',
      'The nearest activation here is hardSigmoid: train with it.',
    );
  },
};

/** What each of our activations without settings is called in Keras 3 and in TensorFlow.js, where it is. */
export const ACTIVATION_NAMES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  relu: { keras: 'relu', tfjs: 'relu' },
  sigmoid: { keras: 'sigmoid', tfjs: 'sigmoid' },
  tanh: { keras: 'tanh', tfjs: 'tanh' },
  softplus: { keras: 'softplus', tfjs: 'softplus' },
  selu: { keras: 'selu', tfjs: 'selu' },
  mish: { keras: 'mish', tfjs: 'mish' },
  silu: { keras: 'silu', tfjs: 'swish' },
  gelu: { keras: 'gelu', tfjs: 'gelu' },
  // TensorFlow.js has it as gelu_new, and does not find that name again when it reads a file.
  geluTanh: {},
  hardTanh: { keras: 'hard_tanh' },
  hardSigmoid: { keras: 'hard_sigmoid' },
  logSoftmax: { keras: 'log_softmax', tfjs: 'log_softmax' },
};

/**
 * Undefined for `linear`, which changes nothing.
 * @throws DataError for an activation that is not known here, by name
 */
export function activationOf(
  where: string,
  value: unknown,
  generation: Generation,
): Layer | undefined {
  if (value === undefined) return undefined;
  const { name, config } = chosen(where, value);
  const known = snakeCase(name);
  if (known === 'linear') return undefined;
  if (Object.hasOwn(MAKERS, known)) return MAKERS[known]({ where, config }, generation);
  throw notUnderstood(
    where,
    `activation ${name}`,
    `an activation of ${Object.keys(MAKERS).join(', ')}, linear`,
    'Train with the nearest of these.',
  );
}
