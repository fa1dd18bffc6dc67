/**
 * What all searches do: score trials, several at once, and note what came of it. Which trials, and for
 * how many epochs, is theirs.
 */
import { nextTask } from '../../train/event_loop.ts';
import { trialSeed } from './draw.ts';
import type { SearchEvent } from './events.ts';
import { inLanes, type Trials } from './lanes.ts';
import { goalOfSearch, type ReadSearchOptions } from './options.ts';
import type { SearchPlan } from './plan.ts';
import { ranking, type TrialRecord } from './record.ts';
import { makeResult, type SearchResult, type SearchState } from './result.ts';
import { type EarlierResult, keyOf, readResults, type SearchIdentity } from './search_data.ts';
import type { ReadSpace, Values } from './space.ts';
import { makeTrialRunner } from './trial_runner.ts';

export interface SearchSetup {
  readonly method: SearchIdentity['method'];
  readonly space: ReadSpace;
  readonly options: ReadSearchOptions;
  readonly budget: SearchIdentity['budget'];
  readonly plan: SearchPlan;
  /** The trials to run, where these are not all. */
  readonly part?: Trials | undefined;
  /** A pure function of the trial, counted from 1. */
  valuesOf(trial: number): Values;
}

/** A search under way. */
export interface Search {
  /**
   * Scores trials for so many epochs in total, and gives those that continue, the best first: as many as
   * asked, fewer if others failed; undefined if the search was ended.
   * @throws what `progress` throws; with `stopOnFailure` what the objective throws
   */
  evaluate(trials: Trials, epochs: number, survivors: number): Promise<number[] | undefined>;
  tell(event: SearchEvent<Values>): Promise<void>;
}

const isList = (given: unknown): given is readonly EarlierResult[] => Array.isArray(given);

/**
 * Runs a search from start to end.
 * @param run evaluates what there is to evaluate
 * @throws OptionError, DataError before anything is called, when options or `resume` do not fit
 */
export async function runSearch(
  setup: SearchSetup,
  run: (search: Search) => Promise<void>,
): Promise<SearchResult<Values>> {
  const { method, space, options, budget, plan, part, valuesOf } = setup;
  const { objective, seed, resume, signal, progress } = options;
  const goal = goalOfSearch(method, options);
  const parallel = options.parallel ?? objective.parallel ?? 1;
  const identity = { method, space: [...space], seed, goal, objective: objective.name, budget };
  const rungEpochs = plan.rungs.map(({ epochs }) => epochs);
  const seedOf = (trial: number) => trialSeed(seed, trial);
  const expected = { trials: plan.trials, epochs: rungEpochs, valuesOf, seedOf };
  const earlier = isList(resume) ? resume : resume === undefined ? [] : [resume];
  const nameOf = (index: number) => `${method}.resume${isList(resume) ? `[${index}]` : ''}`;
  const resumed = readResults(nameOf, earlier, identity, expected);

  const controller = new AbortController();
  const abort = () => controller.abort(signal?.reason);
  const trialRunner = makeTrialRunner({
    options,
    parameters: [...space.keys()],
    maxEpochs: rungEpochs[rungEpochs.length - 1],
    signal: controller.signal,
    valuesOf,
    seedOf,
  });
  const records: TrialRecord[] = [];
  let interrupted = false;

  const tell = async (event: SearchEvent<Values>) => {
    await progress?.(event);
  };

  function result(state: SearchState): SearchResult<Values> {
    const ordered = [...records].sort((a, b) => a.epochs - b.epochs || a.trial - b.trial);
    return makeResult(identity, plan, ordered, state);
  }

  async function evaluate(trials: Trials, epochs: number, survivors: number) {
    let leading: TrialRecord[] = [];
    const asked = part ?? trials;
    let scored = 0;

    function note(record: TrialRecord): void {
      if (asked.has(record.trial)) scored++;
      records.push(record);
      // What has fallen behind will not come back: its model need not be kept until the rung ends.
      const ranked = ranking(goal, [...leading, record]).filter((one) => one.score !== undefined);
      leading = ranked.slice(0, survivors);
      for (const behind of [record, ...ranked.slice(survivors)]) {
        if (!leading.includes(behind)) trialRunner.forget(behind.trial);
      }
    }

    async function work(trial: number): Promise<void> {
      if (resumed.has(keyOf(trial, epochs))) return;
      await nextTask();
      if (controller.signal.aborted) return;
      const record = await trialRunner.run(trial, epochs);
      if (record === undefined) return;
      note(record);
      const { length: finished } = records;
      const { evaluations } = plan;
      await tell({
        type: 'trialEnd',
        record,
        finished,
        evaluations,
        soFar: () => result('interrupted'),
      });
    }

    // First of all, so that they are not lost when the search is ended again.
    for (const record of resumed.values()) {
      if (record.epochs === epochs && trials.has(record.trial)) note(record);
    }
    await inLanes(asked, parallel, controller, work);
    if (scored === asked.size) return leading.map(({ trial }) => trial);
    interrupted = true;
    return undefined;
  }

  if (signal?.aborted) abort();
  signal?.addEventListener('abort', abort, { once: true });
  try {
    await tell({ type: 'searchStart', plan, resumed: resumed.size });
    await run({ evaluate, tell });
    const isPart = part !== undefined && records.length < plan.evaluations;
    const ended = result(interrupted ? 'interrupted' : isPart ? 'part' : 'complete');
    await tell({ type: 'searchEnd', result: ended });
    return ended;
  } finally {
    signal?.removeEventListener('abort', abort);
  }
}
