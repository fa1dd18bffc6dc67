/** How wide texts are, before any browser has laid them out; and texts that fit. */

/** Scripts whose characters are as wide as they are high, and pictures. */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const NARROW = /[ iljtfr.,:;'|!()[\]]/;
const BROAD = /[mwMW@%A-Z]/;

/** About how wide a text is in a wide sans-serif font, rather more than less; in units of `size`. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const character of text) {
    if (WIDE.test(character)) width += 1.1;
    else if (NARROW.test(character)) width += 0.41;
    else width += BROAD.test(character) ? 0.86 : 0.64;
  }
  return width * size;
}

/** The text, or as much of its beginning as fits, with an ellipsis. */
export function fitted(text: string, width: number, size: number): string {
  if (textWidth(text, size) <= width) return text;
  const room = width - textWidth('…', size);
  let [kept, used] = ['', 0];
  for (const character of text) {
    used += textWidth(character, size);
    if (used > room) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

/** The text in lines that fit, broken between words; the last line, and words that are too long, are cut. */
export function wrapped(text: string, width: number, size: number, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    const longer = lines.length === 0 ? word : `${lines[lines.length - 1]} ${word}`;
    if (lines.length === most || (lines.length > 0 && textWidth(longer, size) <= width)) {
      lines[lines.length - 1] = longer;
    } else lines.push(word);
  }
  return lines.map((line) => fitted(line, width, size));
}
