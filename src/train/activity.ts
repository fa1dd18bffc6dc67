/** Whether a training run is under way, how it was asked to end, and whether it came to its end. */
import { StateError } from '../errors/errors.ts';
import type { StopReason } from './events/events.ts';

/** How a training run was asked to end. */
export interface Stop {
  readonly reason: StopReason;
  readonly message: string;
}

export class Activity {
  isRunning = false;
  /** How the run under way, or the last one, was asked to end, if it was. */
  stop: Stop | undefined;
  /** Whether it has come to the end of a run itself: what was resumed may have been there before. */
  isFinished = false;
  /** Ends the waiting for a batch. */
  #wake = () => {};

  end(stop: Stop): void {
    this.stop = stop;
    this.#wake();
  }

  /** Waits for a batch, or until the training is stopped. */
  wait(until: Promise<void>): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.stop !== undefined) resolve();
      this.#wake = resolve;
      until.then(resolve, reject);
    });
  }

  /**
   * Ends with an abort signal, which may have been given already.
   * @returns what makes it listen no more
   */
  obey(signal: AbortSignal | undefined): () => void {
    const abort = () => this.end({ reason: 'aborted', message: String(signal?.reason ?? '') });
    if (signal?.aborted) abort();
    signal?.addEventListener('abort', abort, { once: true });
    return () => signal?.removeEventListener('abort', abort);
  }

  /** @throws StateError while a run is under way */
  refuseAnother(where: string): void {
    if (!this.isRunning) return;
    throw new StateError({
      where,
      expected: 'one run at a time',
      received: 'a second one',
      remedy: 'Finish the first, or leave it with break or return().',
    });
  }
}
