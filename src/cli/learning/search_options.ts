/** What `epochal search` is asked: its options, what of them goes together, and which of them decide numbers. */
import { count } from '../../errors/options.ts';
import type { Space } from '../../selection/index.ts';
import type { Call } from '../words/command.ts';
import { flag, number, path, required, text } from '../words/options.ts';
import { UsageError } from '../words/usage_error.ts';
import { dataOptions } from './data.ts';
import { networkOptions } from './network.ts';
import type { Basis } from './search_record.ts';
import type { SearchSetup } from './search_setup.ts';
import { isGrid } from './search_space.ts';
import { threadsOption } from './threads.ts';
import { validationPart } from './training_run.ts';
import { trialsOption } from './trials_option.ts';

export const searchOptions = {
  ...dataOptions,
  grid: required(
    text(
      'SPACE',
      'what to try, in quotes: "learning-rate=0.1,0.01 hidden=8,16x16"; 0.001..0.1 is a range',
    ),
  ),
  trials: number('N', count, 'how many to draw at random; otherwise every combination'),
  ...networkOptions,
  validation: validationPart,
  table: path('FILE.csv', 'where to write the table of all trials'),
  checkpoint: path('FOLDER', 'where to keep the trials that have ended, to continue from'),
  resume: flag('continues from there, if there is something: no trial is trained twice'),
  arrayJob: flag('runs nothing: writes a command for each trial to the folder, for any scheduler'),
  trialsPerCommand: number('N', count, 'how many trials each of these commands runs; default 1'),
  only: trialsOption,
  merge: flag('runs nothing: the result of the trials in the folder, when all of them have ended'),
  threads: threadsOption,
  json: flag('one JSON object for each trial, and at last the result'),
};

export type SearchCall = Call<typeof searchOptions>;

/** Refuses what cannot be searched. */
export function checkTogether(
  { trials, grid, validation: part, resume, checkpoint }: SearchCall['values'],
  space: Space,
): void {
  if (trials === undefined && !isGrid(space)) {
    throw new UsageError({
      where: '--grid',
      expected: 'lists of values; with --trials N also ranges, to draw from',
      received: grid,
      remedy: 'Add --trials 20, or list the values, separated by commas.',
    });
  }
  if (resume && checkpoint === undefined) {
    throw new UsageError({
      where: '--resume',
      expected: 'the folder of the trials: --checkpoint FOLDER',
      received: 'none',
      remedy: 'Add --checkpoint FOLDER, the one that the search was started with.',
    });
  }
  if (part > 0) return;
  throw new UsageError({
    where: '--validation',
    expected: 'a part of the rows, by which trials are ranked',
    received: '0',
    remedy: 'Leave it out, or give for example --validation 0.2.',
  });
}

/** What decides the numbers of a trial. What is searched is known to the library, too, but not by its option. */
export function basisOf(values: SearchCall['values'], setup: SearchSetup, space: Space): Basis {
  const { checkpoint: _, resume: __, trials: ___, table: ____, json: _____, ...others } = values;
  const { arrayJob, trialsPerCommand, only, merge, threads, ...decisive } = others;
  return { data: setup.fingerprint, options: { ...decisive, grid: space } };
}
