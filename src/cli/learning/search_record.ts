/**
 * A search that may be interrupted, or run by many processes: its trials in a folder, so that none is
 * run twice. One process keeps all of them in one file; those of an array job keep each trial in its own,
 * and need no lock.
 */
import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { array, record, string } from '../../errors/options.ts';
import { checkParts, fields } from '../../errors/parts.ts';
import { DataError, StateError } from '../../index.ts';
import { makeFolder } from '../../node/folder.ts';
import { readBytes, writeFileAtomically } from '../../node/index.ts';
import type { SearchData } from '../../selection/index.ts';
import { rangesOf, textOfRanges } from '../../selection/search/part.ts';
import { optionName } from '../words/options.ts';
import { quoted } from '../words/quoted.ts';
import { claimFolder } from './destination.ts';

/** Everything that decides the numbers of a trial besides its values. */
export interface Basis {
  /** A fingerprint. */
  readonly data: string;
  /** By the keys of options. */
  readonly options: Readonly<Record<string, unknown>>;
}

export interface SearchRecord {
  /** What was there, if it is to be continued: of one search, in parts. */
  readonly resume: readonly SearchData[];
  /** Keeps the trials so far. */
  keep(data: SearchData): void;
}

const FILE = 'search.json';
const FILE_OF_TRIAL = /^trial_([1-9]\d*)\.json$/;
const fileOf = (trial: number) => `trial_${trial}.json`;

/** The file of a trial that an array job has run; undefined for others. */
export function fileOfTrial(folder: string, trial: number): string | undefined {
  const path = join(folder, fileOf(trial));
  return existsSync(path) ? path : undefined;
}

/**
 * The record of a process that has the folder for itself.
 * @throws FileError, DataError; StateError for the trials of another search, and for those of an array job
 * that are not to be continued
 */
export function searchRecord(folder: string, resume: boolean, basis: Basis): SearchRecord {
  claimFolder('--checkpoint', folder, [FILE], []);
  const files = filesOfTrials(folder);
  if (!resume && files.length > 0) {
    throw new StateError({
      where: `--checkpoint ${folder}`,
      expected: 'a folder without trials of an array job',
      received: files[0],
      remedy: 'Add --resume to continue after them, --merge to see them, or give another folder.',
    });
  }
  return {
    resume: resume ? readAll(folder, [FILE, ...files], basis) : [],
    keep: (search) => write(join(folder, FILE), { ...basis, search }),
  };
}

/**
 * The record of an array job: what has ended before, and a file that says what all trials must have.
 * @throws as `searchRecord` does
 */
export function arrayJobRecord(folder: string, basis: Basis): SearchRecord {
  makeFolder(folder);
  const path = join(folder, FILE);
  return {
    resume: readAll(folder, [FILE, ...filesOfTrials(folder)], basis),
    keep(search) {
      if (!existsSync(path)) write(path, { ...basis, search: { ...search, records: [] } });
    },
  };
}

/**
 * The record of some trials, which shares the folder with other processes.
 * @throws as `searchRecord` does
 */
export function trialsRecord(
  folder: string,
  trials: readonly number[],
  basis: Basis,
): SearchRecord {
  makeFolder(folder);
  const resume = readAll(folder, [FILE, ...trials.map(fileOf)], basis);
  const kept = new Set(resume.flatMap(({ records }) => records.map(({ trial }) => trial)));
  return {
    resume,
    keep(search) {
      for (const record of search.records) {
        if (kept.has(record.trial)) continue;
        const own = { ...basis, search: { ...search, records: [record] } };
        write(join(folder, fileOf(record.trial)), own);
        kept.add(record.trial);
      }
    },
  };
}

/**
 * All trials that have ended, to be looked at.
 * @throws as `searchRecord` does; StateError when there is no such folder, or nothing in it
 */
export function endedTrials(folder: string, basis: Basis): SearchRecord {
  const names = existsSync(folder) ? [FILE, ...filesOfTrials(folder)] : [];
  const resume = readAll(folder, names, basis);
  if (resume.length > 0) return { resume, keep: () => {} };
  throw new StateError({
    where: `--checkpoint ${folder}`,
    expected: 'a folder with the trials of a search',
    received: existsSync(folder) ? 'one without' : 'nothing of this name',
    remedy:
      'Give the folder of the array job; --array-job in the place of --merge writes its commands.',
  });
}

