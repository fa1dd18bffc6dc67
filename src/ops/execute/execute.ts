/**
 * Who computes. Every operation is executed by one of three: emitted code where that pays, the reference
 * when it is asked for, or, while a computation is traced, by nobody: then only shapes are worked out.
 * The choice is made here and nowhere else.
 */
import { emitted } from './emitted.ts';
import type { Executor } from './executor.ts';
import { reference } from './reference.ts';
import { tracer } from './tracing.ts';

export { isTracing, traced, untraced } from './tracing.ts';

let preferred: Executor = emitted;

/** The executor in force. */
export function executor(): Executor {
  return tracer() ?? preferred;
}

/** Whether emitted code may run: neither is a computation traced, nor are references asked for. */
export function mayEmit(): boolean {
  return executor() === emitted;
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
