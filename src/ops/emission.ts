/** What an operation with loops of its own says to be emitted: its code, once it is known where things lie. */
import type { FunctionBuilder } from '../wasm/function.ts';
import type { ModuleBuilder } from '../wasm/module.ts';
import type { Operand } from '../wasm/values.ts';

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
  /** The same in about so many parts; nothing where it is computed as a whole. */
  divide?(wanted: number): KernelParts | undefined;
}

/** Parts of what an operation computes: some of the outputs each, with the bits that they have in the whole. */
export interface KernelParts {
  readonly count: number;
  readonly scratchBytes: number;
  /** Adds the computation of a part, by its number. */
  emit(module: ModuleBuilder, f: FunctionBuilder, places: PartPlaces, part: Operand<'i32'>): void;
}

export interface PartPlaces extends Omit<Places, 'scratch'> {
  readonly scratch: Operand<'i32'>;
}
