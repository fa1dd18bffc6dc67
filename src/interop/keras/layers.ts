/** Layers of Keras, one by one, as layers of this library with their weights. */

import { describe } from '../../errors/describe.ts';
import * as layers from '../../nn/all.ts';
import type { Layer } from '../../nn/layer.ts';
import { cast } from '../../ops/elementwise/cast.ts';
import { full } from '../../tensor/create.ts';
import type { Dtype } from '../../tensor/dtype.ts';
import type { Shape } from '../../tensor/shape.ts';
import { notUnderstood, type Part, type Value } from '../blueprint.ts';
import { activationOf, type Generation } from './activations.ts';
import type { LayerConfig } from './configuration.ts';
import { constraintOf, penaltyOf } from './restraints.ts';
import { type Numbers, normalization, rescaling } from './scalers.ts';
import { flagOf, numberOf, own, watched } from './settings.ts';

/** What a layer becomes: parts of the model, or a scaler of its columns. */
export interface Made {
  readonly parts: readonly Part[];
  readonly scaler?: Numbers;
  /** Values of the first part that there are none for there, and that do not learn, therefore. */
  readonly still?: readonly string[];
}

export interface Place extends LayerConfig {
  readonly where: string;
  readonly generation: Generation;
  readonly dtype: Dtype;
  /** The shape of a sample before it, where it is known. */
  readonly shape: Shape;
  /** In the order in which Keras has them. */
  readonly weights: readonly Value[];
}

type Reader = (place: Place) => Made;

const title = ({ className, name }: LayerConfig) => `${className} "${name}"`;

const alone =
  (make: (place: Place) => Layer | undefined): Reader =>
  (place) => {
    const layer = make(place);
    return { parts: layer === undefined ? [] : [{ layer, from: title(place) }] };
  };

const READERS: Readonly<Record<string, Reader>> = {
  Dense: dense,
  BatchNormalization: batchNorm,
  LayerNormalization: layerNorm,
  Normalization: (place) => ({ parts: [], scaler: normalization(place, title(place)) }),
  Rescaling: (place) => ({ parts: [], scaler: rescaling(place) }),
  Flatten: alone(() => layers.flatten()),
  Dropout: alone((place) => layers.dropout({ rate: numberOf(place, 'rate', 0.5) })),
  GaussianNoise: alone((place) =>
    layers.gaussianNoise({ standardDeviation: numberOf(place, 'stddev', 0.1) }),
  ),
  Activation: alone((place) =>
    activationOf(`${place.where}, activation`, own(place.config, 'activation'), place.generation),
  ),
  ReLU: alone(relu),
  LeakyReLU: alone((place) => {
    const alpha = numberOf(place, 'alpha', 0.3);
    return layers.leakyRelu({ negativeSlope: numberOf(place, 'negative_slope', alpha) });
  }),
  ELU: alone((place) => layers.elu({ alpha: numberOf(place, 'alpha', 1) })),
  Softmax: alone((place) => layers.softmax({ axis: axisOf(place, place.shape.length) })),
};

/**
 * @param ignored takes the settings that nothing here stands for
 * @throws DataError for a layer that there is none for here, by name
 */
export function readLayer(given: Place, ignored: string[]): Made {
  const { config, unread } = watched(given.config, HARMLESS);
  const place = { ...given, config };
  if (Object.hasOwn(READERS, place.className)) {
    const made = READERS[place.className](place);
    ignored.push(...unread().map((name) => `${name} of ${title(place)}`));
    return made;
  }
  throw notUnderstood(
    place.where,
    title(place),
    `layers of dense networks: ${Object.keys(READERS).join(', ')}`,
    NEAREST[place.className] ??
      'Save the part of the network that consists of these, and compute the rest yourself.',
  );
}

/** What says nothing about predictions and updates: names, shapes, and how weights began that are in the file. */
const HARMLESS: ReadonlySet<string> = new Set([
  ...'name trainable dtype batch_shape batch_input_shape input_shape input_dtype input_dim'.split(
    ' ',
  ),
  ...'ragged sparse supports_masking data_format'.split(' '),
  ...'kernel bias gamma beta moving_mean moving_variance'
    .split(' ')
    .map((name) => `${name}_initializer`),
]);

const NEAREST: Readonly<Record<string, string>> = {
  PReLU: 'The nearest layer here is leakyRelu, with one slope: train with LeakyReLU.',
  ThresholdedReLU: 'The nearest layer here is relu: train with ReLU.',
  AlphaDropout: 'The nearest layer here is dropout: train with Dropout.',
  GaussianDropout: 'The nearest layer here is gaussianNoise: train with GaussianNoise.',
  Reshape: 'Only Flatten changes the shape of samples here.',
  GroupNormalization: 'The nearest layer here is layerNorm: train with LayerNormalization.',
  RMSNormalization: 'The nearest layer here is layerNorm: train with LayerNormalization.',
  StringLookup: 'Texts become numbers before the model: readCsv does it.',
};

/** The weights of a layer by our names, and no others. */
function named(place: Place, names: readonly string[]): Record<string, Value> {
  const { weights, dtype } = place;
  if (weights.length === names.length) {
    return Object.fromEntries(
      names.map((name, i): [string, Value] => [name, inDtype(weights[i], dtype)]),
    );
  }
  throw notUnderstood(
    place.where,
    `${weights.length}: ${weights.map(({ from }) => from).join(', ') || 'none'}`,
    `${names.length} weights, for ${title(place)}`,
    'Save the model again: the file holds weights of another model, or none.',
  );
}

function inDtype(value: Value, dtype: Dtype): Value {
  return value.tensor.dtype === dtype ? value : { ...value, tensor: cast(value.tensor, dtype) };
}

