/** Every combination of a grid. */
import { checkArgument, object, optional, positiveInteger } from '../../errors/options.ts';
import { readTrainingOptions } from '../../errors/training_options.ts';
import { gridSize, gridValues } from './draw.ts';
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
import { type Grid, type ReadSpace, readSpace, type ValuesOf } from './space.ts';

export interface GridBudget<S extends Grid = Grid> {
  /** The values to combine, such as `{ learningRate: [0.1, 0.01], batchSize: [16, 32] }`. */
  readonly grid: S;
  /** What each trial is trained for. */
  readonly epochs: number;
}

export interface GridSearchOptions<S extends Grid>
  extends GridBudget<S>,
    PartOptions,
    SearchOptions<ValuesOf<S>> {}

/**
 * Scores every combination of a grid once, the last parameter changing fastest.
 *
 * A trial that fails, because its objective throws or gives no finite score, is noted with its error
 * and never wins. An AbortSignal ends the search with what it has.
 *
 * @throws OptionError for options that do not fit; DataError when `resume` is of another search
 * @example
 * const result = await gridSearch({
 *   grid: { learningRate: [0.1, 0.01], units: [16, 32] },
 *   epochs: 20,
 *   objective: trainerObjective({ training, train, validation }),
 * });
 * console.log(result.best?.values, `${result.sortBy('units')}`);
 */
export async function gridSearch<const S extends Grid>(
  options: GridSearchOptions<S>,
): Promise<SearchResult<ValuesOf<S>>> {
  const read = readTrainingOptions<ReadSearchOptions & GridBudget & PartOptions>(
    'gridSearch',
    options,
    { ...searchRules, grid: object, epochs: positiveInteger, only: optional(numbersOfTrials) },
    { ...MISPLACED_IN_SEARCH, space: 'The space of gridSearch is its grid.' },
  );
  const { grid, plan } = readGrid('gridSearch', read);
  const { epochs } = read;
  const result = await runSearch(
    {
      method: 'gridSearch',
      space: grid,
      options: read,
      budget: { epochs },
      plan,
      part: partOf('gridSearch', read.only, plan.trials),
      valuesOf: (trial) => gridValues(grid, trial),
    },
    async ({ evaluate }) => {
      await evaluate(upTo(plan.trials), epochs, 0);
    },
  );
  return result as SearchResult<ValuesOf<S>>;
}

/**
 * What `gridSearch` with these options will cost; nothing is trained.
 * @throws OptionError as `gridSearch` does
 */
export function gridSearchPlan(budget: GridBudget): SearchPlan {
  checkArgument('gridSearchPlan', budget, object);
  const { grid, epochs } = budget;
  const read = readTrainingOptions<GridBudget>(
    'gridSearch',
    { grid, epochs },
    { grid: object, epochs: positiveInteger },
  );
  return readGrid('gridSearch', read).plan;
}

function readGrid(
  where: string,
  budget: GridBudget,
): { readonly grid: ReadSpace; readonly plan: SearchPlan } {
  const grid = readSpace(`${where}.grid`, budget.grid);
  const trials = gridSize(`${where}.grid`, grid);
  return { grid, plan: planSearch([{ trials, epochs: budget.epochs }]) };
}
