/** What a search says: of each trial when it ends, and of all of them. */

import { counted } from '../../formats/counted.ts';
import type { SearchResult, TrialRecord } from '../../selection/index.ts';
import type { InUse } from '../../threads/enable.ts';
import type { Terminal } from '../terminal/io.ts';
import { count, type Report } from '../terminal/report.ts';
import { optionName } from '../words/options.ts';
import { fileOfTrial } from './search_record.ts';
import { threadsFact } from './threads.ts';
import { wordsWith } from './usage_of_model.ts';

/** The values of a trial, by the keys of options. */
export type Trial = Readonly<Record<string, unknown>>;

/** A line of JSON. */
export function tellAsJson(io: Terminal, record: TrialRecord<Trial>): void {
  const { trial, values, score, error, epochs, metrics } = record;
  const said = { type: 'trial', trial, values, epochs, metrics };
  io.out(`${JSON.stringify({ ...said, score, ...(error && { error }) })}\n`);
}

/** `loss 0.1459  learning-rate=0.1 hidden=8` */
export function describeTrial({ score, error, values }: TrialRecord<Trial>): string {
  const outcome = score === undefined ? `failed: ${error?.name}` : `loss ${score.toFixed(4)}`;
  const settings = Object.entries(values).map(
    ([key, value]) => `${optionName(key).slice(2)}=${value}`,
  );
  return `${outcome}  ${settings.join(' ')}`;
}

/**
 * The trials of one command of an array job, whose output is one of many.
 * @param ran those that were run by this command; the others had ended before
 */
export function showTrials(
  print: Report,
  folder: string,
  records: readonly TrialRecord<Trial>[],
  trials: number,
  ran: ReadonlySet<number>,
): void {
  for (const record of records) {
    const { trial, error } = record;
    const why = error === undefined ? '' : `  ${error.message}`;
    const where = fileOfTrial(folder, trial) ?? folder;
    const before = ran.has(trial) ? '' : `  ended before, see ${where}`;
    print.line(
      `trial ${count(trial)} of ${count(trials)}  ${describeTrial(record)}${before}${why}`,
    );
  }
}

/** How many failures are told in full. */
const SHOWN = 10;

/**
 * @param words of the search
 * @param folder where trials are kept, if anywhere
 * @param threads which computed, if anything was
 */
export function showResult(
  print: Report,
  result: SearchResult<Trial>,
  words: readonly string[],
  folder: string | undefined,
  threads: InUse | undefined,
): void {
  print.heading('The result');
  print.line(String(result));
  if (threads !== undefined) print.facts([threadsFact(threads)]);
  const failed = result.records.filter(({ error }) => error !== undefined);
  if (failed.length > 0) showFailures(print, failed, folder);
  if (result.best === undefined) return;
  const changed = Object.entries(result.best.values).map(([key, value]) => [
    optionName(key).slice(2),
    String(value),
  ]);
  const own = wordsWith(words, Object.fromEntries(changed), [
    'grid',
    'trials',
    'table',
    'checkpoint',
  ]);
  print.heading('Using it');
  print.line(`  npx epochal train ${own}`);
}

function showFailures(
  print: Report,
  failed: readonly TrialRecord<Trial>[],
  folder: string | undefined,
): void {
  print.heading(failed.length === 1 ? 'The trial that failed' : 'The trials that failed');
  for (const { trial, error } of failed.slice(0, SHOWN)) {
    print.line(`trial ${count(trial)}  ${error?.name}: ${error?.message}`);
  }
  if (failed.length > SHOWN) print.line(`and ${counted(failed.length - SHOWN, 'other')}`);
  const file = folder === undefined ? undefined : fileOfTrial(folder, failed[0].trial);
  if (file !== undefined) print.line(`To run one again, remove its file, such as ${file}.`);
}
