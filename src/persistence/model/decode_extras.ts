/** What a file says of a model beside what it is: whether it fits the model, and itself. */
import { contradiction } from '../../data/reconcile.ts';
import { scalerFromJSON } from '../../data/scaling/from_json.ts';
import type { Scaler, ScalerDescription } from '../../data/scaling/scaler.ts';
import { describe, describeShape } from '../../errors/describe.ts';
import { DataError } from '../../errors/errors.ts';
import { array, boolean, oneOf, optional, record, string } from '../../errors/options.ts';
import { checkParts, fields, listOf } from '../../errors/parts.ts';
import { UNCHANGED } from '../../formats/remedies.ts';
import type { ClassOutputs } from '../../losses/loss.ts';
import type { Model } from '../../nn/sequential.ts';
import { sameShape } from '../../tensor/shape.ts';
import { asData } from '../as_data.ts';
import { checkSchema, classesIn, featuresOf } from '../csv/schema.ts';
import type { ReadExtras } from './extras.ts';
import { classCounts } from './learned_names.ts';
import { KEYS, readJson, type Texts } from './texts.ts';

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

const columnsOf = (scaler: Scaler) => scaler.toJSON().featureNames;

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
