/** What an operation with loops of its own says to be emitted: its code, once it is known where things lie. */
import type { FunctionBuilder } from '../wasm/function.ts';
import type { ModuleBuilder } from '../wasm/module.ts';
import type { Product } from './matmul/blocks.ts';

/** The byte addresses of the storages that the operands of a kernel lie in. */
export interface Places {
  readonly inputs: readonly number[];
  readonly output: number;
  /** Memory that nobody else uses while the kernel runs. */
  readonly scratch: number;
}

export interface KernelCode {
  /** How much scratch memory it needs. */
  readonly scratchBytes: number;
  /** How much there is to do, in multiplications or copies: whether compiling it for one call pays. */
  readonly work: number;
  /** Adds what it needs to the module, and the call or the loops themselves to the function. */
  emit(module: ModuleBuilder, f: FunctionBuilder, places: Places): void;
  /** What it computes, if that is a single product of matrices, and where in its operands they begin. */
  readonly product?: Product & { readonly offsets: readonly number[] };
}
