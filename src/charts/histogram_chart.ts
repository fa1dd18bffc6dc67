/** How the numbers of a network are spread, layer by layer. */
import {
  checkArgument,
  oneOf,
  type Rule,
  readOptions,
  rule,
  withDefault,
} from '../errors/options.ts';
import type { Model } from '../nn/sequential.ts';
import { Tensor } from '../tensor/tensor.ts';
import { distributionsOf } from './distribution.ts';
import { type ChartOptions, chartRules, type ReadChartOptions } from './options.ts';
import { svgHistograms } from './svg_histograms.ts';
import { textHistograms } from './text_histograms.ts';

export interface HistogramChartOptions extends Omit<ChartOptions, 'height'> {
  /** Of each histogram, 4 to 200; text has a column for each. Default 32. */
  readonly bins?: number;
  /** Whether each has an axis of its `own` (default), or all the same one, so that they can be compared. */
  readonly axis?: 'own' | 'shared';
}

interface Read extends Omit<ReadChartOptions, 'height'> {
  readonly bins: number;
  readonly axis: 'own' | 'shared';
}

/** Tensors by name: `model.state()`, `event.gradients`; or a model, for its parameters. */
export type NamedTensors = Model | Readonly<Record<string, Tensor>>;

/**
 * A histogram of each tensor, with mean and standard deviation: of the weights of a model, or of the gradients,
 * parameters or activations that an event tells, layer by layer. Weights that have not moved, gradients that vanish
 * on the way back and activations that are all 0 are seen here. Numbers that are not finite are counted apart.
 *
 * @param tensors a model, or tensors by name
 * @returns lines of text, one for each tensor, or an SVG document, whose height follows from its width
 * @throws OptionError for anything else
 * @example console.log(histogramChart(model));
 */
export function histogramChart(tensors: NamedTensors, options?: HistogramChartOptions): string {
  const { height: _, ...shared } = chartRules;
  const { axis, bins, ...read } = readOptions<Read>('histogramChart', options, {
    ...shared,
    bins: withDefault(
      rule(
        'a whole number from 4 to 200',
        '32',
        (v) => Number.isInteger(v) && Number(v) >= 4 && Number(v) <= 200,
      ),
      32,
    ),
    axis: withDefault<Read['axis']>(oneOf('own', 'shared'), 'own'),
  });
  checkArgument('histogramChart', tensors, namedTensors);
  const named = isModel(tensors)
    ? tensors.parameters().map((one) => [one.name, one] as const)
    : Object.entries(tensors);
  const found = distributionsOf(named, { bins, shared: axis === 'shared' });
  return read.as === 'svg' ? svgHistograms(found, read) : textHistograms(found, read);
}

function isModel(value: NamedTensors): value is Model {
  return typeof (value as Partial<Model>).parameters === 'function';
}

const namedTensors: Rule<never> = {
  expected: 'a model with parameters, or tensors by name',
  example: 'model, or event.gradients',
  accepts(value) {
    if (typeof value !== 'object' || value === null || value instanceof Tensor) return false;
    const tensors = isModel(value as NamedTensors)
      ? (value as Model).parameters()
      : Object.values(value);
    return tensors.length > 0 && tensors.every((one) => one instanceof Tensor);
  },
};
