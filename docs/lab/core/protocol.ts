/** The messages between a page and the worker that trains for it. All of them can be cloned. */
import type { Values } from './fields.ts';

export type Request = RunRequest | Question | Pace;

export interface RunRequest {
  readonly kind: 'run';
  /** Counted up by the page; a newer run takes the place of an older one. */
  readonly id: number;
  readonly view: string;
  readonly values: Values;
  /** What has no place in an address, such as a file that the reader chose. */
  readonly given?: unknown;
  /** How far it goes by itself; see `Pace`. Without it, to its end. */
  readonly turns?: number | undefined;
}

/** How far the run may go on from here: 0 pauses it, Infinity lets it go on to its end. */
export interface Pace {
  readonly kind: 'pace';
  /** Of the run that it is about. */
  readonly id: number;
  /** Counted in the `yield`s of the run. The first one, which prepares, is always made and not counted. */
  readonly turns: number;
}

export interface Question {
  readonly kind: 'question';
  /** Of the run that it is about. */
  readonly id: number;
  readonly question: unknown;
}

export type Reply =
  /** While a run goes on there may be several results; the last one is final. */
  | {
      readonly id: number;
      readonly kind: 'result';
      readonly result: unknown;
      readonly final: boolean;
    }
  | { readonly id: number; readonly kind: 'answer'; readonly answer: unknown }
  /** The run has made its turns and waits for a `Pace`. */
  | { readonly id: number; readonly kind: 'rest' }
  /** What was wrong, in a sentence; the worker waits for the next request. */
  | { readonly id: number; readonly kind: 'problem'; readonly problem: string };