function filesOfTrials(folder: string): string[] {
  const numbers = readdirSync(folder).flatMap((name) => FILE_OF_TRIAL.exec(name)?.[1] ?? []);
  return numbers
    .map(Number)
    .sort((a, b) => a - b)
    .map(fileOf);
}

interface Kept extends Basis {
  readonly search: SearchData;
}

function write(path: string, kept: Kept): void {
  writeFileAtomically(path, new TextEncoder().encode(JSON.stringify(kept)));
}

const KEPT = fields({
  data: string,
  options: record,
  search: fields({ records: array }),
});
const REMEDY = 'Remove the file: what it held is run again.';

function readAll(folder: string, names: readonly string[], basis: Basis): SearchData[] {
  const files = names.map((name) => join(folder, name)).filter((path) => existsSync(path));
  const read = files.map((path) => ({ path, kept: readKept(path) }));
  const others = read.filter(({ kept }) => differenceOf(kept, basis) !== undefined);
  if (others.length > 0) throw differing(others, basis);
  return read.map(({ kept }) => kept.search);
}

function readKept(path: string): Kept {
  let kept: unknown;
  try {
    kept = JSON.parse(new TextDecoder().decode(readBytes(path)));
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    throw new DataError(
      {
        where: path,
        expected: 'the trials of a search, as --checkpoint keeps them',
        received: 'something else',
        remedy: REMEDY,
      },
      { cause },
    );
  }
  checkParts(path, kept, KEPT, REMEDY);
  return kept as Kept;
}

/** The key of an option, or `data`. */
function differenceOf(kept: Basis, basis: Basis): string | undefined {
  const text = (value: unknown) => JSON.stringify(value);
  const keys = Object.keys({ ...kept.options, ...basis.options });
  const option = keys.find((key) => text(kept.options[key]) !== text(basis.options[key]));
  return option ?? (kept.data === basis.data ? undefined : 'data');
}

interface Read {
  readonly path: string;
  readonly kept: Kept;
}

/** Of several files, those that differ in the same thing as the first. */
function differing(others: readonly Read[], basis: Basis): StateError {
  const [{ path, kept }] = others;
  const key = differenceOf(kept, basis) as string;
  const [before, now] = [kept.options[key], basis.options[key]];
  const alike = others.filter((other) => differenceOf(other.kept, basis) === key);
  const trials = alike.flatMap((other) => trialOf(other.path) ?? []);
  const isData = key === 'data';
  const received = isData ? 'other data' : written(key, now, 'another');
  const expected = (whose: string) =>
    isData ? `the data that ${whose}` : `what ${whose}, ${written(key, before, 'the same')}`;
  if (trialOf(path) === undefined) {
    return new StateError({
      ...{ where: path, expected: expected('the search began with'), received },
      remedy: `Give the ${isData ? 'file' : 'options'} of before, or give another folder to --checkpoint.`,
    });
  }
  const one = trials.length === 1;
  const which = `${one ? 'trial' : 'trials'} ${textOfRanges(rangesOf(trials))}`;
  return new StateError({
    where: one ? path : dirname(path),
    expected: expected(`${which} ${one ? 'was' : 'were'} run with`),
    received,
    remedy: `Remove ${one ? 'this file' : 'the files of these trials'}, and run ${one ? 'it' : 'them'} again.`,
  });
}

function trialOf(path: string): number | undefined {
  const [, trial] = FILE_OF_TRIAL.exec(basename(path)) ?? [];
  return trial === undefined ? undefined : Number(trial);
}

/** An option with its value, as on a command line, where it has one that is short. */
function written(key: string, value: unknown, otherwise: string): string {
  const option = optionName(key);
  if (value === undefined || value === false) return `no ${option}`;
  if (value === true) return option;
  const isShort = Array.isArray(value) || typeof value !== 'object';
  return isShort ? `${option} ${quoted(String(value))}` : `${otherwise} ${option}`;
}
