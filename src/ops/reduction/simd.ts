/**
 * Reductions as emitted SIMD code, in the order that `order.ts` defines: within a block element r
 * goes to lane r mod 8 and the lanes are joined as a tree; the blocks are joined in pairs. What is
 * reduced may be computed on the way from several inputs, by a formula.
 *
 * Along contiguous elements the eight lanes are two vectors. Across rows a vector is one lane of four
 * outputs, and the lanes are computed one after the other.
 */
import type { FunctionBuilder } from '../../wasm/function.ts';
import {
  type Address,
  addressOf,
  countUp,
  loadLanes,
  plus,
  type Range,
  scaled,
  storeLanes,
} from '../../wasm/loops.ts';
import { simdLanes, type Vector } from '../../wasm/simd_lanes.ts';
import { type Local, type Operand, op, splat, type Value } from '../../wasm/values.ts';
import type { Combination } from '../body.ts';
import { emitBlocks, stackBytes } from './blocks.ts';
import { chainOf } from './chains.ts';
import { REDUCTION_BLOCK, REDUCTION_LANES } from './order.ts';

export interface ReductionInput {
  /** The byte address of the first element. */
  readonly pointer: Operand<'i32'>;
  /** In elements, along what is kept and along each axis that is reduced. */
  readonly keptStride: number;
  readonly reducedStrides: readonly number[];
}

export interface ReductionLoop {
  /** The number of outputs. */
  readonly kept: number;
  /** The sizes of the axes that are reduced: as few as there can be, so mostly one. */
  readonly reduced: readonly number[];
  readonly inputs: readonly ReductionInput[];
  /** The byte address of the outputs, which lie side by side. */
  readonly output: Operand<'i32'>;
  /** The byte address of `REDUCTION_SCRATCH_BYTES` that nobody else uses meanwhile. */
  readonly scratch: Operand<'i32'>;
  /** Which outputs: from a multiple of `OUTPUTS_AT_A_TIME`, to another or to the last. Default all. */
  readonly range?: Range;
  readonly combination: Combination;
  /** What is reduced, from the inputs at an element. */
  readonly body: (lanes: ReturnType<typeof simdLanes>, inputs: readonly Vector[]) => Vector;
}

/**
 * Emits the reduction; across rows if the outputs are neighbours there, along the row otherwise. Where what is
 * reduced has several axes, across rows, whose places are worked out from their numbers.
 */
export function emitReduction(f: FunctionBuilder, loop: ReductionLoop): void {
  const { kept, inputs } = loop;
  const [reduced, ...others] = loop.reduced;
  const score = (stride: (input: ReductionInput) => number) =>
    inputs.filter((input) => stride(input) > 1).length;
  const across = score((input) => input.keptStride) < score((input) => input.reducedStrides[0]);
  if (others.length > 0 || across || (reduced < 4 && kept >= 4)) reduceAcross(f, loop);
  else reduceAlong(f, loop);
}

/**
 * A local for each input that holds where its current row is: a byte address, or one less what is known of it,
 * which becomes part of the instructions.
 */
function rowOffsets(f: FunctionBuilder, inputs: readonly ReductionInput[]): Local<'i32'>[] {
  return inputs.map(() => f.local('i32', 'offset'));
}

function addressesOf(inputs: readonly ReductionInput[]): Address[] {
  return inputs.map(({ pointer }) => addressOf(pointer));
}

