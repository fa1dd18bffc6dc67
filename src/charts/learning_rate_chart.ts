/** Learning rates: how they go through a training run, and which one to take. */
import { describe } from '../errors/describe.ts';
import { DataError, OptionError } from '../errors/errors.ts';
import { oneOf, readOptions, withDefault } from '../errors/options.ts';
import type { LearningRateCurve } from '../selection/learning_rate/curve.ts';
import { type HistoryData, historyRule } from '../train/history/history.ts';
import type { TrainingPlan } from '../train/plan.ts';
import type { Scale } from './axis.ts';
import { type Figure, type Point, short } from './figure.ts';
import { type ChartOptions, chartRules, drawCurves, type ReadChartOptions } from './options.ts';

export interface LearningRateChartOptions extends ChartOptions {
  /** Of the axis upwards; default `linear`. */
  readonly scale?: Scale | undefined;
}

interface Read extends ReadChartOptions {
  readonly scale: Scale;
}

type Planned = Pick<TrainingPlan, 'iterations' | 'learningRateAt'>;
type Found = Pick<LearningRateCurve, 'points' | 'suggestion'>;

/** What can be drawn: a plan or a history over iterations, or what a learning-rate finder found. */
export type LearningRates = Planned | HistoryData | Found;

/** A curve has no more points than a screen tells apart. */
const POINTS = 500;

/**
 * The learning rate over iterations, of a plan as it will be, of a history as it was; or the smoothed loss
 * over learning rates, on a logarithmic axis, as `learningRateFinder` measured it, with the suggestion marked.
 *
 * @param rates `trainer.plan(train)`, `trainer.history`, or the result of `learningRateFinder`
 * @returns lines of text, or an SVG document
 * @throws OptionError for anything else, and for a plan without an end; DataError for a history without epochs
 * @example console.log(learningRateChart(trainer.plan(train)));
 */
export function learningRateChart(
  rates: LearningRates,
  options?: LearningRateChartOptions,
): string {
  const read = readOptions<Read>('learningRateChart', options, {
    ...chartRules,
    scale: withDefault<Scale>(oneOf('linear', 'log'), 'linear'),
  });
  return drawCurves(figureOf(rates, read.scale), read);
}

function figureOf(rates: LearningRates, scale: Scale): Figure {
  if (isHistory(rates)) return overTime(ofHistory(rates), scale);
  if (typeof rates === 'object' && rates !== null) {
    if ('learningRateAt' in rates) return overTime(ofPlan(rates), scale);
    if (Array.isArray(rates.points)) return ofFinder(rates, scale);
  }
  throw new OptionError({
    where: 'learningRateChart',
    expected: 'a plan, a history, or what learningRateFinder found',
    received: describe(rates),
    remedy: 'Pass for example trainer.plan(train).',
  });
}

const isHistory = (value: LearningRates): value is HistoryData => historyRule.accepts(value);

const overTime = (points: readonly Point[], scale: Scale): Figure => ({
  title: 'Learning rate over iterations',
  x: { label: 'iteration', whole: true },
  y: { label: 'learning rate', scale },
  curves: [{ name: 'learning rate', points }],
});

function ofPlan({ iterations, learningRateAt }: Planned): Point[] {
  if (!Number.isFinite(iterations)) {
    throw new OptionError({
      where: 'learningRateChart',
      expected: 'a plan that says how many iterations there are',
      received: describe(iterations),
      remedy: 'Give the Trainer iterations, or data of a known length.',
    });
  }
  const count = Math.min(iterations, POINTS);
  return Array.from({ length: count }, (_, k): Point => {
    const iteration = count === 1 ? 1 : 1 + Math.round((k * (iterations - 1)) / (count - 1));
    return [iteration, learningRateAt(iteration)];
  });
}

/** By iteration where that was recorded, and otherwise at the ends of epochs. */
function ofHistory({ epochs, iterations }: HistoryData): Point[] {
  const records = iterations.length > 0 ? iterations : epochs;
  if (records.length === 0) {
    throw new DataError({
      where: 'learningRateChart',
      expected: 'a history of an epoch or more',
      received: 'none',
      remedy: 'Train first, or pass trainer.plan(train).',
    });
  }
  return records.map(({ iteration, learningRate }) => [iteration, learningRate]);
}

function ofFinder({ points, suggestion }: Found, scale: Scale): Figure {
  const chosen = points.find(({ learningRate }) => learningRate >= (suggestion ?? Number.NaN));
  const best = chosen &&
    suggestion !== undefined && {
      best: { x: suggestion, y: chosen.smoothed, text: `suggested: ${short(suggestion)}` },
    };
  return {
    title: 'Loss over learning rates',
    x: { label: 'learning rate', scale: 'log' },
    y: { label: 'smoothed loss', scale },
    curves: [
      { name: 'smoothed loss', points: points.map((p): Point => [p.learningRate, p.smoothed]) },
    ],
    ...best,
  };
}
