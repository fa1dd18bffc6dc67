/** What is searched for: a function from the values of a trial to its score. */
import { describe } from '../../errors/describe.ts';
import { DataError } from '../../errors/errors.ts';
import type { Goal } from '../../train/events/monitor.ts';
import { RESERVED, type Values } from './space.ts';

/** What an objective is told about the trial that it is to score. */
export interface TrialRequest {
  /** Counted from 1. */
  readonly trial: number;
  /** For everything that is random in the trial; its own, a pure function of the search's seed. */
  readonly seed: number;
  /** The epochs to have trained in total when the score is measured. */
  readonly epochs: number;
  /**
   * The epochs that the best trials of the search are trained for; what a schedule has to stretch over.
   * The same as `epochs`, but in the earlier rungs of `successiveHalving`.
   */
  readonly maxEpochs: number;
  /** Aborted when the search is. What comes after that is thrown away. */
  readonly signal: AbortSignal;
  /**
   * What the trial has kept from its last call, or what `make` makes now: a Trainer that continues where
   * it was, once the trial has survived a rung. Dropped when the trial is.
   */
  keep<T>(make: () => T): T;
}

/**
 * A score, alone or with other numbers for the table. `iterations`, if given, is the number that the
 * trial has trained in total.
 */
export type TrialScore =
  | number
  | {
      readonly score: number;
      readonly iterations?: number;
      readonly [metric: string]: number | undefined;
    };

export interface Objective<V = Values> {
  (values: V, request: TrialRequest): TrialScore | Promise<TrialScore>;
  /** Which way is better; what a search takes if it is not told. */
  readonly goal?: Goal;
  /** How many trials it can run at once; what a search takes if it is not told. */
  readonly parallel?: number;
}

/** An outcome, read and checked. */
export interface ReadOutcome {
  readonly score: number;
  readonly iterations: number | undefined;
  readonly metrics: Readonly<Record<string, number>>;
}

/**
 * @param parameters the names that metrics cannot have, besides those of other columns
 * @throws DataError for a score that is no finite number, and for metrics that are no numbers
 */
export function readOutcome(
  trial: number,
  outcome: unknown,
  parameters: readonly string[],
): ReadOutcome {
  const where = `trial ${trial}`;
  const given = typeof outcome === 'number' ? { score: outcome } : outcome;
  if (typeof given !== 'object' || given === null) {
    throw new DataError({
      where,
      expected: 'a score: a number, or { score, ...metrics }',
      received: describe(outcome),
      remedy: 'Return a score from the objective.',
    });
  }
  const { score, iterations, ...rest } = given as Readonly<Record<string, unknown>>;
  if (typeof score !== 'number' || !Number.isFinite(score)) {
    throw new DataError({
      where,
      expected: 'a finite score',
      received: describe(score),
      remedy:
        'Return a number that is neither NaN nor infinite, or throw an error to fail this trial alone.',
      advice: [{ kind: 'lowerLearningRate' }],
    });
  }
  if (iterations !== undefined && !(Number.isSafeInteger(iterations) && Number(iterations) >= 0)) {
    throw new DataError({
      where,
      expected: 'iterations: a whole number, 0 or more',
      received: describe(iterations),
      remedy: 'Return such a number, or leave iterations out.',
    });
  }
  const taken = new Set<string>([...RESERVED, ...parameters]);
  const metrics = Object.entries(rest).filter(([, value]) => value !== undefined);
  const unfit = metrics.find(([name, value]) => typeof value !== 'number' || taken.has(name));
  if (unfit !== undefined) {
    throw new DataError({
      where,
      expected: 'metrics that are numbers, with names that no other column has',
      received: `${unfit[0]}: ${describe(unfit[1])}`,
      remedy: 'Rename or remove it.',
    });
  }
  return {
    // Adding 0 makes a negative zero a positive one, which JSON can write.
    score: score + 0,
    iterations: iterations as number | undefined,
    metrics: Object.fromEntries(metrics) as Record<string, number>,
  };
}
