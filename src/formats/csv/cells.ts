/**
 * The cells of a CSV text, one after the other, in a single pass (RFC 4180): cells are parted by the
 * delimiter, rows by LF or CRLF; a cell in double quotes may hold delimiters, line ends, and quotes
 * written twice. Spaces around cells and wholly empty lines do not count.
 */
import { describe } from '../../errors/describe.ts';
import { DataError } from '../../errors/errors.ts';

/** One cell, overwritten by the next. */
export interface Cell {
  text: string;
  /** Counted from 1, empty lines too, as spreadsheets do. */
  row: number;
  /** Counted from 0 within the row. */
  column: number;
  /** Whether the row ends with this cell. */
  last: boolean;
}

const QUOTE = 34;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const END = -1;

export interface CsvText {
  readonly text: string;
  readonly delimiter: string;
  /** Where in the text the first byte that is not UTF-8 left its mark, if there is one. */
  readonly damagedFrom?: number;
}

/** A function that reads the next cell and returns it, or undefined after the last one. */
export function cellReader(
  where: string,
  { text, delimiter, damagedFrom = text.length }: CsvText,
): () => Cell | undefined {
  const parting = delimiter.charCodeAt(0);
  const cell: Cell = { text: '', row: 1, column: -1, last: true };
  let at = 0;
  let row = 1;

  const code = (): number => (at < text.length ? text.charCodeAt(at) : END);
  const isBlank = (character: number): boolean =>
    (character === 32 || character === 9) && character !== parting;
  const endsCell = (character: number): boolean =>
    character === parting ||
    character === LINE_FEED ||
    character === CARRIAGE_RETURN ||
    character === END;

  function refuse(expected: string, received: string, remedy = 'Correct the cell.'): DataError {
    const place = `${where}, row ${row}, column ${cell.column + 1}`;
    return new DataError({ where: place, expected, received, remedy });
  }

  function readPlain(): string {
    const start = at;
    while (!endsCell(code())) {
      if (code() === QUOTE) {
        throw refuse(
          'a cell with quotes around it, or none in it',
          describe(text.slice(start, at + 1)),
          'Write the cell in quotes, and quotes in it twice.',
        );
      }
      at++;
    }
    let end = at;
    while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
    return text.slice(start, end);
  }

  function readQuoted(): string {
    let content = '';
    let start = ++at;
    for (;;) {
      while (code() !== QUOTE) {
        if (at >= text.length) throw refuse('a quote that ends the cell', 'the end of the file');
        at++;
      }
      content += text.slice(start, at++);
      if (code() !== QUOTE) break;
      start = at++; // the second of two quotes is the content's
    }
    while (isBlank(code())) at++;
    if (!endsCell(code())) {
      throw refuse(
        'the end of the cell after its closing quote',
        describe(text.slice(at, at + 10)),
      );
    }
    return content;
  }

  function skipLineEnd(): void {
    if (code() === CARRIAGE_RETURN && text.charCodeAt(++at) !== LINE_FEED) {
      throw refuse('lines that end with LF or CRLF', 'a carriage return alone');
    }
    at++;
    row++;
  }

  return function next() {
    if (cell.last) {
      cell.column = -1;
      while (code() === LINE_FEED || code() === CARRIAGE_RETURN) skipLineEnd();
      if (at >= text.length) return undefined;
    }
    cell.column++;
    cell.row = row;
    while (isBlank(code())) at++;
    cell.text = code() === QUOTE ? readQuoted() : readPlain();
    if (at > damagedFrom) throw refuse('text in UTF-8', 'other bytes', 'Save the file as UTF-8.');
    cell.last = code() !== parting;
    if (cell.last && code() !== END) skipLineEnd();
    else at++;
    return cell;
  };
}
