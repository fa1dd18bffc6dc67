/** The messages between a page and the worker that trains for it. All of them can be cloned. */
import type { Values } from './fields.ts';

export interface Request {
  /** Counted up by the page; a newer request takes the place of an older one. */
  readonly id: number;
  readonly view: string;
  readonly values: Values;
}

export type Reply =
  | { readonly id: number; readonly kind: 'result'; readonly result: unknown }
  /** What was wrong, in a sentence; the worker waits for the next request. */
  | { readonly id: number; readonly kind: 'problem'; readonly problem: string };
