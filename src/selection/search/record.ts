/** What is known of a trial once it has been scored, or has failed. */
import type { Goal } from '../../train/events/monitor.ts';
import type { Values } from './space.ts';

/** An error, as far as JSON can carry it. */
export interface Failure {
  /** The name of its type, such as `NonFiniteError`. */
  readonly name: string;
  readonly message: string;
}

export interface TrialRecord<V = Values> {
  /** Counted from 1. */
  readonly trial: number;
  readonly values: V;
  /** What the objective was given as `seed`: with it and the values the trial can be done again. */
  readonly seed: number;
  /** The epochs that the score is for, in total. */
  readonly epochs: number;
  /** Undefined if the trial failed. */
  readonly score: number | undefined;
  /** Why the trial failed. */
  readonly error: Failure | undefined;
  /** The iterations that the score is for, in total, if the objective told. */
  readonly iterations: number | undefined;
  /** The other numbers that the objective gave. */
  readonly metrics: Readonly<Record<string, number>>;
  /** What the score cost: `epochs`, or less if the trial continued from where it was. */
  readonly trainedEpochs: number;
  /** The same in iterations; 0 if the objective told none. */
  readonly trainedIterations: number;
}

/** What an objective threw, which may be anything. */
export function failureOf(error: unknown): Failure {
  if (typeof error === 'object' && error !== null && 'message' in error) {
    const { name, message } = error as { readonly name?: unknown; readonly message: unknown };
    return { name: String(name ?? 'Error'), message: String(message) };
  }
  return { name: 'Error', message: String(error) };
}

/** Below 0 if `a` has the better score. A failed trial is worse than any other; equals are equal. */
export function compareScores(
  goal: Goal,
  a: TrialRecord<unknown>,
  b: TrialRecord<unknown>,
): number {
  if (a.score === undefined || b.score === undefined) {
    return Number(a.score === undefined) - Number(b.score === undefined);
  }
  return goal === 'minimum' ? a.score - b.score : b.score - a.score;
}

/**
 * The best first: by what they were trained for, because scores after different numbers of epochs do
 * not compare; then by score, then by number.
 */
export function ranking<V>(goal: Goal, records: readonly TrialRecord<V>[]): TrialRecord<V>[] {
  const failed = ({ score }: TrialRecord<V>) => Number(score === undefined);
  return [...records].sort(
    (a, b) =>
      failed(a) - failed(b) ||
      b.epochs - a.epochs ||
      compareScores(goal, a, b) ||
      a.trial - b.trial,
  );
}
