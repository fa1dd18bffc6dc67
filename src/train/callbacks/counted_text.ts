/** Text that is written line by line, and how much of it there was when a checkpoint was taken. */
import { callable, optional, type Rules } from '../../errors/options.ts';

export interface LogOptions {
  /** Where text goes; called with one whole line at a time, its end included. */
  readonly write: (text: string) => void;
  /**
   * Called when a training is resumed from a checkpoint, before anything is written: the log is to be
   * cut back to so many bytes (of UTF-8), what it had at the checkpoint. Lines that a run wrote after
   * its last checkpoint come again; without this they are there twice.
   */
  readonly truncate?: (bytes: number) => void;
}

export interface ResolvedLogOptions {
  readonly write: (text: string) => void;
  readonly truncate: LogOptions['truncate'] | undefined;
}

export const logRules: Rules<ResolvedLogOptions> = {
  write: callable as Rules<ResolvedLogOptions>['write'],
  truncate: optional(callable),
};

export interface CountedText {
  /** Bytes so far, over all the runs of a training. */
  readonly written: number;
  write(text: string): void;
  /** Goes on after so many bytes. */
  goOn(written: number): void;
}

export function countedText({ write, truncate }: ResolvedLogOptions): CountedText {
  let written = 0;
  return {
    get written() {
      return written;
    },
    write(text) {
      write(text);
      written += new TextEncoder().encode(text).length;
    },
    goOn(before) {
      truncate?.(before);
      written = before;
    },
  };
}
