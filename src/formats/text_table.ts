import { visibleInLine } from '../errors/visible.ts';

/** An object that reads as text where it is printed, also by `console.log` in Node. */
export function withText<T extends object>(value: T, text: () => string): T {
  const shown = { value: text };
  return Object.defineProperties(value, {
    toString: shown,
    [Symbol.for('nodejs.util.inspect.custom')]: shown,
  });
}

/** A table of text: the first column on the left, all others on the right, two spaces between. Cells are lines. */
export function formatTable(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((row) => row.map(visibleInLine));
  const count = lines.reduce((most, line) => Math.max(most, line.length), 0);
  const widths = Array.from({ length: count }, (_, column) =>
    lines.reduce((most, line) => Math.max(most, line[column]?.length ?? 0), 0),
  );
  const render = (line: readonly string[]) =>
    line.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join('  ');
  return lines.map((line) => render(line).trimEnd()).join('\n');
}
