/** Columns that nobody has said the kind of: all cells decide. */

import { describe } from '../../errors/describe.ts';
import type { DataError } from '../../errors/errors.ts';
import { counted } from '../../formats/counted.ts';
import { nearlyNumber } from '../../formats/csv/notation.ts';
import { categoricalColumn } from './categorical.ts';
import type { ColumnRequest, KindReader, Place } from './column.ts';
import { type DateReader, dateColumn } from './date.ts';
import { numericColumn } from './numeric.ts';
import { likeNumbers } from './remedies.ts';

/** So many cells are named. */
const SHOWN = 3;

/** Cells of one sort: how many, and the first of them. */
interface Cells {
  count: number;
  readonly first: Place[];
}

/** As long as all cells are of one sort they go to its reader; a column of both is refused at the end. */
export function undecidedColumn(request: ColumnRequest): KindReader {
  const { name, decide, refuse } = request;
  const declare = { kind: 'declareCategorical', column: name } as const;
  const [numbers, texts, nearly]: readonly Cells[] = [none(), none(), none()];
  const skipped: number[] = []; // rows without a value, before the first one with a value
  let reader: KindReader | undefined;
  // From the first text on: columns of numbers, which most are, have nothing to do with dates.
  let dates: DateReader | undefined;
  // Which of both it is shows at the end, and the texts are not kept.
  const asNames = decide && categoricalColumn({ ...request, kind: 'categorical' });

  function begin(chosen: KindReader): KindReader {
    reader = chosen;
    skipped.forEach(chosen.skip);
    return chosen;
  }

  function beginDates(): DateReader {
    const own = dateColumn(request);
    skipped.forEach(own.skip);
    return own;
  }

  return {
    add(text, row, value) {
      if (Number.isNaN(value)) {
        note(texts, text, row);
        if (nearlyNumber(text) !== undefined) note(nearly, text, row);
        if (numbers.count > 0) return;
        dates ??= beginDates();
        dates.add(text, row, value);
        (reader ?? begin(categoricalColumn(request))).add(text, row, value);
        return;
      }
      note(numbers, text, row);
      if (texts.count > 0) return;
      asNames?.add(text, row, value);
      (reader ?? begin(numericColumn(request))).add(text, row, value);
    },
    skip(row) {
      if (numbers.count > 0 && texts.count > 0) return;
      dates?.skip(row);
      asNames?.skip(row);
      if (reader === undefined) skipped.push(row);
      else reader.skip(row);
    },
    finish() {
      if (numbers.count > 0 && texts.count > 0) throw halfNumbers();
      if (dates?.possible()) return dates.finish();
      if (nearly.count > 0) throw nearlyNumbers();
      const column = (reader ?? begin(categoricalColumn(request))).finish();
      if (asNames === undefined || column.column.kind === 'categorical') return column;
      return decide?.(column.values) === 'categorical' ? asNames.finish() : column;
    },
  };

  function halfNumbers(): DataError {
    const [few, many] = numbers.count < texts.count ? [numbers, texts] : [texts, numbers];
    const [ofFew, ofMany] = few === texts ? ['other', 'number'] : ['number', 'other'];
    const like =
      nearly.count === texts.count ? likeNumbers(nearly.first.map(({ text }) => text)) : undefined;
    return refuse(
      few.first[0].row,
      'numbers in all cells of the column, or in none',
      `${counted(many.count, ofMany)} and ${counted(few.count, ofFew)}: ${named(few)}`,
      [like ?? { kind: 'correctOrMarkMissing' }, declare],
    );
  }

  function nearlyNumbers(): DataError {
    // What is nearly a number has something that would make one of it.
    const like = likeNumbers(nearly.first.map(({ text }) => text)) ?? 'Correct the cells.';
    return refuse(
      nearly.first[0].row,
      'numbers in plain notation, such as -1234.5',
      `others in ${nearly.count} of ${texts.count} cells: ${named(nearly)}`,
      [like, declare],
    );
  }
}

function none(): Cells {
  return { count: 0, first: [] };
}

function note(cells: Cells, text: string, row: number): void {
  if (cells.count++ < SHOWN) cells.first.push({ row, text });
}

/** `"n/a" in row 2, "?" in row 7 and 12 more` */
function named({ count, first }: Cells): string {
  const shown = first.map(({ row, text }) => `${describe(text)} in row ${row}`).join(', ');
  return count > first.length ? `${shown} and ${count - first.length} more` : shown;
}
