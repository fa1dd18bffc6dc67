/** Trials in other threads: the pool is tinypool's, the search's is which of them run. */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Tinypool } from 'tinypool';
import { describe } from '../errors/describe.ts';
import { OptionError, StateError } from '../errors/errors.ts';
import {
  array,
  checkArgument,
  oneOf,
  optional,
  positiveInteger,
  type Rule,
  readOptions,
  string,
  withDefault,
} from '../errors/options.ts';
import { type ThreadCount, threadCount } from '../graph/threading.ts';
import type { Objective, TrialRequest, Values } from '../selection/index.ts';
import { coresHere } from '../threads/cores.ts';
import type { Goal } from '../train/index.ts';
import { THREAD_MODULE, type TrialAnswer, type TrialTask } from './trial_thread.ts';

export interface WorkerObjectiveOptions {
  /**
   * How many trials a search runs at once, each in a thread of its own; default one for each core, or for
   * each `threads` cores where that is given.
   */
  readonly parallel?: number | undefined;
  /**
   * How many threads each trial has at most; default `'auto'`, its share of the cores. It is never more than that:
   * together they have no more threads than there are cores. More than one needs `enableThreads()` of
   * `epochal/threads` in the module.
   */
  readonly threads?: ThreadCount | undefined;
  /** The name of the function that the module exports; default `default`. */
  readonly export?: string | undefined;
  /** Which way a score is better; default as the search says. */
  readonly goal?: Goal | undefined;
  /** Options of Node for the threads, such as `['--import', './register.mjs']`; default the process's. */
  readonly execArgv?: readonly string[] | undefined;
}

export interface WorkerObjective<V = Values> extends Objective<V> {
  readonly parallel: number;
  /** Ends the threads, whatever they do. To continue is an error then. */
  close(): Promise<void>;
  /** The same, for `await using`. */
  [Symbol.asyncDispose](): Promise<void>;
}

interface Resolved {
  readonly parallel: number | undefined;
  readonly threads: ThreadCount;
  readonly export: string;
  readonly goal: Goal | undefined;
  readonly execArgv: string[] | undefined;
}

const moduleRule: Rule<never> = {
  expected: "a URL such as new URL('./trial.js', import.meta.url), or a path",
  example: "new URL('./trial.js', import.meta.url)",
  accepts: (value) => value instanceof URL || (typeof value === 'string' && value !== ''),
};

/**
 * An objective that runs in other threads: the function that a module exports, written as any other
 * objective, `(values, { epochs, seed, ... }) => score`. The bits of a score do not depend on the
 * thread, so a search finds the same with any number of threads, and without them. Of a machine with eight
 * cores four trials at once have two each (`enableThreads` in the module).
 *
 * What goes between threads is data. An error comes back with the name, message and stack that it had.
 * `keep` keeps nothing, because a trial may come back to another thread: survivors of
 * `successiveHalving` are trained anew to the larger total. When the search is aborted, threads that
 * are in the middle of a trial are ended at once, even in an endless loop; a trial that takes its
 * thread down (memory, an error outside of all promises) has failed, and another thread takes its
 * place.
 *
 * A module in TypeScript is loaded by a small one that registers a compiler first: docs/search.md.
 *
 * Threads start with the first trial, and the process does not wait for idle ones. Each loads the
 * module, and all that it imports, once: worth it when trials take longer than that.
 *
 * @param module the URL of a module, or a path from the current folder
 * @throws OptionError for options that do not fit. A module without such a function fails the trials
 * @example
 * await using objective = workerObjective(new URL('./trial.js', import.meta.url), { parallel: 4 });
 * const result = await randomSearch({ space, trials: 100, epochs: 20, objective });
 */
export function workerObjective<V = Values>(
  module: URL | string,
  options: WorkerObjectiveOptions = {},
): WorkerObjective<V> {
  checkArgument('workerObjective', module, moduleRule);
  const read = readOptions<Resolved>('workerObjective', options, {
    parallel: optional(positiveInteger),
    threads: withDefault<ThreadCount>(threadCount, 'auto'),
    export: withDefault(string, 'default'),
    goal: optional(oneOf('minimum', 'maximum')),
    execArgv: optional(array),
  });
  const { parallel, threads } = sharesOf(read, coresHere());
  const url = urlOf(module);
  let pool: Promise<Pool> | undefined;
  let closed = false;

  async function objective(values: V, { signal, ...request }: TrialRequest) {
    if (closed) {
      throw new StateError({
        where: 'workerObjective',
        expected: 'threads that are there',
        received: 'a trial after close()',
        remedy: 'Close it after the search.',
      });
    }
    pool ??= startPool(parallel, read);
    const { trial, seed, epochs, maxEpochs } = request;
    const task: TrialTask = {
      module: url,
      name: read.export,
      values: values as Values,
      threads,
      request: { trial, seed, epochs, maxEpochs },
    };
    const answer = await (await pool).run(task, signal);
    if ('outcome' in answer) return answer.outcome;
    if ('failure' in answer) throw revived(answer.failure);
    throw new OptionError({
      where: 'workerObjective.export',
      expected: `a function that ${url} exports: ${answer.exported.join(', ') || 'it has none'}`,
      received: describe(read.export),
      remedy: 'Name one of them in the option export.',
    });
  }

  async function close(): Promise<void> {
    closed = true;
    await (await pool)?.close();
  }

  Object.defineProperty(objective, 'name', { value: read.export });
  return Object.assign(objective, {
    parallel,
    goal: read.goal,
    close,
    [Symbol.asyncDispose]: close,
  });
}

/** How many trials at once, and how many threads each may have. Of fewer cores than trials each has one. */
export function sharesOf(
  { parallel, threads }: { parallel?: number | undefined; threads: ThreadCount },
  cores: number,
): { parallel: number; threads: number } {
  const atOnce = parallel ?? Math.max(1, Math.floor(cores / (threads === 'auto' ? 1 : threads)));
  const share = Math.max(1, Math.floor(cores / atOnce));
  return { parallel: atOnce, threads: threads === 'auto' ? share : Math.min(threads, share) };
}

function urlOf(module: URL | string): string {
  if (module instanceof URL) return module.href;
  return module.startsWith('file:') ? module : pathToFileURL(resolve(module)).href;
}

interface Pool {
  run(task: TrialTask, signal: AbortSignal): Promise<TrialAnswer>;
  close(): Promise<void>;
}

async function startPool(parallel: number, { execArgv }: Resolved): Promise<Pool> {
  // Loaded here, because it is an ES module only, and only who needs threads pays for it.
  const { Tinypool } = await import('tinypool');
  const pool: Tinypool = new Tinypool({
    filename: THREAD_MODULE,
    name: 'run',
    minThreads: parallel,
    maxThreads: parallel,
    ...(execArgv !== undefined && { execArgv }),
  });
  // Told of a thread that ends between trials, or does not start: no trial would ever be answered.
  // Every time, because an error event that nobody listens to ends the process.
  const broken = new Promise<never>((_, reject) => pool.on('error', reject));
  broken.catch(() => {});
  return {
    run: (task, signal) => Promise.race([pool.run(task, { signal }), broken]),
    close: () => pool.destroy(),
  };
}

/** An error as it was in its thread, but for its class. */
function revived({
  name,
  message,
  stack,
}: {
  name: string;
  message: string;
  stack: string;
}): Error {
  return Object.defineProperties(new Error(message), {
    name: { value: name },
    stack: { value: stack },
  });
}
