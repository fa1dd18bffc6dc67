/**
 * A search as an array job: a command for each trial, or for a few of them, for any scheduler, and one
 * that merges what they found. The line of a trial stays the same, whatever has ended: a command that
 * waits in a queue finds its own.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { counted } from '../../formats/counted.ts';
import { DataError } from '../../index.ts';
import { FileError, writeFileAtomically } from '../../node/index.ts';
import type { SearchResult } from '../../selection/index.ts';
import {
  missingTrials,
  rangesOf,
  type TrialRange,
  textOfRanges,
} from '../../selection/search/part.ts';
import { count, type Report } from '../terminal/report.ts';
import { quoted } from '../words/quoted.ts';
import { UsageError } from '../words/usage_error.ts';
import { STANDARD_INPUT } from './source.ts';
import { MOST, writtenRanges } from './trials_option.ts';
import { wordsWith } from './usage_of_model.ts';

export interface ArrayJobValues {
  readonly arrayJob: boolean;
  readonly trialsPerCommand: number | undefined;
  readonly only: readonly TrialRange[] | undefined;
  readonly merge: boolean;
  readonly checkpoint: string | undefined;
  readonly table: string | undefined;
}

/**
 * @param data the operand that names the table
 * @throws UsageError for options that make no sense together
 */
export function checkArrayJob(values: ArrayJobValues, data: string): void {
  const { arrayJob, trialsPerCommand, only, merge, checkpoint, table } = values;
  const modes = [
    ...(arrayJob ? ['--array-job'] : []),
    ...(only ? ['--only'] : []),
    ...(merge ? ['--merge'] : []),
  ];
  if (modes.length > 1) {
    throw new UsageError({
      where: 'epochal search',
      expected:
        'one of --array-job, which writes commands, --only, which is such a command, and --merge',
      received: modes.join(' and '),
      remedy: 'Leave one of them out.',
    });
  }
  if (trialsPerCommand !== undefined && !arrayJob) {
    throw new UsageError({
      where: '--trials-per-command',
      expected: '--array-job, whose commands are meant',
      received: 'none',
      remedy: 'Add --array-job, or leave it out.',
    });
  }
  const [mode] = modes;
  if (mode === undefined) return;
  if (checkpoint === undefined) {
    throw new UsageError({
      where: mode,
      expected: 'the folder of the trials: --checkpoint FOLDER',
      received: 'none',
      remedy: 'Add --checkpoint FOLDER, the same in all commands.',
    });
  }
  if (only !== undefined && table !== undefined) {
    throw new UsageError({
      where: '--table',
      expected: 'a search that has all trials',
      received: '--only',
      remedy: 'Leave it out here, and give it with --merge.',
    });
  }
  if (!arrayJob || data !== STANDARD_INPUT) return;
  throw new UsageError({
    where: mode,
    expected: 'data in a file, which every command can read',
    received: 'standard input',
    remedy: 'Write the data to a file first.',
  });
}

export interface ArrayJob {
  readonly trials: number;
  /** How many of them have ended. */
  readonly ended: number;
  /** One for each trial, or for so many of them, in order. */
  readonly commands: readonly string[];
  /** The numbers of the commands that have something left to do, counted from 1. */
  readonly left: readonly number[];
  /** The command that shows the result of all. */
  readonly merge: string;
}

/** @throws UsageError for more commands than anybody runs */
export function checkCommands(trials: number, trialsPerCommand = 1): void {
  const size = Math.ceil(trials / trialsPerCommand);
  if (size <= MOST) return;
  throw new UsageError({
    where: '--array-job',
    expected: `at most ${count(MOST)} commands`,
    received: count(size),
    remedy: 'Raise --trials-per-command, or draw fewer trials: --trials 100.',
  });
}

/**
 * @param words of the search that asked for an array job
 * @param soFar what has ended before
 */
