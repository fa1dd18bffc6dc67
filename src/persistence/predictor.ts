/**
 * A trained model with all that is needed to use it on data as they come. It is the same thing before
 * saving and after loading, and what the command predicts with.
 */
import type { Dataset } from '../data/dataset.ts';
import { reconcileInputs } from '../data/reconcile.ts';
import type { Scaler } from '../data/scaling/scaler.ts';
import { describe } from '../errors/describe.ts';
import { OptionError } from '../errors/errors.ts';
import { checkArgument } from '../errors/options.ts';
import { modelRule } from '../nn/check_model.ts';
import type { Model } from '../nn/sequential.ts';
import { noGrad } from '../ops/gradient_mode.ts';
import { tensor } from '../tensor/create.ts';
import type { NestedArray } from '../tensor/rank.ts';
import { Tensor } from '../tensor/tensor.ts';
import type { Trainer } from '../train/trainer.ts';
import { classesOf, labelsOf, probabilitiesOf } from './class_predictions.ts';
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

export interface Predictor extends ReadExtras {
  readonly model: Model;
  /**
   * The outputs for samples: the inputs are scaled first, and where the targets were scaled the outputs
   * are turned back. Of a classification they are what the network gives: logits, mostly.
   * @throws ShapeError, DtypeError when the inputs have another shape or dtype; DataError for columns or
   * categories that the model has not learned
   */
  predict(inputs: RawInputs): Tensor;
  /**
   * How probable each class is, `[samples, classes]`: rows that sum to 1, two columns for one output that
   * tells two classes apart; of several labels each by itself.
   * @throws StateError where the loss does not say what outputs are
   */
  predictProbabilities(inputs: RawInputs): Tensor;
  /**
   * The class of each sample: its name, or its number where classes have no names.
   * @throws StateError for a model of numbers, or of several labels
   */
  predictClasses(inputs: RawInputs): readonly (string | number)[];
  /**
   * The labels of each sample, by name or by number, where it may have several.
   * @throws StateError for a model of another kind
   */
  predictLabels(inputs: RawInputs): readonly (readonly (string | number)[])[];
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
  const compute = (given: RawInputs) => {
    const inputs = readInputs(given, described);
    const scaled = scalersOf('inputs').reduce((x, scaler) => scaler.transform(x), inputs);
    return model.predict(scaled);
  };
  // The model learns names while it trains.
  const nameOf = (k: number): string | number =>
    (namesOf(extras).classNames ?? model.names.classNames)?.[k] ?? k;
  return {
    ...described,
    predict: (given) =>
      noGrad(() =>
        scalersOf('targets').reduceRight((y, scaler) => scaler.invert(y), compute(given)),
      ),
    predictProbabilities: (given) => noGrad(() => probabilitiesOf(described, compute(given))),
    predictClasses: (given) =>
      noGrad(() => Array.from(classesOf(described, compute(given)).toTypedArray(), nameOf)),
    predictLabels: (given) =>
      noGrad(() => {
        const there = labelsOf(described, compute(given)).toArray({ rank: 2 });
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

function readInputs(
  given: RawInputs,
  { model, schema, featureNames }: ReadExtras & { readonly model: Model },
): Tensor {
  if (given instanceof Tensor) return given;
  if (areRawRows(given)) {
    if (schema !== undefined) return encodeRows(given, schema);
    const names = featureNames ?? model.names.featureNames;
    if (names !== undefined) return rowsOfNumbers(given, names, model.dtype);
    throw new OptionError({
      where: 'predict',
      expected: 'a tensor, or an array of numbers for each sample',
      received: 'objects, of which the model knows no columns',
      remedy: 'Give arrays, or name the columns: predictor(model, { featureNames }).',
    });
  }
  if (Array.isArray(given)) return tensor(given as NestedArray, { dtype: model.dtype });
  const named = given as NamedInputs;
  if ((named?.inputs as unknown) instanceof Tensor) {
    return reconcileInputs('predict', named, model.names, 'the model');
  }
  throw new OptionError({
    where: 'predict',
    expected: 'a tensor of inputs, arrays of numbers, objects by column, or a dataset',
    received: describe(given),
    remedy: 'Pass tensor(values), or what fromArrays gives.',
  });
}
