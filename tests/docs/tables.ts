/** The tables of a document. */

/** The cells of every row of every table, heads included, rules not. */
export function rowsOf(text: string): string[][] {
  const rows = text.split('\n').filter((line) => /^\|.*\|$/.test(line));
  return rows
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    )
    .filter((cells) => !cells.every((cell) => /^:?-+:?$/.test(cell)));
}

/** The rows, without the head, of the table in the section below a heading. */
export function tableBelow(text: string, heading: string): string[][] {
  const section = text.split(/^#+ /m).find((one) => one.startsWith(`${heading}\n`)) ?? '';
  return rowsOf(section).slice(1);
}
