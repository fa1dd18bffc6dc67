/** Finds out, once, whether emitted code can run here, and if not, why. */
import { createMemory, instantiate, wasmEngine } from './engine.ts';
import { createModule } from './module.ts';
import { op, splat } from './values.ts';

export type WasmSupport =
  | { readonly available: true }
  | { readonly available: false; readonly reason: string };

let known: WasmSupport | undefined;

/** Whether WebAssembly with SIMD and bulk memory can be compiled and run in this environment. */
export function wasmSupport(): WasmSupport {
  known ??= probe();
  return known;
}

function probe(): WasmSupport {
  const engine = wasmEngine();
  if (engine === undefined) return missing('this environment has no WebAssembly');
  if (!engine.validate(sample(false))) return missing('WebAssembly lacks SIMD (simd128)');
  const bytes = sample(true);
  if (!engine.validate(bytes)) return missing('WebAssembly lacks bulk memory operations');
  try {
    instantiate(bytes, createMemory(16)).probe();
    return { available: true };
  } catch (error) {
    // A content-security policy without 'wasm-unsafe-eval' refuses compilation with an exception.
    return missing(`compilation is refused: ${error instanceof Error ? error.message : error}`);
  }
}

function missing(reason: string): WasmSupport {
  return { available: false, reason };
}

function sample(withBulkMemory: boolean): Uint8Array {
  const module = createModule();
  module.entry('probe', {}, 'void', (f) => {
    f.run(op('v128.store', 0, op('f32x4.sqrt', splat(2))));
    if (withBulkMemory) f.run(op('memory.fill', 0, 0, 16));
  });
  return module.bytes();
}