function dense(place: Place): Made {
  const { where, config, generation } = place;
  const useBias = flagOf(place, 'use_bias', true);
  const layer = layers.dense({
    ...{ units: numberOf(place, 'units', Number.NaN), useBias },
    ...restraints(place, 'kernel', 'weight'),
    ...(useBias && restraints(place, 'bias', 'bias')),
  });
  const values = named(place, useBias ? ['weight', 'bias'] : ['weight']);
  const activation = activationOf(`${where}, activation`, own(config, 'activation'), generation);
  const from = title(place);
  const after =
    activation === undefined ? [] : [{ layer: activation, from: `${from}, activation` }];
  return { parts: [{ layer, from, values }, ...after] };
}

/** The penalty and the constraint of a parameter. One that there is none for stays unread, and is told so. */
function restraints(place: Place, theirs: 'kernel' | 'bias', ours: 'weight' | 'bias') {
  const { where, config } = place;
  const read = <T>(name: string, of: (at: string, value: unknown) => T | undefined) => {
    const key = `${theirs}_${name}`;
    const there = Object.getOwnPropertyDescriptor(config, key)?.value ?? undefined;
    const made = there === undefined ? undefined : of(`${where}, ${key}`, there);
    if (made !== undefined) own(config, key);
    return made;
  };
  const penalty = read('regularizer', penaltyOf);
  const constraint = read('constraint', (at, value) =>
    constraintOf(at, value, theirs === 'kernel'),
  );
  return {
    ...(penalty && { [`${ours}Penalty`]: penalty }),
    ...(constraint && { [`${ours}Constraint`]: constraint }),
  };
}

/** Values of a scale and an offset that a layer does without: it has ones and zeros here. */
function affine(place: Place, rest: readonly string[]) {
  const scale = flagOf(place, 'scale', true);
  const center = flagOf(place, 'center', true);
  const names = [...(scale ? ['weight'] : []), ...(center ? ['bias'] : []), ...rest];
  const size = place.shape[place.shape.length - 1] ?? 0;
  const filled = (value: number, from: string): Value => ({
    tensor: full([size], value, { dtype: place.dtype }),
    from,
  });
  const values = {
    ...named(place, names),
    ...(!scale && { weight: filled(1, 'nothing: ones') }),
    ...(!center && { bias: filled(0, 'nothing: zeros') }),
  };
  // Without either, batch normalization would be taken for one that is frozen as a whole.
  const learns = !scale && !center && place.className === 'BatchNormalization';
  const conventions = [
    ...(scale ? [] : [`there without scale, here of ones${learns ? ', which learn' : ''}`]),
    ...(center
      ? []
      : [`there without center, here a bias of zeros${learns ? ', which learns' : ''}`]),
  ];
  const absent = [...(scale ? [] : ['weight']), ...(center ? [] : ['bias'])];
  return { values, conventions, still: learns ? [] : absent };
}

function batchNorm(place: Place): Made {
  lastAxis(place);
  const { values, conventions, still } = affine(place, ['runningMean', 'runningVariance']);
  const epsilon = numberOf(place, 'epsilon', 1e-3);
  const momentum = numberOf(place, 'momentum', 0.99);
  const layer = layers.batchNorm({ epsilon, momentum });
  return {
    still,
    parts: [
      {
        ...{ layer, from: title(place), values },
        conventions: [
          ...unusual('epsilon', epsilon, 1e-5),
          ...unusual('momentum', momentum, 0.9),
          'in training the running variance is moved to the unbiased one here, to the biased one there',
          ...conventions,
        ],
      },
    ],
  };
}

function layerNorm(place: Place): Made {
  lastAxis(place);
  if (flagOf(place, 'rms_scaling', false)) {
    throw notUnderstood(
      place.where,
      `${title(place)} with rms_scaling`,
      'none',
      NEAREST.RMSNormalization,
    );
  }
  const { values, conventions, still } = affine(place, []);
  const epsilon = numberOf(place, 'epsilon', 1e-3);
  const layer = layers.layerNorm({ epsilon });
  const told = [...unusual('epsilon', epsilon, 1e-5), ...conventions];
  return { still, parts: [{ layer, from: title(place), values, conventions: told }] };
}

function unusual(name: string, value: number, usual: number): string[] {
  return value === usual ? [] : [`${name} ${value}, not ${usual === 1e-5 ? '0.00001' : usual}`];
}

function relu(place: Place): Layer {
  const slope = numberOf(place, 'negative_slope', 0);
  const isPlain =
    own(place.config, 'max_value') === undefined && numberOf(place, 'threshold', 0) === 0;
  if (isPlain) return slope === 0 ? layers.relu() : layers.leakyRelu({ negativeSlope: slope });
  throw notUnderstood(
    place.where,
    `${title(place)} with max_value ${describe(own(place.config, 'max_value'))}, threshold ${numberOf(place, 'threshold', 0)}`,
    'max(x, 0), without max_value and threshold',
    'The nearest activation here is relu: train with it.',
  );
}

/** An axis of the batch, as a number or a list of one. */
function axisOf({ where, config }: Place, last: number): number {
  const given = own(config, 'axis') ?? -1;
  const [axis, another] = Array.isArray(given) ? given : [given];
  if (Number.isInteger(axis) && another === undefined && axis !== 0 && Math.abs(axis) <= last) {
    return axis;
  }
  throw notUnderstood(where, `axis ${describe(given)}`, 'one axis of the samples', 'Choose one.');
}

function lastAxis(place: Place): void {
  const last = place.shape.length;
  const axis = axisOf(place, last);
  if (axis === -1 || axis === last) return;
  throw notUnderstood(
    place.where,
    `${title(place)} over axis ${axis}`,
    'the last axis',
    'Normalize over the last axis: axis=-1.',
  );
}
