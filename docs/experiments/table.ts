/** How the experiments print: a table, and the median of several seeds. */

/** Columns as wide as their widest cell; the first is flush left, the others flush right. */
export function printTable(head: readonly string[], rows: readonly (readonly unknown[])[]): void {
  const lines = [head, ...rows.map((row) => row.map(String))];
  const widths = head.map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  const render = (line: readonly string[]) =>
    line
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column] + 2),
      )
      .join('');
  const [title, ...body] = lines.map(render);
  for (const line of [title, '-'.repeat(title.length), ...body]) console.log(line);
}

/** The value in the middle; of an even number of values, the lower of the two. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)];
}

/** `0.953` as `95.3 %`. */
export function percent(fraction: number): string {
  return `${(100 * fraction).toFixed(1)} %`;
}
