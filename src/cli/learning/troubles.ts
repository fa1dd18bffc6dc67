import { FileError } from '../../node/index.ts';
import type { Io } from '../terminal/io.ts';
import { complaint } from '../words/complaint.ts';

/** What fails beside a training run, such as its log on a full disk, and need not end it. */
export interface Troubles {
  /**
   * Says so, once for each place, when the operating system refuses something.
   * @returns whether it did not
   */
  attempt(act: () => void): boolean;
  /** Whether anything failed: the command has not done all that it was asked for. */
  readonly any: boolean;
}

export function troubles(io: Io): Troubles {
  const said = new Set<string>();
  return {
    attempt(act) {
      try {
        act();
        return true;
      } catch (error) {
        if (!(error instanceof FileError)) throw error;
        if (!said.has(error.where)) io.err(complaint(error));
        said.add(error.where);
        return false;
      }
    },
    get any() {
      return said.size > 0;
    },
  };
}
