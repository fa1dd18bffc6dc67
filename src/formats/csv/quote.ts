/**
 * A cell as it stands in a CSV file: in quotes where it would else be read as something other, as several
 * cells, as a shorter text, as one that is missing (RFC 4180).
 */
export function quotedCell(text: string, delimiter = ','): string {
  const isPlain =
    text !== '' &&
    text.trim() === text &&
    ![delimiter, '"', '\r', '\n'].some((c) => text.includes(c));
  return isPlain ? text : `"${text.replaceAll('"', '""')}"`;
}
