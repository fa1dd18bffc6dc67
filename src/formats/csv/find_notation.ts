/** How the numbers of a file are written, where nobody has said so. */
import { EpochalError } from '../../errors/errors.ts';
import { type CsvText, cellReader } from './cells.ts';
import { type Notation, nearlyNumber, notationsOf, parsePlain } from './notation.ts';

export const PLAIN: Notation = { decimal: '.', thousands: '' };

/** So many rows are looked at. */
const ROWS = 1000;

/**
 * The notation with a decimal comma, if the first rows show that there can be no other: all cells of the
 * columns of numbers are numbers in it, and in no other notation. A comma before three digits may be either
 * mark, and is left for its author to tell. Otherwise plain.
 * @param header whether the first row has names
 * @param isMissing whether a cell stands for no value
 */
export function findNotation(
  text: CsvText,
  header: boolean,
  isMissing: (cell: string) => boolean,
): Notation {
  // The numbers of each column; nothing for a column of which a cell is none.
  const columns: (string[] | undefined)[] = [];
  let rows = 0;
  const next = cellReader('findNotation', text);
  try {
    for (let cell = next(); cell !== undefined && rows <= ROWS; cell = next()) {
      const { column } = cell;
      if (rows === 0) columns[column] = [];
      if ((rows > 0 || !header) && !isMissing(cell.text)) {
        const number = likeNumber(cell.text);
        if (number === undefined) columns[column] = undefined;
        else columns[column]?.push(number);
      }
      if (cell.last) rows++;
    }
  } catch (error) {
    // What is wrong with the cell is told when the file is read for good.
    if (!(error instanceof EpochalError)) throw error;
  }
  const texts = columns.flatMap((column) => column ?? []);
  const unusual = texts.some((one) => Number.isNaN(parsePlain(one)));
  const notations = unusual ? notationsOf(texts) : [];
  return notations.length === 1 && notations[0].decimal === ',' ? notations[0] : PLAIN;
}

/** What is a number, in any notation, without a sign; undefined for other texts. */
function likeNumber(text: string): string | undefined {
  return Number.isNaN(parsePlain(text)) ? nearlyNumber(text) : text;
}
