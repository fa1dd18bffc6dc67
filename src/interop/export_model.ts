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
  readOptions,
  record,
  strings,
  withDefault,
} from '../errors/options.ts';
import { writeTorch } from '../formats/pickle/torch.ts';
import { writeSafetensors } from '../formats/safetensors/safetensors.ts';
import { type Loss, lossOrNameRule, lossRule } from '../losses/loss.ts';
import { modelRule } from '../nn/check_model.ts';
import type { Model } from '../nn/sequential.ts';
import { describeGiven, fits } from '../nn/state.ts';
import { optimizerRule } from '../optimizers/check_optimizer.ts';
import type { OptimizerStart } from '../optimizers/optimizer.ts';
import { partsOf, scalerList, withExtras } from './export_parts.ts';
import type { ExportTraining, ModelWithExtras } from './exported.ts';
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
 * docs/scikit_learn.md rebuilds an MLPClassifier or MLPRegressor behind its scalers.
 * @param source the model, or a predictor or an imported model, whose scalers, names, task and loss go with it;
 * what the options say counts
 * @throws OptionError for layers that the other system has no counterpart for, by name; for a predictor that reads
 * texts or dates; for scalers where the format holds tensors only
 * @example await writeFile('model.onnx', exportModel(predictor(trainer, { scalers }), { to: 'onnx', labels: true }));
 * @example await writeFile('model.onnx', exportModel(model, { to: 'onnx', scalers: [scaler] }));
 * @example for (const [name, bytes] of Object.entries(exportModel(model, { to: 'tfjs' }))) await writeFile(name, bytes);
 */
export function exportModel(
  source: Model | ModelWithExtras,
  options: ExportOptions & { readonly to: Exclude<ExportOptions['to'], 'tfjs'> },
): Uint8Array;
export function exportModel(
  source: Model | ModelWithExtras,
  options: ExportOptions & { readonly to: 'tfjs' },
): Readonly<Record<string, Uint8Array>>;
export function exportModel(
  source: Model | ModelWithExtras,
  options: ExportOptions,
): Uint8Array | Readonly<Record<string, Uint8Array>>;
export function exportModel(
  source: Model | ModelWithExtras,
  options: ExportOptions,
): Uint8Array | Readonly<Record<string, Uint8Array>> {
  const model = hasExtras(source) ? source.model : source;
  checkArgument('exportModel', model, modelRule);
  const asked = readOptions<ExportOptions>('exportModel', options, {
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
  const read = hasExtras(source) ? withExtras(asked, source) : asked;
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

function hasExtras(source: unknown): source is ModelWithExtras {
  if (typeof source !== 'object' || source === null) return false;
  return 'model' in source && 'scalers' in source;
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
