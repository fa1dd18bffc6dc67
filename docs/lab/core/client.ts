/** The page's side: asks, and forgets what an older request would have answered. */
import type { Values } from './fields.ts';
import type { Reply, Request } from './protocol.ts';

/** The part of a worker that is used. */
export interface Port {
  postMessage(message: Request): void;
  addEventListener(type: 'message', listener: (event: { readonly data: Reply }) => void): void;
}

export interface Client {
  /** Begins a run, in place of the one before. */
  run(view: string, values: Values, given?: unknown, turns?: number): void;
  /** How many turns the newest run may go on for: 0 pauses it. */
  pace(turns: number): void;
  /** Asks about the newest run. While an answer is awaited only the newest of further questions is kept. */
  ask(question: unknown): void;
}

/** @param receive gets what concerns the newest run only */
export function connect(port: Port, receive: (reply: Reply) => void): Client {
  let newest = 0;
  let awaiting = false;
  let next: { readonly question: unknown } | undefined;

  function send(question: unknown): void {
    awaiting = true;
    port.postMessage({ kind: 'question', id: newest, question });
  }
  port.addEventListener('message', ({ data }) => {
    if (data.id !== newest) return;
    if (data.kind !== 'result' && data.kind !== 'rest' && awaiting) {
      awaiting = false;
      const waiting = next;
      next = undefined;
      if (waiting !== undefined) send(waiting.question);
    }
    receive(data);
  });
  return {
    run(view, values, given, turns) {
      newest += 1;
      awaiting = false;
      next = undefined;
      port.postMessage({ kind: 'run', id: newest, view, values: { ...values }, given, turns });
    },
    pace(turns) {
      port.postMessage({ kind: 'pace', id: newest, turns });
    },
    ask(question) {
      if (awaiting) next = { question };
      else send(question);
    },
  };
}
