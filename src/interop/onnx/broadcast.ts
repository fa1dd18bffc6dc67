/** How ONNX spreads a constant over the values that it is computed with. */
import { isFloat } from '../../tensor/dtype.ts';
import { type Shape, sizeOf } from '../../tensor/shape.ts';
import type { Tensor } from '../../tensor/tensor.ts';

/** Larger samples than any exporter writes a scaler for. */
const MAX_SIZE = 2 ** 24;

/**
 * The number of a constant for each element of a sample `[samples, ...shape]`, in row-major order: axes stand
 * at the right, and those of size 1 are repeated. Undefined where a constant differs from sample to sample,
 * would add axes, or holds no numbers with floating point.
 */
export function spread(constant: Tensor, shape: Shape): number[] | undefined {
  const batch = [1, ...shape];
  const missing = batch.length - constant.rank;
  const size = sizeOf(shape);
  const fits = constant.shape.every((n, i) => n === 1 || n === batch[missing + i]);
  if (missing < 0 || !fits || !isFloat(constant.dtype) || size > MAX_SIZE) return undefined;
  const numbers = constant.toTypedArray();
  if (constant.size === size) return Array.from(numbers);
  const strides = batch.map((_, axis) => {
    const own = axis - missing;
    const isRepeated = own < 0 || constant.shape[own] === 1;
    return isRepeated ? 0 : sizeOf(constant.shape.slice(own + 1));
  });
  return Array.from({ length: size }, (_, index) => {
    let [rest, at] = [index, 0];
    for (let axis = batch.length - 1; axis > 0; axis--) {
      at += (rest % batch[axis]) * strides[axis];
      rest = Math.floor(rest / batch[axis]);
    }
    return numbers[at];
  });
}
