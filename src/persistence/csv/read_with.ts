/** CSV files that are read as the first one was, by its schema. */
import type { Dataset } from '../../data/dataset.ts';
import { DataError } from '../../errors/errors.ts';
import {
  boolean,
  oneOf,
  optional,
  readOptions,
  string,
  withDefault,
} from '../../errors/options.ts';
import { place, type ReadOptions } from '../../formats/bytes.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import { assemble, stackInputs } from './assemble.ts';
import type { ColumnRequest } from './column.ts';
import { columnReader } from './column_reader.ts';
import { checkNames, columnNamed, sharedRules } from './named_columns.ts';
import type { CsvReport } from './report.ts';
import { type CsvColumn, type CsvSchema, checkSchema, type Unknown } from './schema.ts';
import { readTable } from './table.ts';

export interface ReadCsvWith {
  readonly inputs: Tensor;
  /** If the target is among the columns. */
  readonly dataset?: Dataset;
  /** How each column was read. */
  readonly report: CsvReport;
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
    ...sharedRules(schema),
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
  const inputs = schema.inputs.map(({ name }) => columnNamed(table.columns, name));
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
