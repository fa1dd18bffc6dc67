/**
 * The only place that touches the engine's `WebAssembly` object. Typed here, because the core
 * depends neither on the types of browsers nor on those of Node.
 */
import { MOST_PAGES, memoryImport } from './encode.ts';

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
  readonly Memory: new (size: {
    initial: number;
    maximum?: number;
    shared?: boolean;
  }) => WasmMemory;
  validate(bytes: Uint8Array): boolean;
}

/** The engine's WebAssembly, if it has one. */
export function wasmEngine(): Engine | undefined {
  return (globalThis as unknown as { readonly WebAssembly?: Engine }).WebAssembly;
}

export const pageBytes = 65_536;

/** @throws RangeError where the engine gives out no more memories */
export function createMemory(bytes: number): WasmMemory {
  return new (required().Memory)({ initial: Math.ceil(bytes / pageBytes) });
}

/** A memory, one that threads share where they need room in it, if the engine gives out one more. */
export function newMemory(bytes: number, threadBytes = 0): WasmMemory | undefined {
  try {
    return threadBytes > 0 ? createSharedMemory(bytes) : createMemory(bytes);
  } catch {
    return undefined;
  }
}

/**
 * A memory that several threads work in. Its addresses are reserved at once, so it has less room where an
 * engine gives out fewer.
 * @throws RangeError where the engine gives out no more memories
 */
export function createSharedMemory(bytes: number): WasmMemory {
  const make = (maximum: number) =>
    new (required().Memory)({ initial: Math.ceil(bytes / pageBytes), maximum, shared: true });
  try {
    return make(MOST_PAGES);
  } catch {
    return make(MOST_PAGES / 4);
  }
}

/** The most that a memory can have. */
export const MOST_BYTES = MOST_PAGES * pageBytes;

/**
 * Sees to it that a memory has so many bytes: at least doubled, because growing is slow and what is
 * never touched takes no memory of the machine; just what is needed where that is refused.
 * @returns whether they are there; if not, the memory is as it was
 */
export function growTo(memory: WasmMemory, bytes: number): boolean {
  const has = memory.buffer.byteLength;
  if (bytes <= has) return true;
  if (bytes > MOST_BYTES) return false;
  const attempts = [Math.min(Math.max(bytes, 2 * has), MOST_BYTES), bytes];
  return attempts.some((wanted) => {
    try {
      memory.grow(Math.ceil((wanted - has) / pageBytes));
      return true;
    } catch {
      return false; // the engine or the machine has no more
    }
  });
}

/** Compiles at once, without a promise. */
export function compileModule(bytes: Uint8Array): object {
  return new (required().Module)(bytes);
}

/** Binds what was compiled to a memory. */
export function bind(module: object, memory: WasmMemory): WasmEntries {
  const imports = { [memoryImport.module]: { [memoryImport.field]: memory } };
  return new (required().Instance)(module, imports).exports;
}

/** Compiles and binds. */
export function instantiate(bytes: Uint8Array, memory: WasmMemory): WasmEntries {
  return bind(compileModule(bytes), memory);
}

/**
 * What was compiled, or why the engine refuses a module that is valid: on the main thread some browsers
 * limit the size of what they compile at once.
 */
export function compileUnlessRefused(bytes: Uint8Array): object | string {
  try {
    return compileModule(bytes);
  } catch (error) {
    if (!required().validate(bytes)) throw error; // a mistake of ours
    return `compilation is refused: ${error instanceof Error ? error.message : error}`;
  }
}

/** The same, bound to a memory. */
export function instantiateUnlessRefused(
  bytes: Uint8Array,
  memory: WasmMemory,
): WasmEntries | string {
  const module = compileUnlessRefused(bytes);
  return typeof module === 'string' ? module : bind(module, memory);
}

function required(): Engine {
  const engine = wasmEngine();
  if (engine === undefined) throw new ReferenceError('WebAssembly is missing: probe first.');
  return engine;
}
