/** The worker's side: one run at a time, in turns, so that a newer request is heard and takes its place. */
import type { Pace, Question, Reply, Request, RunRequest } from './protocol.ts';
import { type About, type AnyView, NOTHING, Session } from './view.ts';

/** Milliseconds of work between two looks at the messages. */
const TURN = 12;

/** No run has this number. */
const NONE = -1;

/**
 * @param find loads a view by its name
 * @param pause ends when messages that came in have been handed over
 * @returns what to call with each message
 */
export function serve(
  find: (name: string) => Promise<AnyView | undefined>,
  reply: (message: Reply) => void,
  pause: () => Promise<void> = () => new Promise((resolve) => setTimeout(resolve)),
): (request: Request) => Promise<void> {
  let newest = 0;
  let about: About<unknown, unknown> = NOTHING;
  /** How many turns the newest run may still make. */
  let turns = 0;
  let wake = () => {};

  function report(id: number, error: unknown): void {
    const problem = error instanceof Error ? error.message : String(error);
    reply({ id, kind: 'problem', problem });
  }

  async function train(request: RunRequest): Promise<void> {
    const { id, view: name, values, given } = request;
    newest = id;
    turns = 1 + (request.turns ?? Number.POSITIVE_INFINITY);
    wake();
    about = NOTHING;
    const view = await find(name);
    if (newest !== id) return;
    if (view === undefined) throw new Error(`There is no view ${name}.`);
    const run = view.run(values, given);
    for (;;) {
      const until = performance.now() + TURN;
      while (turns > 0 && performance.now() < until) {
        turns -= 1;
        const { done, value } = run.next();
        if (value !== undefined) {
          if (value instanceof Session) about = value.about;
          const result = value instanceof Session ? value.result : value;
          reply({ id, kind: 'result', result, final: done === true });
        }
        if (done) return;
      }
      if (turns > 0) await pause();
      else {
        reply({ id, kind: 'rest' });
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      if (newest !== id) return;
    }
  }

  async function ask({ id, question }: Question): Promise<void> {
    if (id !== newest) return;
    const answer = await about.answer(question);
    if (id === newest) reply({ id, kind: 'answer', answer });
  }

  function setPace({ id, turns: allowed }: Pace): void {
    if (id !== newest) return;
    turns = allowed;
    if (turns > 0) wake();
  }

  return async (request) => {
    try {
      if (request.kind === 'run') await train(request);
      else if (request.kind === 'pace') setPace(request);
      else await ask(request);
    } catch (error) {
      // About a run that has failed there is nothing to ask: its problem is what counts.
      if (request.kind === 'run' && request.id === newest) newest = NONE;
      report(request.id, error);
    }
  };
}
