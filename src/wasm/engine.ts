/**
 * The only place that touches the engine's `WebAssembly` object. Typed here, because the core
 * depends neither on the types of browsers nor on those of Node.
 */
import { memoryImport } from './encode.ts';

export interface WasmMemory {
  /** Replaced by a new one when the memory grows. */
  readonly buffer: ArrayBuffer;
  /** Adds pages of 65,536 bytes. */
  grow(pages: number): number;
}

export type WasmEntries = Readonly<Record<string, (...args: number[]) => number>>;

interface Engine {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (
    module: object,
    imports: Record<string, Record<string, unknown>>,
  ) => { readonly exports: WasmEntries };
  readonly Memory: new (size: { initial: number }) => WasmMemory;
  validate(bytes: Uint8Array): boolean;
}

/** The engine's WebAssembly, if it has one. */
export function wasmEngine(): Engine | undefined {
  return (globalThis as { readonly WebAssembly?: Engine }).WebAssembly;
}

export const pageBytes = 65_536;

export function createMemory(bytes: number): WasmMemory {
  return new (required().Memory)({ initial: Math.ceil(bytes / pageBytes) });
}

/** Compiles at once, without a promise, and binds the module to a memory. */
export function instantiate(bytes: Uint8Array, memory: WasmMemory): WasmEntries {
  const { Module, Instance } = required();
  const imports = { [memoryImport.module]: { [memoryImport.field]: memory } };
  return new Instance(new Module(bytes), imports).exports;
}

/**
 * The same, or why the engine refuses a module that is valid: on the main thread some browsers limit
 * the size of what they compile at once.
 */
export function instantiateUnlessRefused(
  bytes: Uint8Array,
  memory: WasmMemory,
): WasmEntries | string {
  try {
    return instantiate(bytes, memory);
  } catch (error) {
    if (!required().validate(bytes)) throw error; // a mistake of ours
    return `compilation is refused: ${error instanceof Error ? error.message : error}`;
  }
}

function required(): Engine {
  const engine = wasmEngine();
  if (engine === undefined) throw new ReferenceError('WebAssembly is missing: probe first.');
  return engine;
}
