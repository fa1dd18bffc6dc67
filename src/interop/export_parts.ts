/** What an export writes beside the layers, from its options and from what the model has learned. */
import type { Scaler } from '../data/scaling/scaler.ts';
import { describe } from '../errors/describe.ts';
import { OptionError } from '../errors/errors.ts';
import type { Rule } from '../errors/options.ts';
import { classOutputsOf } from '../losses/class_outputs.ts';
import type { ClassOutputs, Loss } from '../losses/loss.ts';
import type { Model } from '../nn/sequential.ts';
import type { ExportParts, ModelWithExtras, Scores } from './exported.ts';

/** The options of an export that these are read from. */
interface Asked {
  readonly to: string;
  readonly scalers?: readonly Scaler[];
  readonly loss?: Loss | string | undefined;
  /** What a custom loss says of classes, where only its name is known. */
  readonly classOutputs?: ClassOutputs | undefined;
  readonly classNames?: readonly string[];
  readonly featureNames?: readonly string[];
  readonly probabilities?: boolean;
  readonly labels?: boolean;
}

/** Formats that say which outputs are classes. */
const WITH_CLASSES: readonly string[] = ['onnx', 'sklearn'];

/**
 * The options of an export with what belongs to its model; what the options say counts.
 * @throws OptionError for columns of texts and dates, whose encoding no other system's file can hold
 */
export function withExtras<Options extends Asked>(read: Options, source: ModelWithExtras): Options {
  const encoded = source.schema?.inputs.filter(({ kind }) => kind !== 'numeric') ?? [];
  if (encoded.length > 0) {
    throw new OptionError({
      where: 'exportModel.schema',
      expected: 'columns of numbers, for the format cannot hold how others become numbers',
      received: encoded.map(({ name, kind }) => `${name} (${kind})`).join(', '),
      remedy:
        'Export the model with its scalers, exportModel(made.model, { to, scalers: made.scalers }), and give it there what readCsvWith(made.schema, text) reads.',
    });
  }
  const { scalers, loss, classOutputs, featureNames, task, schema } = source;
  const classNames = source.classNames ?? schema?.targets[0]?.categories;
  const own = {
    scalers,
    ...(loss !== undefined && { loss }),
    ...(read.loss === undefined && classOutputs && { classOutputs }),
    ...(classNames && { classNames }),
    ...(featureNames && { featureNames }),
    ...(task && WITH_CLASSES.includes(read.to) && { probabilities: task === 'classification' }),
  };
  const said = Object.entries(read).filter(([, value]) => value !== undefined);
  return { ...read, ...own, ...Object.fromEntries(said) };
}

export const scalerList: Rule<never> = {
  expected: 'scalers, such as those of standardize(train)',
  example: '[standardize(train)]',
  accepts: (value) => Array.isArray(value) && value.every(isScaler),
};

function isScaler(value: unknown): boolean {
  const { of, rowShape, toJSON } = (value ?? {}) as Partial<Scaler>;
  return typeof of === 'string' && Array.isArray(rowShape) && typeof toJSON === 'function';
}

/** @throws OptionError for scalers, names and probabilities that do not fit the model or the format */
export function partsOf(model: Model, read: Asked): ExportParts {
  const { scalers = [], labels = false } = read;
  const classNames = read.classNames ?? model.names.classNames;
  const featureNames = read.featureNames ?? model.names.featureNames;
  const hasClasses = WITH_CLASSES.includes(read.to);
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
  const exclusive = areExclusive(model, read);
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
function areExclusive(model: Model, { loss, classOutputs }: Asked): boolean {
  const said =
    classOutputs ?? (typeof loss === 'object' ? loss.classOutputs : classOutputsOf(loss));
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
