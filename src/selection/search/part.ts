/** A part of the trials of a search, which another process or another machine may run. */
import { describe } from '../../errors/describe.ts';
import { OptionError } from '../../errors/errors.ts';
import { type Rule, shape } from '../../errors/options.ts';
import type { Trials } from './lanes.ts';

export interface PartOptions {
  /**
   * The numbers of the trials to run, counted from 1; default all. What a trial finds does not depend on
   * the others: `mergeSearches` makes the result of the whole search out of those of its parts, to the bit.
   */
  readonly only?: readonly number[] | undefined;
}

/** Whole numbers; whether there are such trials is known later. */
export const numbersOfTrials: Rule<readonly number[]> = {
  ...shape,
  expected: 'a list of numbers of trials, counted from 1',
  example: '[1, 2]',
};

/**
 * @param trials how many the search has
 * @throws OptionError for a trial that the search does not have
 */
export function partOf(
  where: string,
  only: readonly number[] | undefined,
  trials: number,
): Trials | undefined {
  if (only === undefined) return undefined;
  const other = only.find((trial) => trial < 1 || trial > trials);
  if (other === undefined) return new Set([...only].sort((a, b) => a - b));
  throw new OptionError({
    where: `${where}.only`,
    expected: `trials from 1 to ${trials}`,
    received: describe(other),
    remedy: 'Remove it.',
  });
}

/** Trials that follow each other, both ends included. */
export type TrialRange = readonly [first: number, last: number];

/** Trials, in any order, as ranges in order. */
export function rangesOf(trials: readonly number[]): TrialRange[] {
  const ranges: [first: number, last: number][] = [];
  for (const trial of [...trials].sort((a, b) => a - b)) {
    const open = ranges.at(-1);
    if (open?.[1] === trial - 1) open[1] = trial;
    else ranges.push([trial, trial]);
  }
  return ranges;
}

/**
 * The trials from 1 to `trials` that are not among some.
 * @param known numbers in any order
 */
export function missingTrials(known: Iterable<number>, trials: number): TrialRange[] {
  const ranges: TrialRange[] = [];
  let next = 1;
  for (const trial of [...known].sort((a, b) => a - b)) {
    if (trial > next) ranges.push([next, trial - 1]);
    next = trial + 1;
  }
  if (next <= trials) ranges.push([next, trials]);
  return ranges;
}

/** How many ranges a message names. */
const NAMED = 10;

/** Ranges of trials in a message: `3, 4, 7 to 9`. */
export function textOfRanges(ranges: readonly TrialRange[]): string {
  const texts = ranges.slice(0, NAMED).map(([first, last]) => {
    if (first === last) return `${first}`;
    return last === first + 1 ? `${first}, ${last}` : `${first} to ${last}`;
  });
  return `${texts.join(', ')}${ranges.length > NAMED ? ', and others' : ''}`;
}
