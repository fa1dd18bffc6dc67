/** A part of the trials of a search, which another process or another machine may run. */
import { describe } from '../../errors/describe.ts';
import { OptionError } from '../../errors/errors.ts';
import { type Rule, shape } from '../../errors/options.ts';
import type { Trials } from './lanes.ts';

export interface PartOptions {
  /**
   * The numbers of the trials to run, counted from 1; default all. What a trial finds does not depend on
   * the others: the results of all parts, given to `resume` together, are the result of the whole search.
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
