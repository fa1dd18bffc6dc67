/** Several things at once, in one thread or in many: what is next goes to the lane that is free. */

/** The numbers of trials, in order: a set, or all of so many. */
export interface Trials extends Iterable<number> {
  readonly size: number;
  has(trial: number): boolean;
}

/** All numbers from 1, one by one: a grid may be larger than any list. */
export function upTo(size: number): Trials {
  return {
    size,
    has: (trial) => trial >= 1 && trial <= size,
    *[Symbol.iterator]() {
      for (let trial = 1; trial <= size; trial++) yield trial;
    },
  };
}

/**
 * Works through trials in order, up to `parallel` at a time, until there are no more or the controller
 * is aborted. An error aborts it: nothing new is begun, and what is under way ends before it is thrown.
 * @throws the first error of `work`
 */
export async function inLanes(
  trials: Trials,
  parallel: number,
  controller: AbortController,
  work: (trial: number) => Promise<void>,
): Promise<void> {
  const failures: unknown[] = [];
  // One iterator for all lanes: whatever one of them takes, no other does.
  const waiting = trials[Symbol.iterator]();
  async function lane(): Promise<void> {
    try {
      for (let next = waiting.next(); next.done !== true; next = waiting.next()) {
        await work(next.value);
        if (controller.signal.aborted) return;
      }
    } catch (error) {
      controller.abort(error);
      failures.push(error);
    }
  }
  await Promise.all(Array.from({ length: Math.min(parallel, trials.size) }, lane));
  if (failures.length > 0) throw failures[0];
}
