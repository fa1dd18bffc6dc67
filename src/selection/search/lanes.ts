/** Several things at once, in one thread or in many: what is next goes to whoever is free. */

/**
 * Works through items in order, up to `parallel` at a time. After an error nothing new is begun; what
 * is under way ends before it is thrown.
 * @param onError told the first error at once, to end what is under way
 * @throws the first error of `work`
 */
export async function inLanes<T>(
  items: Iterable<T>,
  parallel: number,
  work: (item: T) => Promise<void>,
  onError: (error: unknown) => void,
): Promise<void> {
  const failures: unknown[] = [];
  // One iterator for all lanes: whatever one of them takes, no other does.
  const waiting = (function* () {
    yield* items;
  })();
  async function lane(): Promise<void> {
    try {
      for (const item of waiting) await work(item);
    } catch (error) {
      if (failures.length === 0) onError(error);
      failures.push(error);
    }
  }
  await Promise.all(Array.from({ length: parallel }, lane));
  if (failures.length > 0) throw failures[0];
}

/** Lets the other tasks of the event loop have their turn, so that a signal can come. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}
