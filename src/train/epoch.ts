/**
 * An epoch: its iterations one after another, validations where they are due, and the order in which all
 * of it is told. It continues where the run before was left.
 */

import { arrived } from './events/wait.ts';
import { runIteration } from './iteration.ts';
import { openEpoch } from './open_epoch.ts';
import { type Events, type Run, untold } from './run.ts';
import { validate, validateNow } from './validation.ts';

/** An epoch, or what is left of it, or of it what was planned. */
export function* runEpoch(run: Run): Events {
  const { options, progress, plan, activity } = run;
  const epoch = progress.epoch + 1;
  const start = performance.now();
  const batches = openEpoch(run, epoch);
  try {
    if (progress.iterationInEpoch === 0) {
      progress.beginEpoch();
      run.learner.engine(progress.iteration).beginEpoch();
      yield { type: 'epochStart', epoch };
    }
    for (;;) {
      if (progress.validationDue) yield* validateNow(run, epoch);
      // A run that was stopped waits for nothing: what is due then is due in the next run.
      if (activity.stop !== undefined) {
        if (!(progress.iterationInEpoch >= plan.iterationsPerEpoch)) return;
        break;
      }
      const until = batches.advance();
      if (until !== undefined && !(yield* arrived(until))) return;
      const { rows } = batches;
      if (rows === undefined) break;
      if (activity.stop !== undefined) return;
      if (progress.iteration >= plan.iterations) {
        progress.endDue = false;
        return;
      }
      yield* runIteration(run, batches, rows, epoch);
    }
  } finally {
    batches.close();
  }
  const { validateEvery } = options;
  if ('epochs' in validateEvery && epoch % validateEvery.epochs === 0) {
    yield* validate(run, epoch);
  }
  progress.endEpoch((performance.now() - start) / 1000);
  yield* untold(progress);
}
