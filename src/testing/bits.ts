/** Tensors compared by their bits, as the bit contract means it. */
import { describeShape } from '../errors/describe.ts';
import type { TypedArray } from '../tensor/dtype.ts';
import { sameShape } from '../tensor/shape.ts';
import type { Tensor } from '../tensor/tensor.ts';

/**
 * Where two tensors differ in dtype, shape or bits, in words; undefined where they do not. Zeros
 * differ by their sign; all NaN are the same, because their payload is engine-defined.
 */
export function bitDifference(received: Tensor, expected: Tensor): string | undefined {
  if (received.dtype !== expected.dtype) {
    return `expected dtype ${expected.dtype}; received ${received.dtype}`;
  }
  if (!sameShape(received.shape, expected.shape)) {
    return `expected shape ${describeShape(expected.shape)}; received ${describeShape(received.shape)}`;
  }
  const [ours, theirs] = [received.toTypedArray(), expected.toTypedArray()];
  // Within one dtype, Object.is tells numbers apart exactly as their bits do.
  const different = Array.from(ours.keys()).filter((i) => !Object.is(ours[i], theirs[i]));
  if (different.length === 0) return undefined;
  const [first] = different;
  return (
    `at ${describeShape(indexOf(first, expected.shape))} expected ${showBits(theirs, first)}; ` +
    `received ${showBits(ours, first)}; ${different.length} of ${ours.length} elements differ`
  );
}

/** `0.1 (0x3dcccccd)` */
function showBits(values: TypedArray, position: number): string {
  const value = values[position];
  const view = new DataView(new ArrayBuffer(values.BYTES_PER_ELEMENT));
  if (values instanceof Float32Array) view.setFloat32(0, value);
  else if (values instanceof Float64Array) view.setFloat64(0, value);
  else view.setInt32(0, value);
  const digits = Array.from(new Uint8Array(view.buffer), (b) => b.toString(16).padStart(2, '0'));
  return `${Object.is(value, -0) ? '-0' : value} (0x${digits.join('')})`;
}

/** The index of an element from its position in row-major order. */
export function indexOf(position: number, shape: readonly number[]): number[] {
  const index = new Array<number>(shape.length);
  let rest = position;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    index[axis] = rest % shape[axis];
    rest = Math.floor(rest / shape[axis]);
  }
  return index;
}
