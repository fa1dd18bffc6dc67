/** A view without its page: what can be set, and the run that it shows. */
import type { Field, Values } from './fields.ts';

/** What a page has to know of its view: nothing that would load the library. */
export interface Described {
  readonly name: string;
  readonly fields: readonly Field[];
  /** The fingerprint of the weights that the author's run of the initial settings ended with. */
  readonly author: string;
}

export interface View<Result> extends Described {
  /**
   * Trains. Between two `yield`s there are a few milliseconds of work, so that it can be stopped.
   * What comes out can be sent from a worker to its page.
   */
  run(values: Values): Generator<void, Result, void>;
}

export interface WithWeights {
  /** The fingerprint of the final weights. */
  readonly weights: string;
}

/** Runs a view to its end, at once: in Node, for a test. */
export function runView<Result>(view: View<Result>, values: Values): Result {
  const run = view.run(values);
  for (;;) {
    const { done, value } = run.next();
    if (done) return value;
  }
}
