/**
 * A training run: what it works with, whether it is over, and what is still to be told.
 *
 * A run can be left at any event, so whatever an event tells has been noted before; what has been noted
 * and not yet told is told by the next run.
 */

import type { Stagings } from '../data/stream/batches.ts';
import { atOnce, type InParts } from '../graph/parts.ts';
import type { Activity } from './activity.ts';
import type { PreparedData } from './data/prepared_data.ts';
import type { Learner } from './engine/learner.ts';
import type { TrainEndEvent, TrainingEvent } from './events/events.ts';
import type { Present } from './events/phase_events.ts';
import type { Wait } from './events/wait.ts';
import type { History } from './history/history.ts';
import type { ResolvedTrainerOptions } from './options.ts';
import type { TrainingPlan } from './plan.ts';
import type { Continuity } from './state/continuity.ts';
import type { Progress } from './state/progress.ts';

/** What a Trainer is made of, from one run to the next. */
export interface Parts {
  readonly options: ResolvedTrainerOptions;
  readonly progress: Progress;
  /** The records of `progress`. */
  readonly history: History;
  readonly learner: Learner;
  readonly continuity: Continuity;
  readonly activity: Activity;
  /** Which event's values are there to be read. */
  readonly present: Present;
  /** Where the batches of streams are laid. */
  readonly stagings: Stagings;
}

/** All that a run works with. */
export interface Run extends Parts {
  readonly plan: TrainingPlan;
  readonly data: PreparedData;
  /** The beginning of the numbers by which dropout is drawn. */
  readonly drawBase: number;
  /** Whether long computations are interrupted for other tasks: by `fit`, not by `run`. */
  readonly interruptible: boolean;
  /** Called once nobody has refused the start: a run that is refused takes nothing with it. */
  begun(): void;
}

/** What a run tells, one after another, when it has to wait, and (undefined) where it may be interrupted. */
export type Told = TrainingEvent | Wait | undefined;

export type Events = Generator<Told, void, void>;

/** A long computation of a run. */
export function* inParts<Result>(run: Run, parts: InParts<Result>): InParts<Result> {
  return run.interruptible ? yield* parts : atOnce(parts);
}

/** Whether a training run was stopped, or is complete. */
export function isOver(run: Run): boolean {
  return run.activity.stop !== undefined || isComplete(run);
}

/** Whether everything planned has happened. */
export function isComplete({ progress, plan }: Pick<Run, 'progress' | 'plan'>): boolean {
  // A validation or the end of an epoch is still to come if the last iteration was left.
  return progress.iteration >= plan.iterations && !progress.endDue;
}

/** Tells what has been noted. */
export function* untold({ untold: events }: Progress): Events {
  for (let event = events.shift(); event !== undefined; event = events.shift()) yield event;
}

/** The same before an end by an error, and the end: what callbacks throw now is not what ended it. */
export function* lastEvents({ untold: events }: Progress, end: TrainEndEvent): Events {
  for (let event: TrainingEvent | undefined; event !== end; ) {
    event = events.shift() ?? end;
    try {
      yield event;
    } catch {}
  }
}
