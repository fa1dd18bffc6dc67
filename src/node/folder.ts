/** Folders, and names in them that outlast a power cut. */
import fs, { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { codeOf, FileError } from './file_error.ts';

type Syncing = Pick<typeof fs, 'closeSync' | 'fsyncSync' | 'openSync'>;

/** Puts on the disk what the operating system holds back of a file. */
export function syncFile(path: string, flags: 'r' | 'r+', fileSystem: Syncing = fs): void {
  const descriptor = fileSystem.openSync(path, flags);
  try {
    fileSystem.fsyncSync(descriptor);
  } finally {
    fileSystem.closeSync(descriptor);
  }
}

/** Makes new names and renames outlast a power cut. Windows has no such thing, and needs none. */
export function syncFolder(folder: string, fileSystem: Syncing = fs): void {
  if (process.platform !== 'win32') syncFile(folder, 'r', fileSystem);
}

/**
 * Makes a folder, and those around it that are missing.
 * @throws FileError
 */
export function makeFolder(folder: string): void {
  try {
    const first = mkdirSync(folder, { recursive: true });
    if (first === undefined) return;
    const outermost = dirname(resolve(first));
    let made = resolve(folder);
    while (made !== outermost && made !== dirname(made)) {
      made = dirname(made);
      syncFolder(made);
    }
  } catch (cause) {
    throw new FileError({ where: `making ${folder}`, expected: 'a folder' }, { cause });
  }
}

/**
 * Makes a folder that was not there: of this name, or with the first free number behind it.
 * @returns its path
 * @throws FileError
 */
export function makeNewFolder(name: string): string {
  for (let number = 1; ; number++) {
    const folder = number === 1 ? name : `${name}-${number}`;
    try {
      mkdirSync(folder);
      syncFolder(dirname(resolve(folder)));
      return folder;
    } catch (cause) {
      if (codeOf(cause) === 'EEXIST') continue;
      throw new FileError({ where: `making ${folder}`, expected: 'a folder' }, { cause });
    }
  }
}
