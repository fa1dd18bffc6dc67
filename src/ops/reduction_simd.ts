/**
 * Reductions as emitted SIMD code, in the order that `reduction.ts` defines: element r goes to lane
 * r mod 8, the lanes are joined as a tree. What is reduced may be computed on the way from several
 * inputs, by a formula.
 *
 * Along contiguous elements the eight lanes are two vectors. Across rows a vector is one lane of four
 * outputs, and the lanes are computed one after the other.
 */
import type { FunctionBuilder } from '../wasm/function.ts';
import { countUp, loadLanes, plus, scaled, storeLanes } from '../wasm/loops.ts';
import { simdLanes, type Vector } from '../wasm/simd_lanes.ts';
import { type Local, op, splat } from '../wasm/values.ts';
import type { Combination } from './operation.ts';
import { REDUCTION_LANES } from './reduction.ts';

export interface ReductionInput {
  /** The byte address of the first element. */
  readonly address: number;
  /** In elements, along what is kept and along what is reduced. */
  readonly keptStride: number;
  readonly reducedStride: number;
}

export interface ReductionLoop {
  /** The number of outputs, and of elements reduced into each. */
  readonly kept: number;
  readonly reduced: number;
  readonly inputs: readonly ReductionInput[];
  /** The byte address of the outputs, which lie side by side. */
  readonly output: number;
  /** The byte address of `REDUCTION_SCRATCH_BYTES` that nobody else uses meanwhile. */
  readonly scratch: number;
  readonly combination: Combination;
  /** What is reduced, from the inputs at an element. */
  readonly body: (lanes: ReturnType<typeof simdLanes>, inputs: readonly Vector[]) => Vector;
}

/** Emits the reduction; across rows if the outputs are neighbours there, along the row otherwise. */
export function emitReduction(f: FunctionBuilder, loop: ReductionLoop): void {
  const { kept, reduced, inputs } = loop;
  const score = (stride: (input: ReductionInput) => number) =>
    inputs.filter((input) => stride(input) > 1).length;
  const across = score((input) => input.keptStride) < score((input) => input.reducedStride);
  if (across || (reduced < 4 && kept >= 4)) reduceAcross(f, loop);
  else reduceAlong(f, loop);
}

/** A local for each input that holds the byte offset of its current row. */
function rowOffsets(f: FunctionBuilder, inputs: readonly ReductionInput[]): Local<'i32'>[] {
  return inputs.map(() => f.local('i32', 'offset'));
}

function reduceAlong(f: FunctionBuilder, loop: ReductionLoop): void {
  const { kept, reduced, inputs, output, combination, body } = loop;
  const lanes = simdLanes();
  const combine = (a: Vector, b: Vector) => combination.combine(lanes, a, b);
  const row = f.local('i32', 'row');
  const column = f.local('i32', 'column');
  const offsets = rowOffsets(f, inputs);
  const accumulators = [f.local('v128', 'low'), f.local('v128', 'high')];

  /** The values at `count` elements from the column plus `skip` elements on. */
  const values = (skip: number, count: number) =>
    body(
      lanes,
      inputs.map(({ address, reducedStride }, i) => {
        const base = plus(offsets[i], scaled(column, reducedStride));
        return loadLanes(
          { base, offset: address + 4 * skip * reducedStride },
          reducedStride,
          count,
        );
      }),
    );
  const absorb = (half: number, count: number) => {
    const joined = combine(accumulators[half], values(4 * half, count));
    const mask = [0, 1, 2, 3].map((lane) => (lane < count ? -1 : 0));
    f.set(
      accumulators[half],
      count === 4
        ? joined
        : op('v128.bitselect', joined, accumulators[half], op('v128.const', 'i32x4', mask)),
    );
  };

  countUp(f, row, { end: kept, by: 1 }, () => {
    inputs.forEach(({ keptStride }, i) => {
      f.set(offsets[i], scaled(row, 4 * keptStride));
    });
    for (const accumulator of accumulators) f.set(accumulator, splat(combination.neutral));
    const whole = reduced - (reduced % REDUCTION_LANES);
    countUp(f, column, { end: 4 * whole, by: 4 * REDUCTION_LANES }, () => {
      absorb(0, 4);
      absorb(1, 4);
    });
    const rest = reduced - whole;
    if (rest > 0) {
      f.set(column, 4 * whole);
      absorb(0, Math.min(rest, 4));
      if (rest > 4) absorb(1, rest - 4);
    }
    const [low, high] = accumulators;
    f.set(low, combine(low, high));
    f.set(low, combine(low, movedDown(low, 2)));
    f.set(low, combine(low, movedDown(low, 1)));
    storeLanes(f, { base: op('i32.mul', row, 4), offset: output }, low, 1);
  });
}

