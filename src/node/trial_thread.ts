/** What runs in the threads of `workerObjective`. */
import type { Failure, TrialScore, Values } from '../selection/index.ts';
import { SHARE } from '../threads/cores.ts';

/** A trial on its way to a thread. */
export interface TrialTask {
  /** The module, as a URL. */
  readonly module: string;
  /** The name of the function that it exports. */
  readonly name: string;
  readonly values: Values;
  /** How many threads the trial may have. */
  readonly threads: number;
  readonly request: {
    readonly trial: number;
    readonly seed: number;
    readonly epochs: number;
    readonly maxEpochs: number;
  };
}

/** What comes back: plain data, because the types of errors do not survive the way between threads. */
export type TrialAnswer =
  | { readonly outcome: TrialScore }
  | { readonly failure: Failure & { readonly stack: string } }
  | { readonly exported: readonly string[] };

/**
 * The code of a thread. It is text because it has to be a file of its own for Node, and no build, test
 * runner or bundler has to know about a module in a `data:` URL. A thread that exits would leave its
 * trial without an answer for ever, so `process.exit` is an error, until Node itself ends the thread
 * after an error that nobody caught.
 */
const CODE = `
const { exit } = process;
process.on('uncaughtExceptionMonitor', () => {
  process.exit = exit;
});
process.exit = (code) => {
  throw new Error('process.exit(' + (code ?? '') + ') was called in a trial');
};

export async function run({ module, name, values, threads, request }) {
  try {
    globalThis[Symbol.for('${SHARE}')] = threads;
    const exported = await import(module);
    const objective = exported[name] ?? exported.default?.[name];
    if (typeof objective !== 'function') return { exported: Object.keys(exported) };
    const { signal } = new AbortController();
    const keep = (make) => make();
    // Copied here, where an error can still be told.
    return { outcome: structuredClone(await objective(values, { ...request, signal, keep })) };
  } catch (error) {
    if (!(typeof error === 'object' && error !== null && 'message' in error)) {
      return { failure: { name: 'Error', message: String(error), stack: '' } };
    }
    const { name, message, stack } = error;
    return { failure: { name: String(name ?? 'Error'), message: String(message), stack: String(stack) } };
  }
}
`;

export const THREAD_MODULE = `data:text/javascript,${encodeURIComponent(CODE)}`;
