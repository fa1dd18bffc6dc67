import { visibleInLine } from '../errors/visible.ts';

/** An object that reads as text where it is printed, also by `console.log` in Node. */
export function withText<T extends object>(value: T, text: () => string): T {
  const shown = { value: text };
  return Object.defineProperties(value, {
    toString: shown,
    [Symbol.for('nodejs.util.inspect.custom')]: shown,
  });
}

export interface TableLayout {
  /** The columns on the left, by number: those of texts. All others are on the right. Default: the first. */
  readonly left?: readonly number[];
  /** Whether the first row has a line below it. */
  readonly underlined?: boolean;
}

/** A table of text, with two spaces between its columns. Cells are lines. */
export function formatTable(
  rows: readonly (readonly string[])[],
  { left = [0], underlined = false }: TableLayout = {},
): string {
  const lines = rows.map((row) => row.map(visibleInLine));
  const count = lines.reduce((most, line) => Math.max(most, line.length), 0);
  const widths = Array.from({ length: count }, (_, column) =>
    lines.reduce((most, line) => Math.max(most, line[column]?.length ?? 0), 0),
  );
  const texts = lines.map((line) =>
    line
      .map((cell, i) => (left.includes(i) ? cell.padEnd(widths[i]) : cell.padStart(widths[i])))
      .join('  ')
      .trimEnd(),
  );
  const rule = '-'.repeat(widths.reduce((sum, width) => sum + width + 2, -2));
  return (underlined ? [texts[0], rule, ...texts.slice(1)] : texts).join('\n');
}
