/** Several threads for plans, for those who ask for them. */
import { StateError } from '../errors/errors.ts';
import { callable, optional, readOptions, withDefault } from '../errors/options.ts';
import { type ThreadCount, threadCount, threading } from '../graph/threading.ts';
import { createSharedMemory } from '../wasm/engine.ts';
import { CONTROL_BYTES } from './control.ts';
import { coresHere, shareHere } from './cores.ts';
import { useThreads } from './source.ts';
import { starterHere } from './start.ts';

export interface EnableThreadsOptions {
  /** How many threads `'auto'` means at most; default `'auto'`, as many as there are cores. */
  readonly threads?: ThreadCount | undefined;
  /**
   * In a browser: starts a worker whose file calls `runThread`, such as `() => new Worker(new URL('./thread.js',
   * import.meta.url), { type: 'module' })`. Without it a worker is started from a `blob:` URL.
   */
  readonly worker?: (() => { postMessage(message: unknown): void; terminate(): void }) | undefined;
}

/**
 * Lets plans be computed by several threads, as many as the option `threads` says: of the Trainer, `predict`,
 * `evaluate` and `compile`, where it is `'auto'` by default. Bits do not depend on it. Threads start when there
 * is work for them, serve all plans of the process, and end by themselves.
 *
 * `'auto'` means one thread for a plan that takes less than about 100 µs, and otherwise as many as there are
 * cores, for this process and, in a trial of `workerObjective`, for the trial.
 * @throws OptionError for options that do not fit; StateError for options that come later than the first call
 * @example
 * enableThreads();
 * const trainer = new Trainer({ ... });
 */
export function enableThreads(options: EnableThreadsOptions = {}): void {
  const read = readOptions<ReadOptions>('enableThreads', options, {
    threads: withDefault<ThreadCount>(threadCount, 'auto'),
    worker: optional(callable),
  });
  if (threading.source === undefined) {
    startThreads(read);
  } else if (read.threads !== 'auto' || read.worker !== undefined) {
    throw new StateError({
      where: 'enableThreads',
      expected: 'options at the first call: the threads of a process are one team',
      received: 'a later one',
      remedy: 'Pass them where it is called first.',
    });
  }
}

type ReadOptions = Pick<EnableThreadsOptions, 'worker'> & { readonly threads: ThreadCount };

/** The same, for callers who want to know what came of it. */
export function startThreads({ threads, worker }: ReadOptions): InUse {
  const start = starterHere(worker);
  const obstacle =
    obstacleHere() ?? (start === undefined ? 'nothing here starts threads' : undefined);
  const cores = coresHere();
  const share = shareHere();
  const use = { most: 1, shared: 0 };
  const team = useThreads(obstacle === undefined ? start : undefined, {
    ...{ cores, auto: threads === 'auto' ? cores : threads, obstacle, use },
    ...(share !== undefined && { share }),
  });
  return {
    most: () => use.most,
    reason() {
      if (use.most > 1) return undefined;
      if (use.shared === 0) return 'too little work that threads can share';
      if (threads === 'auto' && cores === 1) return 'there is one core';
      return threading.source?.('auto').obstacle() ?? 'it was done before others had started';
    },
    end() {
      team?.close();
      threading.source = undefined;
    },
  };
}

/** What came of threads so far. */
export interface InUse {
  /** How many computed at the same time, at most. */
  most(): number;
  /** Why there was but one, if so. */
  reason(): string | undefined;
  /** Ends all threads. Plans are computed by one from then on. */
  end(): void;
}

/** Why plans cannot be computed by several threads here, if so. */
function obstacleHere(): string | undefined {
  if (typeof SharedArrayBuffer === 'undefined') {
    return 'there is no SharedArrayBuffer: a page has to be cross-origin isolated';
  }
  try {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 1);
  } catch {
    return 'this thread may not wait: train in a worker';
  }
  try {
    createSharedMemory(CONTROL_BYTES);
  } catch (error) {
    return `there is no shared memory: ${error instanceof Error ? error.message : error}`;
  }
  return undefined;
}
