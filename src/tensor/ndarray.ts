/** Exchange with the scijs world: an `ndarray` over the same memory, in both directions. */
import ndarray, { type NdArray } from 'ndarray';
import { describe } from '../errors/describe.ts';
import { DtypeError } from '../errors/errors.ts';
import { dtypeOf, type TypedArray } from './dtype.ts';
import { Tensor } from './tensor.ts';

/**
 * An `ndarray` view of a tensor: the same memory, so writing to one writes to the other.
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
  return ndarray(storage.data, [...shape], [...strides], offset);
}

/**
 * A tensor over the memory of an `ndarray`, with its shape and strides.
 * @throws DtypeError unless its data is a Float32Array, Float64Array or Int32Array
 */
export function fromNdarray(source: NdArray<TypedArray>): Tensor {
  const dtype = ArrayBuffer.isView(source?.data) ? dtypeOf(source.data) : undefined;
  if (dtype === undefined) {
    throw new DtypeError({
      where: 'fromNdarray',
      expected: 'an ndarray over a Float32Array, Float64Array or Int32Array',
      received: describe(source?.data ?? source),
      remedy: 'Pass for example ndarray(Float32Array.from(values), shape).',
    });
  }
  const { shape, stride, offset, data } = source;
  return new Tensor({
    dtype,
    shape: [...shape],
    strides: [...stride],
    offset,
    storage: { data },
  });
}
