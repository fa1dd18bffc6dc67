/** Columns without a name: labels of the rows, as pandas and R write them in front, or nothing at all. */
import { describe } from '../../errors/describe.ts';
import type { ColumnReader, Refuse } from './column.ts';

export interface Ignored {
  readonly ignored: string;
}

/**
 * A reader for a column whose name is empty. It is left out if it is the first one and has another label
 * in each row, or if all of its cells are empty, as after a delimiter at the end of each line.
 * @param reread whether the file is read as another was, which had names
 * @throws DataError for a column that has values but no name
 */
export function unnamedColumn(
  first: boolean,
  reread: boolean,
  refuse: Refuse,
): ColumnReader<Ignored> {
  const labels = new Set<string>();
  let rows = 0;
  let counted = true; // without a set as long as the labels are numbers that follow one another
  let before = Number.NaN;
  let empty = true;
  return {
    add(text) {
      if (text !== '') empty = false;
      if (!first) return;
      const number = /^\d+$/.test(text) ? Number(text) : Number.NaN;
      if (counted && rows > 0 && number !== before + 1) {
        counted = false;
        for (let k = 0; k < rows; k++) labels.add(String(before - k));
      }
      if (rows === 0 && Number.isNaN(number)) counted = false;
      if (!counted) labels.add(text);
      before = number;
      rows++;
    },
    finish() {
      if (empty) return { ignored: 'it has neither a name nor values' };
      if (first && (counted || labels.size === rows)) {
        return { ignored: 'it has no name, and another label in each row' };
      }
      throw refuse(
        undefined,
        'a name in the header, or another label in each row of the first column',
        `${describe('')}${first ? ' and labels that occur twice' : ''}`,
        reread ? 'Name the column.' : ['Name the column.', { kind: 'noHeader' }],
      );
    },
  };
}
