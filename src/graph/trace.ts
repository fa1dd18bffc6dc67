/**
 * A trace: what would be computed, operation by operation, written down without computing it.
 *
 * Memory is what matters to a compiled plan, so a trace speaks of storages: an operation reads strided
 * views of storages and fills one of its own. Views therefore need no entry at all.
 */

import type * as operations from '../ops/emit/entry.ts';
import { traced } from '../ops/execute/execute.ts';
import { shapesOnly } from '../ops/execute/shapes_only.ts';
import { nextStorageId, reading, type Storage } from '../tensor/storage.ts';
import type { Strided } from '../tensor/strided.ts';

/** An operation that fills the storage of its output. */
export interface Computation extends operations.Computation {
  readonly phase: string;
}

/** An array that outlives the trace is overwritten. */
export interface Assignment extends operations.Assignment {
  readonly phase: string;
}

export type Entry = Computation | Assignment;

export interface Trace {
  readonly entries: readonly Entry[];
  /** The storages that entries fill anew. Every other storage came from outside. */
  readonly computed: ReadonlySet<Storage>;
  /**
   * The storages from outside that were there before the trace began, such as parameters, and those over an array
   * that someone else holds: they live on and may change. Others made on the way, such as the 2 of `x.mul(2)`, are
   * constants.
   */
  readonly captured: ReadonlySet<Storage>;
  /** Why the trace cannot stand for later runs, if so: numbers were looked at, or set from outside. */
  readonly obstacle: string | undefined;
}

export interface Tracer {
  /**
   * Notes the operations of a part of the computation under the name of a phase.
   * @throws whatever the computation throws; also where it asks for numbers, which are not there
   */
  phase<Result>(name: string, compute: () => Result): Result;
  finish(): Trace;
}

/** A tracer that several phases are run under, one after the other. */
export function startTrace(): Tracer {
  const entries: Entry[] = [];
  const computed = new Set<Storage>();
  const captured = new Set<Storage>();
  const start = nextStorageId();
  let obstacle: string | undefined;
  let phase = '';

  const capture = ({ storage }: Strided) => {
    if (storage.id < start || storage.isLent) captured.add(storage);
  };
  const executor = shapesOnly({
    computation(operation, inputs, attributes, output) {
      inputs.forEach(capture);
      computed.add(output.storage);
      entries.push({ kind: 'computation', operation, inputs, attributes, output, phase });
    },
    assignment(target, value) {
      if (target.storage.id >= start) {
        obstacle ??= `a tensor of shape [${target.shape}] that was made on the way was overwritten`;
      }
      capture(target);
      capture(value);
      entries.push({ kind: 'assignment', inputs: [value], output: target, phase });
    },
  });

  function observe(): void {
    obstacle ??= 'numbers were read or written while they were being traced';
  }

  return {
    phase(name, compute) {
      const before = reading.observer;
      reading.observer = observe;
      phase = name;
      try {
        return traced(executor, compute);
      } finally {
        reading.observer = before;
      }
    },
    finish: () => ({ entries, computed, captured, obstacle }),
  };
}
