/** CSV files as datasets. */
import type { Dataset } from '../../data/dataset.ts';
import { describe } from '../../errors/describe.ts';
import { DataError } from '../../errors/errors.ts';
import {
  boolean,
  nearName,
  optional,
  readOptions,
  string,
  withDefault,
} from '../../errors/options.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import { place, type ReadOptions } from '../bytes.ts';
import { assemble, stackInputs } from './assemble.ts';
import type { ColumnRequest, FinishedColumn } from './column.ts';
import { columnReader } from './column_reader.ts';
import { type CsvOptions, readCsvOptions } from './options.ts';
import { type CsvColumn, type CsvSchema, checkSchema } from './schema.ts';
import { readTable } from './table.ts';

/**
 * A dataset from a CSV file, in a single pass, and the schema by which other files are read alike.
 *
 * Numeric columns become one feature each, categorical ones a feature for each category (one-hot). A
 * categorical target becomes class numbers, int32 `[samples]`, with `classNames`; a numeric one
 * becomes `[samples, 1]`. Categories stand in alphabetical order, or by size if all are numbers. What
 * a column is can be said in `columns`; otherwise its first value decides.
 *
 * Missing values are refused unless `missing` says what to put in their place. Means, medians and
 * modes are those of this file: read the training part alone where that matters.
 *
 * @param source the text, or its bytes in UTF-8
 * @throws DataError with row and column; rows are counted as spreadsheets do
 * @example const { dataset, schema } = readCsv(text, { target: 'species' });
 */
export function readCsv(
  source: string | Uint8Array,
  options: CsvOptions,
): { readonly dataset: Dataset; readonly schema: CsvSchema } {
  const resolved = readCsvOptions(options);
  const { file, target, columns, missing, header, delimiter, missingValues, dtype } = resolved;
  const where = place('readCsv', { file });
  const table = readTable(where, source, resolved, (names) => {
    checkNames(where, names, [target, ...columns.keys()]);
    return (name, refuse) => {
      const { kind, missing: own = missing } = columns.get(name) ?? {};
      if (kind === 'ignore') return undefined;
      const policy = name === target ? 'refuse' : own;
      return columnReader({ name, kind, missing: policy, ...rules(resolved), refuse });
    };
  });
  const goal = finished(table.columns, target);
  const inputs = [...table.columns.values()].filter((column) => column !== goal);
  if (inputs.length === 0) {
    throw new DataError({
      where,
      expected: 'a column besides the target',
      received: 'none',
      remedy: 'Add columns to the file, or name another delimiter.',
    });
  }
  const schema: CsvSchema = {
    delimiter,
    header,
    missingValues,
    dtype,
    inputs: inputs.map(({ column }) => column),
    target: goal.column,
  };
  return { dataset: assemble(where, schema, inputs, goal), schema };
}

/**
 * The inputs of another CSV file, read as the first one was: columns by name in any order, the same
 * categories, the same stand-ins for missing values. With the target among its columns, a dataset too.
 * @param schema as `readCsv` returned it, from JSON or not
 * @param options inputsOnly: does not look at the target, which may be unknown yet
 * @throws DataError with row and column, for a missing column or an unknown category among others
 * @example model.predict(readCsvWith(schema, text).inputs)
 */
export function readCsvWith(
  schema: CsvSchema,
  source: string | Uint8Array,
  options: ReadOptions & { readonly inputsOnly?: boolean } = {},
): { readonly inputs: Tensor; readonly dataset?: Dataset } {
  const { file, inputsOnly } = readOptions<ReadOptions & { inputsOnly: boolean }>(
    'readCsvWith',
    options,
    { file: optional(string), inputsOnly: withDefault(boolean, false) },
  );
  const where = place('readCsvWith', { file });
  checkSchema(where, schema);
  const wanted = inputsOnly ? schema.inputs : [...schema.inputs, schema.target];
  const known = new Map(wanted.map((column) => [column.name, column]));
  const table = readTable(where, source, schema, (names) => {
    checkNames(
      where,
      names,
      schema.inputs.map(({ name }) => name),
    );
    return (name, refuse) => {
      const column = known.get(name);
      return column && columnReader({ ...asBefore(column), ...rules(schema), refuse });
    };
  });
  const inputs = schema.inputs.map(({ name }) => finished(table.columns, name));
  const goal = table.columns.get(schema.target.name);
  if (goal === undefined) return { inputs: stackInputs(where, schema.dtype, inputs) };
  const dataset = assemble(where, schema, inputs, goal);
  return { inputs: dataset.inputs, dataset };
}

/** What all columns have in common. */
function rules({
  dtype,
  missingValues,
}: Pick<CsvSchema, 'dtype' | 'missingValues'>): Pick<ColumnRequest, 'holds' | 'isMissing'> {
  const missing = new Set(missingValues);
  return {
    isMissing: (text) => missing.has(text),
    holds: (value) => Number.isFinite(dtype === 'float32' ? Math.fround(value) : value),
  };
}

/** A request for a column that is known from another file. */
function asBefore(
  column: CsvColumn,
): Pick<ColumnRequest, 'name' | 'kind' | 'missing' | 'categories'> {
  const { name, kind, fill } = column;
  const missing = fill === undefined ? 'refuse' : { constant: fill };
  const categories = column.kind === 'categorical' ? column.categories : undefined;
  return { name, kind, missing, categories };
}

function finished(columns: ReadonlyMap<string, FinishedColumn>, name: string): FinishedColumn {
  const column = columns.get(name);
  if (column === undefined) throw new Error(`column ${name} was checked to be there`);
  return column;
}

function checkNames(where: string, names: readonly string[], wanted: readonly string[]): void {
  const absent = wanted.find((name) => !names.includes(name));
  if (absent === undefined) return;
  const near = nearName(absent, names);
  throw new DataError({
    where,
    expected: `a column named ${describe(absent)}`,
    received: `the columns ${names.join(', ')}`,
    remedy: near === undefined ? 'Choose one of these.' : `Did you mean ${near}?`,
  });
}