export function arrayJobOf(
  words: readonly string[],
  soFar: SearchResult<unknown>,
  trialsPerCommand = 1,
): ArrayJob {
  const { trials } = soFar.plan;
  const ended = soFar.records.map(({ trial }) => trial);
  const missing = missingTrials(ended, trials);
  const own = words.filter((word) => word !== '--json');
  const commands: string[] = [];
  const left: number[] = [];
  for (let first = 1; first <= trials; first += trialsPerCommand) {
    const last = Math.min(first + trialsPerCommand - 1, trials);
    const only = writtenRanges([[first, last]]);
    const line = wordsWith(own, { only }, ['trials-per-command', 'table']);
    commands.push(`npx epochal search ${line}`);
    while (missing.length > 0 && missing[0][1] < first) missing.shift();
    if (missing.length > 0 && missing[0][0] <= last) left.push(commands.length);
  }
  const merge = `npx epochal search ${wordsWith(own, {}, ['trials-per-command'])} --merge`;
  return { trials, ended: ended.length, commands, left, merge };
}

const filesIn = (folder: string) => ({
  commands: join(folder, 'commands.txt'),
  slurm: join(folder, 'slurm.sh'),
  merge: join(folder, 'merge.sh'),
});

/**
 * Writes the commands, and scripts for Slurm. Where nothing is left to do there is no `slurm.sh`: one of
 * before would ask for commands that have ended.
 * @throws FileError
 */
export function writeArrayJob(folder: string, { commands, left, merge }: ArrayJob): void {
  const files = filesIn(folder);
  const write = (path: string, ...lines: readonly string[]) =>
    writeFileAtomically(path, new TextEncoder().encode(`${lines.join('\n')}\n`));
  write(files.commands, commands.join('\n'));
  write(files.merge, '#!/bin/bash', merge);
  if (left.length === 0) {
    removeFile(files.slurm);
    return;
  }
  const array = rangesOf(left).map(([first, last]) =>
    first === last ? `${first}` : `${first}-${last}`,
  );
  write(
    files.slurm,
    '#!/bin/bash',
    '#SBATCH --job-name=epochal-search',
    `#SBATCH --array=${array.join(',')}`,
    '#SBATCH --cpus-per-task=1',
    `eval "$(sed -n "$SLURM_ARRAY_TASK_ID"p ${quoted(files.commands)})"`,
  );
}

function removeFile(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch (cause) {
    throw new FileError(
      { where: `removing ${path}`, expected: 'a file that can be removed' },
      { cause },
    );
  }
}

/** @throws DataError naming the trials that are missing */
export function checkAllEnded({ plan, records }: SearchResult<unknown>): void {
  const ended = records.map(({ trial }) => trial);
  const missing = missingTrials(ended, plan.trials);
  if (missing.length === 0) return;
  throw new DataError({
    where: '--merge',
    problem: 'trials are missing',
    expected: `all of ${counted(plan.trials, 'trial')}`,
    received: `none of trial ${textOfRanges(missing)}`,
    remedy:
      'Run them: --array-job in the place of --merge says what is left, --resume runs it in this process.',
  });
}

/** How the commands are run by the schedulers that people have. */
export function describeArrayJob(print: Report, folder: string, job: ArrayJob): void {
  const { trials, ended, commands, left, merge } = job;
  const files = filesIn(folder);
  const path = quoted(files.commands);
  print.heading('The array job');
  const before = ended === 0 ? '' : `, of which ${count(ended)} ended before`;
  const lines = counted(commands.length, 'command');
  print.line(`${files.commands} has ${lines} for ${counted(trials, 'trial')}${before}.`);
  if (left.length > 0) {
    print.line('Run them in this folder, in any order, any number at once, for example by');
    print.line();
    print.line(`  parallel < ${path}`);
    print.line(`  tr '\\n' '\\0' < ${path} | xargs -0 -n 1 -P 2 bash -c`);
    print.line(`  sbatch ${quoted(files.slurm)}`);
    print.line();
    print.line('What has ended before is not run again. Then merge what they found:');
  } else {
    print.line('Merge what they found:');
  }
  print.line();
  print.line(`  ${merge}`);
}
