/**
 * A trace: what was computed, operation by operation, written down while it ran.
 *
 * Memory is what matters to a compiled plan, so a trace speaks of storages: an operation reads strided
 * views of storages and fills one of its own. Views therefore need no entry at all.
 */
import { withRecorder } from '../ops/apply.ts';
import type { Operation } from '../ops/operation.ts';
import type { Dtype } from '../tensor/dtype.ts';
import {
  nextTensorId,
  reading,
  type Storage,
  type Strided,
  type Tensor,
} from '../tensor/tensor.ts';

/** An operation that filled the storage of its output. */
export interface Computation {
  readonly kind: 'computation';
  readonly operation: Operation<unknown>;
  readonly inputs: readonly Strided[];
  readonly attributes: unknown;
  readonly output: Strided;
  readonly phase: string;
}

/** A tensor that outlives the trace was overwritten. */
export interface Assignment {
  readonly kind: 'assignment';
  readonly inputs: readonly [Strided];
  readonly output: Strided;
  readonly phase: string;
}

export type Entry = Computation | Assignment;

export interface Trace {
  readonly entries: readonly Entry[];
  /** The storages that entries fill anew. Every other storage came from outside. */
  readonly computed: ReadonlySet<Storage>;
  /**
   * The storages from outside that were there before the trace began, such as parameters: they live on
   * and may change. Those made on the way, such as the 2 of `x.mul(2)`, are constants.
   */
  readonly captured: ReadonlyMap<Storage, Dtype>;
  /** Why the trace cannot stand for later runs, if so: values were looked at, or set from outside. */
  readonly obstacle: string | undefined;
}

export interface Tracer {
  /** Runs a part of the computation, noting its operations under the name of a phase. */
  phase<T>(name: string, compute: () => T): T;
  finish(): Trace;
}

/** A tracer that several phases are run under, one after the other. */
export function startTrace(): Tracer {
  const entries: Entry[] = [];
  const computed = new Set<Storage>();
  const captured = new Map<Storage, Dtype>();
  const start = nextTensorId();
  let obstacle: string | undefined;
  let current = '';

  const recorder = {
    record({
      operation,
      inputs,
      attributes,
      output,
    }: Omit<Computation, 'kind' | 'phase'> & { readonly output: Tensor }) {
      for (const { id, storage, dtype } of inputs as readonly Tensor[]) {
        if (id < start) captured.set(storage, dtype);
      }
      if (inputs.some((input) => input.storage === output.storage)) return; // a view
      computed.add(output.storage);
      entries.push({ kind: 'computation', operation, inputs, attributes, output, phase: current });
    },
    assign(target: Tensor, value: Tensor) {
      if (target.id >= start) {
        obstacle ??= `a tensor of shape [${target.shape}] that was made on the way was overwritten`;
      }
      for (const { id, storage, dtype } of [target, value]) {
        if (id < start) captured.set(storage, dtype);
      }
      entries.push({ kind: 'assignment', inputs: [value], output: target, phase: current });
    },
  };

  function observe({ shape }: Tensor): void {
    obstacle ??= `values of shape [${shape}] were read or written while they were being traced`;
  }

  return {
    phase(name, compute) {
      const before = reading.observer;
      reading.observer = observe;
      current = name;
      try {
        return withRecorder(recorder as Parameters<typeof withRecorder>[0], compute);
      } finally {
        reading.observer = before;
      }
    },
    finish: () => ({ entries, computed, captured, obstacle }),
  };
}
