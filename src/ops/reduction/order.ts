/**
 * The order in which a reduction adds. It is part of the definition, so that SIMD can follow it. The
 * reduced elements, in row-major order, are cut into blocks of 128; the last may be shorter.
 *
 * - A block deals its elements to eight lanes in turn (element r to lane r mod 8). Each lane starts as
 *   the neutral element (+0 for a sum) and is combined in that order; then the lanes are combined as a
 *   tree: j with j + 4, then j with j + 2, then 0 with 1.
 * - Several blocks are halved: the first 2^k of them, the largest power of two below their number, and
 *   the rest. Each part is reduced by the same rule, and the two results are combined.
 *
 * Every element passes through at most 16 + 3 + log2(blocks) additions, so that ten million float32
 * lose no digits (pairwise summation; Higham, "The accuracy of floating point summation", 1993).
 */
import { allocate, lanesOf } from '../../tensor/dtype.ts';
import { keptAxes } from '../../tensor/shape.ts';
import { offsetsAlong, type Strided } from '../../tensor/strided.ts';
import type { Combination } from '../body.ts';

/** The number of lanes that reduced elements are dealt to. */
export const REDUCTION_LANES = 8;

/** The number of elements in a block. */
export const REDUCTION_BLOCK = 128;

const MIN_INT32 = -(2 ** 31);
const MAX_INT32 = 2 ** 31 - 1;

/** The reference of every reduction: fills the contiguous output. */
export function reduce(
  { combine, neutral }: Combination,
  x: Strided,
  output: Strided,
  axes: readonly number[],
): void {
  const l = lanesOf(x.dtype);
  const lanes = allocate(x.dtype, REDUCTION_LANES);
  const empty = x.dtype === 'int32' ? Math.min(Math.max(neutral, MIN_INT32), MAX_INT32) : neutral;
  const within = offsetsAlong(x, axes);
  const starts = offsetsAlong(x, keptAxes(x.shape, axes));
  const { data } = x.storage;

  function reduceBlock(start: number, first: number, end: number): number {
    lanes.fill(empty);
    for (let r = first; r < end; r++) {
      const lane = r % REDUCTION_LANES;
      lanes[lane] = combine(l, lanes[lane], data[start + within[r]]);
    }
    for (let width = REDUCTION_LANES / 2; width >= 1; width /= 2) {
      for (let j = 0; j < width; j++) lanes[j] = combine(l, lanes[j], lanes[j + width]);
    }
    return lanes[0];
  }

  function reduceBlocks(start: number, first: number, end: number): number {
    if (end - first <= REDUCTION_BLOCK) return reduceBlock(start, first, end);
    let half = REDUCTION_BLOCK;
    while (2 * half < end - first) half *= 2;
    const middle = first + half;
    return combine(l, reduceBlocks(start, first, middle), reduceBlocks(start, middle, end));
  }

  starts.forEach((start, k) => {
    output.storage.data[k] = reduceBlocks(x.offset + start, 0, within.length);
  });
}
