/** What all pictures have in common: size, style, a heading that fits, and words for it. */
import { fitted, textWidth, wrapped } from './fitting.ts';
import { at, escaped } from './markup.ts';
import { classOf, type Stroke, styleOf, type Theme } from './svg_style.ts';

export interface Frame {
  readonly title: string;
  /** The picture in words, for screen readers. */
  readonly description: string;
  readonly width: number;
  readonly height: number;
  readonly theme: Theme;
}

/** A whole picture around its parts. */
export function picture(frame: Frame, parts: readonly string[]): string {
  const { title, description, width, height, theme } = frame;
  const [name, words] = [escaped(title), escaped(description)];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="${classOf(theme)}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${name}. ${words}">`,
    `  <title>${name}</title>`,
    `  <desc>${words}</desc>`,
    `  <style>${styleOf(theme)}</style>`,
    `  <rect class="paper" width="${width}" height="${height}"/>`,
    ...parts.map((part) => `  ${part}`),
    '</svg>',
    '',
  ].join('\n');
}

/** Parts of a picture from the top down, and where what follows begins. */
export interface Stacked {
  readonly parts: readonly string[];
  readonly y: number;
}

/** The size of the title, and how much wider bold letters are. */
const BOLD = 17 * 1.12;

/** The title, in two lines if it has to be. */
export function heading(title: string, left: number, width: number): Stacked {
  const parts = wrapped(title, width - left - 16, BOLD, 2).map(
    (line, k) => `<text class="title" x="${left}" y="${30 + 22 * k}">${escaped(line)}</text>`,
  );
  return { parts, y: 18 + 22 * Math.max(1, parts.length) };
}

export interface LegendEntry {
  readonly name: string;
  readonly stroke: Stroke;
}

/** Names beside their lines, in as many rows as they need. */
export function legend(entries: readonly LegendEntry[], place: LegendPlace): Stacked {
  const { left, top, width } = place;
  const room = width - left - 16;
  let [x, y] = [left, top + 17];
  const parts = entries.map(({ name, stroke }) => {
    const shown = fitted(name, room - 34, 13);
    const needed = 34 + textWidth(shown, 13);
    if (x > left && x + needed > left + room) [x, y] = [left, y + 20];
    const line = `<path class="curve s${stroke.color}"${stroke.attributes} d="M${at(x)} ${y - 4}h26"/>`;
    const text = `<text x="${at(x + 33)}" y="${y}">${escaped(shown)}</text>`;
    x += needed + 20;
    return line + text;
  });
  return { parts, y: parts.length === 0 ? top : y + 5 };
}

export interface LegendPlace {
  readonly left: number;
  readonly top: number;
  readonly width: number;
}
