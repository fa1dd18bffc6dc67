/** What the operating system refuses. */
import { type Complaint, EpochalError } from '../errors/errors.ts';

/** A file that cannot be read or written: missing, forbidden, the disk full. */
export class FileError extends EpochalError {
  override readonly name = 'FileError';
  /** The operating system's name for the reason, such as `ENOENT` or `ENOSPC`. */
  get code(): string {
    return this.#code;
  }

  readonly #code: string;

  /** @param options the `cause`: what the file system threw */
  constructor(
    { where, expected }: Pick<Complaint, 'where' | 'expected'>,
    { cause }: { readonly cause: unknown },
  ) {
    const code = codeOf(cause);
    const [received, remedy] = reasons.get(code) ?? [
      String(cause),
      'Try again, or choose another place.',
    ];
    super({ where, expected, received, remedy }, { cause });
    this.#code = code;
  }
}

const reasons = new Map<string, readonly [received: string, remedy: string]>([
  ['ENOENT', ['no such file or folder', 'Check the path; folders are not made.']],
  ['EEXIST', ['a file', 'Choose another name.']],
  ['ENAMETOOLONG', ['a name that is too long', 'Choose a shorter one.']],
  ['ELOOP', ['links that lead to each other', 'Check the path.']],
  ['ENOTDIR', ['a file where a folder should be', 'Check the path.']],
  ['EISDIR', ['a folder', 'Name a file in it.']],
  ['EACCES', ['no permission', 'Check who may read and write there.']],
  ['EPERM', ['no permission', 'Check who may read and write there.']],
  ['EROFS', ['a disk that can only be read', 'Choose another place.']],
  ['ENOSPC', ['a full disk', 'Make room; nothing that was there before has changed.']],
  ['EFBIG', ['a file as large as is allowed', 'Choose another place.']],
  ['EIO', ['a disk that fails', 'Choose another place.']],
  ['EPIPE', ['a pipe that nobody reads any more', 'Write to a file, or read all of it.']],
  ['EDQUOT', ['a disk quota that is used up', 'Make room; nothing that was there has changed.']],
]);

/** The code of an error of the operating system; empty for anything else. */
export function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  return typeof code === 'string' ? code : '';
}
