/** How many threads a command computes with. */
import type { Rule } from '../../errors/options.ts';
import { type ThreadCount, threadCount } from '../../graph/threading.ts';
import { type InUse, startThreads } from '../../threads/enable.ts';
import { type Option, readNumber } from '../words/options.ts';

/** The option of the commands that compute. */
export const threadsOption: Option<ThreadCount> = {
  help: 'how many threads compute at most: auto or a number, with the same result to the bit; default auto, as many as there are cores where there is enough to do',
  placeholder: 'N',
  fallback: 'auto',
  read: (where, text) => (text === 'auto' ? text : readNumber(where, autoOrNumber, text)),
};

const autoOrNumber: Rule<unknown> = {
  ...threadCount,
  expected: 'auto or a whole number, 1 or more',
  example: 'auto',
};

/** One thread, as asked. */
const ONE: InUse = { most: () => 1, reason: () => undefined, end: () => {} };

/** Runs what may use so many threads, which have ended when it has. */
export async function withThreads<Result>(
  threads: ThreadCount,
  run: (threads: InUse) => Promise<Result>,
): Promise<Result> {
  const use = threads === 1 ? ONE : startThreads({ threads, worker: undefined });
  try {
    return await run(use);
  } finally {
    use.end();
  }
}

/** For people: how many threads computed, or why one did. */
export function threadsFact(use: InUse): [name: string, value: string] {
  const reason = use.reason();
  return ['threads', `${use.most()}${reason === undefined ? '' : `: ${reason}`}`];
}

/** The same for programs. */
export function threadsAsData(use: InUse): object {
  const reason = use.reason();
  return { threads: use.most(), ...(reason !== undefined && { oneThread: reason }) };
}
