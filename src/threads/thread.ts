/** A thread: what it is sent, what it runs, and what starts one where. */

export interface Message {
  /** First of all: where the number of the plan under way is, and which thread it is. */
  readonly begin?: { readonly control: Int32Array; readonly number: number };
  /** A plan that the thread does not know yet. */
  readonly program?: { readonly plan: number; readonly module: object; readonly memory: object };
}

export interface Thread {
  post(message: Message): void;
  /** Ends it, whatever it does, at some time. */
  end(): void;
}

/** How a thread ended: by itself, because nothing was left to do; in another way; or before it began. */
export type Ending = 'finished' | 'lost' | 'refused';

/**
 * Starts a thread that runs `CODE`, and is not waited for when a program ends.
 * @param ended called when it has ended
 */
export type StartThread = (ended: (how: Ending) => void) => Thread;

/** What a thread sends when it ends by itself. */
export const FAREWELL = 'done';

/**
 * What a thread runs. It is text because it has to be a file of its own otherwise, which every bundler would
 * have to know. `receive` takes messages; `say` and `close` are given. While its plan is under way it stays in emitted
 * code, and takes no messages; it leaves when another plan is, of which the message is on its way then.
 */
export const CODE = `
const plans = new Map();
let control, number, timer;
function receive({ begin, program }) {
  if (begin) ({ control, number } = begin);
  if (program) {
    const instance = new WebAssembly.Instance(program.module, { epochal: { memory: program.memory } });
    plans.set(program.plan, instance.exports.serve);
    if (plans.size > 256) plans.delete(plans.keys().next().value);
  }
  clearTimeout(timer);
  for (;;) {
    const plan = Atomics.load(control, 0);
    const serve = plans.get(plan);
    if (serve === undefined) break;
    if (serve(number, plan) !== 0) return finish();
  }
  timer = setTimeout(finish, 10000);
}
function finish() {
  say('${FAREWELL}');
  close();
}
`;
