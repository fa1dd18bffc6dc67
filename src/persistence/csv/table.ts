/** Rows and columns: the header, one reader for each column, and rows that all have the same width. */
import { describe } from '../../errors/describe.ts';
import { DataError } from '../../errors/errors.ts';
import { checkBytes } from '../bytes.ts';
import { type Cell, type CsvText, cellReader } from './cells.ts';
import type { ColumnReader, FinishedColumn, Refuse } from './column.ts';

export interface Table {
  readonly rows: number;
  /** In the order of the file, without those that nobody asked for. */
  readonly columns: ReadonlyMap<string, FinishedColumn>;
}

/** Given the names of all columns: a reader for each of them, or undefined to ignore it. */
export type OpenColumns = (
  names: readonly string[],
) => (name: string, refuse: Refuse) => ColumnReader | undefined;

/** @throws DataError for rows of different widths, names that are empty or stand twice, no rows */
export function readTable(
  where: string,
  source: string | Uint8Array,
  { delimiter, header }: { readonly delimiter: string; readonly header: boolean },
  open: OpenColumns,
): Table {
  const next = cellReader(where, { ...decode(where, source), delimiter });
  const first = readRow(next);
  if (first.length === 0) {
    throw new DataError({
      where,
      expected: 'rows of cells',
      received: 'an empty file',
      remedy: 'Give a table: a row of names, then a row for each sample.',
    });
  }
  const names = first.map(({ text }, index) => (header ? text : `column${index + 1}`));
  checkNames(where, names);
  const readerFor = open(names);
  const readers = names.map((name, index) =>
    readerFor(name, (row, expected, received, remedy) => {
      const at = row === undefined ? '' : `, row ${row}`;
      const place = `${where}${at}, column ${index + 1} (${name})`;
      return new DataError({
        where: place,
        expected,
        received,
        remedy: remedy ?? 'Correct the column, or leave it out by columns: { name: "skip" }.',
      });
    }),
  );
  let rows = 0;
  const take = ({ text, row, column, last }: Readonly<Cell>): void => {
    if (last ? column + 1 !== names.length : column + 1 >= names.length) {
      throw new DataError({
        where: `${where}, row ${row}, column ${column + 1}`,
        expected: `${names.length} cells in the row, as in the first one`,
        received: last ? `${column + 1}` : 'more',
        remedy: 'Correct this row; a cell with a comma or a line break needs quotes around it.',
      });
    }
    readers[column]?.add(text, row);
    if (last) rows++;
  };
  if (!header) first.forEach(take);
  for (let cell = next(); cell !== undefined; cell = next()) take(cell);
  if (rows === 0) {
    throw new DataError({
      where,
      expected: 'a row after the header',
      received: 'none',
      remedy: 'Add rows; where the first row is data, pass { header: false }.',
    });
  }
  const finished = names.flatMap((name, index): [string, FinishedColumn][] => {
    const reader = readers[index];
    return reader === undefined ? [] : [[name, reader.finish()]];
  });
  return { rows, columns: new Map(finished) };
}

function readRow(next: () => Cell | undefined): Readonly<Cell>[] {
  const cells: Readonly<Cell>[] = [];
  for (let cell = next(); cell !== undefined; cell = next()) {
    cells.push({ ...cell });
    if (cell.last) break;
  }
  return cells;
}

function checkNames(where: string, names: readonly string[]): void {
  names.forEach((name, index) => {
    if (name !== '' && names.indexOf(name) === index) return;
    throw new DataError({
      where: `${where}, header, column ${index + 1}`,
      expected: 'a name that no other column has',
      received: describe(name),
      remedy: 'If the file has no header, say so: { header: false }.',
    });
  });
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const tolerant = new TextDecoder('utf-8', { ignoreBOM: true });

/** The text, and where in it the first byte was that is not UTF-8, to be found with row and column. */
function decode(where: string, source: string | Uint8Array): Omit<CsvText, 'delimiter'> {
  if (typeof source === 'string') return { text: withoutMark(source) };
  checkBytes(where, source);
  try {
    return { text: withoutMark(utf8.decode(source)) };
  } catch {
    const text = withoutMark(tolerant.decode(source));
    return { text, damagedFrom: text.indexOf('\ufffd') };
  }
}

/** Without the byte order mark that some programs put first. */
function withoutMark(text: string): string {
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}
