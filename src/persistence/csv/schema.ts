/** How the columns of a CSV file become numbers: found out once, kept with a model, used again. */
import { describe } from '../../errors/describe.ts';
import { DataError } from '../../errors/errors.ts';
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

export type CsvColumn = NumericColumn | CategoricalColumn;

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
  /** In the order of the features. Columns not named here are ignored. */
  readonly inputs: readonly CsvColumn[];
  readonly target: CsvColumn;
}

/** The names of the features that an input becomes: `age`, or `color=red`, `color=blue`. */
export function featuresOf(column: CsvColumn): string[] {
  if (column.kind === 'numeric') return [column.name];
  return column.categories.map((category) => `${column.name}=${category}`);
}

/**
 * @param remedy what to do about it, where the value comes out of a file
 * @throws DataError unless the value is a schema
 */
export function checkSchema(
  where: string,
  value: unknown,
  remedy = 'Give the schema that readCsv returned, unchanged.',
): asserts value is CsvSchema {
  const schema = (isObject(value) ? value : {}) as Partial<Record<keyof CsvSchema, unknown>>;
  const columns = Array.isArray(schema.inputs) ? [...schema.inputs, schema.target] : [];
  const names = columns.map((column) => (isObject(column) ? column.name : undefined));
  const fits =
    isDelimiter(schema.delimiter) &&
    typeof schema.header === 'boolean' &&
    areTexts(schema.missingValues) &&
    isNotation({ decimal: schema.decimal, thousands: schema.thousands }) &&
    (schema.dtype === 'float32' || schema.dtype === 'float64') &&
    typeof schema.exact === 'boolean' &&
    columns.length > 1 &&
    columns.every(isColumn) &&
    new Set(names).size === names.length;
  if (fits) return;
  throw new DataError({
    where: `${where}, schema`,
    expected: 'a whole schema of a CSV file',
    received: isObject(value) ? 'one with other parts' : describe(value),
    remedy,
  });
}

function isColumn(value: unknown): boolean {
  if (!isObject(value) || typeof value.name !== 'string') return false;
  const { kind, fill, categories } = value;
  if (kind === 'numeric') return fill === undefined || Number.isFinite(fill);
  if (kind !== 'categorical' || !areTexts(categories) || categories.length === 0) return false;
  if (new Set(categories).size !== categories.length) return false;
  return fill === undefined || (typeof fill === 'string' && categories.includes(fill));
}

function areTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
