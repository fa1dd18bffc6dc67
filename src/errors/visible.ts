/**
 * Text that came from a file or from a stranger, before it reaches a terminal: what a terminal would obey
 * (escape sequences, carriage returns, C1 controls, changes of the writing direction) is written out, as
 * `\u001b`. Within JSON it is the same string. Tabs and line ends stay, unless it has to be one line.
 */
export function visible(text: string): string {
  return text.replaceAll(/(?![\t\n])[\p{Cc}\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu, code);
}

/** The same for a cell of a table, or a name within a sentence: line ends and tabs are written out, too. */
export function visibleInLine(text: string): string {
  return visible(text).replaceAll(/[\t\n]/g, code);
}

function code(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
