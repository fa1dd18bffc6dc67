/** Where a training run is, as JSON that Python reads and writes; and the training run after it came back. */

import type { Measurement } from '../train/events/monitor.ts';
import type { EpochRecord, ValidationRecord } from '../train/index.ts';
import type { ProgressData } from '../train/state/progress.ts';
import type { TrainingState } from '../train/state/training_state.ts';
import type { WaitingData } from '../train/stopping/patience.ts';

/** The counters and sums of `ProgressData` that change, and what early stopping waits for. */
export interface JobProgress
  extends Pick<
    ProgressData,
    'epoch' | 'iteration' | 'iterationInEpoch' | 'samplesSeen' | 'validationDue' | 'totals'
  > {
  readonly waiting: JobWaiting | null;
}

/** JSON has no infinity and no undefined: null where there is nothing yet. */
interface JobWaiting {
  readonly best: Measurement | null;
  readonly mark: number | null;
  readonly markedAt: number | null;
  readonly last: number;
  readonly waited: number;
}

/** Where the training ended there. */
export interface JobEnd extends JobProgress {
  /** Why early stopping has ended it, if it has. */
  readonly reason: string | null;
  /** Whether there are best weights beside the last ones. */
  readonly keepsBest: boolean;
  readonly processes: number;
}

export function progressOf({ progress, callbacks }: TrainingState, stops: boolean): JobProgress {
  const { epoch, iteration, iterationInEpoch, samplesSeen, validationDue, totals } = progress;
  const waiting = callbacks.earlyStopping?.values.waiting as WaitingData | undefined;
  return {
    ...{ epoch, iteration, iterationInEpoch, samplesSeen, validationDue, totals },
    waiting: stops && waiting !== undefined ? toJob(waiting) : null,
  };
}

function toJob({ best, mark, markedAt, last, waited }: WaitingData): JobWaiting {
  const finite = Number.isFinite(mark) ? mark : null;
  return { best: best ?? null, mark: finite, markedAt: markedAt ?? null, last, waited };
}

function fromJob({ best, mark, markedAt, last, waited }: JobWaiting): WaitingData {
  return {
    ...{ best: best ?? undefined, mark: mark ?? Number.POSITIVE_INFINITY },
    ...{ markedAt: markedAt ?? undefined, last, waited },
  };
}

/** What was told there, in order. */
export interface JobLog {
  readonly epochs: readonly EpochRecord[];
  readonly validations: readonly ValidationRecord[];
}

/** What has changed of a training run besides its progress. */
type Learned = Pick<TrainingState, 'model' | 'optimizer'> & {
  /** The best weights, where early stopping keeps them. */
  readonly best: TrainingState['model'] | undefined;
};

/** The training run as it would be had it been trained here. */
export function continued(
  start: TrainingState,
  end: JobEnd,
  { epochs, validations }: JobLog,
  { model, optimizer, best }: Learned,
): TrainingState {
  const { epoch, iteration, iterationInEpoch, samplesSeen, validationDue, totals } = end;
  const done = iteration - start.progress.iteration;
  const rested = start.frozen.map((name) => [name, (start.rested[name] ?? 0) + done]);
  const { waiting, reason } = end;
  return {
    ...start,
    model,
    optimizer: { ...start.optimizer, ...optimizer },
    rested: { ...start.rested, ...Object.fromEntries(rested) },
    progress: {
      ...start.progress,
      ...{ epoch, iteration, iterationInEpoch, samplesSeen, validationDue, totals },
      endDue: iterationInEpoch > 0,
      epochs: [...start.progress.epochs, ...epochs],
      validations: [...start.progress.validations, ...validations],
    },
    callbacks: {
      ...start.callbacks,
      ...(waiting !== null && {
        earlyStopping: {
          values: {
            waiting: fromJob(waiting),
            reason: reason ?? undefined,
            hasBest: best !== undefined,
          },
          tensors: best ?? {},
        },
      }),
    },
  };
}
