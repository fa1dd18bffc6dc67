/**
 * What plans for several threads are made with. It is given from above (`threads/`), so that programs
 * without threads load none of it.
 */
import { positiveInteger, type Rule } from '../errors/options.ts';
import type { Storage } from '../tensor/storage.ts';
import type { ModuleBuilder } from '../wasm/module.ts';
import type { KernelEmitter } from './emit.ts';
import type { Composer } from './emit_phases.ts';
import type { Kernel } from './kernels.ts';
import type { Layout } from './layout.ts';

/** How many threads compute, this one included. */
export type ThreadCount = number | 'auto';

export const threadCount: Rule<never> = {
  expected: "'auto' or a whole number, 1 or more",
  example: "'auto'",
  accepts: (value) => value === 'auto' || positiveInteger.accepts(value),
};

/** Several threads that run plans together. */
export interface Threads {
  /** What they need in a memory, at its beginning. */
  readonly bytes: number;
  /** How many take part at the moment, the one that asks included. */
  present(): number;
  /** Why there is but one, if so. */
  obstacle(): string | undefined;
  /** Nothing where no kernel is worth it. */
  arrange(request: ArrangeRequest): Arrangement | undefined;
}

export interface ArrangeRequest {
  readonly kernels: readonly Kernel[];
  readonly emitters: ReadonlyMap<Kernel, KernelEmitter>;
  /** Whether anyone outside of the kernel that computes a storage reads it. */
  isNeeded(storage: Storage): boolean;
}

/** How the kernels of a plan are computed by several threads. */
export interface Arrangement {
  /** When each kernel runs, in order: those of one moment at the same time. */
  readonly moments: readonly number[];
  /** Scratch memory for all threads together. */
  readonly scratchBytes: number;
  composer(module: ModuleBuilder, layout: Layout): Composer;
}

/** Who gives threads; nobody, until someone is asked to (`threads/`). */
export const threading: { source: ((count: ThreadCount) => Threads) | undefined } = {
  source: undefined,
};

/** Threads for plans, or the reason why there are none. */
export function threadsFor(count: ThreadCount): Threads | undefined {
  if (count === 1) return undefined;
  if (threading.source !== undefined) return threading.source(count);
  if (count === 'auto') return undefined;
  return {
    bytes: 0,
    present: () => 1,
    obstacle: () => "threads need enableThreads() of 'epochal/threads'",
    arrange: () => undefined,
  };
}
