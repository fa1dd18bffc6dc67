/** Networks of layers in a row. */

import { describe } from '../errors/describe.ts';
import { OptionError } from '../errors/errors.ts';
import { foreignToModels, withForeign } from '../errors/foreign_members.ts';
import {
  anything,
  boolean,
  callable,
  checkArgument,
  oneOf,
  optional,
  type Rules,
  shape as shapeRule,
  string,
  withDefault,
} from '../errors/options.ts';
import { readTrainingOptions } from '../errors/training_options.ts';
import { withText } from '../formats/text_table.ts';
import type { InParts } from '../graph/parts.ts';
import { type ThreadCount, threadCount, threadsFor } from '../graph/threading.ts';
import { isTracing, referenceOnly } from '../ops/execute/execute.ts';
import { noGrad } from '../ops/gradient_mode.ts';
import { isPure } from '../ops/pure.ts';
import { addAll } from '../ops/reduction/reduction.ts';
import { tensor } from '../tensor/create.ts';
import { checkDtype, type Dtype } from '../tensor/dtype.ts';
import { checkPrecision } from '../tensor/precision.ts';
import type { NestedArray } from '../tensor/rank.ts';
import { checkSeed, type Seed } from '../tensor/rng.ts';
import { type Shape, sizeOf } from '../tensor/shape.ts';
import { Tensor } from '../tensor/tensor.ts';
import { type Architecture, describeArchitecture } from './architecture.ts';
import { buildLayers, checkBatch, collect, forwardLayers, type NamedLayer } from './build.ts';
import { modelRule } from './check_model.ts';
import type { Constraint } from './constraint.ts';
import { compiledInference, type Inference } from './inference.ts';
import type { LayerContext, LayerLike } from './layer.ts';
import { type LayerChoice, readChoice } from './layer_choice.ts';
import type { Names } from './names.ts';
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

export interface PredictOptions {
  /**
   * `auto` (default) compiles from the second call on, or at a first one with much to do, unless layers
   * of the user's own take part; `reference` never. The bits are the same.
   */
  readonly backend?: 'auto' | 'reference' | undefined;
  /** How many threads compute at most, as for the Trainer; default `auto`. The bits are the same. */
  readonly threads?: ThreadCount | undefined;
}

export interface Model {
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
  /**
   * The outputs for samples, without gradients, in evaluation mode.
   * @param inputs `[samples, ...inputShape]`, a tensor or nested arrays
   * @throws ShapeError, DtypeError when the inputs have another shape or dtype
   */
  predict(inputs: Tensor | NestedArray, options?: PredictOptions): Tensor;
  /**
   * The same in parts, so that a page can be drawn in between: each `next()` computes a block of rows.
   * @throws as `predict` does
   */
  predictInParts(inputs: Tensor | NestedArray, options?: PredictOptions): InParts<Tensor>;
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
  const evaluation: LayerContext = { training: false, counter: tensor(0, { dtype: 'int32' }) };

  function setLearning(choice: LayerChoice, learning: boolean): void {
    const where = learning ? 'unfreeze' : 'freeze';
    const isChosen = readChoice(where, built, choice);
    const chosen = parameters.filter(({ name }) => isChosen(name));
    if (chosen.length === 0) {
      throw new OptionError({
        where,
        expected: `the beginning of a parameter's name: ${parameters.map(({ name }) => name).join(', ')}`,
        received: describe(choice),
        remedy: 'Choose by one of these.',
      });
    }
    for (const parameter of chosen) parameter.requiresGrad = learning;
  }

  const infer = (x: Tensor) => noGrad(() => forwardLayers(built, x, evaluation));
  // Layers of the user's own may look at the whole batch, or use numbers that change.
  const compiles = dtype === 'float32' && built.every(({ layer }) => isPure(layer));
  const inferences = new Map<ThreadCount, Inference>();
  function compiledBy(threads: ThreadCount): Inference | undefined {
    const known = inferences.get(threads);
    if (known !== undefined || !compiles) return known;
    const request = {
      infer,
      dtype,
      numbersPerSample: [inputShape, ...built.map((own) => own.built.outputShape)]
        .map(sizeOf)
        .reduce((sum, size) => sum + size),
      workPerSample: parameters.reduce((sum, { size }) => sum + size, 0),
    };
    const made = compiledInference(request, threadsFor(threads));
    inferences.set(threads, made);
    return made;
  }

  function readInputs(inputs: Tensor | NestedArray, options: PredictOptions | undefined) {
    const { backend, threads } = readTrainingOptions<Required<PredictOptions>>(
      'predict',
      options,
      predictRules,
    );
    const x = inputs instanceof Tensor ? inputs : tensor(inputs, { dtype });
    checkBatch('predict', x, read);
    return { x, backend, threads };
  }

  function* inParts({ x, backend, threads }: ReturnType<typeof readInputs>): InParts<Tensor> {
    if (backend === 'reference') return referenceOnly(() => infer(x));
    const compiled = compiledBy(threads);
    const outputs = compiled === undefined ? undefined : yield* compiled.predictInParts(x);
    return outputs ?? infer(x);
  }

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
    predict(inputs, options) {
      const { x, backend, threads } = readInputs(inputs, options);
      if (backend === 'reference') return referenceOnly(() => infer(x));
      return (isTracing() ? undefined : compiledBy(threads)?.predict(x)) ?? infer(x);
    },
    predictInParts: (inputs, options) => inParts(readInputs(inputs, options)),
    parameters: () => parameters,
    penalty: () =>
      penalties.length === 0
        ? undefined
        : addAll(penalties.map(({ parameter, part }) => part.of(parameter))),
    constraints: new Map(constraints.map(({ parameter, part }) => [parameter.name, part])),
    state: () => copyState(named),
    loadState: (state) => loadState(named, state),
    freeze: (choice = '') => setLearning(choice, false),
    unfreeze: (choice = '') => setLearning(choice, true),
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
    toJSON: () =>
      describeArchitecture(
        { inputShape, seed, dtype },
        built.map(({ layer }) => layer),
      ),
  };
  if (values !== undefined) model.loadState(values);
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

export const predictRules: Rules<Required<PredictOptions>> = {
  backend: withDefault(oneOf('auto', 'reference'), 'auto'),
  threads: withDefault<ThreadCount>(threadCount, 'auto'),
};

/**
 * What layers hold for parameters, each with its parameter, in the order of the layers.
 * @throws OptionError when a layer has no parameter of that name
 */
function withParameters<K extends 'penalties' | 'constraints'>(
  layers: readonly NamedLayer[],
  kind: K,
) {
  const parameters = new Map(collect(layers, 'parameters'));
  return collect(layers, kind).map(([name, part]) => {
    const parameter = parameters.get(name);
    if (parameter !== undefined) {
      checkPrecision(`${name} (${part.name})`, part.options, parameter.dtype);
      return { parameter, part };
    }
    throw new OptionError({
      where: `sequential, ${kind}`,
      expected: `the name of a parameter: ${[...parameters.keys()].join(', ')}`,
      received: describe(name),
      remedy: 'Correct the name that the layer gives.',
    });
  });
}

/** The number of numbers that a model learns. */
export function parameterCount(model: Model): number {
  checkArgument('parameterCount', model, modelRule);
  return model.parameters().reduce((count, { shape }) => count + sizeOf(shape), 0);
}
