/**
 * A model in one file: safetensors, with the architecture as JSON in its metadata, and what is needed
 * to use the model on data as they come: scalers, the schema of a CSV file, names of classes.
 */

import type { Dataset } from '../data/dataset.ts';
import { reconcileInputs } from '../data/reconcile.ts';
import type { Scaler } from '../data/scaling/scaler.ts';
import { describe } from '../errors/describe.ts';
import { DataError, OptionError } from '../errors/errors.ts';
import {
  array,
  checkArgument,
  object,
  oneOf,
  optional,
  readOptions,
  record,
  string,
  withDefault,
} from '../errors/options.ts';
import { place, type ReadOptions } from '../formats/bytes.ts';
import { UNCHANGED } from '../formats/remedies.ts';
import {
  readSafetensors,
  type Safetensors,
  writeSafetensors,
} from '../formats/safetensors/safetensors.ts';
import { modelRule } from '../nn/check_model.ts';
import { modelFromJSON } from '../nn/from_json.ts';
import type { Model } from '../nn/sequential.ts';
import { noGrad } from '../ops/gradient_mode.ts';
import { Tensor } from '../tensor/tensor.ts';
import {
  asData,
  decodeArchitecture,
  decodeExtras,
  encodeDescription,
  type ModelExtras,
  namesOf,
  type ReadExtras,
  withLearnedNames,
} from './model_description.ts';

/** What is used of a dataset to predict from. */
export type NamedInputs = Pick<Dataset, 'inputs' | 'featureNames'>;

/** What was read from a model file. */
export interface ModelFile extends ReadExtras {
  readonly model: Model;
  /**
   * The outputs for samples as they come: the inputs are scaled first, and where the targets were
   * scaled the outputs are turned back. Of a classification they are the scores: `argmax()` is the class.
   * @param inputs `[samples, ...inputShape]`, such as `readCsvWith(schema, text).inputs`; or a dataset,
   * whose columns are found by name
   * @throws ShapeError, DtypeError when the inputs have another shape or dtype; DataError for a dataset
   * of other columns
   */
  predict(inputs: Tensor | NamedInputs): Tensor;
}

/**
 * A model as the bytes of a file. The same model gives the same bytes.
 *
 * It is a safetensors file of `model.state()`, which any reader of that format opens. Its metadata have
 * the architecture, as JSON, the names that the model has learned, and everything that is passed here.
 * @throws OptionError for a layer that is not the library's, which no file can hold, and for extras that
 * are unknown or do not fit the model
 * @example writeModel(model, { scalers: [scaler], classNames: ['no', 'yes'] })
 */
export function writeModel(model: Model, extras: ModelExtras = {}): Uint8Array<ArrayBuffer> {
  const read = readOptions<ReadExtras>('writeModel', extras, {
    task: optional(oneOf('classification', 'regression')),
    loss: optional(string),
    lossOptions: optional(record),
    classNames: optional(array),
    featureNames: optional(array),
    scalers: withDefault(array, []),
    schema: optional(object),
    metadata: withDefault(record, {}),
  });
  checkArgument('writeModel', model, modelRule);
  const said = withLearnedNames(read, model);
  const contents = { tensors: model.state(), metadata: encodeDescription(model, said) };
  try {
    assemble('writeModel', contents); // what could not be read back is not written
  } catch (cause) {
    if (!(cause instanceof DataError)) throw cause;
    const { where, problem, expected, received } = cause;
    const remedy = cause.remedy === UNCHANGED ? 'Pass what fits the model.' : cause.remedy;
    throw new OptionError({ where, problem, expected, received, remedy }, { cause });
  }
  return writeSafetensors(contents);
}

/**
 * A model from the bytes of a file that `writeModel` made.
 *
 * Strict: a file is refused when its tensors are not those of the architecture, when a layer is
 * unknown, or when scalers, schema or names do not fit the model; all before memory is taken for more
 * than there is in the file.
 * @throws DataError naming what does not fit
 * @example const { model, predict, classNames } = readModel(bytes);
 */
export function readModel(bytes: Uint8Array, options: ReadOptions = {}): ModelFile {
  return assemble(place('readModel', options), readSafetensors(bytes, options));
}

function inOrder(given: NamedInputs, { names }: Model): Tensor {
  if ((given?.inputs as unknown) instanceof Tensor) {
    return reconcileInputs('predict', given, names, 'the model');
  }
  throw new OptionError({
    where: 'predict',
    expected: 'a tensor of inputs, or a dataset',
    received: describe(given),
    remedy: 'Pass tensor(values), or what fromArrays gives.',
  });
}

function assemble(where: string, { tensors, metadata }: Safetensors): ModelFile {
  const architecture = decodeArchitecture(where, metadata);
  const model = asData(`${where}, architecture`, 'modelFromJSON', () =>
    modelFromJSON(architecture, tensors),
  );
  const extras = decodeExtras(where, metadata, model);
  model.names = namesOf(extras);
  return withPredict(model, extras);
}

/** A model with all that is said about it, as if it had been written and read, without building it anew. */
export function withPredict(model: Model, extras: ReadExtras): ModelFile {
  const scalersOf = (part: Scaler['of']) => extras.scalers.filter(({ of }) => of === part);
  return {
    model,
    ...extras,
    predict: (given) =>
      noGrad(() => {
        const inputs = given instanceof Tensor ? given : inOrder(given, model);
        const scaled = scalersOf('inputs').reduce((x, scaler) => scaler.transform(x), inputs);
        const outputs = model.predict(scaled);
        return scalersOf('targets').reduceRight((y, scaler) => scaler.invert(y), outputs);
      }),
  };
}
