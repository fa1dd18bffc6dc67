/** What all charts may be asked for, and how a chart of curves is drawn as it was asked. */
import { oneOf, optional, rule, string, withDefault } from '../errors/options.ts';
import type { Figure } from './figure.ts';
import { svgCurves } from './svg_curves.ts';
import type { Theme } from './svg_style.ts';
import { textCurves } from './text_curves.ts';

export interface ChartOptions {
  /** Characters for a terminal (default), or a picture for a page or a file. */
  readonly as?: 'text' | 'svg';
  /** What stands above it. A picture has one of its own unless it is said, text has none. */
  readonly title?: string;
  /** Columns of the plotting area, or units (pixels) of the whole picture; default 64, and 760. */
  readonly width?: number;
  /** Rows of the plotting area, or units of the whole picture; default 14, and 440. */
  readonly height?: number;
  /** Of a picture: as the reader's system has it (`auto`, default), or always one of them. */
  readonly theme?: Theme;
}

export interface ReadChartOptions {
  readonly as: 'text' | 'svg';
  readonly title: string | undefined;
  readonly width: number | undefined;
  readonly height: number | undefined;
  readonly theme: Theme;
}

const size = optional(
  rule('a number from 8 to 10000', '40', (v) => typeof v === 'number' && v >= 8 && v <= 10_000),
);

export const chartRules = {
  as: withDefault<'text' | 'svg'>(oneOf('text', 'svg'), 'text'),
  title: optional(string),
  width: size,
  height: size,
  theme: withDefault<Theme>(oneOf('auto', 'light', 'dark'), 'auto'),
};

/** The smallest picture that has room for its axes. */
const LEAST = 240;

/** @param figure with the title that a picture has where none was asked for */
export function drawCurves(figure: Figure, read: ReadChartOptions): string {
  const { as, title, width, height, theme } = read;
  if (as === 'svg') {
    const whole = { width: Math.max(LEAST, width ?? 760), height: height ?? 440, theme };
    return svgCurves({ ...figure, title: title ?? figure.title }, whole);
  }
  const area = { width: Math.round(width ?? 64), height: Math.round(height ?? 14) };
  return textCurves({ ...figure, title: title ?? '' }, area);
}
