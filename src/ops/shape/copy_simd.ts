/**
 * Copying, as emitted code: loops over the axes of the operands, however they lie, neighbours merged, and
 * four elements at a time where they are neighbours. For elements of four bytes.
 */
import { mergeAxes, type Walk } from '../../tensor/rows.ts';
import { contiguousStrides, sizeOf } from '../../tensor/shape.ts';
import type { Layout } from '../../tensor/strided.ts';
import type { FunctionBuilder } from '../../wasm/function.ts';
import {
  advance,
  countUp,
  forEachIndex,
  loadLanes,
  type Pointer,
  storeLanes,
} from '../../wasm/loops.ts';
import { op, splat, type Value } from '../../wasm/values.ts';
import type { KernelCode } from '../emission.ts';

/** Visits rows of neighbours where a walk ends in such, with their length, and single elements elsewhere. */
export function forEachRun(
  f: FunctionBuilder,
  { shape, strides }: Walk,
  pointer: Pointer,
  visit: (length: number) => void,
): void {
  const last = shape.length - 1;
  const rows = strides[0][last] === 1 ? last : last + 1;
  const outer = { shape: shape.slice(0, rows), strides: [strides[0].slice(0, rows)] };
  forEachIndex(f, outer, [pointer], () => visit(rows === last ? shape[last] : 1));
}

/** Copies neighbours, and moves the target on. */
export function copyRun(f: FunctionBuilder, from: Pointer, to: Pointer, length: number): void {
  storeRun(f, to, length, (column, lanes) =>
    loadLanes({ base: op('i32.add', from, column), offset: 0 }, 1, lanes),
  );
  advance(f, to, 4 * length);
}

/** Writes neighbours, of which a vector is told how many bytes it stands behind the first. */
function storeRun(
  f: FunctionBuilder,
  to: Pointer,
  length: number,
  vector: (column: Pointer, lanes: number) => Value<'v128'>,
): void {
  const column = f.local('i32', 'column');
  const turn = (lanes: number) =>
    storeLanes(f, { base: op('i32.add', to, column), offset: 0 }, vector(column, lanes), lanes);
  const rest = length % 4;
  countUp(f, column, { end: 4 * (length - rest), by: 16 }, () => turn(4));
  if (rest > 0) {
    f.set(column, 4 * (length - rest));
    turn(rest);
  }
}

export function walkOf({ shape, strides }: Layout, first: number, end: number): Walk {
  return mergeAxes(shape.slice(first, end), [strides.slice(first, end)]);
}

/** Elements of four bytes, in row-major order. */
export function emitPackedCopy(x: Layout, output: Layout): KernelCode | undefined {
  if (output.dtype === 'float64') return undefined;
  return {
    scratchBytes: 0,
    work: sizeOf(output.shape),
    emit(_, f, places) {
      const [from, to] = [f.local('i32', 'from'), f.local('i32', 'to')];
      f.set(from, places.inputs[0] + 4 * x.offset);
      f.set(to, places.output);
      forEachRun(f, walkOf(x, 0, x.shape.length), from, (length) => copyRun(f, from, to, length));
    },
  };
}

/** A value all over, and `x` in it, with its first element at the index `at`. */
export function emitPad(
  x: Layout,
  output: Layout,
  at: readonly number[],
  value: number,
): KernelCode | undefined {
  if (output.dtype === 'float64') return undefined;
  return {
    scratchBytes: 0,
    work: sizeOf(output.shape),
    emit(_, f, places) {
      const [to, filling] = [f.local('i32', 'to'), f.local('v128', 'filling')];
      f.set(to, places.output);
      f.set(filling, output.dtype === 'int32' ? op('i32x4.splat', value) : splat(value));
      storeRun(f, to, sizeOf(output.shape), () => filling);
      copyBlock(f, x, places.inputs[0], output, places.output, at);
    },
  };
}

/** The inputs one after the other along an axis. */
export function emitConcat(
  inputs: readonly Layout[],
  output: Layout,
  axis: number,
): KernelCode | undefined {
  if (output.dtype === 'float64') return undefined;
  return {
    scratchBytes: 0,
    work: sizeOf(output.shape),
    emit(_, f, places) {
      const at = output.shape.map(() => 0);
      inputs.forEach((input, k) => {
        copyBlock(f, input, places.inputs[k], output, places.output, at);
        at[axis] += input.shape[axis];
      });
    },
  };
}

/** Copies a block into a contiguous array, with its first element at the index `at`. */
function copyBlock(
  f: FunctionBuilder,
  block: Layout,
  source: number,
  into: Layout,
  target: number,
  at: readonly number[],
): void {
  const strides = contiguousStrides(into.shape);
  const start = at.reduce((sum, index, axis) => sum + index * strides[axis], 0);
  const [from, to, cursor] = ['from', 'to', 'cursor'].map((name) => f.local('i32', name));
  f.set(from, source + 4 * block.offset);
  f.set(to, target + 4 * start);
  const walk = mergeAxes(block.shape, [block.strides, strides]);
  const last = walk.shape.length - 1;
  const inRows = walk.strides.every((own) => own[last] === 1);
  const axes = inRows ? last : last + 1;
  const outer = {
    shape: walk.shape.slice(0, axes),
    strides: walk.strides.map((own) => own.slice(0, axes)),
  };
  forEachIndex(f, outer, [from, to], () => {
    f.set(cursor, to);
    copyRun(f, from, cursor, inRows ? walk.shape[last] : 1);
  });
}
