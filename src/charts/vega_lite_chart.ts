/** The loss curves as a Vega-Lite specification (https://vega.github.io/vega-lite/, version 5). */
import { checkArgument } from '../errors/options.ts';
import { type HistoryData, historyRule } from '../train/history/history.ts';
import { epochAxis } from './epoch_axis.ts';

interface Point {
  /** Before the end of the first epoch there is only the iteration. */
  readonly epoch?: number;
  readonly iteration: number;
  readonly loss: number;
  readonly curve: string;
}

export interface VegaLite {
  readonly $schema: string;
  readonly data: { readonly values: readonly Point[] };
  readonly [property: string]: unknown;
}

/**
 * The losses of a history over its epochs, or over its iterations as long as no epoch is complete, as a
 * specification that any viewer of Vega-Lite draws.
 * @throws OptionError for what is no history
 * @example
 * writeFileSync('losses.vl.json', JSON.stringify(vegaLiteChart(trainer.history)));
 */
export function vegaLiteChart(history: HistoryData): VegaLite {
  checkArgument('vegaLiteChart', history, historyRule);
  const { epochs, validations } = history;
  const epochOf = epochs.length === 0 ? undefined : epochAxis(epochs);
  const unit = epochOf === undefined ? 'iteration' : 'epoch';
  const point = (iteration: number, loss: number, curve: string): Point => ({
    ...(epochOf && { epoch: epochOf(iteration) }),
    iteration,
    loss,
    curve,
  });
  const values = [
    ...epochs.map(({ iteration, loss }) => point(iteration, loss, 'training')),
    ...validations.map(({ iteration, loss }) => point(iteration, loss, 'validation')),
    ...validations.flatMap(({ iteration, trainingLoss }) =>
      trainingLoss === undefined ? [] : [point(iteration, trainingLoss, 'training, re-evaluated')],
    ),
  ];
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v5.json',
    description: `Loss over ${unit}s`,
    data: { values },
    mark: { type: 'line', point: true },
    encoding: {
      x: { field: unit, type: 'quantitative', title: unit },
      y: { field: 'loss', type: 'quantitative', title: 'loss', scale: { zero: true } },
      color: { field: 'curve', type: 'nominal', title: null },
    },
  };
}
