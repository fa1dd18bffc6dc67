/** What several runs say together about every epoch, and the epoch that follows from it. */
import { DataError, OptionError } from '../errors/errors.ts';
import { type Goal, isOfValidation, monitoredValue } from '../train/events/monitor.ts';
import type { EpochRecord } from '../train/history/history.ts';
import type { FoldRun } from './run_folds.ts';

/** An epoch, over all folds. */
export interface CurvePoint extends Estimate {
  readonly epoch: number;
  /** Iterations completed by then: the most over the folds, whose sizes may differ by a sample. */
  readonly iteration: number;
  /** The watched number of each run, in the order of the runs. */
  readonly values: readonly number[];
  /** The mean over the folds of the training loss; re-evaluated, where training runs do that. */
  readonly trainingLoss: number;
}

export interface Recommendation {
  /** The fewest epochs whose mean is within one standard error of the best. */
  readonly epochs: number;
  /** What these are in iterations of a fold. */
  readonly iterations: number;
  /** The first and the last epoch of the curve whose mean is within one standard error of the best. */
  readonly band: readonly [from: number, to: number];
  /** The best mean, and one standard error of it away from there: what the means are held against. */
  readonly threshold: number;
}

/** Which number is watched, and which way is better. */
export interface Watched {
  readonly monitor: string;
  readonly goal: Goal;
}

/** Mean and standard error of the watched number at each epoch that all runs have measured. */
export function curveOf(
  where: string,
  runs: readonly FoldRun[],
  k: number,
  { monitor }: Watched,
): CurvePoint[] {
  const byEpoch = runs.map(({ history }) => {
    const measured = history.epochs.filter((record) => isMeasured(record, monitor));
    return new Map(measured.map((record) => [record.epoch, record]));
  });
  const [first, ...others] = byEpoch;
  const epochs = [...first.keys()].filter((epoch) => others.every((other) => other.has(epoch)));
  if (epochs.length === 0) {
    throw new OptionError({
      where: `${where}.monitor`,
      expected: 'a number that every run measures at the end of an epoch',
      received: `${monitor}, which none does`,
      remedy: 'Train for more epochs, or validate more often.',
    });
  }
  return epochs.map((epoch) => {
    const records = byEpoch.map((own) => own.get(epoch) as EpochRecord);
    const values = records.map((record) => watchedValue(where, record, monitor));
    const losses = records.map(({ loss, validation }) => validation?.trainingLoss ?? loss);
    return {
      epoch,
      iteration: records.reduce((most, { iteration }) => Math.max(most, iteration), 0),
      ...estimate(values, k),
      values,
      trainingLoss: meanOf(losses),
    };
  });
}

/**
 * The rule of one standard error (Breiman, Friedman, Olshen and Stone, 1984): among all that cannot be
 * told from the best, the simplest; here the shortest training.
 */
export function recommend(
  where: string,
  curve: readonly CurvePoint[],
  goal: Goal,
): { best: CurvePoint; recommended: Recommendation } {
  const best = bestPoint(where, curve, goal);
  const sign = goal === 'minimum' ? 1 : -1;
  const threshold = best.mean + sign * best.standardError;
  const within = curve.filter(({ mean }) => sign * mean <= sign * threshold);
  const { epoch, iteration } = within[0];
  const band = [epoch, within[within.length - 1].epoch] as const;
  return { best, recommended: { epochs: epoch, iterations: iteration, band, threshold } };
}

/** The first of the best means. */
export function bestPoint(where: string, curve: readonly CurvePoint[], goal: Goal): CurvePoint {
  const sign = goal === 'minimum' ? 1 : -1;
  const finite = curve.filter(({ mean }) => Number.isFinite(mean));
  if (finite.length === 0) {
    throw new DataError({
      where,
      expected: 'an epoch in which the number that is watched is finite in every fold',
      received: 'none',
      remedy: 'Lower the learning rate, or look for such values in the data.',
      advice: [{ kind: 'finiteFolds' }],
    });
  }
  return finite.reduce((best, point) => (sign * point.mean < sign * best.mean ? point : best));
}

/** Whether the number belongs to the end of this epoch, not to a moment within it. */
function isMeasured({ iteration, validation }: EpochRecord, monitor: string): boolean {
  return !isOfValidation(monitor) || validation?.iteration === iteration;
}

function watchedValue(where: string, { loss, validation }: EpochRecord, monitor: string): number {
  if (!isOfValidation(monitor) || validation === undefined) return loss;
  return monitoredValue(where, monitor, validation);
}

/** A mean, and how far it is likely to be off. */
export interface Estimate {
  readonly mean: number;
  readonly standardError: number;
}

/**
 * The mean of one number for each run, and its standard error `s / √k`: the standard deviation (divisor:
 * runs - 1) over the number of folds. Repeats make `s` more certain, but they are no new data.
 */
export function estimate(values: readonly number[], k: number): Estimate {
  const mean = meanOf(values);
  const squares = values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
  return { mean, standardError: Math.sqrt(squares / (values.length - 1) / k) };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
