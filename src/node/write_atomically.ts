/**
 * Replacing a file so that at every moment, whatever is killed or fails, the old or the new contents
 * are there, whole: written to a temporary file beside it, synced, renamed over it, the folder
 * synced. A save that was killed may leave its temporary file, `.NAME.PROCESS.NUMBER.tmp`.
 */

import fs, { type Stats } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import {
  boolean,
  checkArgument,
  object,
  type Rule,
  readOptions,
  withDefault,
} from '../errors/options.ts';
import { checkPath } from './check_path.ts';
import { codeOf, FileError } from './file_error.ts';

/** What is asked of `node:fs`; tests pass one that fails where they want it to. */
export type FileSystem = Pick<
  typeof fs,
  | 'closeSync'
  | 'copyFileSync'
  | 'fchmodSync'
  | 'fsyncSync'
  | 'linkSync'
  | 'openSync'
  | 'realpathSync'
  | 'renameSync'
  | 'rmSync'
  | 'statSync'
  | 'writeSync'
>;

export interface WriteOptions {
  /** Keeps what was there before as the `previousGeneration`; default false. */
  readonly keepPrevious?: boolean;
  readonly fileSystem?: FileSystem;
}

const bytesRule: Rule<never> = {
  expected: 'bytes',
  example: 'new TextEncoder().encode(text)',
  accepts: (value) => value instanceof Uint8Array,
};

/** Where `keepPrevious` keeps the contents that were replaced: `model.safetensors.previous`. */
export function previousGeneration(path: string): string {
  checkPath('previousGeneration', path);
  return `${path}.previous`;
}

/**
 * Writes a file, replacing what is there. Permissions stay; a symbolic link stays one.
 * @throws FileError with the operating system's `code`. Then the file is as it was, unless only the
 *   last part failed, syncing the folder: the new contents are there but may not outlast a power cut
 */
export function writeFileAtomically(path: string, bytes: Uint8Array, options?: WriteOptions): void {
  checkPath('writing', path);
  const { keepPrevious, fileSystem } = readOptions<Required<WriteOptions>>('writing', options, {
    keepPrevious: withDefault(boolean, false),
    fileSystem: withDefault<FileSystem>(object, fs),
  });
  checkArgument('writing', bytes, bytesRule);
  try {
    const existing = fileSystem.statSync(path, { throwIfNoEntry: false });
    if (existing !== undefined) checkReplaceable(existing);
    const target = existing === undefined ? path : fileSystem.realpathSync(path);
    const temporary = makeTemporary(fileSystem, target);
    try {
      fill(fileSystem, temporary.descriptor, bytes, existing);
      if (keepPrevious && existing !== undefined) keepGeneration(fileSystem, target);
      fileSystem.renameSync(temporary.path, target);
    } catch (error) {
      attempt(() => fileSystem.rmSync(temporary.path, { force: true }));
      throw error;
    }
    syncFolder(fileSystem, dirname(target));
  } catch (cause) {
    throw new FileError(
      { where: `writing ${path}`, expected: 'a file that can be written' },
      { cause },
    );
  }
}

/** A device or a pipe would be replaced by a file. */
function checkReplaceable(existing: Stats): void {
  if (existing.isDirectory()) throw Object.assign(new Error('a folder'), { code: 'EISDIR' });
  if (!existing.isFile()) throw new Error('a device or pipe, which cannot be replaced');
}

interface Temporary {
  readonly path: string;
  readonly descriptor: number;
}

/** A new file beside the target; others of that name belong to another save, killed or under way. */
function makeTemporary(fileSystem: FileSystem, target: string): Temporary {
  for (let number = 0; ; number++) {
    const path = join(dirname(target), `.${basename(target)}.${process.pid}.${number}.tmp`);
    try {
      return { path, descriptor: fileSystem.openSync(path, 'wx') };
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    }
  }
}

/** No single write may be longer than this in Node. */
const MAX_WRITE = 2 ** 30;

/** Writes and syncs all bytes, then closes the file. */
function fill(fileSystem: FileSystem, descriptor: number, bytes: Uint8Array, like?: Stats): void {
  try {
    if (like !== undefined) fileSystem.fchmodSync(descriptor, like.mode);
    let written = 0;
    while (written < bytes.length) {
      const length = Math.min(bytes.length - written, MAX_WRITE);
      const taken = fileSystem.writeSync(descriptor, bytes, written, length);
      if (taken === 0) throw new Error('a disk that takes no more');
      written += taken;
    }
    fileSystem.fsyncSync(descriptor);
  } finally {
    fileSystem.closeSync(descriptor);
  }
}

/** Gives the contents a second name, then lets that name take the place of the last generation. */
function keepGeneration(fileSystem: FileSystem, target: string): void {
  const previous = previousGeneration(target);
  const second = join(dirname(target), `.${basename(previous)}.${process.pid}.tmp`);
  fileSystem.rmSync(second, { force: true });
  try {
    try {
      fileSystem.linkSync(target, second);
    } catch {
      // Some file systems have no second names.
      fileSystem.copyFileSync(target, second);
      sync(fileSystem, second, 'r+');
    }
    fileSystem.renameSync(second, previous);
  } finally {
    // Renaming to another name of the same contents does nothing: then the second name is still there.
    attempt(() => fileSystem.rmSync(second, { force: true }));
  }
}

/** Makes renames outlast a power cut. Windows has no such thing, and needs none. */
function syncFolder(fileSystem: FileSystem, folder: string): void {
  if (process.platform !== 'win32') sync(fileSystem, folder, 'r');
}

function sync(fileSystem: FileSystem, path: string, flags: 'r' | 'r+'): void {
  const descriptor = fileSystem.openSync(path, flags);
  try {
    fileSystem.fsyncSync(descriptor);
  } finally {
    fileSystem.closeSync(descriptor);
  }
}

/** Tidying up after an error must not hide it. */
function attempt(tidyUp: () => void): void {
  try {
    tidyUp();
  } catch {
    // The error that led here is the one to report.
  }
}
