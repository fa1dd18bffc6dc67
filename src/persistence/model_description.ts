/** Everything about a model but its numbers, as the texts that stand in a file's metadata. */
import { contradiction, joinNames } from '../data/reconcile.ts';
import { scalerFromJSON } from '../data/scaling/from_json.ts';
import type { Scaler, ScalerDescription } from '../data/scaling/scaler.ts';
import { describe, describeShape } from '../errors/describe.ts';
import { DataError, EpochalError, OptionError } from '../errors/errors.ts';
import {
  array,
  boolean,
  object,
  oneOf,
  optional,
  readOptions,
  record,
  string,
  withDefault,
} from '../errors/options.ts';
import { checkParts, fields, listOf } from '../errors/parts.ts';
import { UNCHANGED } from '../formats/remedies.ts';
import { parseJson } from '../formats/text.ts';
import { classOutputsOf } from '../losses/class_outputs.ts';
import { type ClassOutputs, type Loss, lossOrNameRule } from '../losses/loss.ts';
import type { Architecture } from '../nn/architecture.ts';
import type { Names } from '../nn/names.ts';
import type { Model } from '../nn/sequential.ts';
import { sameShape } from '../tensor/shape.ts';
import { type CsvSchema, checkSchema, classesIn, featuresOf } from './csv/schema.ts';

/** What a model was trained for. */
export type Task = 'classification' | 'regression';

/** What a model file may hold beside the model. */
export interface ModelExtras {
  readonly task?: Task | undefined;
  /** The loss that it was trained with, or its name: it knows what outputs are. */
  readonly loss?: Loss | string | undefined;
  /** What that loss was made with, such as `{ delta: 0.5 }`, where it was not made without options. */
  readonly lossOptions?: Readonly<Record<string, unknown>> | undefined;
  /** Names of the classes, by number. */
  readonly classNames?: readonly string[] | undefined;
  /** Names of the columns of the inputs. */
  readonly featureNames?: readonly string[] | undefined;
  /** Scalers of inputs and targets, in the order in which they were applied. */
  readonly scalers?: readonly Scaler[] | undefined;
  /** How the columns of a CSV file become the numbers that are scaled. */
  readonly schema?: CsvSchema | undefined;
  /** Texts of your own, such as `{ author: 'me' }`. */
  readonly metadata?: Texts | undefined;
}

/** The same, as it is read: with scalers and metadata, if only empty ones. */
export interface ReadExtras extends Omit<ModelExtras, 'loss' | 'scalers' | 'metadata'> {
  readonly scalers: readonly Scaler[];
  readonly metadata: Texts;
  /** The name of the loss that it was trained with, such as `softmaxCrossEntropy`. */
  readonly loss?: string;
  /** What outputs say of classes, where the loss is not the library's, which are known by name. */
  readonly classOutputs?: ClassOutputs;
}

/**
 * @param known what is known without being said
 * @throws OptionError for what no model has beside it
 */
export function readExtras(
  where: string,
  extras: ModelExtras | undefined,
  known: ModelExtras = {},
): ReadExtras {
  const said = readSaid(where, extras);
  if (Object.keys(known).length === 0) return said;
  return readSaid(where, { ...known, ...withoutImport(extras) });
}

/** What belongs to an imported model beside its extras. */
const OF_IMPORTS = ['model', 'report', 'training'];

/** An imported model is given as it is. */
function withoutImport(extras: ModelExtras | undefined): ModelExtras | undefined {
  if (!record.accepts(extras) || extras === undefined || !('report' in extras)) return extras;
  const { training } = extras as { readonly training?: Pick<ModelExtras, 'loss'> };
  const own = Object.entries(extras).filter(([key]) => !OF_IMPORTS.includes(key));
  return { ...(training?.loss && { loss: training.loss }), ...Object.fromEntries(own) };
}

function readSaid(where: string, given: ModelExtras | undefined): ReadExtras {
  const extras = withoutImport(given);
  const { loss, ...read } = readOptions<ReadExtras & { loss: Loss | string | undefined }>(
    where,
    extras,
    {
      task: optional(oneOf('classification', 'regression')),
      loss: optional(lossOrNameRule),
      lossOptions: optional(record),
      classOutputs: optional(record),
      classNames: optional(array),
      featureNames: optional(array),
      scalers: withDefault(array, []),
      schema: optional(object),
      metadata: withDefault(record, {}),
    },
  );
  if (loss === undefined) return read;
  if (typeof loss === 'string') return { ...read, loss };
  const { name, classOutputs } = loss;
  const isKnown = classOutputsOf(name) !== undefined || classOutputs === undefined;
  return { ...read, loss: name, ...(!isKnown && { classOutputs }) };
}

type Texts = Readonly<Record<string, string>>;

/** What stands under `format`; the number changes when older readers would misread the file. */
const FORMAT = 'epochal model 1';

