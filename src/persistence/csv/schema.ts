/** How the columns of a CSV file become numbers: found out once, kept with a model, used again. */
import {
  boolean,
  finite,
  misfitOf,
  oneOf,
  optional,
  type Rule,
  rule,
  string,
} from '../../errors/options.ts';
import { also, checkParts, fields, listOf } from '../../errors/parts.ts';
import {
  DATE_ORDERS,
  DATE_PARTS,
  type DateOrder,
  parseDate,
  TIME_PARTS,
} from '../../formats/csv/dates.ts';
import { isDelimiter } from '../../formats/csv/delimiter.ts';
import { isNotation, type Notation } from '../../formats/csv/notation.ts';

export interface NumericColumn {
  readonly name: string;
  readonly kind: 'numeric';
  /** What stands in for missing values; without it they are refused. */
  readonly fill?: number;
}

export interface CategoricalColumn {
  readonly name: string;
  readonly kind: 'categorical';
  /** In order: one feature for each of an input, one class number for each of a target. */
  readonly categories: readonly string[];
  /** What stands in for missing values; without it they are refused. */
  readonly fill?: string;
}

/** A feature for each part of a date, see `featuresOf`. */
export interface DateColumn {
  readonly name: string;
  readonly kind: 'date';
  readonly order: DateOrder;
  /** Whether there are times of day. */
  readonly times: boolean;
  /** What stands in for missing values, as `2024-12-31`; without it they are refused. */
  readonly fill?: string;
}

export type CsvColumn = NumericColumn | CategoricalColumn | DateColumn;

/** What becomes of a category that was not there in training. */
export type Unknown = 'error' | 'ignore';

/** Plain data: save it as JSON beside the model. */
export interface CsvSchema {
  readonly delimiter: string;
  readonly header: boolean;
  readonly missingValues: readonly string[];
  readonly decimal: Notation['decimal'];
  readonly thousands: Notation['thousands'];
  readonly dtype: 'float32' | 'float64';
  /** Whether whole numbers that the dtype does not hold are refused, rather than rounded. */
  readonly exact: boolean;
  /** What becomes of categories that were not there in training; an error without it. */
  readonly unknown?: Unknown;
  /** In the order of the features. Columns not named here are ignored. */
  readonly inputs: readonly CsvColumn[];
  /** What is predicted: classes of one column, or the numbers of one or several. */
  readonly targets: readonly CsvColumn[];
}

/** The names of the features that an input becomes: `age`; `color=red`, `color=blue`; `day.year`, `day.month`. */
export function featuresOf(column: CsvColumn): string[] {
  if (column.kind === 'numeric') return [column.name];
  if (column.kind === 'date') {
    const parts = column.times ? [...DATE_PARTS, ...TIME_PARTS] : DATE_PARTS;
    return parts.map((part) => `${column.name}.${part}`);
  }
  return column.categories.map((category) => `${column.name}=${category}`);
}

/** The classes that are told apart, in order; undefined where numbers are predicted. */
export function classesIn(schema: CsvSchema | undefined): readonly string[] | undefined {
  const [target] = schema?.targets ?? [];
  return target?.kind === 'categorical' ? target.categories : undefined;
}

/**
 * @param remedy what to do about it, where the value comes out of a file
 * @throws DataError naming the first part that no schema has
 */
export function checkSchema(
  where: string,
  value: unknown,
  remedy = 'Give the schema that readCsv returned, unchanged.',
): asserts value is CsvSchema {
  checkParts(`${where}.schema`, value, SCHEMA, remedy);
}

const isDate = (text: string) => parseDate(text, 'ymd') !== undefined;
const areNumeric = (list: readonly CsvColumn[]) => list.every(({ kind }) => kind === 'numeric');
const areDifferent = (list: readonly unknown[]) => new Set(list).size === list.length;
const texts = listOf(string);

const numericColumn = fields({ name: string, fill: optional(finite) });
const categoricalColumn = also(
  fields({
    name: string,
    categories: also(
      texts,
      'one category or more, all different',
      (list: unknown[]) => list.length > 0 && areDifferent(list),
    ),
    fill: optional(string),
  }),
  'one of its categories as fill',
  ({ fill, categories }: CategoricalColumn) => fill === undefined || categories.includes(fill),
);

const dateColumn = fields({
  name: string,
  order: oneOf(...DATE_ORDERS),
  times: boolean,
  fill: optional(
    rule('a date', "'2024-12-31'", (value) => typeof value === 'string' && isDate(value)),
  ),
});

const columns = { numeric: numericColumn, categorical: categoricalColumn, date: dateColumn };
const anyColumn = fields({ kind: oneOf('numeric', 'categorical', 'date') });
const column: Rule<never> = {
  ...anyColumn,
  within(value) {
    return anyColumn.within?.(value) ?? misfitOf(columns[(value as CsvColumn).kind], value);
  },
};

const SCHEMA = also(
  fields({
    delimiter: rule('one character other than a quote or a line end', "';'", isDelimiter),
    header: boolean,
    missingValues: texts,
    decimal: string,
    thousands: string,
    dtype: oneOf('float32', 'float64'),
    exact: boolean,
    unknown: optional(oneOf('error', 'ignore')),
    inputs: also(listOf(column), 'one column or more', (list: unknown[]) => list.length > 0),
    targets: also(
      listOf(column),
      'one column, or several of numbers',
      (list: CsvColumn[]) => list.length === 1 || (list.length > 1 && areNumeric(list)),
    ),
  }),
  'marks of numbers that can be told apart, and columns of different names',
  (schema: CsvSchema) =>
    isNotation(schema) &&
    areDifferent([...schema.inputs, ...schema.targets].map(({ name }) => name)),
);