function reduceAlong(f: FunctionBuilder, loop: ReductionLoop): void {
  const { kept, inputs, output, scratch, combination, body, range } = loop;
  const [reduced] = loop.reduced;
  const lanes = simdLanes();
  const combine = (a: Vector, b: Vector) => combination.combine(lanes, a, b);
  const row = f.local('i32', 'row');
  const column = f.local('i32', 'column');
  const offsets = rowOffsets(f, inputs);
  const first = addressesOf(inputs);
  const target = addressOf(output);
  const joined = f.local('v128', 'joined');

  /** The values at `count` elements from the column plus `skip` elements on. */
  const values = (skip: number, count: number) =>
    body(
      lanes,
      inputs.map(({ reducedStrides: [reducedStride] }, i) => {
        const base = plus(offsets[i], scaled(column, reducedStride));
        return loadLanes(
          { base, offset: first[i].offset + 4 * skip * reducedStride },
          reducedStride,
          count,
        );
      }),
    );
  const vectors = Math.min(reduced, REDUCTION_BLOCK) / REDUCTION_LANES;
  const chains = ['low', 'high'].map((name, i) => ({
    ...chainOf(f, name, lanes, combination, vectors),
    skip: 4 * i,
  }));
  /** A block of so many elements from the offsets on; its result is the first lane. */
  const block = (elements: number) => {
    for (const { begin } of chains) begin();
    const rest = elements % REDUCTION_LANES;
    const whole = elements - rest;
    countUp(f, column, { end: 4 * whole, by: 4 * REDUCTION_LANES }, () => {
      for (const { absorb, skip } of chains) absorb(values(skip, 4), 4);
    });
    if (rest > 0) f.set(column, 4 * whole);
    for (const { absorb, skip } of chains) {
      const count = Math.min(rest - skip, 4);
      if (count > 0) absorb(values(skip, count), count);
    }
    const [low, high] = chains.map(({ result }) => result());
    f.set(joined, combine(low, high));
    f.set(joined, combine(joined, movedDown(joined, 2)));
    f.set(joined, combine(joined, movedDown(joined, 1)));
    if (reduced > elements) moveOn(f, offsets, inputs, REDUCTION_BLOCK);
  };

  countUp(f, row, { start: range?.from ?? 0, end: range?.to ?? kept, by: 1 }, () => {
    inputs.forEach(({ keptStride }, i) => {
      f.set(offsets[i], plus(scaled(row, 4 * keptStride), first[i].base));
    });
    emitBlocks(f, { reduced, results: [joined], combine, stack: scratch, block });
    const base = plus(op('i32.mul', row, 4), target.base);
    storeLanes(f, { base, offset: target.offset }, joined, 1);
  });
}

/** Moves the offsets on by so many elements of the only axis that is reduced. */
function moveOn(
  f: FunctionBuilder,
  offsets: readonly Local<'i32'>[],
  inputs: readonly ReductionInput[],
  elements: number,
): void {
  inputs.forEach(({ reducedStrides: [stride] }, i) => {
    f.set(offsets[i], plus(offsets[i], 4 * elements * stride));
  });
}

/** How many bytes an element stands behind the first, by its number in row-major order. */
function placeOf(
  element: Value<'i32'>,
  shape: readonly number[],
  strides: readonly number[],
): Operand<'i32'> {
  let within = 1; // elements for each index of the axis
  let place: Operand<'i32'> = 0;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    const count = within === 1 ? element : op('i32.div_u', element, within);
    const index = axis === 0 ? count : op('i32.rem_u', count, shape[axis]);
    place = plus(place, scaled(index, 4 * strides[axis]));
    within *= shape[axis];
  }
  return place;
}

/** A vector whose first lanes are the ones from `by` on. */
function movedDown(vector: Vector, by: number): Vector {
  const bytes = Array.from({ length: 16 }, (_, i) => (i + 4 * by) % 16);
  return op('i8x16.shuffle', vector, vector, bytes);
}

/** How many vectors of neighbouring outputs are computed at a time: a cache line of floats. */
const VECTORS = 4;

/** So many outputs. */
export const OUTPUTS_AT_A_TIME = 4 * VECTORS;

/** From one lane to the next in scratch memory. */
const LANE_BYTES = 16 * VECTORS;

/** The scratch memory that a reduction may need, whatever its shape: lanes, then waiting blocks. */
export const REDUCTION_SCRATCH_BYTES = REDUCTION_LANES * LANE_BYTES + stackBytes(VECTORS);

