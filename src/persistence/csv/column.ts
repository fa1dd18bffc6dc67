/** What a column of a CSV file is asked to be, and what it turns out to be. */
import type { DataError } from '../../errors/errors.ts';
import type { CsvColumn } from './schema.ts';

/** What to put in the place of missing values. */
export type Missing =
  | 'refuse'
  | 'mean'
  | 'median'
  | 'mode'
  | { readonly constant: number | string };

export interface ColumnRequest {
  readonly name: string;
  readonly kind?: CsvColumn['kind'];
  readonly missing: Missing;
  readonly isMissing: (text: string) => boolean;
  /** Whether the tensor can hold a number. */
  readonly holds: (value: number) => boolean;
  /** The only categories there may be, in this order. */
  readonly categories?: readonly string[];
  readonly refuse: Refuse;
}

/** An error at a cell of the column or, without a row, about the whole column. */
export type Refuse = (
  row: number | undefined,
  expected: string,
  received: string,
  remedy?: string,
) => DataError;

export interface FinishedColumn {
  readonly column: CsvColumn;
  /** The numbers, or the positions of the categories. */
  readonly values: readonly number[];
}

/** Takes the cells of a column one by one. */
export interface ColumnReader {
  add(text: string, row: number): void;
  /** Takes a missing cell. */
  skip(row: number): void;
  finish(): FinishedColumn;
}
