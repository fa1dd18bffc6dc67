/** How a CSV file was read: what each of its columns was taken for, and what was not taken as it is. */
import { formatDate } from '../../formats/csv/dates.ts';
import type { Notation } from '../../formats/csv/notation.ts';
import { formatTable } from '../../formats/text_table.ts';
import type { FinishedColumn, Rounded } from './column.ts';
import { featuresOf } from './schema.ts';

export interface ColumnReport {
  readonly name: string;
  /** Counted from 1, as spreadsheets and messages do. */
  readonly position: number;
  readonly readAs: 'numbers' | 'categories' | 'dates' | 'nothing';
  /** Why a column was left out. */
  readonly because?: string;
  /** How many features it became, or how many classes; 1 for numbers. */
  readonly features: number;
  /** How many cells were missing, and what stands in their place. */
  readonly missing: number;
  readonly fill?: number | string;
  /** Whole numbers that lost digits, because a dtype was asked for that does not hold them. */
  readonly rounded?: Rounded;
  /** The smallest and the largest number or date, and the categories, in order. */
  readonly values: readonly (number | string)[];
  /** How many cells held a category that is not known, all features of which are 0. */
  readonly unknown: number;
  /** Whether the numbers only count the rows, from 0 or 1 on. */
  readonly countsRows: boolean;
  /** Whether each row has a value of its own, as an identifier does and a measurement hardly. */
  readonly identifies: boolean;
}

export interface CsvReport {
  readonly rows: number;
  readonly delimiter: string;
  /** Whether the delimiter was found out rather than said. */
  readonly delimiterFound: boolean;
  readonly decimal: Notation['decimal'];
  readonly thousands: Notation['thousands'];
  /** Whether it was found out how numbers are written, rather than said. */
  readonly notationFound: boolean;
  readonly columns: readonly ColumnReport[];
  /** In a few lines, for people. */
  toString(): string;
}

/** A few rows count by chance. */
const FEWEST_COUNTED = 10;

export function columnReport(position: number, finished: FinishedColumn): ColumnReport {
  const { column, values, missing, rounded, unknown = 0 } = finished;
  const { name, kind, fill } = column;
  const enough = values.length >= FEWEST_COUNTED && missing === 0;
  const countsRows =
    enough &&
    kind === 'numeric' &&
    (values[0] === 0 || values[0] === 1) &&
    values.every((value, row) => value === values[0] + row);
  return {
    ...{ name, position, readAs: READ_AS[kind], features: featuresOf(column).length, missing },
    ...(missing > 0 && fill !== undefined && { fill }),
    ...(rounded && { rounded }),
    ...{ values: valuesOf(finished), unknown, countsRows },
    identifies: countsRows || (enough && identifies(finished)),
  };
}

const READ_AS = { numeric: 'numbers', categorical: 'categories', date: 'dates' } as const;

function valuesOf({ column, values }: FinishedColumn): readonly (number | string)[] {
  if (column.kind === 'categorical') return column.categories;
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  if (column.kind === 'numeric') return [least, most];
  return [formatDate(least, column.times), formatDate(most, column.times)];
}

/** Names of identifiers: `id`, `user_id`, `customerId`, `uuid`. */
const isIdentifier = (name: string) =>
  /(^|[^a-z])(id|ids|uuid|guid|key|index)$/i.test(name) || /[a-z](Id|ID|Key)$/.test(name);

/** Whether all rows have different names, or different whole numbers that rise or are called an identifier. */
function identifies({ column, values }: FinishedColumn): boolean {
  if (column.kind === 'categorical') return column.categories.length === values.length;
  if (column.kind === 'date' || !values.every(Number.isInteger)) return false;
  const rise = values.every((value, row) => row === 0 || value > values[row - 1]);
  return rise || (isIdentifier(column.name) && new Set(values).size === values.length);
}

