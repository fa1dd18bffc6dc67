/** The asynchronous side of training: callbacks, abort signals, and air for the event loop. */
import type { Rule } from '../errors/options.ts';
import type { TrainingEvent } from './events.ts';

/** What a callback may do to a training. */
export interface Control {
  /** Ends the training after the current iteration. */
  stop(message?: string): void;
}

/** Told every event. A promise is waited for. */
export type Callback = (event: TrainingEvent, control: Control) => void | Promise<void>;

export const callbackList: Rule<never> = {
  expected: 'an array of functions (event, control) => ...',
  accepts: (value) => Array.isArray(value) && value.every((item) => typeof item === 'function'),
};

export const abortSignal: Rule<never> = {
  expected: 'an AbortSignal, such as that of an AbortController',
  accepts(value) {
    const { aborted, addEventListener } = (value ?? {}) as Partial<AbortSignal>;
    return typeof aborted === 'boolean' && typeof addEventListener === 'function';
  },
};

/** Options that people look for in `fit`. */
export const MISPLACED_IN_FIT: Readonly<Record<string, string>> = {
  inputs: 'Pass the dataset as train: fit({ train: dataset }).',
  targets: 'Pass the dataset as train: fit({ train: dataset }).',
  size: 'Pass the dataset as train: fit({ train: dataset }).',
  epochs: 'It belongs to new Trainer({ epochs }): the total to reach.',
  iterations: 'It belongs to new Trainer({ iterations }): the total to reach.',
  batchSize: 'It belongs to new Trainer({ batchSize }).',
  shuffle: 'It belongs to new Trainer({ shuffle }).',
  metrics: 'They belong to new Trainer({ metrics }).',
  validationSplit: 'Split the data first: split(dataset, { validation: 0.2 }).',
};

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
