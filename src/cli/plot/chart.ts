/** Line charts of characters. */
import { fraction, limits } from './ticks.ts';

export interface Series {
  readonly name: string;
  /** One character for its points. */
  readonly mark: string;
  readonly points: readonly (readonly [x: number, y: number])[];
}

export interface ChartOptions {
  readonly series: readonly Series[];
  readonly xLabel: string;
  /** Columns and rows of the plotting area. */
  readonly width?: number;
  readonly height?: number;
}

/** A chart as lines of text: y from 0 (or the smallest, if below) up, x from the first to the last point. */
export function chart({ series, xLabel, width = 64, height = 14 }: ChartOptions): string {
  const points = series
    .flatMap((one) => one.points)
    .filter((point) => point.every(Number.isFinite));
  if (points.length === 0) return '(nothing to draw)';
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [left, right] = limits(xs);
  const [least, top] = limits(ys);
  const bottom = Math.min(0, least);
  const column = (x: number) => Math.round(fraction(x, left, right) * (width - 1));
  const row = (y: number) => Math.round((1 - fraction(y, bottom, top)) * (height - 1));

  const grid = Array.from({ length: height }, () => new Array<string>(width).fill(' '));
  for (const { mark, points: own } of series) {
    for (const [x, y] of own) {
      if (Number.isFinite(x) && Number.isFinite(y)) grid[row(y)][column(x)] = mark;
    }
  }
  const label = (at: number) => {
    const part = at / (height - 1);
    return (top * (1 - part) + bottom * part).toPrecision(3);
  };
  const labels = grid.map((_, at) => (at % 4 === 0 || at === height - 1 ? label(at) : ''));
  const margin = Math.max(...labels.map((text) => text.length));
  const body = grid.map((cells, at) =>
    `${labels[at].padStart(margin)} │${cells.join('')}`.trimEnd(),
  );
  const [first, last] = [String(left), String(right)];
  const gap = ' '.repeat(Math.max(1, width - first.length - last.length));
  return [
    series.map(({ name, mark }) => `${mark} ${name}`).join('   '),
    ...body,
    `${' '.repeat(margin)} └${'─'.repeat(width)}`,
    `${' '.repeat(margin + 2)}${first}${gap}${last}  ${xLabel}`,
  ].join('\n');
}
