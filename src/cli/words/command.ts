/** What a command is: options, words for help, and what it does. */

import { type Io, type Terminal, terminal } from '../terminal/io.ts';
import { readArguments } from './arguments.ts';
import type { Options, Values } from './options.ts';

export interface Example {
  readonly line: string;
  readonly what: string;
}

interface Words {
  readonly name: string;
  /** One line, without a full stop. */
  readonly summary: string;
  /** What stands without a name: `['DATA.csv']`. */
  readonly operands: readonly string[];
  readonly examples: readonly Example[];
  /** Further paragraphs of its help. */
  readonly details?: readonly string[];
}

export interface Command extends Words {
  readonly options: Options;
  /**
   * @param words what follows the name of the command
   * @returns the exit code
   */
  run(words: readonly string[], io: Io): Promise<number>;
}

export interface Call<O extends Options> {
  readonly values: Values<O>;
  readonly operands: readonly string[];
  /** As they were written. */
  readonly words: readonly string[];
  readonly io: Terminal;
}

export function command<O extends Options>({
  run,
  ...described
}: Words & { readonly options: O; run(call: Call<O>): Promise<number> }): Command {
  return {
    ...described,
    run: async (words, io) =>
      run({
        ...readArguments(`epochal ${described.name}`, described, words),
        words,
        io: terminal(io),
      }),
  };
}
