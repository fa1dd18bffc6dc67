/** How much more data would help. */
import { checkArgument, oneOf, type Rule, readOptions, withDefault } from '../errors/options.ts';
import type { LearningCurve } from '../selection/learning_curve.ts';
import type { Scale } from './axis.ts';
import { short } from './figure.ts';
import { type ChartOptions, chartRules, drawCurves, type ReadChartOptions } from './options.ts';
import { measuredFigure } from './selection_figure.ts';

export interface LearningCurveChartOptions extends ChartOptions {
  /** Of the axis upwards; default `linear`. */
  readonly scale?: Scale;
}

interface Read extends ReadChartOptions {
  readonly scale: Scale;
}

/** Points and what was watched are enough. */
export type LearningCurveData = Pick<LearningCurve, 'points' | 'monitor' | 'gain'>;

const rule: Rule<never> = {
  expected: 'what learningCurve measured',
  example: 'await learningCurve({ dataset, training, k: 3 })',
  accepts(value) {
    const { points, monitor } = (value ?? {}) as Partial<LearningCurve>;
    return (
      typeof monitor === 'string' &&
      Array.isArray(points) &&
      points.length > 0 &&
      points.every(({ samples, best }) => Number.isFinite(samples) && typeof best === 'object')
    );
  },
};

/**
 * The watched number over the number of samples that were learned from, with one standard error to each side, and
 * the training loss. What the last increase of the samples brought is said in a sentence.
 *
 * @param curve of `learningCurve`, or its JSON
 * @returns lines of text, or an SVG document
 * @throws OptionError for anything else
 * @example console.log(learningCurveChart(await learningCurve({ dataset: digits(), k: 3, training, seed: 7 })));
 */
export function learningCurveChart(
  curve: LearningCurveData,
  options?: LearningCurveChartOptions,
): string {
  const { scale, ...read } = readOptions<Read>('learningCurveChart', options, {
    ...chartRules,
    scale: withDefault<Scale>(oneOf('linear', 'log'), 'linear'),
  });
  checkArgument('learningCurveChart', curve, rule);
  const { points, monitor, gain } = curve;
  const measured = points.map(({ samples, best }) => ({ x: samples, best }));
  const figure = measuredFigure(
    monitor,
    { label: 'training samples', whole: true },
    scale,
    measured,
  );
  const [before, after] = points.slice(-2).map(({ samples }) => samples);
  const note =
    gain &&
    `from ${before} to ${after} samples it ${gain.mean < 0 ? 'became worse' : 'improved'} by ${short(Math.abs(gain.mean))} ± ${short(gain.standardError)}`;
  return drawCurves(note === undefined ? figure : { ...figure, note }, read);
}
