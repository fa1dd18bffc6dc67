/** A search as an array job: one command a trial, for any scheduler, and one that merges what they found. */
import { writeFileAtomically } from '../../node/index.ts';
import type { SearchResult } from '../../selection/index.ts';
import { count, counted, type Report } from '../terminal/report.ts';
import { quoted } from '../words/quoted.ts';
import { UsageError } from '../words/usage_error.ts';
import { isPipe } from './source.ts';
import { wordsWith } from './usage_of_model.ts';

export interface ArrayJobValues {
  readonly arrayJob: string | undefined;
  readonly trial: number | undefined;
  readonly checkpoint: string | undefined;
  readonly table: string | undefined;
}

/**
 * @param data the operand that names the table
 * @throws UsageError for options that make no sense together
 */
export function checkArrayJob(values: ArrayJobValues, data: string): void {
  const { arrayJob, trial, checkpoint, table } = values;
  if (arrayJob === undefined && trial === undefined) return;
  const where = arrayJob === undefined ? '--trial' : '--array-job';
  if (arrayJob !== undefined && trial !== undefined) {
    throw new UsageError({
      where: '--trial',
      expected: 'no --array-job, which writes commands for all trials',
      received: `both of them, --trial ${trial}`,
      remedy: 'Leave one of them out.',
    });
  }
  if (checkpoint === undefined) {
    throw new UsageError({
      where,
      expected: 'a folder for what the trials find: --checkpoint FOLDER',
      received: 'none',
      remedy: 'Add --checkpoint FOLDER, the same for all trials.',
    });
  }
  if (trial !== undefined && table !== undefined) {
    throw new UsageError({
      where: '--table',
      expected: 'a search of all trials',
      received: `--trial ${trial}`,
      remedy: 'Leave it out, and give it to the search that merges the trials.',
    });
  }
  if (arrayJob === undefined || !isPipe(data)) return;
  throw new UsageError({
    where,
    expected: 'data in a file, which each command can read',
    received: 'a pipe, which is empty afterwards',
    remedy: 'Write the data to a file first.',
  });
}

/** @throws UsageError for a trial that the search does not have */
export function checkTrial(trial: number | undefined, trials: number): void {
  if (trial === undefined || trial <= trials) return;
  throw new UsageError({
    where: '--trial',
    expected: `a trial from 1 to ${count(trials)}`,
    received: String(trial),
    remedy: 'Choose one of these.',
  });
}

export interface ArrayJob {
  /** A line for each trial that has not ended. */
  readonly commands: readonly string[];
  /** Shows the result of all, when they have ended. */
  readonly merge: string;
}

/**
 * @param words of the search that asked for an array job
 * @param soFar what has ended before
 */
export function arrayJobOf(
  words: readonly string[],
  { plan, records }: SearchResult<unknown>,
): ArrayJob {
  const ended = new Set(records.map(({ trial }) => trial));
  const own = wordsWith(words, {}, ['array-job', 'table']);
  const commands: string[] = [];
  for (let trial = 1; trial <= plan.trials; trial++) {
    if (!ended.has(trial)) commands.push(`npx epochal search ${own} --trial ${trial}`);
  }
  return {
    commands,
    merge: `npx epochal search ${wordsWith(words, {}, ['array-job'])} --resume`,
  };
}

export function writeCommands(path: string, { commands }: ArrayJob): void {
  writeFileAtomically(path, new TextEncoder().encode(commands.map((one) => `${one}\n`).join('')));
}

/** How the commands are run by the schedulers that people have. */
export function describeArrayJob(
  print: Report,
  path: string,
  { commands, merge }: ArrayJob,
  ended: number,
): void {
  print.heading('The array job');
  const before = ended === 0 ? '' : `; ${counted(ended, 'trial')} ended before`;
  print.line(`${quoted(path)} has ${counted(commands.length, 'command')}, one for each trial${before}.`);
  if (commands.length > 0) {
    const line = `eval "$(sed -n "$SLURM_ARRAY_TASK_ID"p ${quoted(path)})"`;
    print.line('Run them in this folder, in any order and any number at once, for example');
    print.line();
    print.line(`  parallel < ${quoted(path)}`);
    print.line(`  xargs -d '\\n' -n 1 -P 2 sh -c < ${quoted(path)}`);
    print.line(`  sbatch --array=1-${commands.length} --wrap ${quoted(line)}`);
    print.line();
    print.line('and merge what they found:');
  } else {
    print.line('Merge what they found:');
  }
  print.line();
  print.line(`  ${merge}`);
}
