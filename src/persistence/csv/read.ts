/** CSV files as datasets: the first one, from which the schema comes. */
import type { Dataset } from '../../data/dataset.ts';
import { DataError } from '../../errors/errors.ts';
import { place } from '../../formats/bytes.ts';
import { assemble } from './assemble.ts';
import type { ColumnRequest, DecideKind } from './column.ts';
import { columnReader } from './column_reader.ts';
import { checkNames, columnNamed, sharedRules } from './named_columns.ts';
import { type CsvOptions, readCsvOptions } from './options.ts';
import type { CsvReport } from './report.ts';
import type { CsvColumn, CsvSchema } from './schema.ts';
import { readTable } from './table.ts';

export interface ReadCsv {
  readonly dataset: Dataset;
  /** By which other files are read alike. */
  readonly schema: CsvSchema;
  /** How each column was read; `String(report)` says so in a few lines. */
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
    const common = { ...sharedRules({ ...resolved, ...notation }), dateOrder, reread: false };
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
  const goals = targets.map((name) => columnNamed(table.columns, name));
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
