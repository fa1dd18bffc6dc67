/** What is to be written, in order, whatever fails in between. */

export interface Outbox<T> {
  /** Hands over everything that waits, and these at last; what is refused waits for the next time. */
  send(...parts: readonly T[]): void;
  readonly waiting: T[];
}

/** @param write throws for what it does not take */
export function outbox<T>(write: (part: T) => void): Outbox<T> {
  const waiting: T[] = [];
  return {
    waiting,
    send(...parts) {
      waiting.push(...parts);
      while (waiting.length > 0) {
        write(waiting[0]);
        waiting.shift();
      }
    },
  };
}
