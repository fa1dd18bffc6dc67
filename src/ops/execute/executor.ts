import type { Strided } from '../../tensor/strided.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import type { Executable, Outcome } from '../body.ts';

/**
 * Operations that compute each row by itself: the first axes of all inputs and of the result are those of the
 * rows, and what is computed of a row depends on this row alone.
 */
export interface RowWise<Attributes> {
  compute(inputs: readonly Tensor[], attributes: Attributes): Tensor;
}

/** What executes operations. */
export interface Executor {
  /** The result of an operation, whose shape and dtype are known. */
  run<Attributes>(
    operation: Executable<Attributes>,
    inputs: readonly Strided[],
    outcome: Outcome,
    attributes: Attributes,
  ): Strided;
  /** Whether operations that compute row by row may run at once, as emitted code (`emitted_rows.ts`). */
  readonly fusesRows?: boolean;
  /** Overwrites an array that lives on. */
  assign(target: Strided, value: Strided): void;
}
