/** Columns whose kind shows while they are read. */
import { describe } from '../../errors/describe.ts';
import { numberParser } from '../../formats/csv/notation.ts';
import { categoricalColumn } from './categorical.ts';
import type { ColumnReader, ColumnRequest, FinishedColumn } from './column.ts';
import { dateColumn } from './date.ts';
import { numericColumn } from './numeric.ts';
import { undecidedColumn } from './undecided.ts';

const kinds = { numeric: numericColumn, categorical: categoricalColumn, date: dateColumn };

/**
 * A reader for a column. Where its kind is not asked for, all of its cells decide: numbers alone are a
 * numeric column, a column of dates alone is one of dates, and any other without a number is categorical.
 * @throws DataError for a cell that is not of the kind that was asked for and, at the end, for a column
 * that is neither
 */
export function columnReader(request: ColumnRequest): ColumnReader {
  const { name, kind, missing, isMissing, numbersMayBeMissing, ifMissing, refuse } = request;
  const parse = numberParser(request.notation);
  let cells = 0;
  let gaps = 0;
  const reader = kind === undefined ? undecidedColumn(request) : kinds[kind](request);
  return {
    add(text, row) {
      cells++;
      const value = parse(text);
      // Most cells are numbers, and need not be looked up among the marks for missing ones.
      const present = (!Number.isNaN(value) && !numbersMayBeMissing) || !isMissing(text);
      if (present) return reader.add(text, row, value);
      if (missing === 'refuse') throw refuse(row, 'a value', describe(text), ifMissing);
      gaps++;
      reader.skip(row);
    },
    finish(): FinishedColumn {
      if (gaps < cells || kind !== undefined) return reader.finish();
      throw refuse(undefined, 'a value in one row or more', 'missing ones only', {
        kind: 'ignoreColumn',
        column: name,
      });
    },
  };
}
