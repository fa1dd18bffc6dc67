/** How a CSV file was read: what each of its columns was taken for, and what was not taken as it is. */
import type { FinishedColumn, Rounded } from './column.ts';
import { featuresOf } from './schema.ts';

export interface ColumnReport {
  readonly name: string;
  /** Counted from 1, as spreadsheets and messages do. */
  readonly position: number;
  readonly readAs: 'numbers' | 'categories' | 'nothing';
  /** Why a column was left out. */
  readonly because?: string;
  /** How many features it became, or how many classes; 1 for numbers. */
  readonly features: number;
  /** How many cells were missing, and what stands in their place. */
  readonly missing: number;
  readonly fill?: number | string;
  /** Whole numbers that lost digits, because a dtype was asked for that does not hold them. */
  readonly rounded?: Rounded;
  /** Whether the numbers only count the rows, from 0 or 1 on. */
  readonly countsRows: boolean;
}

export interface CsvReport {
  readonly rows: number;
  readonly delimiter: string;
  /** Whether the delimiter was found out rather than said. */
  readonly delimiterFound: boolean;
  readonly columns: readonly ColumnReport[];
  /** In a few lines, for people. */
  toString(): string;
}

/** A few rows count by chance. */
const FEWEST_COUNTED = 10;

export function columnReport(position: number, finished: FinishedColumn): ColumnReport {
  const { column, values, missing, rounded } = finished;
  const { name, kind, fill } = column;
  const counts =
    kind === 'numeric' &&
    values.length >= FEWEST_COUNTED &&
    (values[0] === 0 || values[0] === 1) &&
    values.every((value, row) => value === values[0] + row);
  return {
    ...{ name, position, readAs: kind === 'numeric' ? 'numbers' : 'categories' },
    ...{ features: kind === 'numeric' ? 1 : featuresOf(column).length, missing },
    ...(missing > 0 && fill !== undefined && { fill }),
    ...(rounded && { rounded }),
    countsRows: counts,
  };
}

export function ignoredReport(position: number, name: string, because: string): ColumnReport {
  return {
    ...{ name, position, readAs: 'nothing', because },
    ...{ features: 0, missing: 0, countsRows: false },
  };
}

export function csvReport(report: Omit<CsvReport, 'toString'>): CsvReport {
  return { ...report, toString: () => linesOf(report).join('\n') };
}

/** So many columns are named in a line. */
const SHOWN = 6;

function linesOf({ delimiter, delimiterFound, columns }: Omit<CsvReport, 'toString'>): string[] {
  const of = (sort: ColumnReport['readAs']) => columns.filter(({ readAs }) => readAs === sort);
  const found = delimiterFound && delimiter !== ',';
  const mark = delimiter === '\t' ? 'a tab' : delimiter;
  return [
    ...line('cells', found ? [`parted by ${mark}, as was found out`] : []),
    ...line(
      'numbers',
      of('numbers').map(({ name }) => name),
    ),
    ...line(
      'categories',
      of('categories').map(({ name, features }) => `${name} (${features})`),
    ),
    ...line(
      'left out',
      of('nothing').map((column) => `${shown(column)}: ${column.because}`),
      '; ',
    ),
    ...columns.flatMap(notes),
  ];
}

function line(title: string, names: readonly string[], between = ', '): string[] {
  if (names.length === 0) return [];
  const more = names.length > SHOWN + 1 ? `${between}… ${names.length - SHOWN} more` : '';
  const listed = more === '' ? names : names.slice(0, SHOWN);
  return [`${`${title}:`.padEnd(12)}${listed.join(between)}${more}`];
}

function notes({ name, missing, fill, rounded, countsRows }: ColumnReport): string[] {
  return [
    ...(missing > 0 ? [`${name}: ${missing} missing, ${fill} in their place`] : []),
    ...(rounded
      ? [
          `${name}: ${rounded.cells} rounded, such as ${rounded.first.text} to ${rounded.first.value} in row ${rounded.first.row}`,
        ]
      : []),
    ...(countsRows ? [`${name}: counts the rows; leave it out unless that is meant`] : []),
  ];
}

function shown({ name, position }: ColumnReport): string {
  return name === '' ? `column ${position}` : name;
}
