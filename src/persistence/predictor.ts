/**
 * A trained model with all that is needed to use it on data as they come. It is the same thing before
 * saving and after loading, and what the command predicts with.
 */
import type { Dataset } from '../data/dataset.ts';
import { reconcileInputs } from '../data/reconcile.ts';
import type { Scaler } from '../data/scaling/scaler.ts';
import { describe, describeShape } from '../errors/describe.ts';
import { OptionError, ShapeError } from '../errors/errors.ts';
import { checkArgument, oneOf, optional, type Rules, readOptions } from '../errors/options.ts';
import { checkBatch } from '../nn/build.ts';
import { modelRule } from '../nn/check_model.ts';
import { type PredictOptions, predictRules } from '../nn/prediction.ts';
import type { Model } from '../nn/sequential.ts';
import { noGrad } from '../ops/gradient_mode.ts';
import { tensor, zeros } from '../tensor/create.ts';
import type { NestedArray } from '../tensor/rank.ts';
import { sameShape } from '../tensor/shape.ts';
import { Tensor } from '../tensor/tensor.ts';
import type { Trainer } from '../train/trainer.ts';
import { classesOf, labelsOf, probabilitiesOf } from './class_predictions.ts';
import type { CsvSchema, Unknown } from './csv/schema.ts';
import { decodeExtras } from './model/decode_extras.ts';
import { encodeExtras } from './model/description.ts';
import { type ModelExtras, type ReadExtras, readExtras } from './model/extras.ts';
import { namesOf, withLearnedNames } from './model/learned_names.ts';
import { areRawRows, encodeRows, type RawRow, rowsOfNumbers } from './raw_rows.ts';

/** What is used of a dataset to predict from. */
export type NamedInputs = Pick<Dataset, 'inputs' | 'featureNames'>;

/**
 * Samples as they come, unscaled: numbers `[samples, ...inputShape]`; a dataset, whose columns are found
 * by name; or an object for each sample, with texts where the table that was learned from had texts.
 */
export type RawInputs = Tensor | NestedArray | NamedInputs | readonly RawRow[];

export interface PredictorOptions extends PredictOptions {
  /**
   * What becomes of categories that the model has not learned, in objects: an error, or ignored: 0 in all features of
   * their column. Default what was said when the table was read that it learned from, which is an error if nothing was.
   */
  readonly unknown?: Unknown | undefined;
}

export interface Predictor extends ReadExtras {
  readonly model: Model;
  /**
   * The outputs for samples: the inputs are scaled first, and where the targets were scaled the outputs
   * are turned back. Of a classification they are what the network gives: logits, mostly.
   * @throws ShapeError, DtypeError when the inputs have another shape or dtype; DataError for columns that are not
   * there, and for categories that the model has not learned
   */
  predict(inputs: RawInputs, options?: PredictorOptions): Tensor;
  /**
   * How probable each class is, `[samples, classes]`: rows that sum to 1, two columns for one output that
   * tells two classes apart; of several labels each by itself.
   * @throws StateError where the loss does not say what outputs are
   */
  predictProbabilities(inputs: RawInputs, options?: PredictorOptions): Tensor;
  /**
   * The class of each sample: its name, or its number where classes have no names.
   * @throws StateError for a model of numbers, or of several labels
   */
  predictClasses(inputs: RawInputs, options?: PredictorOptions): readonly (string | number)[];
  /**
   * The labels of each sample, by name or by number, where it may have several.
   * @throws StateError for a model of another kind
   */
  predictLabels(
    inputs: RawInputs,
    options?: PredictorOptions,
  ): readonly (readonly (string | number)[])[];
}

/**
 * A model that is ready to be used on data as they come.
 * @param trained the Trainer, which knows model and loss, or the model
 * @param extras how inputs are made numbers, and what classes are called; names that the model has
 * learned need not be said
 * @throws OptionError, DataError for what does not fit the model
 * @example
 * const { predictClasses } = predictor(trainer, { scalers: [scaler] });
 * saveModel('flowers.safetensors', predictor(trainer, { scalers: [scaler] }));
 */
export function predictor(
  trained: Model | Pick<Trainer, 'model' | 'options'>,
  extras?: ModelExtras,
): Predictor {
  const trainer = hasModel(trained) ? trained : undefined;
  const model = hasModel(trained) ? trained.model : trained;
  checkArgument('predictor', model, modelRule);
  const loss = trainer?.options?.loss;
  const read = readExtras('predictor', extras, loss === undefined ? {} : { loss });
  const said = withLearnedNames(read, model);
  return assemblePredictor(model, decodeExtras('predictor', encodeExtras(said), model));
}

function hasModel(value: unknown): value is Pick<Trainer, 'model' | 'options'> {
  return typeof value === 'object' && value !== null && 'model' in value;
}

