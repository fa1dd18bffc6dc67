/** What a command writes: made sure of before hours of training, and apart from what it reads. */
import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileBehind } from '../../node/file_behind.ts';
import { makeFolder } from '../../node/folder.ts';
import { lockFolder } from '../../node/folder_lock.ts';
import { checkWritable } from '../../node/write_atomically.ts';
import { UsageError } from '../words/usage_error.ts';

/** Files that a command works with already, and what they are to it. */
export type OtherFiles = readonly (readonly [path: string, what: string])[];

/**
 * Makes sure that there is a place for a file.
 * @throws FileError for a folder that is missing or cannot be written to, and for a path that is one, a
 * device or a pipe; UsageError for one of the others
 */
export function checkDestination(option: string, path: string, others: OtherFiles): void {
  checkWritable(path);
  checkApart(option, path, others);
}

/**
 * Makes a folder and keeps other processes from writing to it.
 * @param names of the files that will be written there
 * @throws FileError; StateError when another process writes to it; UsageError when a file is one of the
 * others
 */
export function claimFolder(
  option: string,
  folder: string,
  names: readonly string[],
  others: OtherFiles,
): void {
  for (const name of names) checkApart(option, join(folder, name), others);
  makeFolder(folder);
  lockFolder(option, folder);
}

function checkApart(option: string, path: string, others: OtherFiles): void {
  const same = others.find(([other]) => isSameFile(path, other));
  if (same === undefined) return;
  throw new UsageError({
    where: `${option}, ${path}`,
    expected: 'a file of its own',
    received: same[1],
    remedy: 'Choose another name.',
  });
}

/** By whatever names, through whatever links. */
function isSameFile(one: string, other: string): boolean {
  const [a, b] = [one, other].map(identityOf);
  return a !== undefined && b !== undefined
    ? a === b
    : resolve(fileBehind(one)) === resolve(fileBehind(other));
}

function identityOf(path: string): string | undefined {
  try {
    const { dev, ino } = statSync(path, { bigint: true });
    return `${dev} ${ino}`;
  } catch {
    return undefined; // not there yet
  }
}
