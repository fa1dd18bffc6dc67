/** Texts of strangers in XML and HTML. */
import { visible } from '../errors/visible.ts';

/** As XML 1.0 may hold it: other control characters, halves of pairs and U+FFFE, U+FFFF are written out. */
export function escaped(text: string): string {
  return visible(text)
    .replaceAll(/[\p{Surrogate}\ufffe\uffff]/gu, (one) => `\\u${one.charCodeAt(0).toString(16)}`)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** A coordinate: tenths are finer than a screen. */
export function at(value: number): string {
  return String(Number(value.toFixed(1)));
}