/** A vector whose first lanes are the ones from `by` on. */
function movedDown(vector: Vector, by: number): Vector {
  const bytes = Array.from({ length: 16 }, (_, i) => (i + 4 * by) % 16);
  return op('i8x16.shuffle', vector, vector, bytes);
}

/** How many vectors of neighbouring outputs are computed at a time: a cache line of floats. */
const VECTORS = 4;

/** From one lane to the next in scratch memory. */
const LANE_BYTES = 16 * VECTORS;

/** The scratch memory that a reduction may need, whatever its shape. */
export const REDUCTION_SCRATCH_BYTES = REDUCTION_LANES * LANE_BYTES;

function reduceAcross(f: FunctionBuilder, loop: ReductionLoop): void {
  const { kept, reduced, inputs, output, scratch, combination, body } = loop;
  const lanes = simdLanes();
  const combine = (a: Vector, b: Vector) => combination.combine(lanes, a, b);
  const column = f.local('i32', 'column');
  const lane = f.local('i32', 'lane');
  const row = f.local('i32', 'row');
  const vector = f.local('i32', 'vector');
  const offsets = rowOffsets(f, inputs);
  const sums = Array.from({ length: VECTORS }, () => f.local('v128', 'sum'));

  /** Takes the current row into the sums. Each size is the number of outputs in a vector. */
  const absorb = (sizes: readonly number[]) => {
    sizes.forEach((size, v) => {
      const loaded = inputs.map(({ address, keptStride }, i) => {
        const base = plus(offsets[i], scaled(column, keptStride));
        return loadLanes({ base, offset: address + 16 * v * keptStride }, keptStride, size);
      });
      f.set(sums[v], combine(sums[v], body(lanes, loaded)));
    });
  };

  /** Lane after lane, every eighth row from its first: each row is read once, and in full lines. */
  const fillScratch = (sizes: readonly number[]) => {
    countUp(f, lane, { end: REDUCTION_LANES, by: 1 }, () => {
      for (const sum of sums) f.set(sum, splat(combination.neutral));
      inputs.forEach(({ reducedStride }, i) => {
        f.set(offsets[i], scaled(lane, 4 * reducedStride));
      });
      countUp(f, row, { start: lane, end: reduced, by: REDUCTION_LANES }, () => {
        absorb(sizes);
        inputs.forEach(({ reducedStride }, i) => {
          f.set(offsets[i], op('i32.add', offsets[i], 4 * REDUCTION_LANES * reducedStride));
        });
      });
      const base = op('i32.mul', lane, LANE_BYTES);
      sizes.forEach((_, v) => {
        f.run(op('v128.store', base, sums[v], scratch + 16 * v));
      });
    });
  };

  /** Lanes `first`, `first + distance`, ... of the current vector, joined as the tree has it. */
  const joined = (first: number, distance: number): Vector =>
    distance === REDUCTION_LANES
      ? op('v128.load', vector, scratch + LANE_BYTES * first)
      : combine(joined(first, 2 * distance), joined(first + distance, 2 * distance));
  const storeVector = (size: number) => {
    f.set(sums[0], joined(0, 1));
    storeLanes(f, { base: op('i32.add', column, vector), offset: output }, sums[0], size);
  };

  const outputs = (count: number) => {
    const rest = count % 4;
    const whole = (count - rest) / 4;
    const sizes = Array<number>(whole).fill(4);
    fillScratch(rest > 0 ? [...sizes, rest] : sizes);
    countUp(f, vector, { end: 16 * whole, by: 16 }, () => storeVector(4));
    if (rest > 0) {
      f.set(vector, 16 * whole);
      storeVector(rest);
    }
  };

  const block = 4 * VECTORS;
  const whole = kept - (kept % block);
  countUp(f, column, { end: 4 * whole, by: 4 * block }, () => outputs(block));
  if (whole < kept) {
    f.set(column, 4 * whole);
    outputs(kept - whole);
  }
}
