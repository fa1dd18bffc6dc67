/** What a thread runs, as code of a program: where it cannot be a text, such as `CODE`. */
import { StateError } from '../errors/errors.ts';
import { bind, type WasmEntries, type WasmMemory } from '../wasm/engine.ts';
import { environment } from './environment.ts';
import { FAREWELL, type Message } from './thread.ts';

/**
 * Makes this worker of a page one of the threads that `enableThreads({ worker })` starts. It is all that the
 * file of such a worker has to do.
 * @throws StateError where this is no worker of a page
 * @example
 * // thread.js, for enableThreads({ worker: () => new Worker(new URL('./thread.js', import.meta.url)) })
 * runThread();
 */
export function runThread(): void {
  const here = environment();
  const { document, postMessage, close } = here;
  if (document !== undefined || postMessage === undefined || close === undefined) {
    throw new StateError({
      where: 'runThread',
      expected: 'to be called in a worker of a page',
      received: 'another thread',
      remedy: 'Call it in a file of its own, and pass enableThreads({ worker }) what starts that.',
    });
  }
  const receive = serving(postMessage, close);
  here.onmessage = ({ data }) => receive(data as Message);
}

/** Milliseconds without work after which a thread ends. */
const IDLE = 10_000;
/** So many plans are known; the oldest are forgotten. */
const MOST_PLANS = 256;

/**
 * The same as `CODE`.
 * @param say sends a message to the thread that started this one
 * @returns what takes messages
 */
export function serving(
  say: (message: string) => void,
  close: () => void,
): (message: Message) => void {
  const { setTimeout, clearTimeout } = environment();
  const plans = new Map<number, WasmEntries[string]>();
  let started: Message['begin'];
  let timer: unknown;
  const finish = () => {
    say(FAREWELL);
    close();
  };
  return ({ begin, program }) => {
    started ??= begin;
    if (program !== undefined) {
      plans.set(program.plan, bind(program.module, program.memory as WasmMemory).serve);
      for (const plan of plans.keys()) if (plans.size > MOST_PLANS) plans.delete(plan);
    }
    clearTimeout(timer);
    if (started === undefined) return;
    const { control, number } = started;
    for (;;) {
      const plan = Atomics.load(control, 0);
      const serve = plans.get(plan);
      if (serve === undefined) break;
      if (serve(number, plan) !== 0) return finish();
    }
    timer = setTimeout(finish, IDLE);
  };
}
