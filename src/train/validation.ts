/** A validation: the measuring of a model on sets that it does not learn from. */
import { isStream } from '../data/stream/stream.ts';
import { TRAINING } from './data/training_data.ts';
import { type Evaluation, measure } from './evaluate.ts';
import type { MetricValues } from './history/history.ts';
import { type Events, inParts, type Run, untold } from './run.ts';

/** Measures on the validation sets, if there are any, and keeps the record. */
export function* validate(run: Run, epoch: number): Events {
  const { options, progress, data, learner } = run;
  const sets = data.validation;
  if (sets.length === 0) return;
  const { model, loss, metrics, evaluateTraining, backend: wanted } = options;
  const { threads } = learner;
  const backend = wanted === 'reference' ? 'reference' : 'auto';
  const request = { model, loss, metrics, backend, threads } as const;
  const measured: ({ readonly name: string } & Evaluation)[] = [];
  for (const [name, set] of sets) {
    measured.push({ name, ...(yield* inParts(run, measure('Trainer', request, set))) });
  }
  const [first] = measured;
  const training =
    evaluateTraining && !isStream(data.train)
      ? yield* inParts(run, measure('Trainer', request, data.train))
      : undefined;
  progress.addValidation({
    epoch,
    iteration: progress.iteration,
    loss: first.loss,
    metrics: Object.assign(
      {},
      first.metrics,
      ...measured.map(named),
      inSet(TRAINING, training?.metrics ?? {}),
    ) as MetricValues,
    ...(training !== undefined && { trainingLoss: training.loss }),
  });
}

/** The same for one that is due between two iterations, told at once. */
export function* validateNow(run: Run, epoch: number): Events {
  yield* validate(run, epoch);
  run.progress.validationDue = false;
  yield* untold(run.progress);
}

/** What was measured on a set that has a name: `noisy.loss`, `noisy.accuracy`. */
function named({ name, loss, metrics }: { readonly name: string } & Evaluation): MetricValues {
  return name === '' ? {} : inSet(name, { loss, ...metrics });
}

function inSet(name: string, values: MetricValues): MetricValues {
  const entries = Object.entries(values);
  return Object.fromEntries(entries.map(([metric, value]) => [`${name}.${metric}`, value]));
}
