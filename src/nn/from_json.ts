/** A network from its architecture. */
import { describe } from '../errors/describe.ts';
import { DataError } from '../errors/errors.ts';
import { array, checkArgument, object, readOptions } from '../errors/options.ts';
import { type InitializerDescription, initializerFromJSON } from '../initializers/index.ts';
import {
  elu,
  gelu,
  geluTanh,
  hardSigmoid,
  hardTanh,
  leakyRelu,
  logSoftmax,
  mish,
  relu,
  selu,
  sigmoid,
  silu,
  softmax,
  softplus,
  tanh,
} from './activation.ts';
import type { Architecture, LayerDescription } from './architecture.ts';
import { batchNorm } from './batch_norm.ts';
import { maxNorm, nonNegative, unitNorm } from './constraint.ts';
import { type DenseOptions, dense } from './dense.ts';
import { dropout } from './dropout.ts';
import { flatten } from './flatten.ts';
import { gaussianNoise } from './gaussian_noise.ts';
import type { Layer } from './layer.ts';
import { layerNorm } from './layer_norm.ts';
import { elasticPenalty, l1Penalty, l2Penalty } from './penalty.ts';
import { residual } from './residual.ts';
import { buildSequential, type Model } from './sequential.ts';
import type { ModelState } from './state.ts';

type Options = Readonly<Record<string, unknown>>;
type Factory = (options: Options) => Layer;

// Named one by one: of a namespace as a whole, bundlers keep everything in every program.
const activations = {
  elu,
  gelu,
  geluTanh,
  hardSigmoid,
  hardTanh,
  leakyRelu,
  logSoftmax,
  mish,
  relu,
  selu,
  sigmoid,
  silu,
  softmax,
  softplus,
  tanh,
};

// Every factory checks its own options, so what comes out of a file is checked there.
const factories = new Map<string, Factory>(
  Object.entries({
    ...(activations as unknown as Record<string, Factory>),
    batchNorm: batchNorm as Factory,
    dense: (options: Options) => dense(readDense(options)),
    dropout: dropout as unknown as Factory,
    flatten: flatten as Factory,
    gaussianNoise: gaussianNoise as unknown as Factory,
    layerNorm: layerNorm as Factory,
    residual: (options: Options) => residual(readResidual(options).map(layerFromJSON)),
  }),
);

/**
 * The network that an architecture describes, with fresh initial weights from its seed.
 * @param state the values to have in the place of initial ones; shapes are compared before memory is
 * taken, so that both may come out of a file
 * @throws DataError for an unknown layer, and for a state that does not fit; OptionError, ShapeError as
 * the layers themselves do
 * @example const twin = modelFromJSON(JSON.parse(JSON.stringify(model)), model.state());
 */
export function modelFromJSON(architecture: Architecture, state?: ModelState): Model {
  const { layers, inputShape, seed, dtype } = (architecture ?? {}) as Architecture;
  if (!Array.isArray(layers)) {
    throw new DataError({
      where: 'modelFromJSON',
      expected: 'an architecture { inputShape, seed, dtype, layers }',
      received: describe(architecture),
      remedy: 'Give what model.toJSON() returned, unchanged.',
    });
  }
  if (state !== undefined) checkArgument('modelFromJSON.state', state, object);
  return buildSequential({ inputShape, seed, dtype }, layers.map(layerFromJSON), state);
}

function layerFromJSON(description: LayerDescription): Layer {
  const factory = factories.get(description?.type);
  if (factory === undefined) {
    throw new DataError({
      where: 'modelFromJSON',
      expected: `a layer of type ${[...factories.keys()].join(', ')}`,
      received: describe(description?.type),
      remedy: 'Give what model.toJSON() returned, unchanged.',
    });
  }
  return factory(description.options ?? {});
}

function readResidual(options: Options): readonly LayerDescription[] {
  const rules = { layers: { ...array, expected: 'an array of layers' } };
  return readOptions<{ layers: readonly LayerDescription[] }>('residual', options, rules).layers;
}

/** Reads what is described by a name and options: a penalty, a constraint. */
function partFromJSON(kind: string, named: Readonly<Record<string, unknown>>) {
  const known = new Map(Object.entries(named) as [string, (options: Options) => unknown][]);
  return (description: InitializerDescription): unknown => {
    const factory = known.get(description?.name);
    if (factory === undefined) {
      throw new DataError({
        where: 'modelFromJSON',
        expected: `the name of a ${kind}: ${[...known.keys()].join(', ')}`,
        received: describe(description?.name),
        remedy: `A ${kind} of your own cannot be read back: build the network from its layers.`,
      });
    }
    return factory(description.options ?? {});
  };
}

const penalty = partFromJSON('penalty', { l1Penalty, l2Penalty, elasticPenalty });
const constraint = partFromJSON('constraint', { maxNorm, unitNorm, nonNegative });

const partsOfDense = {
  weightInitializer: initializerFromJSON,
  biasInitializer: initializerFromJSON,
  weightPenalty: penalty,
  biasPenalty: penalty,
  weightConstraint: constraint,
  biasConstraint: constraint,
};

function readDense(options: Options): DenseOptions {
  const parts = Object.entries(partsOfDense).flatMap(([key, read]) => {
    const description = options[key] as InitializerDescription | undefined;
    return description === undefined ? [] : [[key, read(description)]];
  });
  return { ...(options as unknown as DenseOptions), ...Object.fromEntries(parts) };
}
