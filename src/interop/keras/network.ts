/** The model that a configuration of Keras or TensorFlow.js describes, with its weights. */
import type { Scaler } from '../../data/scaling/scaler.ts';
import { matchesPrefix } from '../../nn/layer_choice.ts';
import type { Model } from '../../nn/sequential.ts';
import type { Dtype } from '../../tensor/dtype.ts';
import type { Shape } from '../../tensor/shape.ts';
import { asData, assemble, notUnderstood, type Part, reportOf } from '../blueprint.ts';
import type { ImportedModel, ImportFormat } from '../imported.ts';
import type { Generation } from './activations.ts';
import type { Configuration, LayerConfig } from './configuration.ts';
import { type Made, readLayer } from './layers.ts';
import type { SavedState } from './optimizer_state.ts';
import { type Numbers, scalerOf } from './scalers.ts';
import { own } from './settings.ts';
import { readTraining } from './training.ts';
import type { Weight, WeightsOf } from './weights.ts';

export interface Network {
  readonly configuration: Configuration;
  readonly weightsOf: WeightsOf;
  readonly generation: Generation;
  readonly format: ImportFormat;
  readonly producer: string;
  /** What it was compiled with. */
  readonly compiled: unknown;
  /** The variables of the optimizer, where there are any. */
  readonly state: SavedState | undefined;
}

/** @throws DataError for layers that there are none for, by name */
export function importNetwork(where: string, network: Network): ImportedModel {
  const { configuration, weightsOf, generation } = network;
  const { layers, inputShape } = configuration;
  const dtype: Dtype = layers.some(inDoubles) ? 'float64' : 'float32';
  const parts: Part[] = [];
  const front: { from: string; numbers: Numbers }[] = [];
  const back: { from: string; numbers: Numbers }[] = [];
  /** Weights that learn there, and parts of layers that do not. */
  const learning: Weight[] = [];
  const frozen: string[] = [];
  const passedOver: string[] = [];
  let shape = inputShape;
  for (const layer of layers) {
    const from = `${layer.className} "${layer.name}"`;
    const at = `${where}, ${from}`;
    const weights = weightsOf(layer);
    const made = asData(at, () =>
      readLayer({ ...layer, where: at, generation, dtype, shape, weights }, passedOver),
    );
    if (made.scaler !== undefined) {
      (parts.length === 0 ? front : back).push({ from, numbers: made.scaler });
    }
    if (made.parts.length > 0 && back.length > 0) {
      throw notUnderstood(
        where,
        `${back.map((scaler) => scaler.from).join(', ')} before ${from}`,
        'layers that scale before all others, or behind them',
        'Use BatchNormalization or Dense between layers.',
      );
    }
    const name = `layers.${parts.length}`;
    const still = (made.still ?? []).map((local) => `${name}.${local}`);
    if (configuration.learns && own(layer.config, 'trainable') !== false) {
      learning.push(...weights);
      frozen.push(...still);
    } else frozen.push(name);
    parts.push(...made.parts);
    shape = shapeAfter(made, shape);
  }
  if (parts.length === 0) {
    throw notUnderstood(where, 'none', 'layers between input and output', 'Save the network.');
  }
  const { model, report } = assemble(where, parts, { inputShape, dtype });
  const parameters = model.parameters().map(({ name }) => name);
  for (const choice of frozen) {
    // Dropout and the like have nothing that could learn.
    if (parameters.some((name) => matchesPrefix(name, choice))) model.freeze(choice);
  }
  const scalers: Scaler[] = [
    ...front.map(({ from, numbers }) =>
      scalerOf(`${where}, ${from}`, 'inputs', numbers, inputShape),
    ),
    // Behind the layers it is the way back that is computed, the last first.
    ...back
      .map(({ from, numbers }) =>
        scalerOf(`${where}, ${from}`, 'targets', inverse(numbers), model.outputShape),
      )
      .reverse(),
  ];
  const ours = new Map(report.renamed.map((match) => [match.theirs, match.ours]));
  const { training, conventions, ignored } = readTraining(where, {
    compiled: network.compiled,
    system: network.format === 'tfjs' ? 'tfjs' : 'keras',
    state: network.state,
    model,
    learning: learning
      .map(({ from, name }) => ({ ours: ours.get(from) ?? from, theirs: name ?? from }))
      .filter((match) => parameters.includes(match.ours)),
  });
  const kinds = training?.loss?.classOutputs;
  const ends = parts.at(-1)?.layer.outputs;
  const isClassifier = kinds !== undefined || ends === 'probabilities';
  return {
    model,
    scalers,
    ...(isClassifier && { task: 'classification' }),
    ...(training && { training }),
    report: reportOf(network.format, report, {
      producer: network.producer,
      converted: [
        ...front.map(({ from }) => `${from} before the layers is a scaler of the inputs`),
        ...back.map(({ from }) => `${from} behind the layers is a scaler of the targets`),
      ],
      conventions: [
        ...(model.parameters().some((one) => !one.requiresGrad) ? [frozenText(model)] : []),
        ...(network.format === 'tfjs' && parts.some(isConstrained) ? [UNCONSTRAINED] : []),
        ...conventions,
      ],
      ignored: [...passedOver, ...ignored],
    }),
  };
}

const isConstrained = ({ layer: { options } }: Part) =>
  (options.weightConstraint ?? options.biasConstraint) !== undefined;
const UNCONSTRAINED = 'constraints are applied after each update here, and by no update there';

function frozenText(model: Model): string {
  const names = model.parameters().flatMap(({ name, requiresGrad }) => (requiresGrad ? [] : name));
  return `${names.join(', ')}: frozen, as there`;
}

const inverse = ({ mean, deviation }: Numbers): Numbers => {
  // x · deviation + mean is the way back from (y - mean) / deviation: Keras' formula is (x - m) / d.
  const count = Math.max(mean.length, deviation.length);
  const at = (values: readonly number[], i: number) => values[values.length === 1 ? 0 : i];
  const columns = Array.from({ length: count }, (_, i) => i);
  return {
    mean: columns.map((i) => -at(mean, i) / at(deviation, i)),
    deviation: columns.map((i) => 1 / at(deviation, i)),
  };
};

function shapeAfter({ parts }: Made, shape: Shape): Shape {
  return parts.reduce((before: Shape, { layer }) => {
    if (layer.type === 'flatten') return [before.reduce((a, b) => a * b, 1)];
    return layer.type === 'dense' ? [...before.slice(0, -1), Number(layer.options.units)] : before;
  }, shape);
}

/** Of Keras 3 the dtype is a policy with a name, before that the name alone. */
function inDoubles({ config }: LayerConfig): boolean {
  const dtype = own(config, 'dtype');
  return dtype === 'float64' || JSON.stringify(dtype ?? '').includes('"name":"float64"');
}
