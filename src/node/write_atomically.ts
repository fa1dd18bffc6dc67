/**
 * Replacing a file so that at every moment, whatever is killed or fails, the old or the new contents
 * are there, whole: written to a temporary file beside it, synced, renamed over it, the folder
 * synced. A save that was killed may leave its temporary file, `.NAME.RANDOM.tmp`.
 */
import { randomUUID } from 'node:crypto';
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
import { fileBehind } from './file_behind.ts';
import { FileError } from './file_error.ts';
import { syncFile, syncFolder } from './folder.ts';

/** What is asked of `node:fs`; tests pass one that fails where they want it to. */
export type FileSystem = Pick<
  typeof fs,
  | 'closeSync'
  | 'copyFileSync'
  | 'fchmodSync'
  | 'fsyncSync'
  | 'linkSync'
  | 'openSync'
  | 'readlinkSync'
  | 'realpathSync'
  | 'renameSync'
  | 'rmSync'
  | 'statSync'
  | 'writeSync'
>;

export interface WriteOptions {
  /**
   * Keeps what was there before as the `previousGeneration`; default false. A function tells whether
   * a file is whole, or throws where that cannot be known: then a damaged one never takes the place of
   * a whole previous generation.
   */
  readonly keepPrevious?: boolean | ((path: string) => boolean) | undefined;
  readonly fileSystem?: FileSystem | undefined;
}

const bytesRule: Rule<never> = {
  expected: 'bytes',
  example: 'new TextEncoder().encode(text)',
  accepts: (value) => value instanceof Uint8Array,
};

const keepRule: Rule<never> = {
  ...boolean,
  accepts: (value) => typeof value === 'boolean' || typeof value === 'function',
};

/**
 * Where `keepPrevious` keeps the contents that were replaced: `model.safetensors.previous`, beside the
 * file that the path leads to, should it be a symbolic link.
 * @throws FileError
 */
export function previousGeneration(path: string): string {
  checkPath('previousGeneration', path);
  try {
    return previousOf(fileBehind(path));
  } catch (cause) {
    throw new FileError({ where: path, expected: 'a file, or a link to one' }, { cause });
  }
}

const previousOf = (target: string) => `${target}.previous`;

/**
 * Writes a file, replacing what is there. Permissions stay; a symbolic link stays one.
 * @throws FileError with the operating system's `code`. Then the file is as it was, unless only the
 *   last part failed, syncing the folder: the new contents are there but may not outlast a power cut
 */
export function writeFileAtomically(path: string, bytes: Uint8Array, options?: WriteOptions): void {
  checkPath('writing', path);
  const { keepPrevious, fileSystem } = readOptions<Required<WriteOptions>>('writing', options, {
    keepPrevious: withDefault<NonNullable<WriteOptions['keepPrevious']>>(keepRule, false),
    fileSystem: withDefault<FileSystem>(object, fs),
  });
  checkArgument('writing', bytes, bytesRule);
  try {
    const existing = fileSystem.statSync(path, { throwIfNoEntry: false });
    if (existing !== undefined) checkReplaceable(existing);
    const target = fileBehind(path, fileSystem);
    const replaced = existing !== undefined && isWorthKeeping(target, keepPrevious);
    const temporary = makeTemporary(fileSystem, target);
    try {
      fill(fileSystem, temporary.descriptor, bytes, existing);
      if (replaced) keepGeneration(fileSystem, target);
      fileSystem.renameSync(temporary.path, target);
    } catch (error) {
      attempt(() => fileSystem.rmSync(temporary.path, { force: true }));
      throw error;
    }
    syncFolder(dirname(target), fileSystem);
  } catch (cause) {
    throw refusal(path, cause);
  }
}

/**
 * Makes sure that a file can be written, by beginning to and taking it back.
 * @throws FileError
 */
export function checkWritable(path: string): void {
  checkPath('writing', path);
  try {
    const existing = fs.statSync(path, { throwIfNoEntry: false });
    if (existing !== undefined) checkReplaceable(existing);
    const temporary = makeTemporary(fs, fileBehind(path));
    fs.closeSync(temporary.descriptor);
    fs.rmSync(temporary.path);
  } catch (cause) {
    throw refusal(path, cause);
  }
}

function refusal(path: string, cause: unknown): FileError {
  return new FileError(
    { where: `writing ${path}`, expected: 'a file that can be written' },
    { cause },
  );
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

/** A new file beside the target. */
function makeTemporary(fileSystem: FileSystem, target: string): Temporary {
  const path = besides(target);
  return { path, descriptor: fileSystem.openSync(path, 'wx') };
}

/** A name that no other save has ever used: one in another thread may be about to remove its own. */
function besides(path: string): string {
  return join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`);
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

/** Whether it may take the place of the previous generation: of which nobody knows stays as it is. */
function isWorthKeeping(target: string, keepPrevious: WriteOptions['keepPrevious']): boolean {
  if (typeof keepPrevious !== 'function') return keepPrevious === true;
  try {
    return keepPrevious(target) || !keepPrevious(previousOf(target));
  } catch {
    return false;
  }
}

/** Gives the contents a second name, then lets that name take the place of the last generation. */
function keepGeneration(fileSystem: FileSystem, target: string): void {
  const previous = previousOf(target);
  const second = makeSecondName(fileSystem, target, previous);
  try {
    fileSystem.renameSync(second, previous);
  } finally {
    // Renaming to another name of the same contents does nothing: then the second name is still there.
    attempt(() => fileSystem.rmSync(second, { force: true }));
  }
}

function makeSecondName(fileSystem: FileSystem, target: string, previous: string): string {
  const second = besides(previous);
  try {
    fileSystem.linkSync(target, second);
  } catch {
    copy(fileSystem, target, second);
  }
  return second;
}

/** For file systems that have no second names. */
function copy(fileSystem: FileSystem, target: string, second: string): void {
  fileSystem.copyFileSync(target, second, fs.constants.COPYFILE_EXCL);
  try {
    syncFile(second, 'r+', fileSystem);
  } catch (error) {
    attempt(() => fileSystem.rmSync(second, { force: true }));
    throw error;
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
