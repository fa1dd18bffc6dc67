/** Charts of curves as characters, for terminals and logs. */
import { visibleInLine } from '../errors/visible.ts';
import { type Axis, axisAcross, axisUp } from './axis.ts';
import { type Curve, type Figure, namedCurves } from './figure.ts';
import { tickLabel } from './ticks.ts';

export interface TextSize {
  /** Columns and rows of the plotting area. */
  readonly width: number;
  readonly height: number;
}

/** By curve. */
const MARKS = [...'●○◆◇■□▲△abcdefghijklmnopqrstuvwxyz'];

/** Of points of several curves in one place. */
const SEVERAL = '◉';

/** A figure as lines of text. */
export function textCurves(
  figure: Figure,
  { width, height }: TextSize = { width: 64, height: 14 },
): string {
  const { title, curves, best, note } = figure;
  const points = curves.flatMap((curve) => curve.points);
  const x = axisAcross(
    figure.x,
    points.map(([place]) => place),
  );
  const y = axisUp(
    figure.y,
    points.map(([, value]) => value),
  );
  const column = (value: number) => Math.round(x.place(value) * (width - 1));
  const row = (value: number) => Math.round((1 - y.place(value)) * (height - 1));
  const grid = Array.from({ length: height }, () => new Array<string>(width).fill(' '));
  curves.forEach((curve, k) => {
    for (const [place, value] of curve.points) {
      if (!x.holds(place) || !y.holds(value)) continue;
      const [cells, at] = [grid[row(value)], column(place)];
      const own = MARKS[k % MARKS.length];
      cells[at] = cells[at] === ' ' || cells[at] === own ? own : SEVERAL;
    }
  });
  const labels = new Map(y.ticks.map((tick) => [row(tick), tickLabel(tick)]));
  const margin = [...labels.values()].reduce((wide, text) => Math.max(wide, text.length), 0);
  const base = new Array<string>(width).fill('─');
  if (best !== undefined && x.holds(best.x)) base[column(best.x)] = '↑';
  const indent = ' '.repeat(margin);
  return [
    ...(title === '' ? [] : [visibleInLine(title)]),
    ...legend(namedCurves(figure), grid, width),
    ...(best === undefined ? [] : [`↑ ${visibleInLine(best.text)}`]),
    ...(note === undefined ? [] : [visibleInLine(note)]),
    ...grid.map((cells, at) => {
      const label = labels.get(at);
      const edge = label === undefined ? '│' : '┤';
      return `${(label ?? '').padStart(margin)} ${edge}${cells.join('')}`.trimEnd();
    }),
    `${indent} └${base.join('')}`,
    `${indent}  ${named(x, column, width)}  ${visibleInLine(figure.x.label)}`,
  ].join('\n');
}

/** Names with their marks, in as many lines as they need. */
function legend(curves: readonly Curve[], grid: readonly string[][], width: number): string[] {
  const entries = curves.map(({ name }, k) => `${MARKS[k % MARKS.length]} ${visibleInLine(name)}`);
  if (grid.some((cells) => cells.includes(SEVERAL))) {
    entries.push(`${SEVERAL} ${curves.length === 2 ? 'both' : 'several'}`);
  }
  const lines: string[] = [];
  for (const entry of entries) {
    const last = lines[lines.length - 1];
    if (last !== undefined && last.length + 3 + entry.length <= width) {
      lines[lines.length - 1] = `${last}   ${entry}`;
    } else lines.push(entry);
  }
  return lines;
}

/** The numbers below the axis, each in the middle of its place, those left out that have no room. */
function named(x: Axis, column: (value: number) => number, width: number): string {
  let line = '';
  for (const tick of x.ticks) {
    const label = tickLabel(tick);
    const wanted = column(tick) - Math.floor((label.length - 1) / 2);
    const start = Math.max(0, Math.min(wanted, width - label.length));
    if (line !== '' && start < line.length + 2) continue;
    line = line.padEnd(start) + label;
  }
  return line.padEnd(width);
}
