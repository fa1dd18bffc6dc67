/**
 * A picture of 8 x 8 pixels as a short text for an address, packed as the library's own digits are: a character
 * is a level from 0, white, to 16, black (`0` to `9`, `a` to `g`), or from `h` to `z` a run of 2 to 20 white pixels.
 */

export const SIDE = 8;
export const BLACK = 16;
const PIXELS = SIDE * SIDE;
const BASE = BLACK + 1;
const SHORTEST_RUN = 2;
const LONGEST_RUN = 'z'.charCodeAt(0) - 'h'.charCodeAt(0) + SHORTEST_RUN;
const FIRST_RUN = 'h'.charCodeAt(0);

/** @param levels row by row, whole numbers from 0 to 16 */
export function packDrawing(levels: readonly number[]): string {
  let text = '';
  let at = 0;
  while (at < levels.length) {
    let run = 0;
    while (run < LONGEST_RUN && levels[at + run] === 0) run++;
    if (run < SHORTEST_RUN) text += levels[at].toString(BASE);
    else text += String.fromCharCode(FIRST_RUN + run - SHORTEST_RUN);
    at += Math.max(run, 1);
  }
  return text;
}

/** Row by row; undefined where the text does not have exactly 64 pixels. */
export function unpackDrawing(text: string): number[] | undefined {
  if (!/^[0-9a-z]{1,64}$/.test(text)) return undefined;
  const levels = [...text].flatMap((character) => {
    const run = character.charCodeAt(0) - FIRST_RUN;
    return run < 0
      ? [Number.parseInt(character, BASE)]
      : Array.from({ length: run + SHORTEST_RUN }, () => 0);
  });
  return levels.length === PIXELS ? levels : undefined;
}

/** A place in pixels, from 0 to 8. */
export interface PenPlace {
  readonly x: number;
  readonly y: number;
}

/** The levels after the pen, a soft dot of about one pixel, has touched a place; an eraser takes as much away. */
export function touchDrawing(
  levels: readonly number[],
  { x, y }: PenPlace,
  erases: boolean,
): number[] {
  return levels.map((level, pixel) => {
    const distance = Math.hypot((pixel % SIDE) + 0.5 - x, Math.floor(pixel / SIDE) + 0.5 - y);
    const ink = Math.round(BLACK * Math.min(1, Math.max(0, 1.3 - distance)));
    return erases ? Math.min(level, BLACK - ink) : Math.max(level, ink);
  });
}
