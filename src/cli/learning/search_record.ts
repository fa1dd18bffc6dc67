/** A search that may be interrupted: its trials in a folder, so that none is trained twice. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { object, string } from '../../errors/options.ts';
import { checkParts, fields } from '../../errors/parts.ts';
import { DataError, StateError } from '../../index.ts';
import { readBytes, writeFileAtomically } from '../../node/index.ts';
import type { SearchData } from '../../selection/index.ts';
import { claimFolder } from './destination.ts';

export interface SearchRecord {
  /** What was there, if it is to be continued. */
  readonly resume?: SearchData;
  /** Keeps the trials so far. */
  keep(data: SearchData): void;
}

const FILE = 'search.json';

/**
 * @param identity everything that decides the numbers of a trial besides its values
 * @throws FileError, DataError; StateError for the trials of another search
 */
export function searchRecord(folder: string, resume: boolean, identity: string): SearchRecord {
  const path = join(folder, FILE);
  const sha256 = createHash('sha256').update(identity).digest('hex');
  claimFolder('--checkpoint', folder, [FILE], []);
  const before = resume && existsSync(path) ? read(path) : undefined;
  if (before !== undefined && before.sha256 !== sha256) {
    throw new StateError({
      where: '--resume',
      expected: 'the data and the options that the search began with',
      received: 'others',
      remedy: 'Pass them again, or another folder to --checkpoint.',
    });
  }
  return {
    ...(before !== undefined && { resume: before.search }),
    keep(search) {
      writeFileAtomically(path, new TextEncoder().encode(JSON.stringify({ sha256, search })));
    },
  };
}

interface Kept {
  readonly sha256: string;
  readonly search: SearchData;
}

const KEPT = fields({ sha256: string, search: object });
const REMEDY = 'Remove the file: the search begins anew.';

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
