/**
 * Reading and adding up by index, as emitted code: loops over the axes of the operands, however they lie,
 * neighbours merged. The indices are known to be in range: that is looked at before.
 */
import { mergeAxes, type Walk } from '../../tensor/rows.ts';
import { type Shape, sizeOf } from '../../tensor/shape.ts';
import type { Layout } from '../../tensor/strided.ts';
import type { FunctionBuilder } from '../../wasm/function.ts';
import { countUp, loadLanes, storeLanes } from '../../wasm/loops.ts';
import { type Local, type Operand, op } from '../../wasm/values.ts';
import type { KernelCode } from '../emission.ts';

type Pointer = Local<'i32'>;

function advance(f: FunctionBuilder, pointer: Pointer, by: Operand<'i32'>): void {
  if (by !== 0) f.set(pointer, op('i32.add', pointer, by));
}

/** Runs a body at each index of a walk over four-byte elements; afterwards the pointers are back. */
function forEachIndex(
  f: FunctionBuilder,
  { shape, strides }: Walk,
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

/** Visits rows of neighbours where a walk ends in such, with their length, and single elements elsewhere. */
function forEachRun(
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
function copyRun(f: FunctionBuilder, from: Pointer, to: Pointer, length: number): void {
  const column = f.local('i32', 'column');
  const turn = (lanes: number) => {
    const vector = loadLanes({ base: op('i32.add', from, column), offset: 0 }, 1, lanes);
    storeLanes(f, { base: op('i32.add', to, column), offset: 0 }, vector, lanes);
  };
  const rest = length % 4;
  countUp(f, column, { end: 4 * (length - rest), by: 16 }, () => turn(4));
  if (rest > 0) {
    f.set(column, 4 * (length - rest));
    turn(rest);
  }
  advance(f, to, 4 * length);
}

function walkOf({ shape, strides }: Layout, first: number, end: number): Walk {
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

/** The slices along an axis that indices name. */
export function emitGather(
  [x, indices]: readonly Layout[],
  output: Layout,
  axis: number,
): KernelCode | undefined {
  if (output.dtype === 'float64') return undefined;
  return {
    scratchBytes: 0,
    work: sizeOf(output.shape),
    emit(_, f, places) {
      const [from, at, row] = ['from', 'at', 'row'].map((name) => f.local('i32', name));
      const to = f.local('i32', 'to');
      f.set(from, places.inputs[0] + 4 * x.offset);
      f.set(at, places.inputs[1] + 4 * indices.offset);
      f.set(to, places.output);
      const inner = walkOf(x, axis + 1, x.shape.length);
      forEachIndex(f, walkOf(x, 0, axis), [from], () => {
        forEachIndex(f, walkOf(indices, 0, indices.shape.length), [at], () => {
          const slice = op('i32.mul', op('i32.load', at, 0), 4 * x.strides[axis]);
          f.set(row, op('i32.add', from, slice));
          forEachRun(f, inner, row, (length) => copyRun(f, row, to, length));
        });
      });
    },
  };
}

/**
 * The reverse: slices added up where indices say, in a result of some shape. The sums are in float64,
 * each cell of which is rounded once, at the end.
 */
export function emitScatterAdd(
  [x, indices]: readonly Layout[],
  output: Layout,
  axis: number,
  shape: Shape,
): KernelCode | undefined {
  if (output.dtype !== 'float32') return undefined;
  const cells = sizeOf(shape);
  const slice = 8 * sizeOf(shape.slice(axis + 1));
  const end = axis + indices.shape.length;
  return {
    scratchBytes: 8 * cells,
    work: sizeOf(x.shape) + cells,
    emit(_, f, places) {
      const [from, at, sums, sum] = ['from', 'at', 'sums', 'sum'].map((name) =>
        f.local('i32', name),
      );
      f.run(op('memory.fill', places.scratch, 0, 8 * cells));
      f.set(from, places.inputs[0] + 4 * x.offset);
      f.set(at, places.inputs[1] + 4 * indices.offset);
      f.set(sums, places.scratch);
      const chosen = mergeAxes(indices.shape, [indices.strides, x.strides.slice(axis, end)]);
      const inner = walkOf(x, end, x.shape.length);
      forEachIndex(f, walkOf(x, 0, axis), [from], () => {
        forEachIndex(f, chosen, [at, from], () => {
          f.set(sum, op('i32.add', sums, op('i32.mul', op('i32.load', at, 0), slice)));
          forEachRun(f, inner, from, (length) => addRun(f, from, sum, length));
        });
        advance(f, sums, slice * shape[axis]);
      });
      roundCells(f, places.scratch, places.output, cells);
    },
  };
}

/** Adds float32 that are neighbours to float64, two at a time, and moves the target on. */
function addRun(f: FunctionBuilder, from: Pointer, sum: Pointer, length: number): void {
  const column = f.local('i32', 'column');
  const [source, target] = [
    op('i32.add', from, column),
    op('i32.add', sum, op('i32.add', column, column)),
  ];
  const rest = length % 2;
  countUp(f, column, { end: 4 * (length - rest), by: 8 }, () => {
    const pair = op('f64x2.promote_low_f32x4', op('v128.load64_zero', source, 0));
    f.run(op('v128.store', target, op('f64x2.add', op('v128.load', target, 0), pair), 0));
  });
  if (rest > 0) {
    f.set(column, 4 * (length - rest));
    const one = op('f64x2.promote_low_f32x4', op('v128.load32_zero', source, 0));
    const total = op('f64x2.add', op('v128.load64_zero', target, 0), one);
    f.run(op('v128.store64_lane', target, total, 0, 0));
  }
  advance(f, sum, 8 * length);
}

/** Rounds float64 to float32. */
function roundCells(f: FunctionBuilder, from: number, to: number, count: number): void {
  const at = f.local('i32', 'at');
  const rest = count % 2;
  const cells = op('i32.add', at, at);
  countUp(f, at, { end: 4 * (count - rest), by: 8 }, () => {
    const pair = op('f32x4.demote_f64x2_zero', op('v128.load', cells, from));
    f.run(op('v128.store64_lane', at, pair, to, 0));
  });
  if (rest > 0) {
    f.set(at, 4 * (count - rest));
    const one = op('f32x4.demote_f64x2_zero', op('v128.load64_zero', cells, from));
    f.run(op('v128.store32_lane', at, one, to, 0));
  }
}