function reduceAcross(f: FunctionBuilder, loop: ReductionLoop): void {
  const { kept, inputs, output, scratch, combination, body, range } = loop;
  const reduced = loop.reduced.reduce((size, n) => size * n, 1);
  const lanes = simdLanes();
  const combine = (a: Vector, b: Vector) => combination.combine(lanes, a, b);
  const column = f.local('i32', 'column');
  const lane = f.local('i32', 'lane');
  const row = f.local('i32', 'row');
  const atScratch = addressOf(scratch);
  const first = addressesOf(inputs);
  const target = addressOf(output);
  const starts = rowOffsets(f, inputs);
  const offsets = rowOffsets(f, inputs);
  const sums = Array.from({ length: VECTORS }, () => f.local('v128', 'sum'));
  const steady = loop.reduced.length === 1; // from each row to the next it is equally far
  // Where it is not: how many rows there are in the blocks before this one.
  const before = steady ? undefined : f.local('i32', 'before');

  /** Takes the current row into the sums. Each size is the number of outputs in a vector. */
  const absorb = (sizes: readonly number[]) => {
    sizes.forEach((size, v) => {
      const loaded = inputs.map(({ keptStride }, i) => {
        const base = plus(offsets[i], scaled(column, keptStride));
        const offset = first[i].offset + 16 * v * keptStride;
        return loadLanes({ base, offset }, keptStride, size);
      });
      f.set(sums[v], combine(sums[v], body(lanes, loaded)));
    });
  };

  /** Lane after lane, every eighth row from its first: each row is read once, and in full lines. */
  const fillLanes = (sizes: readonly number[], rows: number) => {
    countUp(f, lane, { end: REDUCTION_LANES, by: 1 }, () => {
      for (const sum of sums) f.set(sum, splat(combination.neutral));
      const goTo = (element: Value<'i32'>) => {
        inputs.forEach(({ reducedStrides }, i) => {
          f.set(offsets[i], plus(starts[i], placeOf(element, loop.reduced, reducedStrides)));
        });
      };
      if (steady) goTo(lane);
      countUp(f, row, { start: lane, end: rows, by: REDUCTION_LANES }, () => {
        if (before) goTo(op('i32.add', before, row));
        absorb(sizes);
        if (steady) moveOn(f, offsets, inputs, REDUCTION_LANES);
      });
      const base = plus(atScratch.base, op('i32.mul', lane, LANE_BYTES));
      sizes.forEach((_, v) => {
        f.run(op('v128.store', base, sums[v], atScratch.offset + 16 * v));
      });
    });
  };

  /** Lanes `first`, `first + distance`, ... of a vector, joined as the tree has it. */
  const joined = (v: number, first: number, distance: number): Vector =>
    distance === REDUCTION_LANES
      ? op('v128.load', atScratch.base, atScratch.offset + LANE_BYTES * first + 16 * v)
      : combine(joined(v, first, 2 * distance), joined(v, first + distance, 2 * distance));

  const outputs = (count: number) => {
    const rest = count % 4;
    const sizes = Array<number>((count - rest) / 4).fill(4);
    if (rest > 0) sizes.push(rest);
    starts.forEach((start, i) => {
      f.set(start, first[i].base);
    });
    if (before) f.set(before, 0);
    emitBlocks(f, {
      reduced,
      results: sums.slice(0, sizes.length),
      combine,
      stack: plus(scratch, REDUCTION_LANES * LANE_BYTES),
      block: (rows) => {
        fillLanes(sizes, rows);
        sizes.forEach((_, v) => {
          f.set(sums[v], joined(v, 0, 1));
        });
        if (reduced === rows) return;
        if (before === undefined) moveOn(f, starts, inputs, REDUCTION_BLOCK);
        else f.set(before, op('i32.add', before, REDUCTION_BLOCK));
      },
    });
    sizes.forEach((size, v) => {
      const base = plus(column, target.base);
      storeLanes(f, { base, offset: target.offset + 16 * v }, sums[v], size);
    });
  };

  const whole = kept - (kept % OUTPUTS_AT_A_TIME);
  const by = 4 * OUTPUTS_AT_A_TIME;
  const { start, end } = range
    ? { start: scaled(range.from, 4), end: op('i32.and', scaled(range.to, 4), -by) }
    : { start: 0, end: 4 * whole };
  countUp(f, column, { start, end, by }, () => outputs(OUTPUTS_AT_A_TIME));
  if (whole < kept) {
    const rest = () => {
      f.set(column, 4 * whole);
      outputs(kept - whole);
    };
    if (range) f.when(op('i32.eq', range.to, kept), rest);
    else rest();
  }
}
