/**
 * A tensor: numbers in a typed array, seen through a shape, strides and an offset, together with
 * what autograd needs to know about where it came from. Views share the storage of their source.
 */
import { describe, describeShape } from '../errors/describe.ts';
import { DtypeError, ShapeError, StateError } from '../errors/errors.ts';
import { forJson } from '../errors/for_json.ts';
import { checkAssignable, numbersOf } from './assignable.ts';
import type { ReduceOptions, SliceRange, VarianceOptions } from './axes.ts';
import { checkInt32, type Dtype, type TypedArray } from './dtype.ts';
import { formatTensor } from './format.ts';
import type {
  ArrayOfRank,
  Broadcast,
  Gathered,
  NestedArray,
  NoneGiven,
  OneLess,
  Only,
  RankOfShape,
  Reduced,
} from './rank.ts';
import { contiguousStrides, type Shape, sizeOf } from './shape.ts';
import { Storage } from './storage.ts';
import { overwrite, packedCopy, type Strided } from './strided.ts';

/** How a tensor was computed: what the backward pass and `explain` walk along. */
export interface Source {
  /** An `Operation` of ops/; this layer only carries it. */
  readonly operation: { readonly name: string };
  readonly inputs: readonly Tensor[];
  readonly attributes: unknown;
  /**
   * The chain rule of this one operation: from the gradient of its output to that of one of its inputs,
   * perhaps still in the broadcast shape; null where none flows.
   */
  gradientOf(input: number, gradient: Tensor, output: Tensor): Tensor | null;
}

let created = 0;

const VALUES = {
  enumerable: true,
  get(this: Tensor): NestedArray {
    return this.toArray();
  },
};

/**
 * The operations that every tensor has as a method, as types. Each is the operation of the same name
 * with the tensor as its first input; formulas, shapes and errors are documented there (`ops/`).
 * @typeParam Rank the number of axes, where it is known
 */
export interface TensorMethods<Rank extends number> {
  add<R extends number = 0>(other: Operand<R>): Tensor<Broadcast<Rank, R>>;
  sub<R extends number = 0>(other: Operand<R>): Tensor<Broadcast<Rank, R>>;
  mul<R extends number = 0>(other: Operand<R>): Tensor<Broadcast<Rank, R>>;
  div<R extends number = 0>(other: Operand<R>): Tensor<Broadcast<Rank, R>>;
  neg(): Tensor<Rank>;
  abs(): Tensor<Rank>;
  sign(): Tensor<Rank>;
  square(): Tensor<Rank>;
  sqrt(): Tensor<Rank>;

  minimum<R extends number = 0>(other: Operand<R>): Tensor<Broadcast<Rank, R>>;
  maximum<R extends number = 0>(other: Operand<R>): Tensor<Broadcast<Rank, R>>;
  clip(options: { readonly min?: number; readonly max?: number }): Tensor<Rank>;

  equal<R extends number = 0>(other: Operand<R>): Tensor<Broadcast<Rank, R>>;
  notEqual<R extends number = 0>(other: Operand<R>): Tensor<Broadcast<Rank, R>>;
  less<R extends number = 0>(other: Operand<R>): Tensor<Broadcast<Rank, R>>;
  lessEqual<R extends number = 0>(other: Operand<R>): Tensor<Broadcast<Rank, R>>;
  greater<R extends number = 0>(other: Operand<R>): Tensor<Broadcast<Rank, R>>;
  greaterEqual<R extends number = 0>(other: Operand<R>): Tensor<Broadcast<Rank, R>>;

  relu(): Tensor<Rank>;

  sum<const O extends ReduceOptions = NoneGiven>(
    options?: Only<ReduceOptions, O>,
  ): Tensor<Reduced<Rank, O>>;
  mean<const O extends ReduceOptions = NoneGiven>(
    options?: Only<ReduceOptions, O>,
  ): Tensor<Reduced<Rank, O>>;
  max<const O extends ReduceOptions = NoneGiven>(
    options?: Only<ReduceOptions, O>,
  ): Tensor<Reduced<Rank, O>>;
  min<const O extends ReduceOptions = NoneGiven>(
    options?: Only<ReduceOptions, O>,
  ): Tensor<Reduced<Rank, O>>;
  variance<const O extends VarianceOptions = NoneGiven>(
    options?: Only<VarianceOptions, O>,
  ): Tensor<Reduced<Rank, O>>;
  norm<const O extends ReduceOptions = NoneGiven>(
    options?: Only<ReduceOptions, O>,
  ): Tensor<Reduced<Rank, O>>;
  argmax(options?: { readonly axis?: number }): Tensor<OneLess[Rank]>;

  matmul<R extends number>(other: Tensor<R>): Tensor<Broadcast<Rank, R>>;

  reshape<const S extends Shape>(shape: S): Tensor<RankOfShape<S>>;
  /** Reorders the axes; without argument, reverses them. */
  transpose(axes?: readonly number[]): Tensor<Rank>;
  slice(...ranges: SliceRange[]): Tensor<Rank>;
  broadcastTo<const S extends Shape>(shape: S): Tensor<RankOfShape<S>>;
  gather<R extends number>(
    indices: Tensor<R>,
    options?: { readonly axis?: number },
  ): Tensor<Gathered<Rank, R>>;
  cast(dtype: Dtype): Tensor<Rank>;

  /** The same values, cut off from gradients. */
  detach(): Tensor<Rank>;
  /** Computes the gradient of this scalar for every parameter it depends on. */
  backward(): void;
}

// The methods (`add`, `matmul`, ...) are operations of a higher layer, put on the prototype there;
// merging the interface is what tells TypeScript that they are present.
export interface Tensor<Rank extends number = number> extends TensorMethods<Rank> {}

// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: autograd/methods.ts installs every method, checked by the compiler
export class Tensor<Rank extends number = number> implements Strided {
  readonly dtype: Dtype;
  readonly shape: Shape;
  /**
   * What deep comparisons, snapshots and clones see of the elements: `toArray()` as a property. Dtype, shape and
   * values are all that they see, so that two tensors are equal to them if and only if these are.
   */
  declare readonly values: ArrayOfRank[Rank];
  readonly #strides: readonly number[];
  readonly #offset: number;
  readonly #storage: Storage;
  readonly #id = created++;
  #requiresGrad = false;
  #gradient: Tensor<Rank> | null = null;
  #source: Source | null = null;
  #name = '';

  constructor(strided: Strided) {
    if (!(strided?.storage instanceof Storage)) throw noStorage(strided);
    this.dtype = strided.dtype;
    this.shape = strided.shape;
    this.#strides = strided.strides;
    this.#offset = strided.offset;
    this.#storage = strided.storage;
    Object.defineProperty(this, 'values', VALUES);
  }

  get strides(): readonly number[] {
    return this.#strides;
  }

  get offset(): number {
    return this.#offset;
  }

  get storage(): Storage {
    return this.#storage;
  }

  /** Creation order. A tensor is always younger than what it was computed from. */
  get id(): number {
    return this.#id;
  }

  /** Whether gradients flow to this tensor: parameters, and whatever is computed from them. */
  get requiresGrad(): boolean {
    return this.#requiresGrad;
  }

  set requiresGrad(requires: boolean) {
    this.#requiresGrad = requires;
  }

  /** Set by `backward()`: summed up over calls on parameters, fresh at each call elsewhere. */
  get gradient(): Tensor<Rank> | null {
    return this.#gradient;
  }

  set gradient(gradient: Tensor<Rank> | null) {
    this.#gradient = gradient;
  }

  /** How it was computed; null for tensors that were made, and where no gradient is needed. */
  get source(): Source | null {
    return this.#source;
  }

  set source(source: Source | null) {
    this.#source = source;
  }

  /** A name for messages and `explain`, such as `layers.0.weight`. */
  get name(): string {
    return this.#name;
  }

  set name(name: string) {
    this.#name = name;
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
    return packedCopy(this);
  }

  /**
   * The elements as nested arrays; a number for a scalar.
   * @param options `rank`: the number of axes, where it is known: then the type says how deep they are
   * @throws ShapeError for a tensor of another rank
   * @example const rows: number[][] = tensor([[1, 2], [3, 4]]).toArray({ rank: 2 });
   */
  toArray(): ArrayOfRank[Rank];
  toArray<R extends number>(options: { readonly rank: R }): ArrayOfRank[R];
  toArray(options?: { readonly rank: number }): NestedArray {
    if (options !== undefined) checkRank(this, options);
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
    return this.storage.at(this.offset);
  }

  /**
   * Overwrites the elements in place, for everyone who shares the storage.
   * @param values as many elements as the tensor has, in row-major order
   * @throws StateError for other shapes, and where elements of the tensor share a place in memory
   */
  assign(values: Tensor | TypedArray | readonly number[]): void {
    const flat = values instanceof Tensor ? packedCopy(values) : numbersOf(values);
    if (this.dtype === 'int32' && (values as Partial<Tensor>).dtype !== 'int32') {
      checkInt32('assign', flat);
    }
    checkAssignable(this, values);
    overwrite(this, flat);
  }

  toString(): string {
    return formatTensor(this, this.toTypedArray());
  }

  /** Dtype, shape and values; what JSON has no number for as text, such as `"NaN"`. */
  toJSON(): { readonly dtype: Dtype; readonly shape: Shape; readonly values: unknown } {
    const { dtype, shape } = this;
    return { dtype, shape, values: forJson(this.values) };
  }

  /** What `console.log` shows in Node. */
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString();
  }
}

/** An operand of arithmetic: numbers take the dtype of the tensor beside them. */
export type Operand<Rank extends number = number> = Tensor<Rank> | number;

/** A tensor of a fresh contiguous storage. */
export function makeTensor<Rank extends number = number>(
  data: TypedArray,
  shape: Shape,
  dtype: Dtype,
): Tensor<Rank> {
  return tensorOver(new Storage(dtype, data.length, data), shape);
}

/** A tensor of all elements of a storage, in row-major order. */
export function tensorOver<Rank extends number = number>(
  storage: Storage,
  shape: Shape,
): Tensor<Rank> {
  const { dtype } = storage;
  return new Tensor({ dtype, shape, strides: contiguousStrides(shape), offset: 0, storage });
}

/** A tensor without numbers, for what a traced computation will be given. */
export function placeholder(shape: Shape, dtype: Dtype): Tensor {
  return tensorOver(new Storage(dtype, sizeOf(shape)), shape);
}

function noStorage(received: unknown): DtypeError {
  return new DtypeError({
    where: 'Tensor',
    expected: 'an array { dtype, shape, strides, offset, storage }',
    received: describe(received),
    remedy: 'Make tensors with tensor(values).',
  });
}

/** A contiguous copy of a tensor, as a constant. */
export function snapshot(source: Tensor): Tensor {
  return makeTensor(source.toTypedArray(), source.shape, source.dtype);
}

function checkRank({ rank, shape }: Tensor, options: { readonly rank: number }): void {
  if (options?.rank === rank) return;
  throw new ShapeError({
    where: 'toArray.rank',
    expected: `${rank}, the rank of ${describeShape(shape)}`,
    received: describe(options?.rank),
    remedy: 'Leave it out for arrays of any depth.',
  });
}