/** @param extras that are known to fit */
export function assemblePredictor(model: Model, extras: ReadExtras): Predictor {
  const described = { model, ...extras };
  const scalersOf = (part: Scaler['of']) => extras.scalers.filter(({ of }) => of === part);
  const compute = (given: RawInputs, options: PredictorOptions | undefined) => {
    const { unknown, ...others } = readOptions<PredictorOptions>('predict', options, rules);
    const inputs = readInputs(given, described, unknown);
    checkInputs(inputs, described);
    const scaled = scalersOf('inputs').reduce((x, scaler) => scaler.transform(x), inputs);
    return model.predict(scaled, others);
  };
  // The model learns names while it trains.
  const nameOf = (k: number): string | number =>
    (namesOf(extras).classNames ?? model.names.classNames)?.[k] ?? k;
  return {
    ...described,
    predict: (given, options) =>
      noGrad(() =>
        scalersOf('targets').reduceRight((y, scaler) => scaler.invert(y), compute(given, options)),
      ),
    predictProbabilities: (given, options) =>
      noGrad(() => probabilitiesOf(described, compute(given, options))),
    predictClasses: (given, options) =>
      noGrad(() =>
        Array.from(classesOf(described, compute(given, options)).toTypedArray(), nameOf),
      ),
    predictLabels: (given, options) =>
      noGrad(() => {
        const there = labelsOf(described, compute(given, options)).toArray({ rank: 2 });
        return there.map((row) => row.flatMap((is, k) => (is === 1 ? [nameOf(k)] : [])));
      }),
  };
}

/** Whether it is a model with its extras, and not the model alone. */
export function isPredictor(value: unknown): value is Predictor {
  return hasModel(value) && 'predictClasses' in value;
}

/** What a predictor was made with. */
export function extrasOf(made: Predictor): ReadExtras {
  const {
    model: _,
    predict,
    predictProbabilities,
    predictClasses,
    predictLabels,
    ...extras
  } = made;
  return extras;
}

const rules: Rules<PredictorOptions> = {
  ...predictRules,
  unknown: optional(oneOf('error', 'ignore')),
};

type Described = ReadExtras & { readonly model: Model };

const columnsOf = ({ featureNames, model }: Described) => featureNames ?? model.names.featureNames;

/** In terms of what people give, before it is scaled. */
function checkInputs(inputs: Tensor, described: Described): void {
  const { shape } = inputs;
  const { inputShape } = described.model;
  if (sameShape(shape.slice(1), inputShape) || sameShape(shape, inputShape)) {
    checkBatch('predict', inputs, described.model); // of one sample without an axis of samples it says so
    return;
  }
  const columns = columnsOf(described) ?? described.schema?.inputs.map(({ name }) => name);
  throw new ShapeError({
    where: 'predict',
    expected: `inputs of shape [samples, ${inputShape.join(', ')}]`,
    received: describeShape(shape),
    remedy: `Give the columns that were learned from${columns ? `: ${columns.join(', ')}` : ''}.`,
  });
}

function readInputs(given: RawInputs, described: Described, unknown: Unknown | undefined): Tensor {
  const { model, schema } = described;
  if (given instanceof Tensor) return given;
  if (Array.isArray(given) && given.length === 0) {
    return zeros([0, ...model.inputShape], { dtype: model.dtype });
  }
  if (areRawRows(given)) {
    if (schema !== undefined) return encodeRows(given, schema, unknown);
    const names = columnsOf(described);
    if (names !== undefined) return rowsOfNumbers(given, names, model.dtype);
    throw new OptionError({
      where: 'predict',
      expected: 'a tensor, or an array of numbers for each sample',
      received: 'objects, of which the model knows no columns',
      remedy: 'Give arrays, or name the columns: predictor(model, { featureNames }).',
    });
  }
  if (Array.isArray(given)) {
    const text = schema && given.flat().find((value) => typeof value === 'string');
    if (text === undefined) return tensor(given as NestedArray, { dtype: model.dtype });
    throw new OptionError({
      where: 'predict',
      expected: 'arrays of numbers, or an object for each sample where there are texts',
      received: describe(text),
      remedy: `Name the columns: ${(schema as CsvSchema).inputs.map(({ name }) => name).join(', ')}.`,
    });
  }
  const named = given as NamedInputs;
  if ((named?.inputs as unknown) instanceof Tensor) {
    return reconcileInputs('predict', named, model.names, 'the model');
  }
  throw new OptionError({
    where: 'predict',
    expected: 'a tensor of inputs, arrays of numbers, objects by column, or a dataset',
    received: describe(given),
    remedy: 'Pass tensor(values), what fromArrays gives, or an array of objects: [sample] for one.',
  });
}
