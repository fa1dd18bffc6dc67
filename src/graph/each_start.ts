import type { Walk } from '../tensor/rows.ts';
import { contiguousStrides, sizeOf } from '../tensor/shape.ts';
import type { FunctionBuilder } from '../wasm/function.ts';
import { forEachIndex, type Pointer, plus } from '../wasm/loops.ts';
import type { Operand } from '../wasm/values.ts';

/** Emits code for each index of some axes, where operands begin elsewhere: written out if there are few, else as loops. */
export function forEachStart(
  f: FunctionBuilder,
  { shape, strides }: Walk,
  starts: readonly Operand<'i32'>[],
  mostWrittenOut: number,
  emit: (pointers: readonly Operand<'i32'>[]) => void,
): void {
  const count = sizeOf(shape);
  if (count === 1) {
    emit(starts);
    return;
  }
  if (count <= mostWrittenOut) {
    const sizes = contiguousStrides(shape);
    for (let i = 0; i < count; i++) {
      const index = shape.map((n, axis) => Math.floor(i / sizes[axis]) % n);
      const shift = (own: readonly number[]) =>
        index.reduce((sum, at, axis) => sum + at * own[axis], 0);
      emit(starts.map((start, k) => plus(start, 4 * shift(strides[k]))));
    }
    return;
  }
  const pointers = starts.map((start): Pointer => {
    const pointer = f.local('i32', 'at');
    f.set(pointer, start);
    return pointer;
  });
  forEachIndex(f, { shape, strides }, pointers, () => emit(pointers));
}
