/**
 * The memory that operations outside of plans pass through part by part. They have one in common, because engines
 * give out only so many, and it never grows, so that views of it stay valid.
 */
import { instantiateUnlessRefused, newMemory, type WasmMemory } from '../../wasm/engine.ts';
import type { ModuleBuilder } from '../../wasm/module.ts';
import { wasmSupport } from '../../wasm/probe.ts';

/** Of these only what is used takes memory of the machine. */
const SMALL_MEMORY_BYTES = 5 * 2 ** 20;

/** False where the engine had none: to ask again takes it tens of milliseconds. */
let memory: WasmMemory | false | undefined;

export interface InSmallMemory {
  readonly buffer: ArrayBuffer;
  readonly run: (...args: number[]) => unknown;
}

/** The entry `run` of a module, or undefined where the engine does not compile it or has no memory. */
export function inSmallMemory(module: ModuleBuilder): InSmallMemory | undefined {
  memory ??= (wasmSupport().available && newMemory(SMALL_MEMORY_BYTES)) || false;
  if (memory === false) return undefined;
  const entries = instantiateUnlessRefused(module.bytes(), memory);
  if (typeof entries === 'string') return undefined;
  return { buffer: memory.buffer, run: entries.run };
}
