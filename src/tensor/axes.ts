/** What operations are told of axes: which of them to reduce, to work along, to cut. */

/** Over which axes to reduce (all by default), and whether they stay as axes of size 1. */
export interface ReduceOptions {
  readonly axis?: number | readonly number[] | undefined;
  readonly keepDims?: boolean | undefined;
}

/** Of `variance`. */
export interface VarianceOptions extends ReduceOptions {
  /** Subtracted from the count: 0 (default) for a population, 1 for the unbiased estimate. */
  readonly correction?: number | undefined;
}

export interface AxisOptions {
  /** Along which axis; default the last. */
  readonly axis?: number | undefined;
}

/** For each axis what to keep: an index range `[start, end)`, negative from the end, or all. */
export type SliceRange = readonly [start?: number, end?: number] | null;
