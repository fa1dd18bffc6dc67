import type { Strided } from '../../tensor/strided.ts';
import type { Operation, Outcome } from '../operation.ts';

/** Whoever executes operations. */
export interface Executor {
  /** The result of an operation, whose shape and dtype are known. */
  run<Attributes>(
    operation: Operation<Attributes>,
    inputs: readonly Strided[],
    outcome: Outcome,
    attributes: Attributes,
  ): Strided;
  /** Overwrites an array that lives on. */
  assign(target: Strided, value: Strided): void;
}
