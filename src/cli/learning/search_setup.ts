/** A search as a command line asks for it, ready to be run: whole, or some of its trials. */
import { EpochalError } from '../../index.ts';
import {
  gridSearch,
  gridSearchPlan,
  type Objective,
  type PartOptions,
  randomSearch,
  randomSearchPlan,
  type SearchOptions,
  type SearchPlan,
  type SearchResult,
  type Space,
  trainerObjective,
} from '../../selection/index.ts';
import { readOutcome } from '../../selection/search/objective.ts';
import { wordsOf } from '../words/complaint.ts';
import type { TableToLearn } from './data.ts';
import { type NetworkValues, trainerOptions } from './network.ts';
import { plateauOf } from './schedule_option.ts';
import type { Trial } from './search_report.ts';
import { isGrid, withTrial } from './search_space.ts';
import { fingerprint, type PartValues, prepareTraining } from './training_run.ts';

/** What of a search is decided when it is run. */
export type Running = PartOptions & Pick<SearchOptions<Trial>, 'resume' | 'signal' | 'progress'>;

export interface SearchSetup {
  readonly plan: SearchPlan;
  /** How many samples judge a trial. */
  readonly judgedBy: number;
  /** Of the data, as they are trained and judged on. */
  readonly fingerprint: string;
  run(running: Running): Promise<SearchResult<Trial>>;
}

export function prepareSearch(
  table: TableToLearn,
  values: NetworkValues & PartValues & { readonly trials: number | undefined },
  space: Space,
): SearchSetup {
  const { epochs, trials, seed } = values;
  const { train, validation } = prepareTraining(table, values);
  // With the seed of train, so that train gives the numbers of the best trial again.
  const inner = trainerObjective<Trial>({
    training(trial) {
      const own = withTrial(values, trial);
      const { epochs: _, ...training } = trainerOptions(table.task, train, own);
      return training;
    },
    train,
    ...(validation !== undefined && { validation }),
    callbacks: (_, trial) => plateauOf(withTrial(values, trial).schedule),
  });
  const objective = worded(inner);
  const prepared = {
    judgedBy: validation?.size ?? 0, // a search without one is refused
    fingerprint: fingerprint(validation === undefined ? [train] : [train, validation]),
  };
  if (trials === undefined && isGrid(space)) {
    const budget = { grid: space, epochs };
    return {
      ...prepared,
      plan: gridSearchPlan(budget),
      run: (running) => gridSearch({ ...budget, objective, seed, ...running }),
    };
  }
  const budget = { space, trials: trials ?? 1, epochs };
  return {
    ...prepared,
    plan: randomSearchPlan(budget),
    run: (running) => randomSearch({ ...budget, objective, seed, ...running }),
  };
}

/** What fails says so in words of options. */
function worded<V>(objective: Objective<V>): Objective<V> {
  const own: Objective<V> = async (values, request) => {
    try {
      const outcome = await objective(values, request);
      readOutcome(request.trial, outcome, []); // refuses what is no score, as the search would
      return outcome;
    } catch (error) {
      if (!(error instanceof EpochalError)) throw error;
      throw Object.assign(new Error(wordsOf(error), { cause: error }), { name: error.name });
    }
  };
  return Object.defineProperties(own, Object.getOwnPropertyDescriptors(objective));
}
