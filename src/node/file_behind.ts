/** Where symbolic links lead. */
import fs from 'node:fs';
import { dirname, resolve } from 'node:path';
import { codeOf } from './file_error.ts';

/**
 * The file that a path leads to in the end through symbolic links, whether it is there or not.
 * @throws what the operating system throws, unless it is that something is missing
 */
export function fileBehind(
  path: string,
  fileSystem: Pick<typeof fs, 'readlinkSync' | 'realpathSync'> = fs,
): string {
  const real = unlessMissing(() => fileSystem.realpathSync(path));
  if (real !== undefined) return real;
  const link = unlessMissing(() => fileSystem.readlinkSync(path));
  if (link === undefined) return path;
  // A link to nothing. From the real folder, because `..` in a link means the one above that.
  return fileBehind(resolve(fileSystem.realpathSync(dirname(path)), link), fileSystem);
}

/** EINVAL is what is read as a link and is none: a file that was made in between. */
const MISSING = ['ENOENT', 'ENOTDIR', 'EINVAL'];

function unlessMissing(find: () => string): string | undefined {
  try {
    return find();
  } catch (error) {
    if (MISSING.includes(codeOf(error))) return undefined;
    throw error;
  }
}
