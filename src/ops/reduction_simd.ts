/**
 * Reductions as emitted SIMD code, in the order that `reduction.ts` defines: element r goes to lane
 * r mod 8, the lanes are joined as a tree. What is reduced may be computed on the way from several
 * inputs, by a formula.
 *
 * Along contiguous elements the eight lanes are two vectors. Across rows there are eight vectors, each
 * a lane of four outputs at a time.
 */
import type { FunctionBuilder } from '../wasm/function.ts';
import { countUp, loadLanes, storeLanes } from '../wasm/loops.ts';
import { simdLanes, type Vector } from '../wasm/simd_lanes.ts';
import { type Local, op, splat } from '../wasm/values.ts';
import { type Combination, REDUCTION_LANES } from './reduction.ts';

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
        const along = reducedStride === 0 ? 0 : op('i32.mul', column, reducedStride);
        const base = op('i32.add', offsets[i], along);
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
      f.set(offsets[i], op('i32.mul', row, 4 * keptStride));
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

function reduceAcross(f: FunctionBuilder, loop: ReductionLoop): void {
  const { kept, reduced, inputs, output, combination, body } = loop;
  const lanes = simdLanes();
  const column = f.local('i32', 'column');
  const row = f.local('i32', 'row');
  const offsets = rowOffsets(f, inputs);
  const accumulators = Array.from({ length: REDUCTION_LANES }, (_, lane) =>
    Array.from({ length: VECTORS }, (_, vector) => f.local('v128', `lane${lane}.${vector}`)),
  );

  /** Takes the current row into a lane. Each size is the number of outputs in a vector. */
  const absorb = (lane: readonly Local<'v128'>[], sizes: readonly number[]) => {
    sizes.forEach((size, vector) => {
      const loaded = inputs.map(({ address, keptStride }, i) => {
        const along = keptStride === 0 ? 0 : op('i32.mul', column, keptStride);
        const base = op('i32.add', offsets[i], along);
        return loadLanes({ base, offset: address + 16 * vector * keptStride }, keptStride, size);
      });
      f.set(lane[vector], combination.combine(lanes, lane[vector], body(lanes, loaded)));
    });
  };

  /** Lane after lane, every eighth row from its first: each row is read once, and in full lines. */
  const outputs = (sizes: readonly number[]) => {
    accumulators.forEach((lane, j) => {
      sizes.forEach((_, vector) => {
        f.set(lane[vector], splat(combination.neutral));
      });
      inputs.forEach(({ reducedStride }, i) => {
        f.set(offsets[i], 4 * j * reducedStride);
      });
      countUp(f, row, { start: j, end: reduced, by: REDUCTION_LANES }, () => {
        absorb(lane, sizes);
        inputs.forEach(({ reducedStride }, i) => {
          f.set(offsets[i], op('i32.add', offsets[i], 4 * REDUCTION_LANES * reducedStride));
        });
      });
    });
    sizes.forEach((size, vector) => {
      for (let width = REDUCTION_LANES / 2; width >= 1; width /= 2) {
        for (let j = 0; j < width; j++) {
          const [a, b] = [accumulators[j][vector], accumulators[j + width][vector]];
          f.set(a, combination.combine(lanes, a, b));
        }
      }
      storeLanes(f, { base: column, offset: output + 16 * vector }, accumulators[0][vector], size);
    });
  };

  const block = 4 * VECTORS;
  const whole = kept - (kept % block);
  countUp(f, column, { end: 4 * whole, by: 4 * block }, () => outputs(Array(VECTORS).fill(4)));
  const rest = kept - whole;
  if (rest > 0) {
    f.set(column, 4 * whole);
    const sizes = Array.from({ length: Math.ceil(rest / 4) }, (_, i) => Math.min(4, rest - 4 * i));
    outputs(sizes);
  }
}
