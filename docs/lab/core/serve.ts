/** The worker's side: one run at a time, in turns, so that a newer request is heard and takes its place. */
import type { Reply, Request } from './protocol.ts';
import type { View } from './view.ts';

/** Milliseconds of work between two looks at the messages. */
const TURN = 12;

/**
 * @param pause ends when messages that came in have been handed over
 * @returns what to call with each message
 */
export function serve(
  views: readonly View<unknown>[],
  reply: (message: Reply) => void,
  pause: () => Promise<void> = () => new Promise((resolve) => setTimeout(resolve)),
): (request: Request) => Promise<void> {
  let newest = 0;
  return async ({ id, view: name, values }) => {
    newest = id;
    try {
      const view = views.find((one) => one.name === name);
      if (view === undefined) throw new Error(`There is no view ${name}.`);
      const run = view.run(values);
      for (;;) {
        const until = performance.now() + TURN;
        while (performance.now() < until) {
          const { done, value } = run.next();
          if (done) return reply({ id, kind: 'result', result: value });
        }
        await pause();
        if (newest !== id) return;
      }
    } catch (error) {
      reply({
        id,
        kind: 'problem',
        problem: error instanceof Error ? error.message : String(error),
      });
    }
  };
}
