/** A confusion matrix as characters. */
import { visibleInLine } from '../errors/visible.ts';
import { formatTable } from '../formats/text_table.ts';
import { type Matrix, recallText, total } from './matrix_rows.ts';

/** By the part of a row: nothing for 0 alone. */
const SHADES = [' ', '░', '▒', '▓', '█'];

interface Asked {
  readonly title: string | undefined;
  readonly width: number | undefined;
}

export function textMatrix({ counts, classNames }: Matrix, { title, width = 64 }: Asked): string {
  const most = Math.max(4, Math.round(width / (classNames.length + 1)) - 2);
  const digits = counts.flat().reduce((wide, count) => Math.max(wide, `${count}`.length), 0);
  const rows = counts.map((row, k) => [
    classNames[k],
    ...row.map((count) => `${shade(count, total(row))} ${String(count).padStart(digits)}`),
    recallText(row, k),
  ]);
  const head = ['true \\ predicted', ...classNames.map((name) => cut(name, most)), 'recall'];
  const table = formatTable([head, ...rows]);
  return title === undefined ? table : `${visibleInLine(title)}\n${table}`;
}

function shade(count: number, all: number): string {
  return SHADES[count === 0 ? 0 : Math.max(1, Math.round((4 * count) / all))];
}

function cut(name: string, most: number): string {
  const characters = [...name];
  return characters.length <= most ? name : `${characters.slice(0, most - 1).join('')}…`;
}
