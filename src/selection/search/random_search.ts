/** Trials drawn at random. */
import { checkArgument, count, object, optional } from '../../errors/options.ts';
import { readTrainingOptions } from '../../errors/training_options.ts';
import { drawValues } from './draw.ts';
import { upTo } from './lanes.ts';
import {
  MISPLACED_IN_SEARCH,
  type ReadSearchOptions,
  type SearchOptions,
  searchRules,
} from './options.ts';
import { numbersOfTrials, type PartOptions, partOf } from './part.ts';
import { planSearch, type SearchPlan } from './plan.ts';
import type { SearchResult } from './result.ts';
import { runSearch } from './run.ts';
import { readSpace, type Space, type ValuesOf } from './space.ts';

export interface RandomBudget<S extends Space = Space> {
  /** What to draw, such as `{ learningRate: logUniform(1e-4, 1e-1), units: choice(16, 32) }`. */
  readonly space: S;
  readonly trials: number;
  /** What each trial is trained for. */
  readonly epochs: number;
}

export interface RandomSearchOptions<S extends Space>
  extends RandomBudget<S>,
    PartOptions,
    SearchOptions<ValuesOf<S>> {}

/**
 * Scores trials whose values are drawn at random. Where few of the parameters matter it finds better
 * values than a grid of as many trials, because it tries more values of each.
 *
 * The values of a trial depend on the seed, its number and the names of the parameters, and on nothing
 * else: a search of 50 trials begins with those of a search of 20, and can continue from its result; a
 * parameter that is added leaves the values of the others as they were.
 *
 * Failures and an AbortSignal are dealt with as in `gridSearch`.
 *
 * @throws OptionError for options that do not fit; DataError when `resume` is of another search
 * @see Bergstra and Bengio, "Random Search for Hyper-Parameter Optimization", 2012
 * @example
 * const result = await randomSearch({
 *   space: { learningRate: logUniform(1e-4, 1e-1), units: choice(16, 32, 64) },
 *   trials: 20, epochs: 20, seed: 7,
 *   objective: trainerObjective({ training, train, validation }),
 * });
 */
export async function randomSearch<const S extends Space>(
  options: RandomSearchOptions<S>,
): Promise<SearchResult<ValuesOf<S>>> {
  const read = readTrainingOptions<ReadSearchOptions & RandomBudget & PartOptions>(
    'randomSearch',
    options,
    {
      ...{ ...searchRules, space: object, trials: count, epochs: count },
      only: optional(numbersOfTrials),
    },
    { ...MISPLACED_IN_SEARCH, grid: 'The grid of randomSearch is its space: lists will do.' },
  );
  const { trials, epochs, seed } = read;
  const space = readSpace('randomSearch.space', read.space);
  const result = await runSearch(
    {
      method: 'randomSearch',
      space,
      options: read,
      budget: { epochs },
      plan: planSearch([{ trials, epochs }]),
      part: partOf('randomSearch', read.only, trials),
      valuesOf: (trial) => drawValues(space, seed, trial),
    },
    async ({ evaluate }) => {
      await evaluate(upTo(trials), epochs, 0);
    },
  );
  return result as SearchResult<ValuesOf<S>>;
}

/**
 * What `randomSearch` with these options will cost; nothing is trained.
 * @throws OptionError as `randomSearch` does
 */
export function randomSearchPlan(budget: Omit<RandomBudget, 'space'>): SearchPlan {
  checkArgument('randomSearchPlan', budget, object);
  const { trials, epochs } = budget;
  const read = readTrainingOptions<Omit<RandomBudget, 'space'>>(
    'randomSearch',
    { trials, epochs },
    { trials: count, epochs: count },
  );
  return planSearch([read]);
}
