/** A network from its architecture. */
import { describe } from '../errors/describe.ts';
import { DataError } from '../errors/errors.ts';
import { array, checkArgument, object } from '../errors/options.ts';
import { registry } from '../errors/registry.ts';
import { readTrainingOptions } from '../errors/training_options.ts';
import { type InitializerDescription, initializerFromJSON } from '../initializers/index.ts';
import * as all from './all.ts';
import type { Architecture, LayerDescription } from './architecture.ts';
import { maxNorm, nonNegative, unitNorm } from './constraint.ts';
import { definedLayers } from './define_layer.ts';
import type { DenseOptions } from './dense_options.ts';
import type { Layer } from './layer.ts';
import { elasticPenalty, l1Penalty, l2Penalty } from './penalty.ts';
import { buildSequential, type Model } from './sequential.ts';
import type { ModelState } from './state.ts';

type Options = Readonly<Record<string, unknown>>;
type Factory = (options: Options) => Layer;

const FORMULA = 'formulaActivation';
const NEEDS_SYMBOLIC = "Write import 'epochal/symbolic' first, which knows formulas.";
const NEEDS_DEFINITION =
  'A layer of your own is known once the module that calls defineLayer for it has been imported.';
const UNCHANGED = 'Give what model.toJSON() returned, unchanged.';

// Every layer checks its own options, so what comes out of a file is checked there.
const known = registry('a layer', {
  ...(all as unknown as Readonly<Record<string, Factory>>),
  // Whose options are described, too.
  dense: (options: Options) => all.dense(readDense(options)),
  residual: (options: Options) => all.residual(readResidual(options).map(layerFromJSON)),
});

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
      remedy: UNCHANGED,
    });
  }
  if (state !== undefined) checkArgument('modelFromJSON.state', state, object);
  return buildSequential({ inputShape, seed, dtype }, layers.map(layerFromJSON), state);
}

function layerFromJSON(description: LayerDescription): Layer {
  const type = description?.type;
  const make =
    definedLayers.get(type) ??
    known.get('modelFromJSON', type, type === FORMULA ? NEEDS_SYMBOLIC : NEEDS_DEFINITION);
  return make(description.options ?? {});
}

function readResidual(options: Options): readonly LayerDescription[] {
  const rules = { layers: { ...array, expected: 'an array of layers' } };
  return readTrainingOptions<{ layers: readonly LayerDescription[] }>('residual', options, rules)
    .layers;
}

/** Reads what is described by a name and options: a penalty, a constraint. */
function partFromJSON(kind: string, named: Readonly<Record<string, unknown>>) {
  const parts = registry(
    `a ${kind}`,
    named as Readonly<Record<string, (options: Options) => unknown>>,
  );
  const remedy = `A ${kind} of your own cannot be read back: build the network from its layers.`;
  return (description: InitializerDescription): unknown =>
    parts.get('modelFromJSON', description?.name, remedy)(description.options ?? {});
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
