/** The asynchronous side of training: callbacks, abort signals, and air for the event loop. */
import type { TrainingEvent } from './events.ts';

/** What a callback may do to a training. */
export interface Control {
  /** Ends the training after the current iteration. */
  stop(message?: string): void;
}

/** Told every event. A promise is waited for. */
export type Callback = (event: TrainingEvent, control: Control) => void | Promise<void>;

/** How long to compute before other tasks of the event loop get a turn, in milliseconds. */
const TURN = 40;

/**
 * Drains a run: hands each event to the callbacks, and lets the event loop breathe. Only events at
 * which a training may end are a chance to stop, so nothing is left half done.
 */
export async function consume<R>(
  run: Generator<TrainingEvent, R, void>,
  callbacks: readonly Callback[],
  control: Control,
): Promise<R> {
  let turnStart = performance.now();
  try {
    for (;;) {
      const { done, value } = run.next();
      if (done === true) return value;
      for (const callback of callbacks) {
        const pending = callback(value, control);
        if (pending instanceof Promise) await pending;
      }
      if (value.type === 'iterationEnd' && performance.now() - turnStart > TURN) {
        await nextTask();
        turnStart = performance.now();
      }
    }
  } finally {
    run.return(undefined as R); // ends the run where a callback threw; otherwise it has ended
  }
}

/** What is used of a MessageChannel, which browsers and Node type differently. */
interface Port {
  onmessage: (() => void) | null;
  postMessage(message: null): void;
  close(): void;
}

/** Waits until the other waiting tasks of the event loop have had their turn. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const channel = new MessageChannel() as unknown as { port1: Port; port2: Port };
    channel.port1.onmessage = () => {
      channel.port1.close();
      resolve();
    };
    channel.port2.postMessage(null);
  });
}
