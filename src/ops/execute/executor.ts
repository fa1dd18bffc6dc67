import type { Strided } from '../../tensor/strided.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import type { Operation, Outcome } from '../operation.ts';

/**
 * Operations that compute each row by itself: the first axes of all inputs and of the result are those of the
 * rows, and what is computed of a row depends on this row alone.
 */
export interface RowWise<Attributes> {
  compute(inputs: readonly Tensor[], attributes: Attributes): Tensor;
}

/** Whoever executes operations. */
export interface Executor {
  /** The result of an operation, whose shape and dtype are known. */
  run<Attributes>(
    operation: Operation<Attributes>,
    inputs: readonly Strided[],
    outcome: Outcome,
    attributes: Attributes,
  ): Strided;
  /**
   * The result of operations that compute row by row, of which the first `axes` axes are; undefined where they
   * have to be executed one by one.
   */
  runRows?<Attributes>(
    composition: RowWise<Attributes>,
    inputs: readonly Strided[],
    attributes: Attributes,
    axes: number,
  ): Strided | undefined;
  /** Overwrites an array that lives on. */
  assign(target: Strided, value: Strided): void;
}
