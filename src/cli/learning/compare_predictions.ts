/** What two models say about the rows of one table. */
import { DataError } from '../../errors/errors.ts';
import type { Tensor } from '../../index.ts';
import { cast } from '../../ops/elementwise/cast.ts';
import { hasLabels, isClassifier, saysProbabilities } from '../../persistence/class_predictions.ts';
import type { CsvSchema, Predictor } from '../../persistence/index.ts';
import type { Terminal } from '../terminal/io.ts';
import type { Values } from '../words/options.ts';
import { headerOf } from './any_table.ts';
import { readRows, type rowOptions } from './other_rows.ts';
import { readSource } from './source.ts';

export interface PredictionComparison {
  readonly rows: number;
  /** How many rows are of the same class for both; of models of numbers none. */
  readonly equalClasses?: number;
  /** What is compared: probabilities, where both give them. */
  readonly of: 'probabilities' | 'outputs';
  /** The largest difference; NaN where they are not as many. */
  readonly largest: number;
}

interface Asked {
  readonly data: string;
  readonly values: Values<typeof rowOptions>;
  readonly io: Terminal;
}

/** @throws FileError, DataError for a table that does not fit one of them */
export function comparePredictions(
  models: readonly [Predictor, Predictor],
  { data, values, io }: Asked,
): PredictionComparison {
  const [first, second] = models;
  const reading = { command: 'epochal compare', io, inputsOnly: true };
  const [a, b] = models.map((own, i) => {
    const schema = own.schema ?? models[1 - i].schema ?? schemaFor(own, models[1 - i], data);
    const { inputs } = readRows(schema, data, values, reading);
    return cast(inputs, own.model.dtype);
  });
  const rows = a.shape[0];
  const bothSay = models.every(saysProbabilities);
  const said = (own: Predictor, x: Tensor) =>
    (bothSay ? own.predictProbabilities(x) : own.predict(x)).toTypedArray();
  const [p, q] = [said(first, a), said(second, b)];
  let largest = p.length === q.length ? 0 : Number.NaN;
  for (let i = 0; i < p.length && p.length === q.length; i++) {
    const apart = Object.is(p[i], q[i]) ? 0 : Math.abs(p[i] - q[i]);
    largest = Math.max(largest, Number.isNaN(apart) ? Number.POSITIVE_INFINITY : apart);
  }
  const of = bothSay ? 'probabilities' : 'outputs';
  const tellClasses = models.every((own) => isClassifier(own) && !hasLabels(own));
  if (!tellClasses) return { rows, of, largest };
  const names = namesOf(second) ?? namesOf(first);
  const [one, other] = [first.predictClasses(a), second.predictClasses(b)].map((classes) =>
    classes.map((name) => (typeof name === 'number' ? (names?.[name] ?? name) : name)),
  );
  const equalClasses = one.filter((name, i) => name === other[i]).length;
  return { rows, equalClasses, of, largest };
}

const namesOf = ({ classNames, model }: Predictor) => classNames ?? model.names.classNames;

/** Columns of numbers, by the names that either knows, or as many as the model takes. */
function schemaFor(own: Predictor, other: Predictor, data: string): CsvSchema {
  const { name, bytes } = readSource(data);
  const { delimiter, header } = headerOf(name, bytes);
  const wanted = own.model.inputShape.at(-1) ?? 0;
  const known = [own, other].flatMap((one) => {
    const names = one.featureNames ?? one.model.names.featureNames;
    return names?.every((column) => header.includes(column)) ? [names] : [];
  });
  const names = known[0] ?? header;
  if (names.length !== wanted) {
    throw new DataError({
      where: name,
      expected: `${wanted} columns, for neither of the models knows their names`,
      received: `${names.length}: ${names.join(', ')}`,
      remedy: 'Give a table with the columns of the inputs only, in their order.',
    });
  }
  return {
    ...{ delimiter, header: true, missingValues: [], decimal: '.', thousands: '' },
    ...{ dtype: own.model.dtype === 'float64' ? 'float64' : 'float32', exact: false },
    inputs: names.map((column) => ({ name: column, kind: 'numeric' })),
    targets: [],
  };
}
