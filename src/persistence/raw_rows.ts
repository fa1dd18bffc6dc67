/** Samples as people have them: objects with a value for each column. */
import { describe } from '../errors/describe.ts';
import { DataError } from '../errors/errors.ts';
import { writeCsv } from '../formats/csv/write.ts';
import { tensor } from '../tensor/create.ts';
import type { Dtype } from '../tensor/dtype.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { readCsvWith } from './csv/read_with.ts';
import type { CsvSchema, Unknown } from './csv/schema.ts';

/** The values of a sample by the names of the columns; null or undefined where one is missing. */
export type RawRow = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** Whether rows are objects, and not lists of numbers. */
export function areRawRows(inputs: unknown): inputs is readonly RawRow[] {
  if (!Array.isArray(inputs) || inputs.length === 0) return false;
  return inputs.every(
    (row) =>
      typeof row === 'object' && row !== null && !Array.isArray(row) && !ArrayBuffer.isView(row),
  );
}

/**
 * Rows as they were in the table that the model has learned from, in the numbers that it was given: the
 * same categories, the same stand-ins for missing values.
 * @param unknown what becomes of other categories, in place of what the schema says
 * @throws DataError with the row and the column of what the model does not know
 */
export function encodeRows(
  rows: readonly RawRow[],
  schema: CsvSchema,
  unknown: Unknown | undefined,
): Tensor {
  const missing = schema.missingValues[0] ?? '';
  const text = (value: RawRow[string]) => {
    if (value === null || value === undefined) return missing;
    return typeof value === 'number' ? String(value).replace('.', schema.decimal) : String(value);
  };
  const columns = schema.inputs.map(({ name }): [string, string[]] => {
    // A row that lacks a column is refused in a batch, too: the name may be misspelled in this row alone.
    const without = rows.findIndex((row) => !Object.hasOwn(row, name));
    if (without >= 0) {
      throw new DataError({
        where: `predict, row ${without}`,
        expected: `a column ${describe(name)}`,
        received: Object.keys(rows[without]).join(', ') || 'an empty object',
        remedy: `Give the columns ${schema.inputs.map((column) => column.name).join(', ')}, with null where a value is missing.`,
      });
    }
    return [name, rows.map((row) => text(row[name]))];
  });
  const { delimiter } = schema;
  // The readers of tables know every kind of column; so a row is a line of one.
  const table = writeCsv(columns, { delimiter });
  const options = { inputsOnly: true, file: 'predict', unknown };
  try {
    return readCsvWith({ ...schema, header: true }, table, options).inputs;
  } catch (cause) {
    throw cause instanceof DataError ? ofRow(cause) : cause;
  }
}

/** Rows of a file count from 1, with the header as the first; objects from 0. */
function ofRow(cause: DataError): DataError {
  const { where, problem, expected, received, remedy } = cause;
  const own = where.replace(/row (\d+), column \d+/, (_, row: string) => `row ${Number(row) - 2}`);
  return new DataError({ where: own, problem, expected, received, remedy }, { cause });
}

/**
 * Rows of numbers, by the names of the features.
 * @throws DataError naming row and column of what is no number
 */
export function rowsOfNumbers(
  rows: readonly RawRow[],
  names: readonly string[],
  dtype: Dtype,
): Tensor {
  const values = rows.map((row, index) =>
    names.map((name) => {
      const value = row[name];
      if (typeof value === 'number') return value;
      if (typeof value === 'boolean') return Number(value);
      throw new DataError({
        where: 'predict',
        expected: `a number for ${describe(name)}`,
        received: `${describe(value)} in row ${index}`,
        remedy: 'Columns of texts need the schema of the table that was learned from.',
      });
    }),
  );
  return tensor(values, { dtype });
}
