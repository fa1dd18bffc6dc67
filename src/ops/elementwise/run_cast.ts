/** Casts, element by element: the reference of `convert.ts`. */
import { copyInto, packedCopy, type Strided } from '../../tensor/strided.ts';

const MIN_INT32 = -(2 ** 31);
const MAX_INT32 = 2 ** 31 - 1;

/** The store into the typed array rounds to float32; to int32 it truncates what fits. */
export function runCast(input: Strided, output: Strided): void {
  if (output.dtype === 'int32') {
    const { data } = output.storage;
    packedCopy(input).forEach((value, i) => {
      data[i] = Math.min(Math.max(value, MIN_INT32), MAX_INT32);
    });
  } else {
    copyInto(
      input,
      output,
      output.shape.map(() => 0),
    );
  }
}
