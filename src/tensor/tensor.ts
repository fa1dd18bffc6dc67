/**
 * A tensor: numbers in a typed array, seen through a shape, strides and an offset, together with
 * what autograd needs to know about where it came from. Views share the storage of their source.
 */
import { describe, describeShape } from '../errors/describe.ts';
import { DtypeError, StateError } from '../errors/errors.ts';
import { allocate, checkInt32, type Dtype, dtypeOf, type TypedArray } from './dtype.ts';
import { formatTensor } from './format.ts';
import type { TensorMethods } from './methods.ts';
import { forEachRow, mergeAxes } from './rows.ts';
import { contiguousStrides, type Shape, sameShape, sizeOf } from './shape.ts';

/** The memory behind one tensor and all views of it. A compiled plan may move it to its arena. */
export interface Storage {
  data: TypedArray;
}

/** An array seen through shape, strides and offset (both in elements). Kernels take these. */
export interface Strided {
  readonly dtype: Dtype;
  readonly shape: Shape;
  readonly strides: readonly number[];
  readonly offset: number;
  readonly storage: Storage;
}

/** How a tensor was computed: what the backward pass and `explain` walk along. */
export interface Source {
  /** An `Operation` of ops/; this layer only carries it. */
  readonly operation: { readonly name: string };
  readonly inputs: readonly Tensor[];
  readonly attributes: unknown;
}

/** Nested arrays of numbers, as deep as the rank; a plain number for a scalar. */
export type NestedArray = number | readonly NestedArray[];

/**
 * Told when values leave the library, or come in by overwriting a tensor, because a trace cannot
 * follow them there.
 */
export const reading: { observer: ((tensor: Tensor) => void) | undefined } = {
  observer: undefined,
};

let created = 0;

/** The id that the next tensor will have: all tensors there are have smaller ones. */
export function nextTensorId(): number {
  return created;
}

// The methods (`add`, `matmul`, ...) are operations of a higher layer, put on the prototype there;
// merging the interface is what tells TypeScript that they are present.
export interface Tensor extends TensorMethods<Tensor> {}

// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: autograd/methods.ts installs every method, checked by the compiler
export class Tensor implements Strided {
  readonly dtype: Dtype;
  readonly shape: Shape;
  readonly strides: readonly number[];
  readonly offset: number;
  readonly storage: Storage;
  /** Creation order. A tensor is always younger than what it was computed from. */
  readonly id: number;
  /** Whether gradients flow to this tensor: parameters, and whatever is computed from them. */
  requiresGrad = false;
  /** Set by `backward()`: summed up over calls on parameters, fresh at each call elsewhere. */
  gradient: Tensor | null = null;
  /** How it was computed; null for tensors that were made, and where no gradient is needed. */
  source: Source | null = null;
  /** A name for messages and `explain`, such as `layers.0.weight`. */
  name = '';

  constructor(strided: Strided) {
    if (strided?.storage?.data === undefined) throw noStorage(strided);
    this.dtype = strided.dtype;
    this.shape = strided.shape;
    this.strides = strided.strides;
    this.offset = strided.offset;
    this.storage = strided.storage;
    this.id = created++;
  }

  /** The number of axes. */
  get rank(): number {
    return this.shape.length;
  }

  /** The number of elements. */
  get size(): number {
    return sizeOf(this.shape);
  }

  /** Whether the elements lie in row-major order without gaps. */
  get isContiguous(): boolean {
    const packed = contiguousStrides(this.shape);
    return this.shape.every((n, axis) => n === 1 || this.strides[axis] === packed[axis]);
  }

  /** The elements in row-major order, as a copy. */
  toTypedArray(): TypedArray {
    reading.observer?.(this);
    return packedCopy(this);
  }

  /** The elements as nested arrays; a number for a scalar. */
  toArray(): NestedArray {
    const flat = this.toTypedArray();
    let position = 0;
    const nest = (axis: number): NestedArray => {
      if (axis === this.rank) return flat[position++];
      return Array.from({ length: this.shape[axis] }, () => nest(axis + 1));
    };
    return nest(0);
  }

