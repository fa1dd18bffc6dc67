/** A confusion matrix as a picture. */
import { counted } from '../formats/counted.ts';
import { fitted, textWidth } from './fitting.ts';
import { at, escaped } from './markup.ts';
import { type Matrix, recallText, total } from './matrix_rows.ts';
import { heading, picture } from './svg_frame.ts';
import type { Theme } from './svg_style.ts';

interface Asked {
  readonly title: string | undefined;
  readonly width: number | undefined;
  readonly theme: Theme;
}

/** Where cells are, and how much room names have. */
interface Grid {
  readonly left: number;
  readonly top: number;
  readonly cell: number;
  readonly room: number;
}

export function svgMatrix(
  matrix: Matrix,
  { title = 'Confusion matrix', width = 560, theme }: Asked,
): string {
  const { counts, classNames } = matrix;
  const whole = Math.max(280, width);
  const widths = classNames.map((name) => textWidth(name, 12));
  const longest = widths.reduce((wide, own) => Math.max(wide, own), 24);
  const room = Math.min(longest, whole / 4);
  const left = Math.round(room + 50);
  const cell = Math.min(72, (whole - left - 74) / counts.length);
  const head = heading(title, 16, whole);
  const slanted = longest > cell - 6;
  const top = Math.round(head.y + 30 + (slanted ? room * 0.75 : 16));
  const grid = { left, top, cell, room };
  const [right, bottom] = [left + cell * counts.length, top + cell * counts.length];
  const description = inWords(matrix);
  return picture({ title, description, width: whole, height: Math.ceil(bottom + 18), theme }, [
    ...head.parts,
    `<text class="soft" x="${at((left + right) / 2)}" y="${head.y + 14}" text-anchor="middle">predicted</text>`,
    `<text class="soft" transform="translate(20 ${at((top + bottom) / 2)}) rotate(-90)" text-anchor="middle">true</text>`,
    `<text class="tick" x="${at(right + 10)}" y="${top - 8}">recall</text>`,
    ...classNames.map((name, k) => columnName(name, k, grid, slanted)),
    ...counts.flatMap((row, k) => rowOf(row, k, classNames[k], grid)),
  ]);
}

function columnName(name: string, k: number, { left, top, cell, room }: Grid, slanted: boolean) {
  const x = left + cell * (k + 0.5);
  const place = slanted
    ? `transform="translate(${at(x + 3)} ${top - 7}) rotate(-45)"`
    : `x="${at(x)}" y="${top - 8}" text-anchor="middle"`;
  return `<text class="tick" ${place}>${escaped(fitted(name, room, 12))}</text>`;
}

function rowOf(row: readonly number[], k: number, name: string, grid: Grid): string[] {
  const { left, top, cell, room } = grid;
  const middle = top + cell * (k + 0.5) + 4;
  return [
    `<text class="tick" x="${left - 8}" y="${at(middle)}" text-anchor="end">${escaped(fitted(name, room, 12))}</text>`,
    ...row.map((count, column) => cellOf(count, total(row), k, column, grid)),
    `<text class="tick" x="${at(left + cell * row.length + 10)}" y="${at(middle)}">${recallText(row, k)}</text>`,
  ];
}

/** Right ones in one color, wrong ones in another, by their part of the row. */
function cellOf(count: number, all: number, row: number, column: number, grid: Grid): string {
  const { left, top, cell } = grid;
  const part = all === 0 ? 0 : count / all;
  const [x, y] = [left + cell * column, top + cell * row];
  const side = at(Math.max(1, cell - 2));
  const place = `x="${at(x + 1)}" y="${at(y + 1)}" width="${side}" height="${side}" rx="2"`;
  const shade = `<rect class="${count === 0 ? 'f5' : row === column ? 'f0' : 'f1'}" fill-opacity="${(0.07 + 0.93 * part).toFixed(2)}" ${place}/>`;
  const text = String(count);
  const size = Math.min(14, cell * 0.5, (cell - 4) / textWidth(text, 1));
  if (count === 0 || size < 5) return shade;
  const ink = part > 0.5 ? ' class="on"' : '';
  return `${shade}<text${ink} x="${at(x + cell / 2)}" y="${at(y + cell / 2 + size / 3)}" text-anchor="middle" style="font-size:${at(size)}px">${text}</text>`;
}

/** How many are right, and the pairs that are mistaken for each other most. */
function inWords({ counts, classNames }: Matrix): string {
  const samples = counts.reduce((sum, row) => sum + total(row), 0);
  const right = counts.reduce((sum, row, k) => sum + row[k], 0);
  const wrong = counts
    .flatMap((row, k) => row.map((count, column) => ({ k, column, count })))
    .filter(({ k, column, count }) => k !== column && count > 0)
    .sort((a, b) => b.count - a.count)
    .slice(0, 5)
    .map((pair) => `${classNames[pair.k]} predicted as ${classNames[pair.column]}: ${pair.count}.`);
  return [`${right} of ${counted(samples, 'sample')} on the diagonal.`, ...wrong].join(' ');
}
