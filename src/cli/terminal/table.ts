import { visibleInLine } from '../../errors/visible.ts';

/** Tables of characters: numbers to the right, everything else to the left. */
export function table(head: readonly string[], body: readonly (readonly string[])[]): string {
  const rows = body.map((row) => row.map(visibleInLine));
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column].length)),
  );
  const numeric = head.map((_, column) => rows.every((row) => /^[-\d.,%\s]*$/.test(row[column])));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) =>
        numeric[column] ? cell.padStart(widths[column]) : cell.padEnd(widths[column]),
      )
      .join('  ')
      .trimEnd();
  const rule = '─'.repeat(widths.reduce((sum, width) => sum + width + 2, -2));
  return [line(head), rule, ...rows.map(line)].join('\n');
}
