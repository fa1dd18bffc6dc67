import { DataError } from '../errors/errors.ts';
import { FileError } from './file_error.ts';

/**
 * Whether there is a file that its reader takes.
 * @throws FileError where the operating system does not say: nobody knows then
 */
export function isReadable(path: string, load: (path: string) => unknown): boolean {
  try {
    load(path);
    return true;
  } catch (error) {
    if (error instanceof DataError) return false;
    if (error instanceof FileError && error.code === 'ENOENT') return false;
    throw error;
  }
}
