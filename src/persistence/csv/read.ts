/** CSV files as datasets. */
import type { Dataset } from '../../data/dataset.ts';
import { describe } from '../../errors/describe.ts';
import { DataError } from '../../errors/errors.ts';
import {
  boolean,
  nearName,
  oneOf,
  optional,
  readOptions,
  string,
  withDefault,
} from '../../errors/options.ts';
import { place, type ReadOptions } from '../../formats/bytes.ts';
import { numberParser } from '../../formats/csv/notation.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import { assemble, stackInputs } from './assemble.ts';
import type { ColumnRequest, DecideKind, FinishedColumn } from './column.ts';
import { columnReader } from './column_reader.ts';
import { type CsvOptions, readCsvOptions } from './options.ts';
import type { CsvReport } from './report.ts';
import { type CsvColumn, type CsvSchema, checkSchema, type Unknown } from './schema.ts';
import { readTable } from './table.ts';

export interface ReadCsv {
  readonly dataset: Dataset;
  /** By which other files are read alike. */
  readonly schema: CsvSchema;
  /** How each column was read; `String(report)` says so in a few lines. */
  readonly report: CsvReport;
}

export interface ReadCsvWith {
  readonly inputs: Tensor;
  /** If the target is among the columns. */
  readonly dataset?: Dataset;
  /** How each column was read. */
  readonly report: CsvReport;
}

/**
 * A dataset from a CSV file, in a single pass, the schema by which other files are read alike, and a
 * report of how each column was read.
 *
 * Numeric columns become one feature each, categorical ones a feature for each category (one-hot), dates one
 * for each of their parts: `day.year`, `.month`, `.day`, `.weekday`, and `.hour` where there are times. A
 * categorical target becomes class numbers, int32 `[samples]`, with `classNames`; a numeric one
 * becomes `[samples, 1]`. Categories stand in alphabetical order, or by size if all are numbers. What
 * a column is can be said in `columns`; otherwise all of its cells decide, and a column of numbers and
 * other texts is refused, with the places. A first column without a name, as pandas and R write the labels
 * of rows, is left out.
 *
 * Missing values are refused unless `missing` says what to put in their place: of numbers and dates the mean or
 * the median, of categories then the most frequent one; or that of all columns, `mode`. They are those of this
 * file: read the training part alone where that matters.
 *
 * @param source the text, or its bytes in UTF-8
 * @throws DataError with row and column; rows are counted as spreadsheets do
 * @example const { dataset, schema } = readCsv(text, { target: 'species' });
 */
export function readCsv(source: string | Uint8Array, options: CsvOptions): ReadCsv {
  return readCsvDeciding(source, options);
}

/** The same, where a target of numbers may be found to be one of classes while it is read. */
export function readCsvDeciding(
  source: string | Uint8Array,
  options: CsvOptions,
  decide?: DecideKind,
): ReadCsv {
  const resolved = readCsvOptions(options);
  const { file, targets, columns, missing, header, missingValues } = resolved;
  const { dtype, exact, dateOrder, unknown } = resolved;
  const where = place('readCsv', { file });
  const table = readTable(where, source, { ...resolved, reread: false }, (names, notation) => {
    const common = { ...rules({ ...resolved, ...notation }), dateOrder, reread: false };
    checkNames(where, names, [...targets, ...columns.keys()]);
    return (name, refuse) => {
      const { kind, missing: own } = columns.get(name) ?? {};
      if (kind === 'ignore') return 'as asked';
      const policy: Pick<ColumnRequest, 'missing' | 'ofTable' | 'ifMissing'> = targets.includes(
        name,
      )
        ? { missing: 'refuse', ifMissing: 'Remove the row: no target is made up.' }
        : { missing: own ?? missing, ofTable: own === undefined, ifMissing: { kind: 'impute' } };
      return columnReader({
        ...{ name, kind, ...policy, ...common, refuse },
        ...(targets.length === 1 && targets[0] === name && decide && { decide }),
      });
    };
  });
  const goals = targets.map((name) => finished(table.columns, name));
  for (const { column } of goals) checkTarget(where, column, goals.length);
  const inputs = [...table.columns.values()].filter((column) => !goals.includes(column));
  if (inputs.length === 0) {
    throw new DataError({
      where,
      expected: 'a column besides the target',
      received: 'none',
      remedy: 'Add columns to the file, or leave fewer of them out.',
    });
  }
  const schema: CsvSchema = {
    ...{ delimiter: table.report.delimiter, header, missingValues },
    ...{ decimal: table.report.decimal, thousands: table.report.thousands, dtype, exact },
    ...(unknown !== undefined && { unknown }),
    inputs: inputs.map(({ column }) => column),
    targets: goals.map(({ column }) => column),
  };
  return { dataset: assemble(where, schema, inputs, goals), schema, report: table.report };
}

/** What may know how a CSV file is read, such as a model file. */
export interface WithSchema {
  readonly schema?: CsvSchema | undefined;
}

export interface CsvWithOptions extends ReadOptions {
  readonly inputsOnly?: boolean | undefined;
  readonly unknown?: Unknown | undefined;
}

/**
 * The inputs of another CSV file, read as the first one was: columns by name in any order, the same
 * categories, the same stand-ins for missing values. With the target among its columns, a dataset too.
 * @param from the schema as `readCsv` returned it, from JSON or not; or the file of a model that was saved
 * with one, as `loadModel` returns it
 * @param options inputsOnly: does not look at the target, which may be unknown yet; unknown: what becomes of
 * categories that the schema does not have, in place of what the schema says
 * @throws DataError with row and column, for a missing column or an unknown category among others; for a
 * model without a schema
 * @example model.predict(readCsvWith(schema, text).inputs)
 */
