/** The curves of a training run: what a chart of it shows. */
import { DataError, type HistoryData } from '../../index.ts';
import { epochAxis } from '../../train/epoch_axis.ts';

export interface Curve {
  readonly name: string;
  readonly points: readonly (readonly [x: number, y: number])[];
}

/** Training and validation loss over epochs; those from within an epoch lie between whole numbers. */
export function lossCurves(history: Pick<HistoryData, 'epochs' | 'validations'>): Curve[] {
  const { epochs, validations } = history;
  const placeOf = places(history);
  const curves: Curve[] = [
    { name: 'training', points: epochs.map(({ epoch, loss }) => [epoch, loss]) },
    {
      name: 'validation',
      points: validations.map(({ iteration, loss }) => [placeOf(iteration), loss]),
    },
  ];
  return curves.filter(({ points }) => points.length > 0);
}

/** @throws DataError for a metric that was not measured */
export function metricCurve(
  where: string,
  history: Pick<HistoryData, 'epochs' | 'validations'>,
  metric: string,
): Curve {
  const { validations } = history;
  const measured = validations.filter(({ metrics }) => Object.hasOwn(metrics, metric));
  if (measured.length === 0) {
    const known = new Set(validations.flatMap(({ metrics }) => Object.keys(metrics)));
    throw new DataError({
      where,
      expected: known.size === 0 ? 'validations' : `one of ${[...known].join(', ')}`,
      received: known.size === 0 ? 'none' : metric,
      remedy:
        known.size === 0 ? 'Train with --validation, or plot the loss.' : 'Name one of these.',
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
function places({ epochs }: Pick<HistoryData, 'epochs'>): (iteration: number) => number {
  return epochs.length === 0 ? (iteration) => iteration : epochAxis(epochs);
}
