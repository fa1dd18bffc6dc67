/** Which batch size. */
import { checkArgument, oneOf, type Rule, readOptions, withDefault } from '../errors/options.ts';
import type { ValidationCurve } from '../selection/validation_curve.ts';
import { type HistoryData, historyRule } from '../train/history/history.ts';
import type { AxisDescription, Scale } from './axis.ts';
import { type Best, type Figure, type Point, short } from './figure.ts';
import { type ChartOptions, chartRules, drawCurves, type ReadChartOptions } from './options.ts';
import { measuredFigure } from './selection_figure.ts';

export interface BatchSizeChartOptions extends ChartOptions {
  /** Of the axis upwards; default `linear`. */
  readonly scale?: Scale;
}

interface Read extends ReadChartOptions {
  readonly scale: Scale;
}

type Curve = Pick<ValidationCurve<number>, 'points' | 'monitor' | 'goal'>;
type Histories = Readonly<Record<number, HistoryData>>;

/** What `validationCurve` measured for batch sizes, or histories by batch size. */
export type BatchSizes = Curve | Histories;

const isSize = (value: unknown) => Number.isFinite(value) && Number(value) > 0;

const rule: Rule<never> = {
  expected: 'a validation curve whose values are batch sizes, or histories by batch size',
  example: '{ 16: first.history, 64: second.history }',
  accepts(value) {
    if (typeof value !== 'object' || value === null) return false;
    if (!isCurve(value as BatchSizes)) {
      const entries = Object.entries(value);
      const fits = ([size, own]: [string, unknown]) =>
        isSize(Number(size)) && historyRule.accepts(own);
      return entries.length > 0 && entries.every(fits);
    }
    const { points } = value as Curve;
    return points.length > 0 && points.every(({ value: size }) => isSize(size));
  },
};

/**
 * The watched number over batch sizes, on a logarithmic axis: of a cross-validation with one standard error to each
 * side, each size at its best epoch; of single runs their lowest validation loss, and their last training loss.
 * Where one batch size is better, ask `compareRuns` whether it still is at equal iterations, samples and seconds.
 *
 * @param sizes of `validationCurve`, or `{ 16: history, 64: history }`
 * @returns lines of text, or an SVG document
 * @throws OptionError for anything else
 * @example console.log(batchSizeChart({ 16: small.history, 256: large.history }));
 */
export function batchSizeChart(sizes: BatchSizes, options?: BatchSizeChartOptions): string {
  const { scale, ...read } = readOptions<Read>('batchSizeChart', options, {
    ...chartRules,
    scale: withDefault<Scale>(oneOf('linear', 'log'), 'linear'),
  });
  checkArgument('batchSizeChart', sizes, rule);
  return drawCurves(isCurve(sizes) ? ofCurve(sizes, scale) : ofRuns(sizes, scale), read);
}

function isCurve(sizes: BatchSizes): sizes is Curve {
  return 'points' in sizes && 'monitor' in sizes && Array.isArray(sizes.points);
}

const axis = (at: readonly number[]): AxisDescription => ({
  label: 'batch size',
  scale: 'log',
  at,
});

function ofCurve({ points, monitor, goal }: Curve, scale: Scale): Figure {
  const ordered = [...points].sort((a, b) => a.value - b.value);
  const sizes = ordered.map(({ value }) => value);
  const measured = ordered.map(({ value, best }) => ({ x: value, best }));
  const figure = measuredFigure(monitor, axis(sizes), scale, measured);
  const diverged = ordered.filter(({ best }) => best === undefined).map(({ value }) => value);
  const best = bestOf(figure.curves[0].points, goal === 'minimum' ? 1 : -1);
  const note = diverged.length === 0 ? {} : { note: `diverged: ${diverged.join(', ')}` };
  return { ...figure, ...best, ...note };
}

function ofRuns(runs: Histories, scale: Scale): Figure {
  const ordered = Object.entries(runs)
    .map(([size, history]) => ({ size: Number(size), ...history }))
    .sort((a, b) => a.size - b.size);
  const lowest = ordered.map(({ size, validations }): Point => {
    const losses = validations.map(({ loss }) => loss).filter(Number.isFinite);
    return [size, losses.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)];
  });
  const last = ordered.map(({ size, epochs }): Point => [size, epochs.at(-1)?.loss ?? Number.NaN]);
  const validated = lowest.some(([, loss]) => Number.isFinite(loss));
  const curves = [
    ...(validated ? [{ name: 'lowest validation loss', points: lowest, dots: true }] : []),
    { name: 'training loss of the last epoch', points: last, dots: true, dashed: validated },
  ];
  return {
    title: 'Loss by batch size',
    x: axis(ordered.map(({ size }) => size)),
    y: { label: 'loss', scale },
    curves,
    ...bestOf(curves[0].points, 1),
  };
}

/** The first of the best, if any number is finite. */
function bestOf(points: readonly Point[], sign: 1 | -1): { best: Best } | undefined {
  const finite = points.filter(([, value]) => Number.isFinite(value));
  if (finite.length === 0) return undefined;
  const [x, y] = finite.reduce((a, b) => (sign * b[1] < sign * a[1] ? b : a));
  return { best: { x, y, text: `best: ${short(y)} with batches of ${x}` } };
}
