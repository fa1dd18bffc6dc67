/** Some trials of a search, as they are written on a command line: `3`, or `1..20,25`. */
import { describe } from '../../errors/describe.ts';
import type { TrialRange } from '../../selection/search/part.ts';
import { count } from '../terminal/report.ts';
import { list } from '../words/options.ts';
import { UsageError } from '../words/usage_error.ts';

/** How many trials one command may be given, and how many commands an array job may have. */
export const MOST = 1_000_000;

export const trialsOption = list(
  'TRIALS',
  'runs only these trials, 3 or 1..20,25, for the folder: a command of an array job',
  readRange,
);

/** @throws UsageError unless it is a number, or two with dots between them, the lower first */
function readRange(where: string, text: string): TrialRange {
  const [, from, to = from] = /^(\d+)(?:\.\.(\d+))?$/.exec(text) ?? [];
  const [first, last] = [Number(from), Number(to)];
  if (first >= 1 && last >= first && Number.isSafeInteger(last)) return [first, last];
  throw new UsageError({
    where,
    expected: 'numbers of trials, from 1 on, or ranges of them',
    received: describe(text),
    remedy: `Give for example ${where} 3 or ${where} 1..20,25.`,
  });
}

/** As it is written: `1..20,25`. */
export function writtenRanges(ranges: readonly TrialRange[]): string {
  return ranges
    .map(([first, last]) => (first === last ? `${first}` : `${first}..${last}`))
    .join(',');
}

/**
 * The trials one by one.
 * @param trials how many the search has
 * @throws UsageError for one that the search does not have, and for more than a list can hold
 */
export function trialsIn(where: string, ranges: readonly TrialRange[], trials: number): number[] {
  const other = ranges.find(([, last]) => last > trials);
  if (other !== undefined) {
    throw new UsageError({
      where,
      expected: `trials from 1 to ${count(trials)}, which the search has`,
      received: String(other[1]),
      remedy: 'Leave it out.',
    });
  }
  const size = ranges.reduce((sum, [first, last]) => sum + last - first + 1, 0);
  if (size > MOST) {
    throw new UsageError({
      where,
      expected: `at most ${count(MOST)} trials`,
      received: count(size),
      remedy: 'Run them in several commands.',
    });
  }
  return ranges.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, k) => first + k),
  );
}