export function readCsvWith(
  from: CsvSchema | WithSchema,
  source: string | Uint8Array,
  options: CsvWithOptions = {},
): ReadCsvWith {
  const {
    file,
    inputsOnly,
    unknown: asked,
  } = readOptions<CsvWithOptions>('readCsvWith', options, {
    file: optional(string),
    inputsOnly: withDefault(boolean, false),
    unknown: optional(oneOf('error', 'ignore')),
  });
  const where = place('readCsvWith', { file });
  const schema = schemaOf(where, from);
  const unknown = asked ?? schema.unknown;
  const wanted = inputsOnly ? schema.inputs : [...schema.inputs, ...schema.targets];
  const known = new Map(wanted.map((column) => [column.name, column]));
  const common = {
    ...rules(schema),
    reread: true,
    ifMissing: { kind: 'imputeInTraining' } as const,
  };
  const { decimal, thousands } = schema;
  const format = { ...schema, notation: { decimal, thousands }, reread: true };
  const table = readTable(where, source, format, (names) => {
    checkNames(
      where,
      names,
      schema.inputs.map(({ name }) => name),
    );
    return (name, refuse) => {
      const column = known.get(name);
      if (column !== undefined) {
        const isInput = !schema.targets.includes(column);
        const known = { ...asBefore(column), ...(isInput && { unknown: unknown ?? 'error' }) };
        return columnReader({ ...known, ...common, refuse });
      }
      const isTarget = schema.targets.some((target) => target.name === name);
      return isTarget ? 'as asked' : 'the model does not know it';
    };
  });
  const inputs = schema.inputs.map(({ name }) => finished(table.columns, name));
  const goals = schema.targets.flatMap(({ name }) => table.columns.get(name) ?? []);
  const { report } = table;
  if (goals.length < schema.targets.length)
    return { inputs: stackInputs(where, schema.dtype, inputs), report };
  const dataset = assemble(where, schema, inputs, goals);
  return { inputs: dataset.inputs, dataset, report };
}

/** @throws DataError for what is no schema, and for a model without one */
function schemaOf(where: string, from: CsvSchema | WithSchema): CsvSchema {
  const isFile = typeof from === 'object' && from !== null && ('schema' in from || 'model' in from);
  const schema = isFile ? (from as WithSchema).schema : from;
  if (isFile && schema === undefined) {
    throw new DataError({
      where,
      expected: 'a model that was saved with the schema of a CSV file',
      received: 'one without',
      remedy: 'Save it with what readCsv returned: saveModel(path, model, { schema, ... }).',
      advice: [{ kind: 'modelFile' }],
    });
  }
  checkSchema(where, schema);
  return schema;
}

/** What all columns have in common. */
function rules({
  dtype,
  exact,
  missingValues,
  decimal,
  thousands,
}: Pick<CsvSchema, 'dtype' | 'exact' | 'missingValues' | 'decimal' | 'thousands'>): Pick<
  ColumnRequest,
  'dtype' | 'exact' | 'isMissing' | 'numbersMayBeMissing' | 'notation'
> {
  const missing = new Set(missingValues);
  const notation = { decimal, thousands };
  const parse = numberParser(notation);
  return {
    dtype,
    exact,
    notation,
    numbersMayBeMissing: missingValues.some((text) => !Number.isNaN(parse(text))),
    isMissing: (text) => missing.has(text),
  };
}

/** A request for a column that is known from another file. */
function asBefore(
  column: CsvColumn,
): Pick<ColumnRequest, 'name' | 'kind' | 'missing' | 'categories' | 'dateOrder' | 'times'> {
  const { name, kind, fill } = column;
  const missing = fill === undefined ? 'refuse' : { constant: fill };
  const categories = column.kind === 'categorical' ? column.categories : undefined;
  if (column.kind !== 'date') return { name, kind, missing, categories };
  return { name, kind, missing, dateOrder: column.order, times: column.times };
}

function finished(columns: ReadonlyMap<string, FinishedColumn>, name: string): FinishedColumn {
  const column = columns.get(name);
  if (column === undefined) throw new Error(`column ${name} was checked to be there`);
  return column;
}

function checkTarget(where: string, { name, kind }: CsvColumn, count: number): void {
  if (kind === 'numeric' || (kind === 'categorical' && count === 1)) return;
  const isDate = kind === 'date';
  const one = 'a target of numbers or of classes';
  throw new DataError({
    where: `${where}, column ${name}`,
    expected: count === 1 ? one : 'numbers in each of several targets',
    received: isDate ? 'dates' : 'categories',
    remedy: isDate
      ? 'Choose another target; a date that is to be predicted needs to be a number, such as of days.'
      : 'Train a model for each target of classes.',
  });
}

/** So many names are listed. */
const SHOWN = 20;

function checkNames(where: string, names: readonly string[], wanted: readonly string[]): void {
  const known = new Set(names);
  const absent = wanted.find((name) => name === '' || !known.has(name));
  if (absent === undefined) return;
  const near = nearName(absent, names);
  const more = names.length > SHOWN ? `, … ${names.length} in all` : '';
  throw new DataError({
    where,
    expected: `a column named ${describe(absent)}`,
    received: `the columns ${names.slice(0, SHOWN).join(', ')}${more}`,
    remedy: near === undefined ? 'Choose one of these.' : `Did you mean ${near}?`,
  });
}
