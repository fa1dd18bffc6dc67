/** Text that is written line by line, and how much of it there was when a checkpoint was taken. */
import { callable, optional, type Rules } from '../../errors/options.ts';
import type { CallbackState } from '../state/training_state.ts';
import { outbox } from './outbox.ts';

export interface LogOptions {
  /**
   * Where text goes; called with one whole line at a time, its end included. A line for which it throws
   * is offered again before the next one.
   */
  readonly write: (text: string) => void;
  /**
   * Called when a training run is resumed from a checkpoint, before anything is written: the log is to be
   * cut back to so many bytes (of UTF-8), what it had at the checkpoint. Lines that a run wrote after
   * its last checkpoint come again; without this they are there twice. Where there are fewer bytes, it
   * returns how many are left.
   */
  readonly truncate?: ((bytes: number) => unknown) | undefined;
  /** Called before a checkpoint that counts on what was written: it is to outlast a power cut. */
  readonly sync?: (() => void) | undefined;
}

export interface ResolvedLogOptions {
  readonly write: (text: string) => void;
  readonly truncate: LogOptions['truncate'] | undefined;
  readonly sync: LogOptions['sync'] | undefined;
}

export const logRules: Rules<ResolvedLogOptions> = {
  write: callable as Rules<ResolvedLogOptions>['write'],
  truncate: optional(callable),
  sync: optional(callable),
};

export interface CountedText {
  write(...lines: readonly string[]): void;
  /** What a checkpoint has to know, when what was written is safe. */
  state(): CallbackState['values'];
  /** Continues from there. @returns the bytes that are left of all the runs of the training */
  goOn(state: CallbackState['values']): number;
}

export function countedText({ write, truncate, sync }: ResolvedLogOptions): CountedText {
  let written = 0;
  const lines = outbox((text: string) => {
    write(text);
    written += new TextEncoder().encode(text).length;
  });
  return {
    write: lines.send,
    state() {
      sync?.();
      return { written, waiting: [...lines.waiting] };
    },
    goOn(state) {
      const before = state.written as number;
      const left = truncate?.(before);
      written = typeof left === 'number' ? left : before;
      lines.waiting.splice(0, lines.waiting.length, ...(state.waiting as string[]));
      return written;
    },
  };
}
