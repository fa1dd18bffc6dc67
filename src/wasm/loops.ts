/** Counting, and reading and writing vectors of which only some lanes exist. */
import type { FunctionBuilder } from './function.ts';
import type { Local, Operand, Value } from './values.ts';
import { op } from './values.ts';

/**
 * A byte address: an expression plus a constant, which becomes part of the instruction and costs
 * nothing.
 */
export interface Address {
  readonly base: Operand<'i32'>;
  readonly offset: number;
}

/** Some of the outputs of a loop: from one, up to but without another. Both are from 0 up. */
export interface Range {
  readonly from: Operand<'i32'>;
  readonly to: Operand<'i32'>;
}

/** A place that is known when code is emitted, or when it runs. */
export function addressOf(place: Operand<'i32'>): Address {
  return typeof place === 'number' ? { base: 0, offset: place } : { base: place, offset: 0 };
}

/** `count * factor`, without an instruction where there is nothing to multiply. */
export function scaled(count: Operand<'i32'>, factor: number): Operand<'i32'> {
  if (typeof count === 'number') return count * factor;
  if (factor === 0) return 0;
  return factor === 1 ? count : op('i32.mul', count, factor);
}

/** `a + b`, without an instruction where there is nothing to add. */
export function plus(a: Operand<'i32'>, b: Operand<'i32'>): Operand<'i32'> {
  if (typeof a === 'number' && typeof b === 'number') return a + b;
  if (a === 0) return b;
  return b === 0 ? a : op('i32.add', a, b);
}

/**
 * `for (counter = start; counter < end; counter += by)`, all of them from 0 up. Where start and end are
 * known, a loop of no turns is left out and one of a single turn is written as its body.
 */
export function countUp(
  f: FunctionBuilder,
  counter: Local<'i32'>,
  { start = 0, end, by }: { start?: Operand<'i32'>; end: Operand<'i32'>; by: number },
  body: () => void,
) {
  const known = typeof start === 'number' && typeof end === 'number';
  if (known && start >= end) return;
  f.set(counter, start);
  if (known && start + by >= end) return body();
  const turns = () =>
    f.loop((again) => {
      body();
      f.set(counter, op('i32.add', counter, by));
      f.branch(again, op('i32.lt_u', counter, end));
    });
  if (known) turns();
  else f.when(op('i32.lt_u', counter, end), turns);
}

/** A byte address that is moved. */
export type Pointer = Local<'i32'>;

export function advance(f: FunctionBuilder, pointer: Pointer, by: Operand<'i32'>): void {
  if (by !== 0) f.set(pointer, op('i32.add', pointer, by));
}

/** The sizes of axes, and for each pointer how many elements it goes from one index to the next. */
export interface Axes {
  readonly shape: readonly number[];
  readonly strides: readonly (readonly number[])[];
}

/** Runs a body at each index, over elements of four bytes; afterwards the pointers are back. */
export function forEachIndex(
  f: FunctionBuilder,
  { shape, strides }: Axes,
  pointers: readonly Pointer[],
  body: () => void,
  axis = 0,
): void {
  if (axis === shape.length) {
    body();
    return;
  }
  countUp(f, f.local('i32', 'i'), { end: shape[axis], by: 1 }, () => {
    forEachIndex(f, { shape, strides }, pointers, body, axis + 1);
    pointers.forEach((pointer, k) => {
      advance(f, pointer, 4 * strides[k][axis]);
    });
  });
  pointers.forEach((pointer, k) => {
    advance(f, pointer, -4 * strides[k][axis] * shape[axis]);
  });
}

/**
 * Reads 1 to 4 float32 that lie `stride` elements apart and nothing else; lanes beyond are 0.
 * With stride 0 the one number fills every lane.
 */
export function loadLanes({ base, offset }: Address, stride: number, lanes: number): Value<'v128'> {
  if (stride === 0) return op('v128.load32_splat', base, offset);
  if (stride === 1 && lanes === 4) return op('v128.load', base, offset);
  let vector = op('v128.load32_zero', base, offset);
  for (let lane = 1; lane < lanes; lane++) {
    vector = op('v128.load32_lane', base, vector, offset + 4 * stride * lane, lane);
  }
  return vector;
}

/** Writes the first 1 to 4 lanes as float32 side by side, and nothing beyond. */
export function storeLanes(
  f: FunctionBuilder,
  { base, offset }: Address,
  vector: Value<'v128'>,
  lanes: number,
) {
  if (lanes === 4) return f.run(op('v128.store', base, vector, offset));
  for (let lane = 0; lane < lanes; lane++) {
    f.run(op('v128.store32_lane', base, vector, offset + 4 * lane, lane));
  }
}
