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
import type { ReadOptions } from '../bytes.ts';
import type { Missing } from './column.ts';
import { type CsvColumn, isDelimiter } from './schema.ts';

type Kind = CsvColumn['kind'] | 'ignore';

export interface ColumnOptions {
  /** By default the first value decides: a number begins a numeric column. */
  readonly kind?: Kind;
  /** By default as the option `missing` says. */
  readonly missing?: Missing;
}

export interface CsvOptions extends ReadOptions {
  /** The name of the column to be predicted. */
  readonly target: string;
  /** Whether the first row has names; default true. Without it they are column1, column2, … */
  readonly header?: boolean;
  /** Default a comma. */
  readonly delimiter?: string;
  /** The dtype of inputs and numeric targets; default float32. */
  readonly dtype?: 'float32' | 'float64';
  /** What to do about missing values in inputs; default to refuse them. */
  readonly missing?: Missing;
  /** Cells that count as missing; default empty, `NA`, `N/A`, `NaN`, `nan`, `null`, `NULL`, `?`. */
  readonly missingValues?: readonly string[];
  /** What single columns are: `{ zip: 'categorical', id: 'ignore', age: { missing: 'median' } }`. */
  readonly columns?: Readonly<Record<string, Kind | ColumnOptions>>;
}

export type ResolvedCsvOptions = Required<Omit<CsvOptions, 'file' | 'columns'>> & {
  readonly file?: string;
  readonly columns: ReadonlyMap<string, ColumnOptions>;
};

const MISSING_VALUES = ['', 'NA', 'N/A', 'NaN', 'nan', 'null', 'NULL', '?'];

const delimiterRule: Rule<unknown> = {
  expected: 'one character other than a quote or a line end',
  example: "';'",
  accepts: isDelimiter,
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
    target: string as Rule<string>,
    header: withDefault(boolean, true),
    delimiter: withDefault(delimiterRule, ','),
    dtype: withDefault<'float32' | 'float64'>(oneOf('float32', 'float64'), 'float32'),
    missing: withDefault<Missing>(missingRule, 'refuse'),
    missingValues: withDefault(array, MISSING_VALUES),
    columns: withDefault<CsvOptions['columns'] & object>(object, {}),
  });
  const { target, columns } = read;
  const each = new Map<string, ColumnOptions>();
  for (const [name, asked] of Object.entries(columns)) {
    each.set(name, readColumnOptions(`readCsv.columns.${name}`, asked));
  }
  const { kind, missing = 'refuse' } = each.get(target) ?? {};
  if (kind === 'ignore' || missing !== 'refuse') {
    throw new OptionError({
      where: `readCsv.columns.${target}`,
      expected: 'a target that is read, with nothing imputed',
      received: describe(columns[target]),
      remedy: 'Remove the rows without a target from the file.',
    });
  }
  return { ...read, columns: each };
}

function readColumnOptions(where: string, asked: Kind | ColumnOptions): ColumnOptions {
  return readOptions<ColumnOptions>(where, typeof asked === 'string' ? { kind: asked } : asked, {
    kind: optional(oneOf('numeric', 'categorical', 'ignore')),
    missing: optional(missingRule),
  });
}
