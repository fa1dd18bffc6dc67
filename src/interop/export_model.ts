/** The door for models on their way to other systems. */
import type { Scaler } from '../data/scaling/scaler.ts';
import { describe } from '../errors/describe.ts';
import { OptionError } from '../errors/errors.ts';
import {
  boolean,
  checkArgument,
  naturalNumber,
  oneOf,
  optional,
  type Rule,
  readOptions,
  record,
  strings,
  withDefault,
} from '../errors/options.ts';
import { writeTorch } from '../formats/pickle/torch.ts';
import { writeSafetensors } from '../formats/safetensors/safetensors.ts';
import { classOutputsOf } from '../losses/class_outputs.ts';
import { type Loss, lossOrNameRule, lossRule } from '../losses/loss.ts';
import { modelRule } from '../nn/check_model.ts';
import type { Model } from '../nn/sequential.ts';
import { describeGiven, fits } from '../nn/state.ts';
import { optimizerRule } from '../optimizers/check_optimizer.ts';
import type { OptimizerStart } from '../optimizers/optimizer.ts';
import type { ExportParts, ExportTraining, Scores } from './exported.ts';
import { exportKeras, exportKerasWeights } from './keras/export.ts';
import { checkRestraints } from './keras/write_restraints.ts';
import { checkFrozen } from './keras/write_training.ts';
import { exportOnnx } from './onnx/export.ts';
import { checkpointOf } from './pytorch/checkpoint.ts';
import { toPyTorch } from './pytorch/pytorch.ts';
import { exportSklearn } from './sklearn/export.ts';
import { exportTfjs } from './tfjs/export.ts';

export interface ExportOptions {
  /** The format to write. */
  readonly to: 'onnx' | 'keras' | 'kerasWeights' | 'tfjs' | 'pytorch' | 'safetensors' | 'sklearn';
  /** For PyTorch: the names of its modules, in the order of the layers with parameters. */
  readonly modules?: readonly string[];
  /** Scalers of inputs and targets, in the order in which they were applied; default none. */
  readonly scalers?: readonly Scaler[];
  /**
   * The loss that the model was trained with, or its name: it says whether classes exclude each other or
   * each output is a label by itself. Default: they do, unless the last layer is a sigmoid.
   */
  readonly loss?: Loss | string | undefined;
  /** Default: what the model has learned. */
  readonly classNames?: readonly string[];
  /** Default: what the model has learned. */
  readonly featureNames?: readonly string[];
  /**
   * Whether the outputs are made into probabilities, in the order of the class names: by softmax, of
   * labels by sigmoid, or of one output by sigmoid, as `[1 - p, p]`. Default: where there are class names.
   */
  readonly probabilities?: boolean;
  /**
   * What a training run continues with there: optimizer, state and loss, in `keras`, `tfjs` and `pytorch`. Of
   * PyTorch the file is a checkpoint `{ model, optimizer }` then.
   */
  readonly training?: ExportTraining | undefined;
  /** Whether ONNX gives the name (or number) of the most probable class as well; default false. */
  readonly labels?: boolean;
}

/**
 * A model in the format of another system, with its scalers.
 *
 * ONNX is written with opset 17: one input `[batch, ...inputShape]`, any number of rows at once; scalers
 * compute in double precision, as they do here. `keras` is a `.keras` file of Keras 3, and `kerasWeights` its
 * `.weights.h5`; `tfjs` is `model.json` and its binary files, by name. In both, scalers are layers of
 * Rescaling. `pytorch` and `safetensors` are a `state_dict`, named as
 * `toPyTorch` does, for `torch.load` and for `safetensors.torch.load_file`. `sklearn` is an `.npz` from which
 * docs/interop.md rebuilds an MLPClassifier or MLPRegressor behind its scalers.
 * @throws OptionError for layers that the other system has no counterpart for, by name
 * @example await writeFile('model.onnx', exportModel(model, { to: 'onnx', scalers: [scaler] }));
 * @example for (const [name, bytes] of Object.entries(exportModel(model, { to: 'tfjs' }))) await writeFile(name, bytes);
 */
