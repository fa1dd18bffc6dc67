/** A training run from its first event to its last: one epoch after another, until it is over. */
import { runEpoch } from './epoch.ts';
import { monitorsOf } from './events/monitor.ts';
import type { History } from './history/history.ts';
import { isOver, lastEvents, type Run, type Told, untold } from './run.ts';
import { reachedBy } from './totals.ts';

/**
 * The last event comes after an error, too.
 * @param prepare called when the first event is asked for
 */
export function* runTraining(prepare: () => Run): Generator<Told, History, void> {
  const run = prepare();
  const { options, progress, learner, activity } = run;
  const { backend } = learner.engine(progress.iteration);
  activity.isRunning = true;
  try {
    const sets = run.data.validation.map(([name]) => name);
    const monitors = monitorsOf(options, sets);
    yield { type: 'trainStart', plan: run.plan, backend, monitors };
    run.begun();
    yield* untold(progress);
    // Not a generator of its own: each level costs time at every event.
    while (!isOver(run)) yield* runEpoch(run);
    learner.check(progress.moment);
    yield { type: 'trainStop', ...progress.moment, ...ending(run) };
  } catch (error) {
    yield* lastEvents(progress, {
      type: 'trainEnd',
      ...progress.moment,
      reason: 'error',
      message: String(error),
      error,
    });
    throw error;
  } finally {
    activity.isRunning = false;
  }
  yield { type: 'trainEnd', ...progress.moment, ...ending(run) };
  // One that was left or stopped may be continued, if only to be told that nothing is left.
  activity.isFinished = activity.stop === undefined;
  return run.history;
}

/** How a run ended: as it was asked to, or by one of the totals. */
function ending({ activity, options, progress }: Run) {
  return activity.stop ?? { reason: reachedBy(options, progress), message: '' };
}
