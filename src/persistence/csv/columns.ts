/**
 * Columns as they are read: each takes its cells one by one, as numbers or as numbered categories,
 * and knows at the end what the column is. The first cell that is not missing decides, unless the
 * caller has said what the column is: a number begins a numeric column, other text a categorical one.
 */
import { DataError } from '../../errors/errors.ts';
import { describe } from '../../errors/describe.ts';
import { mean, median, mode } from './impute.ts';
import type { CsvColumn } from './schema.ts';

/** What to put in the place of missing values. */
export type Missing = 'refuse' | 'mean' | 'median' | 'mode' | { readonly constant: number | string };

/** An error at the cell that is being read. */
export type Refuse = (expected: string, received: string, remedy?: string) => DataError;

export interface ColumnRequest {
  readonly name: string;
  readonly kind?: CsvColumn['kind'];
  readonly missing: Missing;
  readonly isMissing: (text: string) => boolean;
  /** Whether a number can be stored. */
  readonly holds: (value: number) => boolean;
  /** The only categories there may be. */
  readonly categories?: readonly string[];
}

export interface FinishedColumn {
  readonly column: CsvColumn;
  /** The numbers, or the positions of the categories. */
  readonly values: readonly number[];
}

export interface ColumnReader {
  add(text: string, refuse: Refuse): void;
  finish(where: string): FinishedColumn;
}

/** More are a sign of names or numbers with a typing error, unless the caller says otherwise. */
const MANY_CATEGORIES = 100;
const MISSING = -1;

/** The number that a text is in plain decimal notation, such as `-1.5e3`; NaN for other texts. */
export function parseNumber(text: string): number {
  for (let i = 0; i < text.length; i++) {
    if (!'0123456789.-+eE'.includes(text[i])) return Number.NaN;
  }
  return text === '' ? Number.NaN : Number(text);
}

export function columnReader(request: ColumnRequest): ColumnReader {
  const { name, missing, isMissing } = request;
  const skipped: DataError[] = []; // one for each missing cell before the kind is known
  let reader: ColumnReader | undefined =
    request.kind === undefined ? undefined : readerOf(request.kind, request);

  return {
    add(text, refuse) {
      const absent = isMissing(text);
      if (absent && missing === 'refuse') {
        throw refuse('a value', describe(text), "Remove the row, or choose { missing: 'mean' }.");
      }
      if (reader === undefined && absent) {
        skipped.push(missingError(refuse, missing));
        return;
      }
      if (reader === undefined) {
        reader = readerOf(Number.isNaN(parseNumber(text)) ? 'categorical' : 'numeric', request);
        for (const error of skipped) reader.add('', () => error);
      }
      reader.add(absent ? '' : text, refuse);
    },
    finish(where) {
      if (reader !== undefined) return reader.finish(where);
      throw new DataError({
        where: `${where}, column ${describe(name)}`,
        expected: 'one value or more',
        received: `${skipped.length} missing ones`,
        remedy: `Leave it out: { columns: { ${name}: 'ignore' } }.`,
      });
    },
  };
}
