/** What to do about cells that are nearly numbers. */
import { describe } from '../../errors/describe.ts';
import { type Notation, nearlyNumber, notationsOf } from '../../formats/csv/notation.ts';

/** What would make numbers of these texts; undefined if they do not look like numbers. */
export function likeNumbers(texts: readonly string[]): string | undefined {
  const bare = texts.map(nearlyNumber);
  if (bare.some((text) => text === undefined)) return undefined;
  if (bare.some((text, k) => text !== texts[k])) return 'Remove the sign from the cells.';
  const notations = notationsOf(texts);
  if (notations.length === 0) return 'Write all numbers in the same way.';
  // A comma may be either mark, and only its author knows which.
  return `Say how numbers are written: ${notations.slice(0, 2).map(inOptions).join(' or ')}.`;
}

function inOptions({ decimal, thousands }: Notation): string {
  const said = [
    ...(decimal === '.' ? [] : [`decimal: ${quote(decimal)}`]),
    ...(thousands === '' ? [] : [`thousands: ${quote(thousands)}`]),
  ];
  return `{ ${said.join(', ')} }`;
}

/** As the option is written in code. */
function quote(mark: string): string {
  return mark === "'" ? describe(mark) : `'${mark}'`;
}
