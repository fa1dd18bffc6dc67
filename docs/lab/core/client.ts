/** The page's side: asks, and forgets what an older request would have answered. */
import type { Values } from './fields.ts';
import type { Reply, Request } from './protocol.ts';

/** The part of a worker that is used. */
export interface Port {
  postMessage(message: Request): void;
  addEventListener(type: 'message', listener: (event: { readonly data: Reply }) => void): void;
}

/** Answers of the newest request only. */
export function connect(
  port: Port,
  answer: (reply: Reply) => void,
): (view: string, values: Values) => void {
  let newest = 0;
  port.addEventListener('message', ({ data }) => {
    if (data.id === newest) answer(data);
  });
  return (view, values) => {
    newest += 1;
    port.postMessage({ id: newest, view, values: { ...values } });
  };
}
