/** Networks of layers in a row. */

import { describe } from '../errors/describe.ts';
import { OptionError } from '../errors/errors.ts';
import { foreignToModels, withForeign } from '../errors/foreign_members.ts';
import {
  anything,
  boolean,
  callable,
  optional,
  type Rules,
  shape as shapeRule,
  string,
  withDefault,
} from '../errors/options.ts';
import { readTrainingOptions } from '../errors/training_options.ts';
import { withText } from '../formats/text_table.ts';
import { markPure } from '../ops/pure.ts';
import { addAll } from '../ops/reduction/reduction.ts';
import { tensor } from '../tensor/create.ts';
import { checkDtype, type Dtype } from '../tensor/dtype.ts';
import { checkSeed, type Seed } from '../tensor/rng.ts';
import type { Shape } from '../tensor/shape.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { type Architecture, describeArchitecture } from './architecture.ts';
import { buildLayers, checkBatch, collect, forwardLayers, type NamedLayer } from './build.ts';
import type { Constraint } from './constraint.ts';
import type { LayerContext, LayerLike } from './layer.ts';
import { chosenParameters, type LayerChoice } from './layer_choice.ts';
import type { Names } from './names.ts';
import { withParameters } from './parameter_parts.ts';
import { makePrediction, type Prediction } from './prediction.ts';
import { copyState, loadState, type ModelState } from './state.ts';
import { type Summary, summarize } from './summary.ts';

export interface SequentialOptions {
  /** The shape of one sample: `[64]`, or `[28, 28]`. */
  readonly inputShape: Shape;
  /** Decides the initial weights and the dropout masks; default 0. */
  readonly seed?: Seed | undefined;
  /** float32 (default), or float64 for checking mathematics. */
  readonly dtype?: Dtype | undefined;
}

export interface Model extends Prediction {
  readonly inputShape: Shape;
  /** The shape of one output. */
  readonly outputShape: Shape;
  readonly dtype: Dtype;
  readonly seed: Seed;
  readonly layers: readonly NamedLayer[];
  /**
   * What its columns and classes were called in the data that it learned from: set by the first update
   * of a training run, or read from its file. Whatever is measured or trained later is brought into these
   * terms by name. `model.names = {}` forgets them, to learn from data of other names.
   */
  names: Names;
  /** One batch through all layers, in evaluation mode unless the context says otherwise. */
  forward(x: Tensor, context?: Partial<LayerContext>): Tensor;
  /** All parameters, in the order of the layers; each knows its `name`. */
  parameters(): readonly Tensor[];
  /** What the parameters cost by the penalties of their layers, a scalar; undefined if there are none. */
  penalty(): Tensor | undefined;
  /** Where updates may not lead, by the name of the parameter. */
  readonly constraints: ReadonlyMap<string, Constraint>;
  /** Parameters and buffers by name, as copies. */
  state(): ModelState;
  /**
   * Overwrites parameters and buffers.
   * @throws DataError when names or shapes differ; then nothing has changed
   */
  loadState(state: ModelState): void;
  /**
   * Excludes parameters from learning, with the next iteration: all of them, those whose names begin so
   * (`freeze('layers.0')`), or those of the layers nearest the input (`freeze({ first: 2 })`).
   * @throws OptionError when no parameter is meant
   */
  freeze(choice?: LayerChoice): void;
  /** Lets them learn again, from where they were. */
  unfreeze(choice?: LayerChoice): void;
  /** A table of layers, output shapes and numbers of parameters; print it. */
  summary(): Summary;
  /** An independent model with the same layers and values. */
  clone(): Model;
  /** The architecture. */
  toJSON(): Architecture;
}

/**
 * A network of layers in a row. Shapes are checked, and parameters made, here and now.
 * @throws OptionError, ShapeError naming the layer that does not fit
 * @example
 * const model = sequential({ inputShape: [64], seed: 7 }, [dense({ units: 32 }), relu(), dense({ units: 10 })]);
 */
export function sequential(options: SequentialOptions, layers: readonly LayerLike[]): Model {
  return buildSequential(options, layers);
}

/**
 * The same, with values for parameters and buffers in the place of initial ones. Their shapes are
 * compared before memory is taken, so that the layers may come out of a file.
 * @param ownsValues whether nobody else uses them, so that parameters may be in their memory
 * @throws DataError when names, shapes or dtypes differ
 */
export function buildSequential(
  options: SequentialOptions,
  layers: readonly LayerLike[],
  values?: ModelState,
  ownsValues = false,
): Model {
  const read = readTrainingOptions<Required<SequentialOptions>>('sequential', options, {
    inputShape: shapeRule,
    seed: withDefault<Seed>(anything, 0),
    dtype: withDefault<Dtype>(string, 'float32'),
  });
  const { inputShape, seed, dtype } = read;
  checkSeed('sequential.seed', seed);
  checkDtype('sequential.dtype', dtype);
  if (!Array.isArray(layers) || layers.length === 0 || dtype === 'int32') {
    throw new OptionError({
      where: 'sequential',
      expected: 'an array of one or more layers, and dtype float32 or float64',
      received: `${describe(layers)}, ${dtype}`,
      remedy: 'Write sequential({ inputShape: [2] }, [dense({ units: 1 })]).',
    });
  }
  const built = buildLayers(layers, { name: '', inputShape, dtype, seed, values, ownsValues });
  const named = [...collect(built, 'parameters'), ...collect(built, 'buffers')];
  const parameters = collect(built, 'parameters').map(([, parameter]) => parameter);
  const penalties = withParameters(built, 'penalties');
  const constraints = withParameters(built, 'constraints');
  const chain = built.map(({ layer }) => layer);
  const evaluation: LayerContext = { training: false, counter: tensor(0, { dtype: 'int32' }) };

  const setLearning = (where: string, choice: LayerChoice, learning: boolean) => {
    const chosen = chosenParameters(where, built, choice);
    for (const parameter of chosen) parameter.requiresGrad = learning;
  };

  const model: Model = {
    inputShape,
    outputShape: built[built.length - 1].built.outputShape,
    dtype,
    seed,
    layers: built,
    names: {},
    forward(x, context) {
      if (context !== undefined) readTrainingOptions('forward', context, contextRules);
      checkBatch('forward', x, read);
      return forwardLayers(built, x, { ...evaluation, ...context });
    },
    ...makePrediction(read, built, evaluation),
    parameters: () => parameters,
    penalty: () =>
      penalties.length === 0
        ? undefined
        : addAll(penalties.map(({ parameter, part }) => part.of(parameter))),
    constraints: new Map(constraints.map(({ parameter, part }) => [parameter.name, part])),
    state: () => copyState(named),
    loadState: (state) => loadState(named, state),
    freeze: (choice = '') => setLearning('freeze', choice, false),
    unfreeze: (choice = '') => setLearning('unfreeze', choice, true),
    summary: () => summarize(inputShape, built),
    clone() {
      const copy = sequential(read, layers);
      copy.loadState(model.state());
      copy.names = model.names;
      copy.parameters().forEach((parameter, index) => {
        parameter.requiresGrad = parameters[index].requiresGrad;
      });
      return copy;
    },
    toJSON: () => describeArchitecture({ inputShape, seed, dtype }, chain),
  };
  if (values !== undefined) model.loadState(values);
  markPure(model, [...chain, ...[...penalties, ...constraints].map(({ part }) => part)]);
  return withForeign(
    withText(model, () => `${model.summary()}`),
    foreignToModels,
  );
}

const contextRules: Rules<Partial<LayerContext>> = {
  training: optional(boolean),
  counter: optional(anything),
  observe: optional(callable),
  remember: optional(callable),
};