export function exportModel(
  model: Model,
  options: ExportOptions & { readonly to: Exclude<ExportOptions['to'], 'tfjs'> },
): Uint8Array;
export function exportModel(
  model: Model,
  options: ExportOptions & { readonly to: 'tfjs' },
): Readonly<Record<string, Uint8Array>>;
export function exportModel(
  model: Model,
  options: ExportOptions,
): Uint8Array | Readonly<Record<string, Uint8Array>>;
export function exportModel(
  model: Model,
  options: ExportOptions,
): Uint8Array | Readonly<Record<string, Uint8Array>> {
  checkArgument('exportModel', model, modelRule);
  const read = readOptions<ExportOptions>('exportModel', options, {
    to: oneOf('onnx', 'keras', 'kerasWeights', 'tfjs', 'pytorch', 'safetensors', 'sklearn'),
    modules: optional(strings),
    scalers: optional(scalerList),
    loss: optional(lossOrNameRule),
    classNames: optional(strings),
    featureNames: optional(strings),
    probabilities: optional(boolean),
    labels: withDefault<boolean>(boolean, false),
    training: optional(record),
  });
  const training = trainingOf(model, read);
  const parts = partsOf(model, read);
  if (read.to === 'onnx') return exportOnnx(model, parts);
  if (read.to === 'sklearn') return exportSklearn(model, parts);
  if (read.to === 'keras') return exportKeras(model, parts.scalers, training);
  if (read.to === 'tfjs') return exportTfjs(model, parts.scalers, training);
  if (parts.scalers.length > 0) {
    throw new OptionError({
      where: 'exportModel.scalers',
      expected: 'no scalers, for the format holds tensors of layers only',
      received: parts.scalers.map(({ name }) => name).join(', '),
      remedy:
        "Write ONNX or .keras, which take them along: { to: 'onnx' }; or scale there, and pass [].",
    });
  }
  if (read.to === 'kerasWeights') return exportKerasWeights(model);
  const { modules } = read;
  const tensors = toPyTorch(model, modules === undefined ? {} : { modules });
  if (read.to === 'safetensors') return writeSafetensors({ tensors });
  const saved = training === undefined ? tensors : checkpointOf(model, tensors, training);
  return writeTorch('exportModel', saved);
}

/** @throws OptionError for a format that has no place for it, and for a state that is not the optimizer's */
function trainingOf(model: Model, { to, training }: ExportOptions): ExportTraining | undefined {
  if (training === undefined) return undefined;
  if (to !== 'keras' && to !== 'tfjs' && to !== 'pytorch') {
    throw new OptionError({
      where: 'exportModel.training',
      expected: 'none, for only keras, tfjs and pytorch have a place for it',
      received: `training, and to: ${describe(to)}`,
      remedy: "Leave it out, or write { to: 'keras' }, { to: 'tfjs' } or { to: 'pytorch' }.",
    });
  }
  if (to !== 'pytorch') {
    checkRestraints(model, to);
    checkFrozen(model, to);
  }
  const read = readOptions<ExportTraining>('exportModel.training', training, {
    optimizer: optimizerRule,
    optimizerState: optional(record),
    loss: optional(lossRule),
  });
  const { optimizer } = read;
  const given =
    read.optimizerState &&
    readOptions<OptimizerStart>('exportModel.training.optimizerState', read.optimizerState, {
      tensors: record,
      updates: naturalNumber,
    });
  const wanted = model
    .parameters()
    .flatMap((parameter) =>
      Object.entries(optimizer.init(parameter)).map(
        ([name, own]) => [`${parameter.name}.${name}`, own] as const,
      ),
    );
  const misfit = given && wanted.find(([name, own]) => !fits(given.tensors[name], own));
  if (misfit === undefined) return read;
  throw new OptionError({
    where: 'exportModel.training.optimizerState',
    expected: `${misfit[0]}: ${misfit[1].dtype} ${describe(misfit[1].shape)}`,
    received: describeGiven(given?.tensors[misfit[0]]),
    remedy: 'Give { tensors: trainer.optimizerState(), updates: trainer.iteration }.',
  });
}