export function ignoredReport(position: number, name: string, because: string): ColumnReport {
  return {
    ...{ name, position, readAs: 'nothing', because, features: 0, missing: 0 },
    ...{ values: [], unknown: 0, countsRows: false, identifies: false },
  };
}

export function csvReport(report: Omit<CsvReport, 'toString'>): CsvReport {
  return { ...report, toString: () => linesOf(report).join('\n') };
}

/** So many columns are listed; of more, some, and how many there are. */
const LISTED = 24;

function linesOf(report: Omit<CsvReport, 'toString'>): string[] {
  const { columns } = report;
  const listed = columns.length > LISTED ? columns.slice(0, LISTED / 2) : columns;
  const rest = columns.slice(listed.length);
  const table = [['column', 'read as', 'missing', 'values'], ...listed.map(row)];
  return [
    ...formatLine(report),
    formatTable(table, { left: [0, 1, 2, 3] }),
    ...(rest.length === 0 ? [] : [`and ${rest.length} more: ${sorts(rest)}`]),
    ...columns.flatMap(notes),
  ];
}

/** What was found out of the file as a whole. */
function formatLine(report: Omit<CsvReport, 'toString'>): string[] {
  const { delimiter, delimiterFound, decimal, thousands, notationFound } = report;
  const found = [
    ...(delimiterFound && delimiter !== ','
      ? [`cells parted by ${delimiter === '\t' ? 'a tab' : delimiter}`]
      : []),
    ...(notationFound && decimal === ',' ? ['a comma before fractions'] : []),
    ...(notationFound && thousands !== ''
      ? [`${thousands === ' ' ? 'a space' : thousands} between thousands`]
      : []),
  ];
  return found.length === 0 ? [] : [`found out: ${found.join(', ')}`];
}

function row(column: ColumnReport): string[] {
  const { readAs, features, missing, fill, values, because = '' } = column;
  const gaps = missing === 0 ? '' : fill === undefined ? `${missing}` : `${missing}, as ${fill}`;
  const [first, last] = [values[0], values.at(-1)];
  const range = `${first} to ${last}`;
  switch (readAs) {
    case 'nothing':
      return [shown(column), 'left out', '', because];
    case 'numbers':
      return [shown(column), 'numbers', gaps, first === last ? `always ${first}` : range];
    case 'dates':
      return [shown(column), `dates, ${features} features`, gaps, range];
    case 'categories':
      return [shown(column), `${features} categories`, gaps, someOf(values)];
  }
}

/** Names, as many as a line takes. */
function someOf(values: readonly (number | string)[]): string {
  const names: string[] = [];
  let width = 0;
  for (const value of values) {
    width += String(value).length + 2;
    if (width > 40) return `${names.join(', ')}${names.length === 0 ? '' : ', '}…`;
    names.push(String(value));
  }
  return names.join(', ');
}

/** `770 numbers, 2 left out` */
function sorts(columns: readonly ColumnReport[]): string {
  const words = { numbers: 'of numbers', categories: 'of categories', dates: 'of dates' } as const;
  const all = { ...words, nothing: 'left out' } as const;
  return Object.entries(all)
    .map(([sort, word]) => [columns.filter(({ readAs }) => readAs === sort).length, word] as const)
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count} ${word}`)
    .join(', ');
}

function notes({ name, rounded, unknown, identifies, countsRows }: ColumnReport): string[] {
  const own = countsRows
    ? 'counts the rows'
    : 'has another value in each row, as an identifier does';
  return [
    ...(rounded
      ? [
          `${name}: ${rounded.cells} rounded, such as ${rounded.first.text} to ${rounded.first.value} in row ${rounded.first.row}`,
        ]
      : []),
    ...(unknown > 0 ? [`${name}: ${unknown} not known from training, passed over`] : []),
    ...(identifies ? [`${name}: ${own}; leave it out unless that is meant`] : []),
  ];
}

function shown({ name, position }: ColumnReport): string {
  return name === '' ? `column ${position}` : name;
}
