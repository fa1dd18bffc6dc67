/** What a command knows of the terminal; tests pass one of their own. */
import { visible } from '../../errors/visible.ts';

export interface Io {
  /** To standard output. */
  out(text: string): void;
  /** To standard error. */
  err(text: string): void;
  /** Whether what was written can be overwritten, as in a terminal. */
  readonly interactive: boolean;
  /** Whether text may be bold or dim. */
  readonly styled: boolean;
  /**
   * From now on the program does not end where standard output cannot be written any more (the disk is
   * full, nobody reads the pipe), because it makes something else, too. It ends with a code that says
   * so.
   */
  outlastOutput(): void;
  /**
   * From now on Ctrl-C does not end the program at once, but aborts this signal; a second one ends it.
   * The reason of the signal is what the operating system calls it: `SIGINT`, or `SIGTERM`.
   */
  interruption(): AbortSignal;
}

/** The same for commands: nothing that a file says can steer the terminal. */
export interface Terminal extends Io {
  /** For people, and JSON: control characters are made visible, as in `err`. */
  out(text: string): void;
  /** What the program itself says to the terminal, such as going back to the start of a line. */
  control(text: string): void;
  /** The contents of a file, for a pipe: to the byte there, made visible where it is only looked at. */
  file(text: string): void;
}

export function terminal(io: Io): Terminal {
  return {
    ...io,
    out: (text) => io.out(visible(text)),
    err: (text) => io.err(visible(text)),
    control: (text) => io.out(text),
    file: (text) => io.out(io.interactive ? visible(text) : text),
  };
}

/** The codes of this world: a shell adds 128 to the number of the signal that ended a program. */
export const EXIT = {
  success: 0,
  failure: 1,
  usage: 2,
  SIGINT: 128 + 2,
  SIGPIPE: 128 + 13,
  SIGTERM: 128 + 15,
} as const;
