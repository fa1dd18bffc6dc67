/** Who notes operations instead of computing them, while a computation is traced. */
import type { Executor } from './executor.ts';

let tracing: Executor | undefined;

/** The tracer in force. */
export function tracer(): Executor | undefined {
  return tracing;
}

/** Runs a function whose operations are noted by a tracer instead of being computed. */
export function traced<Result>(by: Executor, compute: () => Result): Result {
  const before = tracing;
  tracing = by;
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
