/**
 * Copying, as emitted code: loops over the axes of the operands, however they lie, neighbours merged, and
 * four elements at a time where they are neighbours. For elements of four bytes.
 */
import { mergeAxes, type Walk } from '../../tensor/rows.ts';
import { contiguousStrides, sizeOf } from '../../tensor/shape.ts';
import type { Layout } from '../../tensor/strided.ts';
import type { FunctionBuilder } from '../../wasm/function.ts';
import { countUp, forEachIndex, loadLanes, type Pointer, storeLanes } from '../../wasm/loops.ts';
import { op, splat, type Value } from '../../wasm/values.ts';
import type { KernelCode } from '../emission.ts';

/** Visits rows of neighbours where all operands of a walk end in such, with their length, and elements elsewhere. */
export function forEachRun(
  f: FunctionBuilder,
  { shape, strides }: Walk,
  pointers: readonly Pointer[],
  visit: (length: number) => void,
): void {
  const last = shape.length - 1;
  const inRows = strides.every((own) => own[last] === 1);
  const outer = inRows ? shape.slice(0, last) : shape;
  forEachIndex(f, { shape: outer, strides }, pointers, () => visit(inRows ? shape[last] : 1));
}

/** Copies neighbours. */
export function copyRun(f: FunctionBuilder, from: Pointer, to: Pointer, length: number): void {
  storeRun(f, to, length, (base, lanes) => loadLanes({ base, offset: 0 }, 1, lanes), from);
}

/** Writes neighbours. Each vector is told its place in the row that begins at `from`. */
function storeRun(
  f: FunctionBuilder,
  to: Pointer,
  length: number,
  vector: (at: Value<'i32'>, lanes: number) => Value<'v128'>,
  from = to,
): void {
  const column = f.local('i32', 'column');
  const at = (pointer: Pointer) => op('i32.add', pointer, column);
  const turn = (lanes: number) =>
    storeLanes(f, { base: at(to), offset: 0 }, vector(at(from), lanes), lanes);
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

/**
 * Blocks copied into a contiguous array.
 * @param starts for each block the index of its first element
 * @param value what is written all over before
 */
export function emitCopies(
  blocks: readonly Layout[],
  output: Layout,
  starts: readonly (readonly number[])[],
  value?: number,
): KernelCode | undefined {
  const { shape, dtype } = output;
  if (dtype === 'float64') return undefined;
  return {
    scratchBytes: 0,
    work: sizeOf(shape),
    emit(_, f, places) {
      const [from, to] = [f.local('i32', 'from'), f.local('i32', 'to')];
      if (value !== undefined) {
        const filling = dtype === 'int32' ? op('i32x4.splat', value) : splat(value);
        f.set(to, places.output);
        storeRun(f, to, sizeOf(shape), () => filling);
      }
      const strides = contiguousStrides(shape);
      blocks.forEach((block, k) => {
        const first = starts[k].reduce((sum, index, axis) => sum + index * strides[axis], 0);
        f.set(from, places.inputs[k] + 4 * block.offset);
        f.set(to, places.output + 4 * first);
        const walk = mergeAxes(block.shape, [block.strides, strides]);
        forEachRun(f, walk, [from, to], (length) => copyRun(f, from, to, length));
      });
    },
  };
}
