/** The losses of training runs over epochs. */
import { DataError } from '../errors/errors.ts';
import {
  checkArgument,
  oneOf,
  optional,
  type Rule,
  readOptions,
  string,
  unitInterval,
  withDefault,
} from '../errors/options.ts';
import { type HistoryData, historyRule } from '../train/history/history.ts';
import type { Scale } from './axis.ts';
import { lossCurves, metricCurve } from './curves.ts';
import { type Best, type Curve, type Point, short } from './figure.ts';
import { type ChartOptions, chartRules, drawCurves, type ReadChartOptions } from './options.ts';

export interface LossChartOptions extends ChartOptions {
  /** Of the losses; on a logarithmic axis what is not above 0 is left out. Default `linear`. */
  readonly scale?: Scale;
  /**
   * How much of the average so far stays when the next value comes, 0 (default) to below 1; pictures show
   * what was measured, too.
   */
  readonly smoothing?: number;
  /** A metric of the validations in the place of the losses, such as `accuracy`. */
  readonly metric?: string;
  /**
   * Which point of the validations is marked: of the losses the `lowest` (default), of a metric none unless
   * it is said.
   */
  readonly best?: 'lowest' | 'highest' | 'none';
}

interface Read extends ReadChartOptions {
  readonly scale: Scale;
  readonly smoothing: number;
  readonly metric: string | undefined;
  readonly best: LossChartOptions['best'];
}

/** One history, or several: by name, or one after the other. */
export type Histories =
  | HistoryData
  | readonly HistoryData[]
  | Readonly<Record<string, HistoryData>>;

/**
 * The losses over epochs: training and validation, and the training loss re-evaluated where that was
 * measured. Without a complete epoch they stand over iterations. Several runs have a color each, and their
 * validation losses dashed lines. With `smoothing` s a curve is `mᵢ = s · mᵢ₋₁ + (1 - s) · valueᵢ`, divided
 * by `1 - sⁱ`.
 *
 * @param histories of a Trainer, or its JSON; several as `{ name: history }`, or as an array
 * @returns lines of text, or an SVG document with title and description, for light and dark
 * @throws OptionError for options that do not fit; DataError for histories in which nothing can be drawn,
 * and for a metric that was not measured
 * @example console.log(lossChart(trainer.history));
 */
export function lossChart(histories: Histories, options?: LossChartOptions): string {
  return drawLosses('lossChart', histories, options);
}

/** The same for histories that came from somewhere, such as a file. */
export function drawLosses(
  where: string,
  histories: Histories,
  options?: LossChartOptions,
): string {
  const read = readOptions<Read>('lossChart', options, {
    ...chartRules,
    scale: withDefault<Scale>(oneOf('linear', 'log'), 'linear'),
    smoothing: withDefault(unitInterval, 0),
    metric: optional(string),
    best: optional(oneOf('lowest', 'highest', 'none')),
  });
  const { metric, scale, smoothing } = read;
  const runs = runsOf(histories);
  const curves = runs.flatMap(([name, history], run) => curvesOf(where, name, history, run, read));
  const measured = metric ?? 'loss';
  if (!curves.some(({ points }) => points.some(drawable(scale)))) {
    throw nothingToDraw(where, curves, measured, scale);
  }
  const unit = runs.some(([, { epochs }]) => epochs.length > 0) ? 'epoch' : 'iteration';
  const best = bestOf(curves, unit, read);
  const figure = {
    title: `${measured.charAt(0).toUpperCase()}${measured.slice(1)} over ${unit}s`,
    x: { label: unit, whole: true },
    y: { label: measured, scale },
    curves: curves.map(({ validating: _, ...curve }) => smoothed(curve, smoothing)),
    ...(best && { best }),
  };
  return drawCurves(figure, read);
}

const drawable =
  (scale: Scale) =>
  ([, value]: Point) =>
    Number.isFinite(value) && (scale === 'linear' || value > 0);

const rule: Rule<never> = {
  expected: 'a history, or several: { name: history }',
  example: 'trainer.history',
  accepts: (value) =>
    historyRule.accepts(value) ||
    (typeof value === 'object' &&
      value !== null &&
      Object.keys(value).length > 0 &&
      Object.values(value).every(historyRule.accepts)),
};

function runsOf(histories: Histories): (readonly [name: string, history: HistoryData])[] {
  checkArgument('lossChart', histories, rule);
  if (isHistory(histories)) return [['', histories]];
  if (isList(histories)) return histories.map((one, k) => [`run ${k + 1}`, one]);
  return Object.entries(histories);
}

const isHistory = (value: Histories): value is HistoryData => historyRule.accepts(value);
const isList = (value: Histories): value is readonly HistoryData[] => Array.isArray(value);

interface RunCurve extends Curve {
  readonly validating: boolean;
}

/** @param run what it is called, if there are several */
function curvesOf(
  where: string,
  run: string,
  history: HistoryData,
  color: number,
  { metric }: Read,
): RunCurve[] {
  const found = metric === undefined ? lossCurves(history) : [metricCurve(where, history, metric)];
  return found.map((curve) => {
    const validating = curve.name === 'validation';
    if (run === '') return { ...curve, validating };
    const name = metric === undefined ? `${run}: ${curve.name}` : run;
    return { ...curve, validating, name, color, dashed: metric === undefined && validating };
  });
}

/** The first of the best points of all validations. */
function bestOf(
  curves: readonly RunCurve[],
  unit: string,
  { best, metric, scale }: Read,
): Best | undefined {
  const wanted = best ?? (metric === undefined ? 'lowest' : 'none');
  if (wanted === 'none') return undefined;
  const sign = wanted === 'lowest' ? 1 : -1;
  const all = curves
    .filter(({ validating }) => validating)
    .flatMap(({ name, points }) =>
      points.filter(drawable(scale)).map((point) => ({ name, point })),
    );
  if (all.length === 0) return undefined;
  const found = all.reduce((a, b) => (sign * b.point[1] < sign * a.point[1] ? b : a));
  const [x, y] = found.point;
  const where = `${short(y)} at ${unit} ${Number(x.toFixed(2))}`;
  const run = found.name === 'validation' ? '' : ` (${found.name.replace(/: validation$/, '')})`;
  return { x, y, text: `${wanted} validation ${metric ?? 'loss'}: ${where}${run}` };
}

/** The average with weights that fall by a factor, free of the bias towards its start. */
function smoothed(curve: Curve, smoothing: number): Curve {
  if (smoothing === 0) return curve;
  let [average, weight] = [0, 0];
  const points = curve.points.map(([x, value]): Point => {
    if (!Number.isFinite(value)) return [x, value];
    average = smoothing * average + (1 - smoothing) * value;
    weight = smoothing * weight + (1 - smoothing);
    return [x, average / weight];
  });
  return { ...curve, points, raw: curve.points };
}

function nothingToDraw(
  where: string,
  curves: readonly Curve[],
  measured: string,
  scale: Scale,
): DataError {
  const onLog = scale === 'log' && curves.some(({ points }) => points.some(drawable('linear')));
  return new DataError({
    where,
    expected: `an epoch whose ${measured} is ${onLog ? 'above 0, for a logarithmic axis' : 'a number'}`,
    received: curves.length === 0 ? 'no epoch' : 'none',
    remedy: onLog
      ? "Use scale: 'linear'."
      : 'Train for an epoch or more; where the loss was not finite, with a lower learning rate.',
  });
}
