/** How the values of a tensor are spread. */
import type { TypedArray } from '../../../tensor/dtype.ts';

export interface Histogram {
  readonly min: number;
  readonly max: number;
  readonly count: number;
  readonly sum: number;
  readonly sumOfSquares: number;
  /** The upper end of each bucket; the first one begins at `min`, the last one ends at `max`. */
  readonly limits: readonly number[];
  /** How many values are in each bucket. */
  readonly counts: readonly number[];
}

/** As many as TensorBoard draws. */
const BUCKETS = 30;

/** Buckets of equal width from the smallest to the largest value. What is not finite is left out. */
export function histogram(values: TypedArray): Histogram {
  let [min, max] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let [count, sum, sumOfSquares] = [0, 0, 0];
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    if (value < min) min = value;
    if (value > max) max = value;
    count++;
    sum += value;
    sumOfSquares += value * value;
  }
  if (count === 0) return { min: 0, max: 0, count, sum, sumOfSquares, limits: [0], counts: [0] };
  // Halves, so that the width of all float64 numbers is one.
  const width = (max / 2 - min / 2) / BUCKETS;
  // Where the width vanishes, all values are one, as near as numbers can be.
  const buckets = width > 0 ? BUCKETS : 1;
  const counts = new Array<number>(buckets).fill(0);
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    const bucket = width > 0 ? Math.floor((value / 2 - min / 2) / width) : 0;
    counts[Math.min(bucket, buckets - 1)]++;
  }
  const limits = counts.map((_, at) =>
    at === buckets - 1 ? max : 2 * (min / 2 + width * (at + 1)),
  );
  return { min, max, count, sum, sumOfSquares, limits, counts };
}
