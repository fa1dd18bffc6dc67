/** What a column of a CSV file is asked to be, and what it turns out to be. */
import type { DataError } from '../../errors/errors.ts';
import type { DateOrder } from '../../formats/csv/dates.ts';
import type { Notation } from '../../formats/csv/notation.ts';
import type { CsvRemedy } from './remedies.ts';
import type { CsvColumn, Unknown } from './schema.ts';

/** What to put in the place of missing values. */
export type Missing =
  | 'refuse'
  | 'mean'
  | 'median'
  | 'mode'
  | { readonly constant: number | string };

export interface ColumnRequest {
  readonly name: string;
  readonly kind?: CsvColumn['kind'] | undefined;
  /** Says what a column of numbers is, where its kind is not asked for; without it, numeric. */
  readonly decide?: DecideKind | undefined;
  readonly missing: Missing;
  /** Whether that is said of the whole table: then categories take the most frequent, having no mean. */
  readonly ofTable?: boolean;
  readonly isMissing: (text: string) => boolean;
  /** Whether a number, such as -999, may stand for a missing value. */
  readonly numbersMayBeMissing: boolean;
  /** What to do about missing cells, where they are refused. */
  readonly ifMissing: CsvRemedy;
  readonly notation: Notation;
  readonly dtype: 'float32' | 'float64';
  /** Whether whole numbers that the dtype does not hold are refused. */
  readonly exact: boolean;
  /** Whether the column is known from another file. */
  readonly reread: boolean;
  /** The only categories there may be, in this order. */
  readonly categories?: readonly string[] | undefined;
  /** What becomes of other categories: an error, or none of the known ones. */
  readonly unknown?: Unknown | undefined;
  /** Whether day or month comes first in dates; found out without it. */
  readonly dateOrder?: DateOrder | undefined;
  /** Whether dates have a time of day; found out without it. */
  readonly times?: boolean | undefined;
  readonly refuse: Refuse;
}

/** @param numbers all values of the column */
export type DecideKind = (numbers: readonly number[]) => CsvColumn['kind'];

/** An error at a cell of the column or, without a row, about the whole column. */
export type Refuse = (
  row: number | undefined,
  expected: string,
  received: string,
  remedy?: CsvRemedy,
) => DataError;

/** A cell, to be named. Rows are counted from 1, empty lines too, as spreadsheets do. */
export interface Place {
  readonly row: number;
  readonly text: string;
}

/** Whole numbers of which the dtype keeps the leading digits only. */
export interface Rounded {
  readonly cells: number;
  readonly first: Place & { readonly value: number };
}

export interface FinishedColumn {
  readonly column: CsvColumn;
  /** The numbers; the positions of the categories, -1 for one that is ignored; dates in milliseconds. */
  readonly values: readonly number[];
  /** How many cells were missing. */
  readonly missing: number;
  readonly rounded?: Rounded;
  /** How many cells held a category that is not known, and was ignored. */
  readonly unknown?: number;
}

/** Takes the cells of a column one by one. */
export interface ColumnReader<F = FinishedColumn> {
  add(text: string, row: number): void;
  finish(): F;
}

/** A reader of one kind of column, which is told apart from missing values what they are. */
export interface KindReader {
  /** @param value the number that the text is, NaN for others */
  add(text: string, row: number, value: number): void;
  /** Takes a missing cell. */
  skip(row: number): void;
  finish(): FinishedColumn;
}
