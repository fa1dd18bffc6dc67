/** A view without its page: what can be set, and the run that it shows. */
import type { Field, Values } from './fields.ts';

/** What a page has to know of its view: nothing that would load the library. */
export interface Described {
  readonly name: string;
  readonly fields: readonly Field[];
  /** The fingerprint of the weights that the author's run of the initial settings ended with. */
  readonly author: string;
  /** The name of the run in its place where something is given that has no place in an address; else its own. */
  readonly ofGiven?: string;
}

export interface View<Result, Question = never, Answer = never> extends Described {
  /**
   * Trains. Between two `yield`s there are a few milliseconds of work, so that it can be stopped; a result that
   * is yielded is shown while the run goes on. What comes out can be sent from a worker to its page.
   *
   * @param given what has no place in an address, such as a file that the reader chose
   */
  run(
    values: Values,
    given?: unknown,
  ): Generator<Outcome<Result, Question, Answer> | undefined, Outcome<Result, Question, Answer>>;
}

/** A result, and with it, if the page has questions about the run, who answers them. */
export type Outcome<Result, Question, Answer> = Result | Session<Result, Question, Answer>;

/** A run that stays in the worker and answers questions of its page: a moment of it, a drawing. */
export class Session<Result, Question, Answer> {
  readonly result: Result;
  readonly about: About<Question, Answer>;

  constructor(result: Result, about: About<Question, Answer>) {
    this.result = result;
    this.about = about;
  }
}

export interface About<Question, Answer> {
  /** In a worker this may be the promise of an answer. */
  answer(question: Question): Answer;
}

/** Any view, for lists of them. */
export type AnyView = View<unknown, unknown, unknown>;

export interface WithWeights {
  /** The fingerprint of the final weights. */
  readonly weights: string;
}

/** Runs a view to its end, at once: in Node, for a test. */
export function runView<Result, Question, Answer>(
  view: View<Result, Question, Answer>,
  values: Values,
  given?: unknown,
): Result {
  return openView(view, values, given).result;
}

/** Runs a view to its end, at once, and gives what can be asked about the run, too. */
export function openView<Result, Question, Answer>(
  view: View<Result, Question, Answer>,
  values: Values,
  given?: unknown,
): Session<Result, Question, Answer> {
  const run = view.run(values, given);
  for (;;) {
    const { done, value } = run.next();
    if (done) return value instanceof Session ? value : new Session(value, NOTHING);
  }
}

/** Of a view that answers no questions. */
export const NOTHING: About<unknown, never> = {
  answer() {
    throw new Error('This view answers no questions.');
  },
};