  /**
   * The value of a tensor with exactly one element.
   * @throws StateError for any other number of elements
   */
  item(): number {
    if (this.size !== 1) {
      throw new StateError({
        where: 'item',
        expected: 'a tensor with one element',
        received: `shape ${describeShape(this.shape)}`,
        remedy: 'Use toArray() or toTypedArray() for more.',
      });
    }
    reading.observer?.(this);
    return this.storage.data[this.offset];
  }

  /**
   * Overwrites the elements in place, for everyone who shares the storage.
   * @param values as many elements as the tensor has, in row-major order
   * @throws StateError for other shapes, and where elements of the tensor share a place in memory
   */
  assign(values: Tensor | TypedArray | readonly number[]): void {
    reading.observer?.(this);
    const flat = values instanceof Tensor ? packedCopy(values) : numbersOf(values);
    if (this.dtype === 'int32' && (values as Partial<Tensor>).dtype !== 'int32') {
      checkInt32('assign', flat);
    }
    const fits = values instanceof Tensor ? sameShape(values.shape, this.shape) : true;
    if (flat.length !== this.size || !fits) {
      throw new StateError({
        where: 'assign',
        expected: `${this.size} elements for shape ${describeShape(this.shape)}`,
        received:
          values instanceof Tensor
            ? `shape ${describeShape(values.shape)}`
            : `${flat.length} elements`,
        remedy: 'Give as many numbers, or a tensor of this shape.',
      });
    }
    if (
      this.size > 1 &&
      this.strides.some((stride, axis) => stride === 0 && this.shape[axis] > 1)
    ) {
      throw new StateError({
        where: 'assign',
        expected: 'a tensor whose elements each have their own place in memory',
        received: `strides ${describeShape(this.strides)}, as a broadcast tensor has`,
        remedy: 'Assign to the tensor that was broadcast, or to a copy.',
      });
    }
    const walk = mergeAxes(this.shape, [this.strides]);
    const stride = walk.strides[0][walk.shape.length - 1];
    const { data } = this.storage;
    let position = 0;
    forEachRow(walk, [this.offset], ([offset], length) => {
      for (let i = 0; i < length; i++) data[offset + i * stride] = flat[position++];
    });
  }

  toString(): string {
    return formatTensor(this, this.toTypedArray());
  }

  /** What `console.log` shows in Node. */
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString();
  }
}

/** An operand of arithmetic: numbers take the dtype of the tensor beside them. */
export type Operand = Tensor | number;

/** A tensor of a fresh contiguous storage. */
export function makeTensor(data: TypedArray, shape: Shape, dtype: Dtype): Tensor {
  const strides = contiguousStrides(shape);
  return new Tensor({ dtype, shape, strides, offset: 0, storage: { data } });
}

function noStorage(received: unknown): DtypeError {
  return new DtypeError({
    where: 'Tensor',
    expected: 'an array { dtype, shape, strides, offset, storage }',
    received: describe(received),
    remedy: 'Make tensors with tensor(values).',
  });
}

/** Numbers that a tensor is overwritten with. */
function numbersOf(values: unknown): TypedArray | readonly number[] {
  const fits = Array.isArray(values)
    ? values.every((value) => typeof value === 'number')
    : ArrayBuffer.isView(values) && dtypeOf(values) !== undefined;
  if (fits) return values as TypedArray | readonly number[];
  throw new DtypeError({
    where: 'assign',
    expected: 'a tensor, a typed array of a dtype, or an array of numbers',
    received: describe(values),
    remedy: 'Pass for example [1, 2].',
  });
}

/** A contiguous copy of a tensor, as a constant. */
export function snapshot(source: Tensor): Tensor {
  return makeTensor(source.toTypedArray(), source.shape, source.dtype);
}

/** The elements of any strided array in row-major order, as a copy. */
export function packedCopy(source: Strided): TypedArray {
  const packed = allocate(source.dtype, sizeOf(source.shape));
  const walk = mergeAxes(source.shape, [source.strides]);
  const stride = walk.strides[0][walk.shape.length - 1];
  const { data } = source.storage;
  let position = 0;
  forEachRow(walk, [source.offset], ([offset], length) => {
    if (stride === 1) packed.set(data.subarray(offset, offset + length), position);
    else for (let i = 0; i < length; i++) packed[position + i] = data[offset + i * stride];
    position += length;
  });
  return packed;
}
