/** What runs had reached when they had used up the same: on four axes, and with nothing interpolated. */

import { type Goal, isOfValidation, monitoredValue } from '../train/events/monitor.ts';
import type { EpochRecord, HistoryData } from '../train/history/history.ts';

/** What a training run uses up. Seconds are those of the machine that trained. */
export type Axis = 'epochs' | 'iterations' | 'samples' | 'seconds';

export const AXES: readonly Axis[] = ['epochs', 'iterations', 'samples', 'seconds'];

/** A measurement, and what had been used up by the end of its epoch. */
export interface Reading extends Readonly<Record<Axis, number>> {
  readonly value: number;
}

/** What a run had reached with a budget. */
export interface Reached {
  /** The watched number; left out if it had not been measured by then. */
  readonly value?: number;
  /** When it was measured: at the budget or before. */
  readonly at?: number;
}

export interface AxisComparison {
  readonly axis: Axis;
  /** Ascending; the last one is as far as every run has come. */
  readonly budgets: readonly number[];
  /** By run, and by budget. */
  readonly reached: Readonly<Record<string, readonly Reached[]>>;
  /** The best run at the last budget; nothing if two are equal or one has no measurement by then. */
  readonly winner?: string;
}

/** How a number is taken at a budget. */
export interface Taking {
  readonly monitor: string;
  readonly goal: Goal;
  /** The last measurement by then, or the best one so far. */
  readonly take: 'last' | 'best';
}

/**
 * The measurements of a history. What was measured within an epoch counts from the end of the epoch,
 * because seconds and samples are known only there.
 */
export function readingsOf(where: string, history: HistoryData, monitor: string): Reading[] {
  const readings: Reading[] = [];
  let seconds = 0;
  for (const record of history.epochs) {
    seconds += record.seconds;
    const value = valueAt(where, record, monitor);
    if (value === undefined) continue;
    const { epoch: epochs, iteration: iterations, samplesSeen: samples } = record;
    readings.push({ epochs, iterations, samples, seconds, value });
  }
  return readings;
}

function valueAt(where: string, { loss, validation }: EpochRecord, monitor: string) {
  if (!isOfValidation(monitor)) return loss;
  return validation === undefined ? undefined : monitoredValue(where, monitor, validation);
}

/** How many budgets a table has at most. */
const BUDGETS = 4;

/**
 * Every run at quarters of the largest common budget, which is what the run used up that used least. At
 * a budget between two measurements the earlier one counts: it is what there was by then.
 */
export function compareAlong(
  axis: Axis,
  runs: ReadonlyMap<string, readonly Reading[]>,
  taking: Taking,
): AxisComparison {
  const ends = [...runs.values()].map((readings) => readings[readings.length - 1][axis]);
  const common = Math.min(...ends);
  const quarters = Array.from({ length: BUDGETS }, (_, i) => (common * (i + 1)) / BUDGETS);
  const whole = quarters.map((budget) => Math.max(1, Math.floor(budget)));
  const budgets = axis === 'seconds' ? quarters : [...new Set(whole)];
  const reached = Object.fromEntries(
    [...runs].map(([name, readings]): [string, Reached[]] => [
      name,
      budgets.map((budget) => reachedBy(axis, readings, budget, taking)),
    ]),
  );
  const winner = winnerOf(reached, taking.goal);
  return { axis, budgets, reached, ...(winner !== undefined && { winner }) };
}

function reachedBy(
  axis: Axis,
  readings: readonly Reading[],
  budget: number,
  { goal, take }: Taking,
): Reached {
  const byThen = readings.filter((reading) => reading[axis] <= budget);
  const sign = goal === 'minimum' ? 1 : -1;
  const taken =
    take === 'last'
      ? byThen.at(-1)
      : byThen.reduce<Reading | undefined>(
          (best, one) => (best && !(sign * one.value < sign * best.value) ? best : one),
          undefined,
        );
  return taken === undefined ? {} : { value: taken.value, at: taken[axis] };
}

function winnerOf(
  reached: Readonly<Record<string, readonly Reached[]>>,
  goal: Goal,
): string | undefined {
  const sign = goal === 'minimum' ? 1 : -1;
  const ends = Object.entries(reached).map(([name, row]) => ({ name, end: row.at(-1)?.value }));
  if (ends.some(({ end }) => end === undefined)) return undefined;
  // A number that is not finite, null in JSON, is worse than any other.
  const scores = ends.map(({ name, end }) => ({
    name,
    score: Number.isFinite(end) ? sign * (end as number) : Number.POSITIVE_INFINITY,
  }));
  const [first, second] = scores.sort((a, b) => a.score - b.score);
  return first.score < second.score ? first.name : undefined;
}
