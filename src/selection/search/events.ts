/** What a search tells while it runs: a union of events, told apart by `type`. */
import type { SearchPlan } from './plan.ts';
import type { TrialRecord } from './record.ts';
import type { SearchResult } from './result.ts';

export interface SearchStartEvent {
  readonly type: 'searchStart';
  readonly plan: SearchPlan;
  /** How many evaluations are taken over from an earlier result. */
  readonly resumed: number;
}

/** A trial has been scored, or has failed. With `parallel` they end in any order. */
export interface TrialEndEvent<V> {
  readonly type: 'trialEnd';
  readonly record: TrialRecord<V>;
  /** Evaluations so far, those taken over included. */
  readonly finished: number;
  /** Of how many. */
  readonly evaluations: number;
  /** The result so far, to be saved and resumed. */
  soFar(): SearchResult<V>;
}

/** All trials of a rung have ended. */
export interface RungEndEvent {
  readonly type: 'rungEnd';
  /** Counted from 1. */
  readonly rung: number;
  readonly epochs: number;
  /** The trials that continue, the best first; none after the last rung. */
  readonly survivors: readonly number[];
}

export interface SearchEndEvent<V> {
  readonly type: 'searchEnd';
  readonly result: SearchResult<V>;
}

export type SearchEvent<V> = SearchStartEvent | TrialEndEvent<V> | RungEndEvent | SearchEndEvent<V>;
