/** The options of `readCsv`. */
import { describe } from '../../errors/describe.ts';
import { OptionError } from '../../errors/errors.ts';
import {
  array,
  boolean,
  object,
  oneOf,
  optional,
  type Rule,
  readOptions,
  string,
  withDefault,
} from '../../errors/options.ts';
import type { ReadOptions } from '../../formats/bytes.ts';
import { DATE_ORDERS, type DateOrder } from '../../formats/csv/dates.ts';
import { isDelimiter } from '../../formats/csv/delimiter.ts';
import type { Notation } from '../../formats/csv/notation.ts';
import type { Missing } from './column.ts';
import type { CsvColumn, Unknown } from './schema.ts';

type Kind = CsvColumn['kind'] | 'ignore';

export interface ColumnOptions {
  /** By default all cells decide: numbers alone, dates alone, or neither: categories. */
  readonly kind?: Kind | undefined;
  /** By default as the option `missing` says. */
  readonly missing?: Missing | undefined;
}

export interface CsvOptions extends ReadOptions {
  /** The name of the column to be predicted, or the names of several columns of numbers. */
  readonly target: string | readonly string[];
  /** Whether the first row has names; default true. Without it they are column1, column2, … */
  readonly header?: boolean | undefined;
  /** Found out by default: a comma, semicolon, tab or vertical bar, whichever parts the first rows. */
  readonly delimiter?: string | undefined;
  /**
   * The mark before the fraction of a number. Found out by default: a comma, if the first rows leave no other
   * way to read their numbers, and a point otherwise.
   */
  readonly decimal?: Notation['decimal'] | undefined;
  /** The mark between thousands; found out together with a decimal comma, and none otherwise. */
  readonly thousands?: Notation['thousands'] | undefined;
  /**
   * The dtype of inputs and numeric targets; by default float32, and whole numbers that have more digits
   * are refused. If it is said they are rounded, and the report says which.
   */
  readonly dtype?: 'float32' | 'float64' | undefined;
  /**
   * What to do about missing values in inputs; default to refuse them. With `mean` and `median` categories, which
   * have none, take the most frequent one.
   */
  readonly missing?: Missing | undefined;
  /** Cells that count as missing; by default empty ones, `?`, and what pandas takes for missing. */
  readonly missingValues?: readonly string[] | undefined;
  /** Whether the day or the month comes first in dates such as 03/04/2024; found out if one shows it. */
  readonly dateOrder?: DateOrder | undefined;
  /**
   * What becomes of categories of inputs that are not in this file, where others are read by its schema: an
   * error, the default, or ignored: all features of the column are 0.
   */
  readonly unknown?: Unknown | undefined;
  /** What single columns are: `{ zip: 'categorical', id: 'ignore', age: { missing: 'median' } }`. */
  readonly columns?: Readonly<Record<string, Kind | ColumnOptions>> | undefined;
}

type FoundOut = 'target' | 'delimiter' | 'decimal' | 'thousands' | 'dateOrder' | 'unknown';

export type ResolvedCsvOptions = Required<Omit<CsvOptions, 'file' | 'columns' | FoundOut>> & {
  readonly file?: string;
  /** One or more. */
  readonly targets: readonly string[];
  readonly delimiter?: string;
  /** Undefined if it is to be found out. */
  readonly notation?: Notation;
  readonly dateOrder?: DateOrder;
  readonly unknown?: Unknown;
  readonly exact: boolean;
  readonly columns: ReadonlyMap<string, ColumnOptions>;
};

/** Those of pandas 2 (`io.parsers.readers.STR_NA_VALUES`), and the mark of UCI's data sets. */
const MISSING_VALUES = [
  ...['', '?', 'NA', 'N/A', 'n/a', '<NA>', '#N/A', '#NA', '#N/A N/A', 'NULL', 'null', 'None'],
  ...['NaN', 'nan', '-NaN', '-nan', '1.#IND', '-1.#IND', '1.#QNAN', '-1.#QNAN'],
];

const delimiterRule: Rule<unknown> = {
  expected: 'one character other than a quote or a line end',
  example: "';'",
  accepts: isDelimiter,
};
const targetRule: Rule<unknown> = {
  expected: 'the name of a column, or a list of different names',
  example: "'price'",
  accepts: (value) =>
    typeof value === 'string' ||
    (Array.isArray(value) &&
      value.length > 0 &&
      value.every((name) => typeof name === 'string') &&
      new Set(value).size === value.length),
};
const missingRule: Rule<unknown> = {
  expected: "'refuse', 'mean', 'median', 'mode', or { constant: a number or text }",
  example: "'mean'",
  accepts: (value) =>
    ['refuse', 'mean', 'median', 'mode'].includes(value as string) ||
    (typeof value === 'object' &&
      value !== null &&
      'constant' in value &&
      ['number', 'string'].includes(typeof value.constant)),
};

/** @throws OptionError */
export function readCsvOptions(options: CsvOptions): ResolvedCsvOptions {
  const read = readOptions<Required<CsvOptions>>('readCsv', options, {
    file: optional(string) as Rule<never>,
    target: targetRule as Rule<never>,
    header: withDefault(boolean, true),
    delimiter: optional(delimiterRule) as Rule<never>,
    decimal: optional(oneOf('.', ',')) as Rule<never>,
    thousands: optional(oneOf('', ',', '.', ' ', "'", '_')) as Rule<never>,
    dateOrder: optional(oneOf(...DATE_ORDERS)) as Rule<never>,
    unknown: optional(oneOf('error', 'ignore')) as Rule<never>,
    dtype: optional(oneOf('float32', 'float64')) as Rule<never>,
    missing: withDefault<Missing>(missingRule, 'refuse'),
    missingValues: withDefault(array, MISSING_VALUES),
    columns: withDefault<CsvOptions['columns'] & object>(object, {}),
  });
  const { columns, decimal = '.', thousands = '' } = read;
  const targets = typeof read.target === 'string' ? [read.target] : read.target;
  const areSaid = read.decimal !== undefined || read.thousands !== undefined;
  if (decimal === thousands) {
    throw new OptionError({
      where: 'readCsv.decimal',
      expected: 'another character than thousands are parted by',
      received: describe(decimal),
      remedy: "Pass { decimal: ',', thousands: '.' }, or leave thousands out.",
    });
  }
  const each = new Map<string, ColumnOptions>();
  for (const [name, asked] of Object.entries(columns)) {
    each.set(name, readColumnOptions(`readCsv.columns.${name}`, asked));
  }
  for (const target of targets) {
    const { kind, missing = 'refuse' } = each.get(target) ?? {};
    if (kind !== 'ignore' && missing === 'refuse') continue;
    throw new OptionError({
      where: `readCsv.columns.${target}`,
      expected: 'a target that is read, with nothing imputed',
      received: describe(columns[target]),
      remedy: 'Remove the rows without a target from the file.',
    });
  }
  const dtype = read.dtype ?? 'float32';
  const notation = areSaid ? { decimal, thousands } : undefined;
  return { ...read, targets, notation, dtype, exact: read.dtype === undefined, columns: each };
}

function readColumnOptions(where: string, asked: Kind | ColumnOptions): ColumnOptions {
  return readOptions<ColumnOptions>(where, typeof asked === 'string' ? { kind: asked } : asked, {
    kind: optional(oneOf('numeric', 'categorical', 'date', 'ignore')),
    missing: optional(missingRule),
  });
}
