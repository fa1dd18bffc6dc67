/** Small pictures of characters, side by side. */

const SHADES = ' ░▒▓█';

export interface Picture {
  /** Brightness from 0 to 1, row by row. */
  readonly pixels: ArrayLike<number>;
  readonly width: number;
  /** Text below the picture. */
  readonly caption: string;
}

/** Draws pictures of one size next to each other, two characters for each pixel. */
export function pictures(all: readonly Picture[]): string {
  const rows = Math.max(...all.map(({ pixels, width }) => pixels.length / width));
  const lines = Array.from({ length: rows }, (_, y) =>
    all.map(({ pixels, width }) => {
      const shades = Array.from({ length: width }, (_, x) => shade(pixels[y * width + x]));
      return shades.join('');
    }),
  );
  const captions = all.map(({ caption, width }) => caption.padEnd(2 * width));
  return [...lines, captions].map((cells) => cells.join('   ').trimEnd()).join('\n');
}

function shade(value: number): string {
  const level = Math.min(SHADES.length - 1, Math.floor(value * SHADES.length));
  return SHADES[level].repeat(2);
}
