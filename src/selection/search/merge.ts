/** The result of a search out of the results of its parts. */
import { DataError, OptionError } from '../../errors/errors.ts';
import {
  anything,
  array,
  checkArgument,
  count,
  object,
  oneOf,
  positiveInteger,
  record,
  string,
} from '../../errors/options.ts';
import { checkParts, fields, listOf } from '../../errors/parts.ts';
import { checkSeed } from '../../tensor/rng.ts';
import { drawValues, gridSize, gridValues, trialSeed } from './draw.ts';
import { missingTrials, type TrialRange, textOfRanges } from './part.ts';
import { planSearch, type SearchPlan } from './plan.ts';
import { makeResult, type SearchResult } from './result.ts';
import {
  DAMAGED,
  dataOf,
  type EarlierResult,
  type Expected,
  ofAnotherSearch,
  readResults,
  type SearchData,
  type SearchIdentity,
} from './search_data.ts';
import { type ReadSpace, readSpace, type Space, type Values } from './space.ts';

const WHERE = 'mergeSearches';
const nameOf = (index: number) => `${WHERE}, part ${index + 1}`;

/**
 * The result of a whole `gridSearch` or `randomSearch`, out of those of parts that were run with `only`,
 * in other processes or on other machines. It is that of the search in one process, to the bit. Neither
 * the data nor the objective is needed.
 *
 * A trial that failed is a result like any other. What several parts have counts once.
 *
 * @param parts results, or their JSON, in any order
 * @throws DataError when a trial is missing, when one was run twice and came out differently, and when a
 * part is of another search: naming the part, the trials, and what differs
 * @example
 * const files = ['part_1.json', 'part_2.json'];
 * const result = mergeSearches(files.map((file) => JSON.parse(readFileSync(file, 'utf8'))));
 */
export function mergeSearches<V = Values>(parts: readonly EarlierResult[]): SearchResult<V> {
  checkArgument(WHERE, parts, array);
  if (parts.length === 0) {
    throw new DataError({
      where: WHERE,
      expected: 'the result of one part or more',
      received: 'none',
      remedy: 'Give the results of gridSearch or randomSearch, or what JSON has of them.',
    });
  }
  const data = parts.map((part, index) => {
    checkArgument(nameOf(index), part, object);
    return dataOf(part);
  });
  const { identity, plan, expected } = readSearch(data[0]);
  for (const [index, { trials }] of data.entries()) {
    if (trials === plan.trials) continue;
    throw ofAnotherSearch(nameOf(index), 'trials', `${plan.trials}`, JSON.stringify(trials));
  }
  const records = [...readResults(nameOf, data, identity, expected).values()];
  const missing = missingTrials(
    records.map(({ trial }) => trial),
    plan.trials,
  );
  if (missing.length > 0) throw incomplete(plan.trials, missing);
  records.sort((a, b) => a.trial - b.trial);
  return makeResult(identity, plan, records, 'complete') as SearchResult<V>;
}

/** What is needed of the first part before it can be compared with others. */
const SEARCH = fields({
  method: oneOf('gridSearch', 'randomSearch', 'successiveHalving'),
  space: listOf(array),
  seed: anything,
  goal: oneOf('minimum', 'maximum'),
  objective: string,
  budget: record,
  trials: positiveInteger,
});

interface ReadSearch {
  readonly identity: SearchIdentity;
  readonly plan: SearchPlan;
  readonly expected: Expected;
}

/** The search that a result is of. */
function readSearch(data: SearchData): ReadSearch {
  const where = nameOf(0);
  checkParts(where, data, SEARCH, DAMAGED);
  const { method, space, seed, goal, objective, budget } = data;
  if (method === 'successiveHalving') {
    throw new DataError({
      where,
      expected: 'a part of gridSearch or randomSearch',
      received: 'a result of successiveHalving',
      remedy:
        'Run successiveHalving in one process: which trials continue depends on the scores of all.',
    });
  }
  checkParts(where, data, fields({ budget: fields({ epochs: count }) }), DAMAGED);
  const { epochs } = budget;
  const identity = { method, space, seed, goal, objective, budget };
  const read = readSpaceOf(where, data);
  const { trials } = data;
  const expected: Expected = {
    trials,
    epochs: [epochs],
    valuesOf: (trial) =>
      method === 'gridSearch' ? gridValues(read, trial) : drawValues(read, seed, trial),
    seedOf: (trial) => trialSeed(seed, trial),
  };
  return { identity, plan: planSearch([{ trials, epochs }]), expected };
}

/** @throws DataError for a space that no search has */
function readSpaceOf(where: string, { method, space, seed, trials }: SearchData): ReadSpace {
  try {
    checkSeed(`${where}.seed`, seed);
    const read = readSpace(`${where}.space`, Object.fromEntries(space) as Space);
    const size = method === 'gridSearch' ? gridSize(`${where}.space`, read) : trials;
    if (size === trials) return read;
    throw new OptionError({
      where: `${where}.trials`,
      expected: `${size}, the combinations of the grid`,
      received: `${trials}`,
      remedy: DAMAGED,
    });
  } catch (cause) {
    if (!(cause instanceof OptionError)) throw cause;
    const { where: place = where, expected, received } = cause;
    throw new DataError({ where: place, expected, received, remedy: DAMAGED }, { cause });
  }
}

function incomplete(trials: number, missing: readonly TrialRange[]): DataError {
  const [[first]] = missing;
  return new DataError({
    where: WHERE,
    problem: 'trials are missing',
    expected: `all of ${trials} trials`,
    received: `none of trial ${textOfRanges(missing)}`,
    remedy: `Run them, such as with only: [${first}], and add what comes out.`,
  });
}
