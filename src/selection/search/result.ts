/** What comes out of a search. */
import { counted } from '../../formats/counted.ts';
import { withText } from '../../formats/text_table.ts';
import type { SearchPlan } from './plan.ts';
import { ranking, type TrialRecord } from './record.ts';
import { type SearchData, type SearchIdentity, writeRecord } from './search_data.ts';
import { makeTable, type SearchTable, showNumber } from './table.ts';

/** What a search has cost so far. Trials that the signal ended are not counted. */
export interface SearchCost {
  /** How often the objective gave a score, or failed. */
  readonly evaluations: number;
  /** How often it failed. */
  readonly failures: number;
  /** Of all trials together. */
  readonly epochs: number;
  /** The same in iterations; 0 if the objective told none. */
  readonly iterations: number;
}

export interface SearchResult<V> {
  readonly method: SearchIdentity['method'];
  readonly plan: SearchPlan;
  /** Whether everything planned has happened; not if the signal came first, or a part alone was asked for. */
  readonly complete: boolean;
  /** Of the trials with the most epochs, the one with the best score; undefined if none has any. */
  readonly best: TrialRecord<V> | undefined;
  /** Everything that was measured, rung by rung, in the order of trials. */
  readonly records: readonly TrialRecord<V>[];
  /** A row for each trial, with what was measured last; the best first. */
  readonly table: SearchTable<V>;
  readonly cost: SearchCost;
  /** `table.sortBy` */
  sortBy: SearchTable<V>['sortBy'];
  /** Plain data, for `JSON.stringify`, from which a search can be resumed. */
  toJSON(): SearchData;
  toString(): string;
}

/** How many rows `toString` shows; the table shows all. */
const SHOWN = 20;

/** How a search has ended. Of a `part`, all that was asked for has happened. */
export type SearchState = 'complete' | 'interrupted' | 'part';

export function makeResult<V>(
  identity: SearchIdentity,
  plan: SearchPlan,
  records: readonly TrialRecord<V>[],
  state: SearchState,
): SearchResult<V> {
  const { method, goal } = identity;
  const parameters = identity.space.map(([name]) => name);
  const last = new Map<number, TrialRecord<V>>();
  for (const record of records) last.set(record.trial, record);
  const ranked = ranking(goal, [...last.values()]);
  const table = makeTable(ranked, parameters, goal);
  const result: SearchResult<V> = {
    method,
    plan,
    complete: state === 'complete',
    best: ranked[0]?.score === undefined ? undefined : ranked[0],
    records,
    table,
    cost: costOf(records),
    sortBy: table.sortBy,
    toJSON: () => ({ ...identity, trials: plan.trials, records: records.map(writeRecord) }),
  };
  return withText(result, () => formatResult(result, parameters, goal, state));
}

function costOf(records: readonly TrialRecord<unknown>[]): SearchCost {
  const sum = (cost: (record: TrialRecord<unknown>) => number) =>
    records.reduce((total, record) => total + cost(record), 0);
  return {
    evaluations: records.length,
    failures: sum(({ error }) => Number(error !== undefined)),
    epochs: sum(({ trainedEpochs }) => trainedEpochs),
    iterations: sum(({ trainedIterations }) => trainedIterations),
  };
}

function formatResult<V>(
  { method, plan, best, table, cost }: SearchResult<V>,
  parameters: readonly string[],
  goal: SearchIdentity['goal'],
  state: SearchState,
): string {
  const n = (value: number) => value.toLocaleString('en-US');
  const evaluated = `${n(cost.evaluations)} of ${counted(plan.evaluations, 'evaluation')}`;
  const ended = {
    complete: '',
    interrupted: `, interrupted after ${evaluated}`,
    part: `, ${evaluated}`,
  };
  const failed = cost.failures === 0 ? '' : `, ${n(cost.failures)} failed`;
  const iterations = cost.iterations === 0 ? '' : ` = ${counted(cost.iterations, 'iteration')}`;
  const shown = makeTable(table.rows.slice(0, SHOWN), parameters, goal);
  const rest = table.rows.length - SHOWN;
  return [
    `${method}: ${counted(table.rows.length, 'trial')}${failed}${ended[state]}`,
    `trained: ${counted(cost.epochs, 'epoch')}${iterations}`,
    best === undefined ? 'best: none has a score' : `best: ${formatBest(best)}`,
    '',
    String(shown),
    ...(rest > 0 ? [`... and ${n(rest)} more, which the table shows`] : []),
  ].join('\n');
}

function formatBest({ trial, values, score }: TrialRecord<unknown>): string {
  const shown = Object.entries(values as object).map(
    ([name, value]) =>
      `${name} ${typeof value === 'number' ? showNumber(value) : JSON.stringify(value)}`,
  );
  return `trial ${trial}, score ${showNumber(score as number)} with ${shown.join(', ')}`;
}
