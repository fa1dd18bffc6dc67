/**
 * The memory behind one tensor and all views of it, and who owns it.
 *
 * A storage begins in an array of its own. The first compiled plan that uses it moves it into a memory
 * of compiled code, its home, where it stays. An array that someone outside of the library holds, too
 * (a typed array given to `tensor`, the data of an ndarray), is lent and never moves: plans copy its
 * numbers in before they run, and out after they wrote to it. So anyone who holds numbers reads and writes
 * them as ever, whichever code computes.
 */
import { StateError } from '../errors/errors.ts';
import type { Block } from './block.ts';
import { type ByteNumbers, convertBytes } from './byte_numbers.ts';
import { allocate, type Dtype, dtypeOf, type TypedArray, viewOf } from './dtype.ts';

/**
 * Told when numbers are asked for while a computation is traced: they may be others whenever the trace
 * is run, so anyone who looks at them has to be run as it stands.
 */
export const reading: { observer: ((storage: Storage) => void) | undefined } = {
  observer: undefined,
};

/** How often a storage has moved, whichever. Who knows addresses looks whether this has changed. */
let moves = 0;

export function storageMoves(): number {
  return moves;
}

let created = 0;

/** The id that the next storage will have: all storages there are have smaller ones. */
export function nextStorageId(): number {
  return created;
}

export class Storage {
  readonly dtype: Dtype;
  /** The number of elements. */
  readonly size: number;
  /** Creation order. */
  readonly id = created++;
  #data: TypedArray | undefined;
  #block: Block | undefined;
  #bytes: ByteNumbers | undefined;
  #lent: boolean;

  /**
   * @param data nothing for numbers that are not computed: in a trace
   * @param lent whether someone outside holds the array
   */
  constructor(dtype: Dtype, size: number, data?: TypedArray, lent = false) {
    this.dtype = dtype;
    this.size = size;
    this.#data = data;
    this.#lent = lent;
  }

  /** A storage of numbers that are held as bytes. */
  static ofBytes(numbers: ByteNumbers): Storage {
    const { bytes, meaning } = numbers;
    const storage = new Storage(dtypeOf(meaning) as Dtype, bytes.length);
    storage.#bytes = numbers;
    return storage;
  }

  /**
   * The numbers, as a view that is valid until more memory is needed. Anyone who gets it may write to it, so
   * what was held as bytes is converted for good; to read only, see `bytes` first.
   */
  get data(): TypedArray {
    reading.observer?.(this);
    if (this.#bytes !== undefined) {
      const converted = allocate(this.dtype, this.size);
      convertBytes(this.#bytes, 0, 1, converted, 0, this.size);
      this.#data = converted;
      this.#bytes = undefined;
    }
    if (this.#block !== undefined) {
      const { home, address } = this.#block;
      const { buffer } = home.memory;
      if (this.#data?.buffer !== buffer) {
        this.#data = viewOf(this.dtype, buffer, address, this.size);
      }
    }
    if (this.#data === undefined) {
      throw new StateError({
        where: 'a tensor that was made while tracing',
        expected: 'to be used within the function that is traced',
        received: 'a question for its numbers, which were never computed',
        remedy: "Return it from the function, or run that with backend: 'reference'.",
      });
    }
    return this.#data;
  }

  /** The numbers, while they are held as bytes. */
  get bytes(): ByteNumbers | undefined {
    if (this.#bytes !== undefined) reading.observer?.(this);
    return this.#bytes;
  }

  /** A number by its index. */
  at(index: number): number {
    const { bytes } = this;
    return bytes === undefined ? this.data[index] : bytes.meaning[bytes.bytes[index]];
  }

  /** Where it lies in a memory of compiled code, once it has moved there. */
  get block(): Block | undefined {
    return this.#block;
  }

  /** Moves the numbers to a place in a memory of compiled code, for good. */
  moveTo(block: Block): void {
    const { data } = this;
    const inside = viewOf(this.dtype, block.home.memory.buffer, block.address, this.size);
    inside.set(data);
    this.#data = inside;
    this.#block = block;
    moves++;
  }

  /** Gives numbers that were never computed a place to be in: those that lie there. */
  placeAt(block: Block): void {
    this.#data = undefined;
    this.#block = block;
  }

  /** Whether someone outside holds the array, so that the numbers stay in it. */
  get isLent(): boolean {
    return this.#lent;
  }

  /** The array, for someone outside to hold: it will always be the one with the numbers. */
  lend(): TypedArray {
    const { data } = this;
    this.#lent = true;
    if (this.#block === undefined) return data;
    const own = allocate(this.dtype, this.size);
    own.set(data);
    this.#data = own;
    this.#block = undefined;
    moves++;
    return own;
  }
}