/** The keys that are the library's; all others are the user's own texts. */
const KEYS: readonly string[] = [
  ...['format', 'architecture', 'task', 'loss', 'lossOptions', 'classOutputs'],
  ...['classNames', 'featureNames', 'scalers', 'schema'],
];

/** A layer inside of a layer takes four levels; nobody nests this deep. */
const MAX_DEPTH = 256;

/** @throws OptionError for a layer that no file can hold, and for a user's text under a key of ours */
export function encodeDescription(model: Model, extras: ReadExtras): Texts {
  return { format: FORMAT, architecture: JSON.stringify(model), ...encodeExtras(extras) };
}

/** @throws OptionError for a user's text under a key of ours */
export function encodeExtras(extras: ReadExtras): Texts {
  const { metadata, scalers, task, loss, ...others } = extras;
  const taken = KEYS.find((key) => Object.hasOwn(metadata, key));
  if (taken !== undefined) {
    throw new OptionError({
      where: 'writeModel.metadata',
      expected: `texts under other keys than ${KEYS.join(', ')}`,
      received: taken,
      remedy: 'Choose another key.',
    });
  }
  const json = { ...(scalers.length > 0 && { scalers }), ...others };
  const texts: [string, string | undefined][] = [
    ...Object.entries({ ...metadata, task, loss }),
    ...Object.entries(json).map(([key, value]): [string, string] => [key, JSON.stringify(value)]),
  ];
  return Object.fromEntries(
    texts.filter((pair): pair is [string, string] => pair[1] !== undefined),
  );
}

/** @throws DataError unless the texts are those of a model file */
export function decodeArchitecture(where: string, texts: Texts): Architecture {
  if (texts.format !== FORMAT) {
    const isLater = texts.format?.startsWith('epochal model ') ?? false;
    throw new DataError({
      where,
      expected: `a model file, whose metadata say format: ${describe(FORMAT)}`,
      received: texts.format === undefined ? 'no such text' : describe(texts.format),
      remedy: isLater
        ? 'A later version of epochal wrote it: update.'
        : 'Tensors alone are read by readSafetensors, and put into a model by loadState.',
      ...(!isLater && { advice: [{ kind: 'modelFile' }] }),
    });
  }
  return readJson(where, texts, 'architecture') as Architecture;
}

/** @throws DataError for what no model file says, and for what does not fit the model */
export function decodeExtras(where: string, texts: Texts, model: Model): ReadExtras {
  const { task, loss } = texts;
  if (task !== undefined && task !== 'classification' && task !== 'regression') {
    throw new DataError({
      where: `${where}, task`,
      expected: 'classification or regression',
      received: describe(task),
      remedy: UNCHANGED,
    });
  }
  const lossOptions = readJson(where, texts, 'lossOptions');
  checkParts(`${where}, lossOptions`, lossOptions, optional(record), UNCHANGED);
  const classNames = readNames(where, texts, 'classNames');
  const featureNames = readNames(where, texts, 'featureNames');
  const schema = readJson(where, texts, 'schema');
  const classOutputs = readJson(where, texts, 'classOutputs');
  checkParts(`${where}, classOutputs`, classOutputs, optional(OUTPUTS), UNCHANGED);
  if (schema !== undefined) checkSchema(where, schema, UNCHANGED);
  const classes = classCounts(model);
  checkCount(`${where}, classNames`, classNames, classes);
  checkCount(`${where}, featureNames`, featureNames, [model.inputShape.at(-1)]);
  checkCount(`${where}, schema.inputs`, schema?.inputs.flatMap(featuresOf), model.inputShape);
  checkCount(`${where}, schema.targets`, classesIn(schema), classes);
  const scalers = readScalers(where, texts, model);
  const columns = [schema?.inputs.flatMap(featuresOf), ...scalers.map(columnsOf)];
  for (const other of columns) checkSame(`${where}, featureNames`, featureNames, other);
  checkSame(`${where}, classNames`, classNames, classesIn(schema));
  const others = Object.entries(texts).filter(([key]) => !KEYS.includes(key));
  return {
    ...(task !== undefined && { task }),
    ...(loss !== undefined && { loss }),
    ...(lossOptions !== undefined && {
      lossOptions: lossOptions as Readonly<Record<string, unknown>>,
    }),
    ...(classOutputs !== undefined && { classOutputs: classOutputs as ClassOutputs }),
    ...(classNames !== undefined && { classNames }),
    ...(featureNames !== undefined && { featureNames }),
    ...(schema !== undefined && { schema }),
    scalers,
    metadata: Object.fromEntries(others),
  };
}

const OUTPUTS = fields({
  kind: oneOf('logits', 'logProbabilities', 'probabilities', 'scores'),
  exclusive: optional(boolean),
});

