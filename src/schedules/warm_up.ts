import { checkArgument, nonNegative, optional, positiveInteger } from '../errors/options.ts';
import { readTrainingOptions } from '../errors/training_options.ts';
import { straight } from './curves.ts';
import { misplaced, scheduleRule } from './options.ts';
import type { Schedule } from './schedule.ts';

export interface WarmUpOptions {
  /** How many counts the rise takes, in the unit of the schedule. */
  readonly over: number;
  /** Where it starts, as a part of the schedule's first factor; default `1 / (over + 1)`. */
  readonly startFactor?: number;
}

/**
 * Any schedule, with a rise before it: for i below `over` the schedule's first factor times
 * `startFactor + (1 - startFactor) i / over`; from there on the schedule, which counts from the end of
 * the rise and is told what is left of the total.
 *
 * By default the rise is even from 0, `(i + 1) / (over + 1)`, without an iteration at 0 that would
 * change nothing. Source: Goyal et al., "Accurate, Large Minibatch SGD", 2017.
 * @example warmUp(stepDecay({ every: 1000, per: 'iteration' }), { over: 200 })
 */
export function warmUp(schedule: Schedule, options: WarmUpOptions): Schedule {
  const { over, startFactor } = readTrainingOptions<WarmUpOptions>(
    'warmUp',
    options,
    { over: positiveInteger, startFactor: optional(nonNegative) },
    { ...misplaced, per: 'It is that of the schedule: state it there.' },
  );
  checkArgument('warmUp', schedule, scheduleRule);
  const start = startFactor ?? 1 / (over + 1);
  return {
    name: `warmUp(${schedule.name})`,
    unit: schedule.unit,
    options: { schedule, over, startFactor },
    factor: (count, total) => {
      // A training run may be over before the rise is; the schedule then has its first factor left.
      const left = Math.max(total - over, 1);
      if (count >= over) return schedule.factor(count - over, left);
      return schedule.factor(0, left) * straight(start, 1, count / over);
    },
  };
}
