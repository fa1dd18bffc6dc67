/** What the columns and classes of a model are called: by itself, by what is said of it, and by its file. */
import { contradiction, joinNames } from '../../data/reconcile.ts';
import { describe } from '../../errors/describe.ts';
import { OptionError } from '../../errors/errors.ts';
import type { Names } from '../../nn/names.ts';
import type { Model } from '../../nn/sequential.ts';
import { classesIn, featuresOf } from '../csv/schema.ts';
import type { ReadExtras } from './extras.ts';

/** How many names of classes a model may have. */
export function classCounts({ outputShape }: Model): (number | undefined)[] {
  const outputs = outputShape.at(-1);
  return outputs === 1 ? [1, 2] : [outputs]; // one output tells two classes apart
}

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
