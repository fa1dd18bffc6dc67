/** Between a page and the worker that runs one of its programs. */
import type { Program } from './program.ts';

export type Order = Program;

export type Report =
  | { readonly kind: 'printed'; readonly text: string }
  | { readonly kind: 'ended' }
  /** The program threw. */
  | { readonly kind: 'failed'; readonly message: string };
