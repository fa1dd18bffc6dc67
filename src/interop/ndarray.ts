/** Exchange with the scijs world: an `ndarray` over the same memory, in both directions. */
import ndarray, { type NdArray } from 'ndarray';
import { Tensor } from '../autograd/methods.ts';
import { describe, describeShape } from '../errors/describe.ts';
import { DtypeError, ShapeError } from '../errors/errors.ts';
import { dtypeOf, type TypedArray } from '../tensor/dtype.ts';
import { sizeOf } from '../tensor/shape.ts';
import { Storage } from '../tensor/storage.ts';

/**
 * An `ndarray` view of a tensor: the same memory, so writing to one writes to the other. From now on
 * the numbers stay in that memory; compiled code that uses the tensor copies them in and out.
 *
 * `ndarray` builds its classes with `new Function`; where a content-security policy forbids that,
 * this function throws and everything else works.
 */
export function toNdarray(source: Tensor): NdArray<TypedArray> {
  if (!(source instanceof Tensor)) {
    throw new DtypeError({
      where: 'toNdarray',
      expected: 'a tensor',
      received: describe(source),
      remedy: 'Make one with tensor(values).',
    });
  }
  const { storage, shape, strides, offset } = source;
  return ndarray(storage.lend(), [...shape], [...strides], offset);
}

/**
 * A tensor over the memory of an `ndarray`, with its shape and strides.
 * @throws DtypeError unless its data is a Float32Array, Float64Array or Int32Array; ShapeError where its
 * shape, strides or offset lead out of them, as `hi`, `lo`, `pick` and `step` allow
 */
export function fromNdarray(source: NdArray<TypedArray>): Tensor {
  const dtype = ArrayBuffer.isView(source?.data) ? dtypeOf(source.data) : undefined;
  if (dtype === undefined) {
    throw notAnNdarray(source?.data ?? source);
  }
  const { shape, stride, offset, data } = source;
  if (!Array.isArray(shape) || !Array.isArray(stride)) throw notAnNdarray(source);
  checkWithin(shape, stride, offset, data.length);
  const storage = new Storage(dtype, data.length, data, true);
  return new Tensor({ dtype, shape: [...shape], strides: [...stride], offset, storage });
}

function notAnNdarray(received: unknown): DtypeError {
  return new DtypeError({
    where: 'fromNdarray',
    expected: 'an ndarray over a Float32Array, Float64Array or Int32Array',
    received: describe(received),
    remedy: 'Copy its elements into one of these, or use tensor(values, { shape }).',
  });
}

/** Refuses a layout that leads out of the memory. */
function checkWithin(
  shape: readonly number[],
  strides: readonly number[],
  offset: number,
  length: number,
): void {
  const reach = (sign: number) =>
    shape.reduce((sum, n, axis) => {
      const stride = strides[axis];
      return Math.sign(stride) === sign ? sum + (n - 1) * stride : sum;
    }, offset);
  const whole = [...shape, ...strides, offset].every(Number.isSafeInteger);
  const sizes = shape.length === strides.length && shape.every((n) => n >= 0);
  if (whole && sizes && (sizeOf(shape) === 0 || (reach(-1) >= 0 && reach(1) < length))) return;
  throw new ShapeError({
    where: 'fromNdarray',
    expected: `a shape, strides and an offset within its ${length} elements`,
    received: `shape ${describeShape(shape)}, strides ${describeShape(strides)}, offset ${offset}`,
    remedy: 'Look at the hi, lo, pick or step that made this view.',
  });
}
