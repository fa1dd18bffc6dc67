/** Which character parts the cells of a file, where nobody has said so. */
import { EpochalError } from '../../errors/errors.ts';
import { type CsvText, cellReader } from './cells.ts';

/** In the order in which they are preferred. */
const CANDIDATES: readonly string[] = [',', ';', '\t', '|'];
/** So many rows are looked at. */
const ROWS = 20;

/**
 * The delimiter by which all of the first rows have the same number of cells, the most there can be.
 * Where rows differ by any of them, the header decides; where nothing parts anything it is a comma.
 * @param decimal the decimal mark, which parts cells only if nothing else does
 */
export function findDelimiter(text: Omit<CsvText, 'delimiter'>, decimal: string): string {
  const others = CANDIDATES.filter((character) => character !== decimal);
  const candidates = [...others, ...CANDIDATES.filter((character) => character === decimal)];
  const widths = candidates.map((delimiter) => widthsOf({ ...text, delimiter }));
  const even = widths.map((own) => (own.every((width) => width === own[0]) ? own[0] : 1));
  const most = Math.max(...even);
  if (most > 1) return candidates[even.indexOf(most)];
  const headers = widths.map(([first]) => first);
  return candidates[headers.indexOf(Math.max(...headers))];
}

/** How many cells each of the first rows has; a single one for a text that is damaged there. */
function widthsOf(text: CsvText): readonly number[] {
  const widths: number[] = [];
  const next = cellReader('findDelimiter', text);
  try {
    for (let cell = next(); cell !== undefined && widths.length < ROWS; cell = next()) {
      if (cell.last) widths.push(cell.column + 1);
    }
  } catch (error) {
    if (!(error instanceof EpochalError)) throw error;
    return [widths[0] ?? 1, 0];
  }
  return widths.length === 0 ? [1] : widths;
}

/** A delimiter is one character that cannot be mistaken for a part of a cell's frame. */
export function isDelimiter(value: unknown): value is string {
  return typeof value === 'string' && value.length === 1 && !'"\r\n'.includes(value);
}
