import { accessSync, constants, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { FileError } from '../node/index.ts';

/**
 * Makes sure, before hours of training, that there is a place for what comes of them.
 * @throws FileError for a folder that is missing or may not be written to, and for a path that is one
 */
export function checkDestination(path: string): void {
  try {
    accessSync(dirname(path), constants.W_OK);
    const existing = statSync(path, { throwIfNoEntry: false });
    if (existing?.isDirectory()) throw Object.assign(new Error('a folder'), { code: 'EISDIR' });
  } catch (cause) {
    throw new FileError(
      { where: `writing ${path}`, expected: 'a file that can be written' },
      { cause },
    );
  }
}
