/**
 * A search that may be interrupted, or run by many processes: its trials in a folder, so that none is
 * trained twice. One process keeps all of them in one file; those of an array job keep each its own.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { object, string } from '../../errors/options.ts';
import { checkParts, fields } from '../../errors/parts.ts';
import { DataError, StateError } from '../../index.ts';
import { makeFolder } from '../../node/folder.ts';
import { readBytes, writeFileAtomically } from '../../node/index.ts';
import type { SearchData } from '../../selection/index.ts';
import { claimFolder } from './destination.ts';

export interface SearchRecord {
  /** What was there, if it is to be continued: of one search, in parts. */
  readonly resume: readonly SearchData[];
  /** Keeps the trials so far. */
  keep(data: SearchData): void;
}

const FILE = 'search.json';
const FILE_OF_TRIAL = /^trial_[1-9]\d*\.json$/;

/**
 * The record of a process that has the folder for itself.
 * @param identity everything that decides the numbers of a trial besides its values
 * @throws FileError, DataError; StateError for the trials of another search
 */
export function searchRecord(folder: string, resume: boolean, identity: string): SearchRecord {
  claimFolder('--checkpoint', folder, [FILE], []);
  const sha256 = hashOf(identity);
  const ofTrials = readdirSync(folder).filter((name) => FILE_OF_TRIAL.test(name));
  let outdated = resume ? [] : ofTrials;
  return {
    resume: resume ? readAll(folder, [FILE, ...ofTrials], sha256) : [],
    keep(search) {
      for (const name of outdated) rmSync(join(folder, name), { force: true });
      outdated = [];
      write(join(folder, FILE), { sha256, search });
    },
  };
}

/**
 * The record of one trial, which shares the folder with other processes: it writes a file of its own.
 * @throws as `searchRecord` does
 */
export function trialRecord(folder: string, trial: number, identity: string): SearchRecord {
  makeFolder(folder);
  const own = `trial_${trial}.json`;
  const sha256 = hashOf(identity);
  return {
    resume: readAll(folder, [FILE, own], sha256),
    keep: (search) => write(join(folder, own), { sha256, search: onlyTrial(search, trial) }),
  };
}

const hashOf = (identity: string) => createHash('sha256').update(identity).digest('hex');

function onlyTrial(search: SearchData, trial: number): SearchData {
  return { ...search, records: search.records.filter((record) => record.trial === trial) };
}

function write(path: string, kept: Kept): void {
  writeFileAtomically(path, new TextEncoder().encode(JSON.stringify(kept)));
}

function readAll(folder: string, names: readonly string[], sha256: string): SearchData[] {
  const paths = names.map((name) => join(folder, name)).filter((path) => existsSync(path));
  return paths.map((path) => {
    const kept = read(path);
    if (kept.sha256 === sha256) return kept.search;
    throw new StateError({
      where: '--checkpoint',
      expected: 'the data and the options that the search began with',
      received: 'others',
      remedy: 'Pass them again, or another folder to --checkpoint.',
    });
  });
}

interface Kept {
  readonly sha256: string;
  readonly search: SearchData;
}

const KEPT = fields({ sha256: string, search: object });
const REMEDY = 'Remove the file: what it held is trained anew.';

function read(path: string): Kept {
  try {
    const kept: unknown = JSON.parse(new TextDecoder().decode(readBytes(path)));
    checkParts(path, kept, KEPT, REMEDY);
    return kept as Kept;
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    const expected = 'the trials of a search, as --checkpoint keeps them';
    const complaint = { where: path, expected, received: 'something else', remedy: REMEDY };
    throw new DataError(complaint, { cause });
  }
}