const scalerList: Rule<never> = {
  expected: 'scalers, such as those of standardize(train)',
  example: '[standardize(train)]',
  accepts: (value) => Array.isArray(value) && value.every(isScaler),
};

function isScaler(value: unknown): boolean {
  const { of, rowShape, toJSON } = (value ?? {}) as Partial<Scaler>;
  return typeof of === 'string' && Array.isArray(rowShape) && typeof toJSON === 'function';
}

function partsOf(model: Model, read: ExportOptions): ExportParts {
  const { scalers = [], labels = false } = read;
  const classNames = read.classNames ?? model.names.classNames;
  const featureNames = read.featureNames ?? model.names.featureNames;
  const hasClasses = read.to === 'onnx' || read.to === 'sklearn';
  if ((read.probabilities === true && !hasClasses) || (labels && read.to !== 'onnx')) {
    throw new OptionError({
      where: 'exportModel',
      expected: 'the outputs as they are, for only ONNX is written with probabilities and labels',
      received: `${labels ? 'labels' : 'probabilities'}: true`,
      remedy: "Write ONNX: { to: 'onnx' }; or give the model a last layer of softmax().",
    });
  }
  const wantsProbabilities =
    hasClasses && (read.probabilities ?? (classNames !== undefined || labels));
  const columns = model.inputShape.at(-1);
  if (read.featureNames !== undefined && read.featureNames.length !== columns) {
    throw new OptionError({
      where: 'exportModel.featureNames',
      expected: `${columns} names, one for each column of the inputs`,
      received: describe(read.featureNames),
      remedy: 'Give the names in the order of the columns.',
    });
  }
  for (const { of, rowShape, name } of scalers) {
    const wanted = of === 'inputs' ? model.inputShape : model.outputShape;
    if (String(wanted) === String(rowShape)) continue;
    throw new OptionError({
      where: 'exportModel.scalers',
      expected: `a scaler of ${of} for rows of shape ${describe(wanted)}`,
      received: `${name} for ${describe(rowShape)}`,
      remedy: 'Give the scalers that the model was trained with.',
    });
  }
  const exclusive = areExclusive(model, read.loss);
  if (labels && !exclusive && model.outputShape[0] > 1) {
    throw new OptionError({
      where: 'exportModel.labels',
      expected: 'classes that exclude each other, of which one is the most probable',
      received: 'several labels for each sample',
      remedy: 'Leave labels out: a label is there where its probability is above 0.5.',
    });
  }
  return {
    ...{ scalers, labels, classNames, featureNames, exclusive },
    probabilities: wantsProbabilities ? scoresOf(model, classNames) : undefined,
  };
}

/** What the loss says, or else the last layer. */
function areExclusive(model: Model, loss: ExportOptions['loss']): boolean {
  const said = typeof loss === 'object' ? loss.classOutputs : classOutputsOf(loss);
  if (said?.exclusive !== undefined) return said.exclusive;
  const last = model.layers[model.layers.length - 1].layer;
  return !('type' in last && last.type === 'sigmoid');
}

/** What the last layer gives, which decides how it becomes probabilities. */
function scoresOf(model: Model, classNames: readonly string[] | undefined): Scores {
  const last = model.layers[model.layers.length - 1].layer;
  const kind = 'outputs' in last ? last.outputs : undefined;
  const units = model.outputShape[0];
  const counts = units === 1 ? [1, 2] : [units];
  const fits = classNames === undefined || counts.includes(classNames.length);
  if (kind !== undefined && fits && model.outputShape.length === 1) return kind as Scores;
  throw new OptionError({
    where: 'exportModel.probabilities',
    expected: 'a last layer that gives logits or probabilities, one for each class',
    received: `${'type' in last ? last.type : 'a function'} with outputs of shape ${describe(model.outputShape)}`,
    remedy: 'Write the outputs as they are: { probabilities: false }.',
  });
}
