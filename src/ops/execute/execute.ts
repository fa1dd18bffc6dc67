/**
 * Who computes. Every operation is executed by one of three: emitted code where that pays, the reference
 * when it is asked for, or, while a computation is traced, by nobody: then only shapes are worked out.
 * The choice is made here and nowhere else.
 */
import { emitted } from './emitted.ts';
import type { Executor } from './executor.ts';
import { reference } from './reference.ts';

let preferred: Executor = emitted;
let tracing: Executor | undefined;

/** The executor in force. */
export function executor(): Executor {
  return tracing ?? preferred;
}

/** Runs a function on references alone: no operation uses emitted code. The bits are the same. */
export function referenceOnly<Result>(compute: () => Result): Result {
  const before = preferred;
  preferred = reference;
  try {
    return compute();
  } finally {
    preferred = before;
  }
}

/** Runs a function whose operations are noted by a tracer instead of being computed. */
export function traced<Result>(tracer: Executor, compute: () => Result): Result {
  const before = tracing;
  tracing = tracer;
  try {
    return compute();
  } finally {
    tracing = before;
  }
}

/** Runs a function whose operations are computed, also within a trace. */
export function untraced<Result>(compute: () => Result): Result {
  const before = tracing;
  tracing = undefined;
  try {
    return compute();
  } finally {
    tracing = before;
  }
}

/** Whether a computation is being traced: then no tensor has numbers. */
export function isTracing(): boolean {
  return tracing !== undefined;
}
