/** What compiling a trace gives: something to run, and what people may want to know of it. */
import type { Storage } from '../tensor/storage.ts';
import type { Tensor } from '../tensor/tensor.ts';
import type { ModuleBuilder } from '../wasm/module.ts';
import type { Kernel } from './kernels.ts';
import type { Lifetime } from './memory.ts';

export interface Plan {
  /** Runs a phase. */
  run(phase: string): void;
  /**
   * An input or output of the trace as a tensor over the memory of the plan: inputs are written to it,
   * outputs are there until the next run.
   */
  tensor(of: Tensor): Tensor;
  /** Whether all that lives on is where the code expects it. If not, there must be a new plan. */
  isCurrent(): boolean;
  /** What was made of the trace, for people. */
  readonly report: PlanReport;
}

export interface PlanReport {
  readonly kernels: readonly Kernel[];
  /** Names of operations that run their reference, because they have no compiled form. */
  readonly fallbacks: readonly string[];
  /** Bytes of temporary memory, after sharing, and what they would be without. */
  readonly arenaBytes: number;
  readonly unsharedBytes: number;
  readonly codeBytes: number;
  /** Whether the memory is one that several threads work in. */
  readonly shared: boolean;
  /** Emits the same functions into another module, for reading. */
  emit(module: ModuleBuilder): void;
  /** How long each temporary is needed, in kernels. */
  readonly lifetimes: readonly Lifetime[];
  /** Byte address of every storage in memory, for the arena map. */
  readonly addresses: ReadonlyMap<Storage, number>;
}
