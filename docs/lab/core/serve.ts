/** The worker's side: one run at a time, in turns, so that a newer request is heard and takes its place. */
import type { Question, Reply, Request, RunRequest } from './protocol.ts';
import { type About, type AnyView, NOTHING, Session } from './view.ts';

/** Milliseconds of work between two looks at the messages. */
const TURN = 12;

/**
 * @param pause ends when messages that came in have been handed over
 * @returns what to call with each message
 */
export function serve(
  views: readonly AnyView[],
  reply: (message: Reply) => void,
  pause: () => Promise<void> = () => new Promise((resolve) => setTimeout(resolve)),
): (request: Request) => Promise<void> {
  let newest = 0;
  let about: About<unknown, unknown> = NOTHING;

  function report(id: number, error: unknown): void {
    const problem = error instanceof Error ? error.message : String(error);
    reply({ id, kind: 'problem', problem });
  }

  async function train({ id, view: name, values, given }: RunRequest): Promise<void> {
    newest = id;
    about = NOTHING;
    const view = views.find((one) => one.name === name);
    if (view === undefined) throw new Error(`There is no view ${name}.`);
    const run = view.run(values, given);
    for (;;) {
      const until = performance.now() + TURN;
      while (performance.now() < until) {
        const { done, value } = run.next();
        if (value !== undefined) {
          if (value instanceof Session) about = value.about;
          const result = value instanceof Session ? value.result : value;
          reply({ id, kind: 'result', result, final: done === true });
        }
        if (done) return;
      }
      await pause();
      if (newest !== id) return;
    }
  }

  function ask({ id, question }: Question): void {
    if (id === newest) reply({ id, kind: 'answer', answer: about.answer(question) });
  }

  return async (request) => {
    try {
      if (request.kind === 'run') await train(request);
      else ask(request);
    } catch (error) {
      report(request.id, error);
    }
  };
}
