/** Columns whose kind shows while they are read. */
import { describe } from '../../errors/describe.ts';
import { categoricalColumn } from './categorical.ts';
import type { ColumnReader, ColumnRequest } from './column.ts';
import { numericColumn, parseNumber } from './numeric.ts';

const kinds = { numeric: numericColumn, categorical: categoricalColumn };

/**
 * A reader for a column. Where its kind is not asked for, the first cell with a value decides: a
 * number begins a numeric column, any other text a categorical one.
 * @throws DataError for the first cell that is not of that kind
 */
export function columnReader(request: ColumnRequest): ColumnReader {
  const { name, kind, missing, isMissing, refuse } = request;
  const skipped: number[] = []; // rows without a value, before the first one with a value
  let reader = kind === undefined ? undefined : kinds[kind](request);

  function skip(row: number): void {
    if (reader === undefined) skipped.push(row);
    else reader.skip(row);
  }

  return {
    skip,
    add(text, row) {
      if (isMissing(text)) {
        if (missing !== 'refuse') return skip(row);
        throw refuse(
          row,
          'a value',
          describe(text),
          'Remove the row, or have it imputed: { missing: … }.',
        );
      }
      if (reader === undefined) {
        reader = kinds[Number.isNaN(parseNumber(text)) ? 'categorical' : 'numeric'](request);
        skipped.forEach(reader.skip);
      }
      reader.add(text, row);
    },
    finish() {
      if (reader !== undefined) return reader.finish();
      throw refuse(
        undefined,
        'a value in one row or more',
        'missing ones only',
        `Leave it out: { columns: { ${describe(name)}: 'ignore' } }.`,
      );
    },
  };
}
