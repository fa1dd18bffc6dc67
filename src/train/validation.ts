/** A validation: the measuring of a model on sets that it does not learn from. */
import { isStream } from '../data/stream/stream.ts';
import { measure } from './evaluate.ts';
import type { MetricValues } from './history/history.ts';
import { type Events, type Run, untold } from './run.ts';

/** Measures on the validation sets, if there are any, and keeps the record. */
export function validate({ options, progress, data }: Run, epoch: number): void {
  const sets = data.validation;
  if (sets.length === 0) return;
  const { model, loss, metrics, evaluateTraining, backend: wanted, threads } = options;
  const backend = wanted === 'reference' ? 'reference' : 'auto';
  const request = { model, loss, metrics, backend, threads } as const;
  const measured = sets.map(([name, set]) => ({ name, ...measure('Trainer', request, set) }));
  const [first] = measured;
  const training =
    evaluateTraining && !isStream(data.train)
      ? measure('Trainer', { ...request, metrics: {} }, data.train)
      : undefined;
  progress.addValidation({
    epoch,
    iteration: progress.iteration,
    loss: first.loss,
    metrics: Object.assign({}, first.metrics, ...measured.map(named)) as MetricValues,
    ...(training !== undefined && { trainingLoss: training.loss }),
  });
}

/** The same for one that is due between two iterations, told at once. */
export function* validateNow(run: Run, epoch: number): Events {
  validate(run, epoch);
  run.progress.validationDue = false;
  yield* untold(run.progress);
}

/** What was measured on a set that has a name: `noisy.loss`, `noisy.accuracy`. */
function named(measured: { name: string; loss: number; metrics: MetricValues }): MetricValues {
  const { name, loss, metrics } = measured;
  if (name === '') return {};
  const values = Object.entries({ loss, ...metrics });
  return Object.fromEntries(values.map(([metric, value]) => [`${name}.${metric}`, value]));
}
