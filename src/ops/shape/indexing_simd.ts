/**
 * Reading and adding up by index, as emitted code, for operands however they lie. The indices are known to be
 * in range: that is looked at before.
 */
import { mergeAxes } from '../../tensor/rows.ts';
import { type Shape, sizeOf } from '../../tensor/shape.ts';
import type { Layout } from '../../tensor/strided.ts';
import type { FunctionBuilder } from '../../wasm/function.ts';
import { advance, countUp, forEachIndex, type Pointer } from '../../wasm/loops.ts';
import { op } from '../../wasm/values.ts';
import type { KernelCode } from '../emission.ts';
import { copyRun, forEachRun, walkOf } from './copy_simd.ts';

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
          forEachRun(f, inner, [row], (length) => {
            copyRun(f, row, to, length);
            advance(f, to, 4 * length);
          });
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
          forEachRun(f, inner, [from], (length) => addRun(f, from, sum, length));
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
