/** Rows and columns: the header, one reader for each column, and rows that all have the same width. */
import { describe } from '../../errors/describe.ts';
import { DataError } from '../../errors/errors.ts';
import { checkBytes } from '../../formats/bytes.ts';
import { type Cell, type CsvText, cellReader } from '../../formats/csv/cells.ts';
import { findDelimiter } from '../../formats/csv/delimiter.ts';
import { findNotation } from '../../formats/csv/find_notation.ts';
import type { Notation } from '../../formats/csv/notation.ts';
import type { ColumnReader, FinishedColumn, Refuse } from './column.ts';
import { remedyOf } from './remedies.ts';
import { type CsvReport, columnReport, csvReport, ignoredReport } from './report.ts';
import { unnamedColumn } from './unnamed.ts';

export interface Table {
  /** In the order of the file, without those that were left out. */
  readonly columns: ReadonlyMap<string, FinishedColumn>;
  readonly report: CsvReport;
}

/** Given the names of all columns, and how numbers are written: a reader for each of them, or the reason to leave it out. */
export type OpenColumns = (
  names: readonly string[],
  notation: Notation,
) => (name: string, refuse: Refuse) => ColumnReader | string;

export interface TableFormat {
  /** Found out if it is left out. */
  readonly delimiter?: string;
  readonly header: boolean;
  /** Found out if it is left out. */
  readonly notation?: Notation;
  readonly missingValues: readonly string[];
  /** Whether it is that of another file, which cannot be chosen any more. */
  readonly reread: boolean;
}

/** @throws DataError for rows of different widths, a name that stands twice, no rows */
export function readTable(
  where: string,
  source: string | Uint8Array,
  { delimiter, header, notation: said, missingValues, reread }: TableFormat,
  open: OpenColumns,
): Table {
  const text = decode(where, source);
  const decimal = said?.decimal ?? '.';
  const parting = delimiter ?? findDelimiter(text, decimal);
  const isMissing = (cell: string) => missingValues.includes(cell);
  const notation = said ?? findNotation({ ...text, delimiter: parting }, header, isMissing);
  const next = cellReader(where, { ...text, delimiter: parting });
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
  checkNames(where, names, reread);
  if (delimiter !== undefined && names.length === 1)
    checkDelimiter(where, text, { delimiter, decimal, reread });
  const readerFor = open(names, notation);
  const readers = names.map((name, index) => {
    const refuse: Refuse = (row, expected, received, remedy) => {
      const at = row === undefined ? '' : `, row ${row}`;
      const place = `${where}${at}, column ${index + 1}${name === '' ? '' : ` (${name})`}`;
      return new DataError({
        where: place,
        expected,
        received,
        ...remedyOf(remedy ?? `Correct the ${row === undefined ? 'column' : 'cell'} in the file.`),
      });
    };
    return name === '' ? unnamedColumn(index === 0, reread, refuse) : readerFor(name, refuse);
  });
  let rows = 0;
  const take = ({ text, row, column, last }: Readonly<Cell>): void => {
    if (last ? column + 1 !== names.length : column + 1 >= names.length) {
      throw new DataError({
        where: `${where}, row ${row}, column ${column + 1}`,
        expected: `${names.length} cells in the row, as in the first one`,
        received: last ? `${column + 1}` : 'more',
        remedy:
          !last && rows === 0
            ? 'Where rows begin with a label, the header begins with an empty name.'
            : 'Correct this row; a cell with the delimiter or a line break needs quotes around it.',
      });
    }
    const reader = readers[column];
    if (typeof reader !== 'string') reader.add(text, row);
    if (last) rows++;
  };
  if (!header) first.forEach(take);
  for (let cell = next(); cell !== undefined; cell = next()) take(cell);
  if (rows === 0) {
    throw new DataError({
      where,
      expected: 'a row after the header',
      received: 'none',
      ...remedyOf(reread ? 'Add rows.' : ['Add rows.', { kind: 'noHeader' }]),
    });
  }
  const columns = new Map<string, FinishedColumn>();
  const reports = readers.map((reader, index) => {
    const found = typeof reader === 'string' ? { ignored: reader } : reader.finish();
    if ('ignored' in found) return ignoredReport(index + 1, names[index], found.ignored);
    columns.set(names[index], found);
    return columnReport(index + 1, found);
  });
  return {
    columns,
    report: csvReport({
      ...{ rows, delimiter: parting, delimiterFound: delimiter === undefined },
      ...{ ...notation, notationFound: said === undefined, columns: reports },
    }),
  };
}

function readRow(next: () => Cell | undefined): Readonly<Cell>[] {
  const cells: Readonly<Cell>[] = [];
  for (let cell = next(); cell !== undefined; cell = next()) {
    cells.push({ ...cell });
    if (cell.last) break;
  }
  return cells;
}

/** Names may be empty: see `unnamedColumn`. */
function checkNames(where: string, names: readonly string[], reread: boolean): void {
  const known = new Set<string>();
  names.forEach((name, index) => {
    if (name !== '' && known.has(name)) {
      throw new DataError({
        where: `${where}, header, column ${index + 1}`,
        expected: 'a name that no other column has',
        received: describe(name),
        ...remedyOf(reread ? 'Rename one of the two.' : ['Rename one.', { kind: 'noHeader' }]),
      });
    }
    known.add(name);
  });
}

/** One column is nothing to learn from; another delimiter may part it. */
function checkDelimiter(
  where: string,
  text: Omit<CsvText, 'delimiter'>,
  { delimiter: said, decimal, reread }: { delimiter: string; decimal: string; reread: boolean },
): void {
  const found = findDelimiter(text, decimal);
  const parts = cellReader(where, { ...text, delimiter: found });
  if (found === said || parts()?.last !== false) return;
  throw new DataError({
    where,
    expected: 'two columns or more',
    received: `one, where cells are parted by ${describe(said)}`,
    ...remedyOf({ kind: reread ? 'delimiterInTraining' : 'delimiter', found }),
  });
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const tolerant = new TextDecoder('utf-8', { ignoreBOM: true });

/** The text, and where in it the first byte was that is not UTF-8, to be found with row and column. */
function decode(where: string, source: string | Uint8Array): Omit<CsvText, 'delimiter'> {
  if (typeof source === 'string') return { text: withoutMark(source) };
  checkBytes(where, source);
  if (isPacked(source)) throw packed(where);
  try {
    return { text: withoutMark(utf8.decode(source)) };
  } catch {
    const text = withoutMark(tolerant.decode(source));
    return { text, damagedFrom: text.indexOf('\ufffd') };
  }
}

/** Whether bytes are of gzip or zip, which the workbooks of spreadsheets are, too. */
function isPacked([first, second, third, fourth]: Uint8Array): boolean {
  const isZip = first === 0x50 && second === 0x4b && third === 3 && fourth === 4;
  return isZip || (first === 0x1f && second === 0x8b);
}

function packed(where: string): DataError {
  return new DataError({
    where,
    expected: 'a table as text',
    received: 'a packed file',
    remedy: 'Unpack it first; save a workbook of a spreadsheet as CSV.',
  });
}

/** Without the byte order mark that some programs put first. */
function withoutMark(text: string): string {
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}
