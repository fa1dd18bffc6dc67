/** The curves of a training run: what a chart of it shows. */
import { DataError } from '../errors/errors.ts';
import type { HistoryData } from '../train/history/history.ts';
import { epochAxis } from './epoch_axis.ts';
import type { Curve } from './figure.ts';

/** What of a history is drawn over epochs. */
type Measured = Pick<HistoryData, 'epochs' | 'validations'>;

/** Training and validation loss over epochs; those from within an epoch lie between whole numbers. */
export function lossCurves(history: Measured): Curve[] {
  const { epochs, validations } = history;
  const placeOf = places(history);
  const curves: Curve[] = [
    { name: 'training', points: epochs.map(({ epoch, loss }) => [epoch, loss]) },
    {
      name: 'validation',
      points: validations.map(({ iteration, loss }) => [placeOf(iteration), loss]),
    },
    {
      name: 'training, re-evaluated',
      points: validations.flatMap(({ iteration, trainingLoss }) =>
        trainingLoss === undefined ? [] : [[placeOf(iteration), trainingLoss] as const],
      ),
    },
  ];
  return curves.filter(({ points }) => points.length > 0);
}

/** @throws DataError for a metric that was not measured */
export function metricCurve(where: string, history: Measured, metric: string): Curve {
  const { validations } = history;
  const measured = validations.filter(({ metrics }) => Object.hasOwn(metrics, metric));
  if (measured.length === 0) {
    const known = new Set(validations.flatMap(({ metrics }) => Object.keys(metrics)));
    throw new DataError({
      where,
      expected: known.size === 0 ? 'validations' : `one of ${[...known].join(', ')}`,
      received: known.size === 0 ? 'none' : metric,
      remedy:
        known.size === 0
          ? 'Validate while training, or leave the metric out to see the loss.'
          : 'Name one of these.',
      ...(known.size === 0 && { advice: [{ kind: 'validateOrDrawLoss' }] }),
    });
  }
  const placeOf = places(history);
  const points = measured.map(({ iteration, metrics }): [number, number] => [
    placeOf(iteration),
    metrics[metric],
  ]);
  return { name: 'validation', points };
}

/** Epochs; iterations where no epoch was completed. */
function places({ epochs }: Pick<Measured, 'epochs'>): (iteration: number) => number {
  return epochs.length === 0 ? (iteration) => iteration : epochAxis(epochs);
}