/** How many names of classes a model may have. */
function classCounts({ outputShape }: Model): (number | undefined)[] {
  const outputs = outputShape.at(-1);
  return outputs === 1 ? [1, 2] : [outputs]; // one output tells two classes apart
}

const columnsOf = (scaler: Scaler) => scaler.toJSON().featureNames;

/**
 * What is said about a model, with the names that it has learned, as far as its file can hold them.
 * @throws OptionError for names that it has learned in another order
 */
export function withLearnedNames(extras: ReadExtras, model: Model): ReadExtras {
  const { classNames, featureNames } = model.names;
  const learned = {
    ...(classNames && classCounts(model).includes(classNames.length) && { classNames }),
    ...(featureNames && featureNames.length === model.inputShape.at(-1) && { featureNames }),
  };
  for (const kind of ['classNames', 'featureNames'] as const) {
    const twice = contradiction(learned[kind], Array.isArray(extras[kind]) ? extras[kind] : []);
    if (twice === undefined) continue;
    throw new OptionError({
      where: `writeModel.${kind}`,
      expected: `the order in which the model has learned them, ${describe(learned[kind])}`,
      received: describe(extras[kind]),
      remedy: `Leave ${kind} out: the model knows them.`,
    });
  }
  return { ...extras, ...joinNames(extras, learned) };
}

/** What a model of a file has learned, as far as the file says it. */
export function namesOf({
  classNames,
  featureNames,
  schema,
}: Pick<ReadExtras, 'classNames' | 'featureNames' | 'schema'>): Names {
  return joinNames(
    { classNames, featureNames },
    { classNames: classesIn(schema), featureNames: schema?.inputs.flatMap(featuresOf) },
  );
}

/** @throws DataError for a name that stands at two places, of which one must be wrong */
function checkSame(
  where: string,
  names: readonly string[] | undefined,
  others: readonly string[] | undefined,
): void {
  const twice = contradiction(names, others);
  if (twice === undefined) return;
  throw new DataError({
    where,
    expected: `names in the order of schema and scalers, with ${describe(twice)} as number ${others?.indexOf(twice)}`,
    received: `number ${names?.indexOf(twice)}`,
    remedy: 'Write the file with the schema, the scalers and the names of the training set.',
  });
}

function readNames(where: string, texts: Texts, key: string): readonly string[] | undefined {
  const value = readJson(where, texts, key);
  checkParts(`${where}, ${key}`, value, optional(listOf(string)), UNCHANGED);
  return value as readonly string[] | undefined;
}

/** @param allowed how many there may be */
function checkCount(
  where: string,
  names: readonly string[] | undefined,
  allowed: readonly (number | undefined)[],
): void {
  if (names === undefined || allowed.includes(names.length)) return;
  throw new DataError({
    where,
    expected: `${allowed.join(' or ')} of them, as the model has`,
    received: describe(names),
    remedy: UNCHANGED,
  });
}

function readScalers(place: string, texts: Texts, model: Model): readonly Scaler[] {
  const where = `${place}, scalers`;
  const value = readJson(place, texts, 'scalers') ?? [];
  checkParts(where, value, array, UNCHANGED);
  return (value as readonly ScalerDescription[]).map((description) => {
    const scaler = asData(where, 'scalerFromJSON', () => scalerFromJSON(description));
    const { of, rowShape } = scaler;
    const wanted = of === 'inputs' ? model.inputShape : model.outputShape;
    if (sameShape(rowShape, wanted)) return scaler;
    throw new DataError({
      where,
      expected: `a scaler of ${of} for rows of shape ${describeShape(wanted)}`,
      received: `one for rows of shape ${describeShape(rowShape)}`,
      remedy: UNCHANGED,
    });
  });
}

/** Plain data; undefined where there is no such text. @throws DataError for what is not JSON */
function readJson(place: string, texts: Texts, key: string): unknown {
  if (texts[key] === undefined) return undefined;
  const where = `${place}, ${key}`;
  const value = parseJson(where, texts[key]);
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) {
      // Anyone who walks through it would run out of stack.
      throw new DataError({
        where,
        expected: `at most ${MAX_DEPTH} objects and arrays inside of each other`,
        received: 'more',
        remedy: UNCHANGED,
      });
    }
    level = level.flatMap((item) =>
      typeof item === 'object' && item !== null ? Object.values(item) : [],
    );
  }
  return value;
}

/**
 * What a file says is data: where it does not fit, that is a DataError about the file, no matter where that is noticed.
 * @param reader the function that reads, which is no place in a file
 */
export function asData<T>(where: string, reader: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    if (!(cause instanceof EpochalError)) throw cause;
    const { problem, expected, received, remedy } = cause;
    const place = cause.where === reader ? where : `${where}, ${cause.where}`;
    throw new DataError(
      { where: place, problem, expected, received, remedy, advice: [UNCHANGED] },
      { cause },
    );
  }
}
