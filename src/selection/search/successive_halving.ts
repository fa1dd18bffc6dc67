/** Many trials for few epochs, the best of them for more. */
import {
  checkArgument,
  count,
  object,
  positiveInteger,
  type Rules,
  withDefault,
} from '../../errors/options.ts';
import { readTrainingOptions } from '../../errors/training_options.ts';
import { drawValues } from './draw.ts';
import { type Trials, upTo } from './lanes.ts';
import {
  MISPLACED_IN_SEARCH,
  type ReadSearchOptions,
  type SearchOptions,
  searchRules,
} from './options.ts';
import { type HalvingBudget, halvingRungs, planSearch, type SearchPlan } from './plan.ts';
import type { SearchResult } from './result.ts';
import { runSearch } from './run.ts';
import { readSpace, type Space, type ValuesOf } from './space.ts';

export interface SuccessiveHalvingBudget extends Omit<HalvingBudget, 'factor'> {
  /** The best `1 / factor` of a rung continue, for `factor` times as many epochs in total; default 3. */
  readonly factor?: number;
}

export interface SuccessiveHalvingOptions<S extends Space>
  extends SuccessiveHalvingBudget,
    SearchOptions<ValuesOf<S>> {
  /** What to draw, as in `randomSearch`. */
  readonly space: S;
}

type ReadHalvingOptions = ReadSearchOptions & HalvingBudget & { readonly space: Space };

const budgetRules: Rules<HalvingBudget> = {
  trials: count,
  minEpochs: positiveInteger,
  maxEpochs: positiveInteger,
  factor: withDefault(positiveInteger, 3),
};

/**
 * Scores many trials after `minEpochs`, and drops all but the best `1 / factor`; scores those after
 * `factor` times as many epochs, and so on until `maxEpochs`. Epochs are the budget: trials that do
 * badly from the start get few of them. Of two equal scores the earlier trial continues; a trial that
 * fails never does. The trials are those of a `randomSearch` with the same seed.
 *
 * Whether survivors continue from where they were is the objective's: `trainerObjective` without callbacks
 * keeps the Trainer of a trial that may survive. An objective in other threads, and one that keeps
 * nothing, is called for the larger total and trains it from nothing; as the score is the same either
 * way, so is the result, and `cost` says what it took. A search that was resumed has lost the Trainers
 * of before, and trains survivors anew once.
 *
 * What is slow at first is dropped, too: let `minEpochs` be enough to tell good from bad. Failures and
 * an AbortSignal are dealt with as in `gridSearch`.
 *
 * @throws OptionError for options that do not fit; DataError when `resume` is of another search
 * @see Jamieson and Talwalkar, "Non-stochastic Best Arm Identification and Hyperparameter
 *   Optimization", 2016; one bracket of Hyperband (Li et al., 2018)
 * @example
 * const result = await successiveHalving({
 *   space: { learningRate: logUniform(1e-4, 1), units: choice(16, 32, 64) },
 *   trials: 27, minEpochs: 1, maxEpochs: 27, seed: 7,
 *   objective: trainerObjective({ training, train, validation }),
 * });
 */
export async function successiveHalving<const S extends Space>(
  options: SuccessiveHalvingOptions<S>,
): Promise<SearchResult<ValuesOf<S>>> {
  const read = readTrainingOptions<ReadHalvingOptions>(
    'successiveHalving',
    options,
    { ...searchRules, ...budgetRules, space: object },
    {
      ...MISPLACED_IN_SEARCH,
      epochs: 'Epochs go from minEpochs to maxEpochs.',
      only: 'Which trials continue depends on all of them: run parts by gridSearch or randomSearch.',
    },
  );
  const { trials, minEpochs, maxEpochs, factor, seed } = read;
  const space = readSpace('successiveHalving.space', read.space);
  const rungs = halvingRungs('successiveHalving', read);
  const result = await runSearch(
    {
      method: 'successiveHalving',
      space,
      options: read,
      budget: { trials, minEpochs, maxEpochs, factor },
      plan: planSearch(rungs),
      valuesOf: (trial) => drawValues(space, seed, trial),
    },
    async ({ evaluate, tell }) => {
      let running: Trials = upTo(trials);
      for (const [index, { epochs }] of rungs.entries()) {
        const next = rungs.at(index + 1)?.trials ?? 0;
        const survivors = await evaluate(running, epochs, next);
        if (survivors === undefined) break;
        await tell({ type: 'rungEnd', rung: index + 1, epochs, survivors });
        if (survivors.length === 0) break;
        running = new Set([...survivors].sort((a, b) => a - b));
      }
    },
  );
  return result as SearchResult<ValuesOf<S>>;
}

/**
 * What `successiveHalving` with these options will cost; nothing is trained.
 * @throws OptionError as `successiveHalving` does
 */
export function successiveHalvingPlan(budget: SuccessiveHalvingBudget): SearchPlan {
  checkArgument('successiveHalvingPlan', budget, object);
  const { trials, minEpochs, maxEpochs, factor } = budget;
  const read = readTrainingOptions<HalvingBudget>(
    'successiveHalving',
    { trials, minEpochs, maxEpochs, factor },
    budgetRules,
  );
  return planSearch(halvingRungs('successiveHalving', read));
}
