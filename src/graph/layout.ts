/** Where the numbers of a plan lie, and which part of a kernel is emitted. */
import type { Storage } from '../tensor/storage.ts';
import type { Range } from '../wasm/loops.ts';
import type { Operand } from '../wasm/values.ts';

/** Where things are, for emitting. */
export interface Layout {
  /** The byte address of a storage. */
  address(storage: Storage): number;
  /** The value of a storage that is a constant of one element, which needs no memory. */
  literal(storage: Storage): number | undefined;
  /** Whether anyone outside of the kernel that computes a storage reads it. */
  isNeeded(storage: Storage): boolean;
  /** The address of memory that a kernel may use while it runs. */
  readonly scratch: number;
}

export type Literal = Layout['literal'];

/** Some of the outputs of a kernel. */
export interface Part {
  readonly range: Range;
  /** Memory that nobody else uses meanwhile. */
  readonly scratch: Operand<'i32'>;
  /** Where the first element of each output of a loop would be, if not in its place. */
  readonly outputs?: readonly Operand<'i32'>[];
}
