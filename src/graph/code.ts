/** What was compiled for a plan, bound to the memory of its home. */
import type { Home } from '../tensor/block.ts';
import { bind, compileUnlessRefused, type WasmEntries } from '../wasm/engine.ts';

export interface Code {
  readonly module: object;
  readonly home: Home;
  /** The entries, in the memory that the home has now. Another object after it was renewed. */
  entries(): WasmEntries;
}

/** @returns the code, or why the engine would not compile it */
export function codeFor(bytes: Uint8Array, home: Home): Code | string {
  const module = compileUnlessRefused(bytes);
  if (typeof module === 'string') return module;
  let { memory } = home;
  let entries = bind(module, memory);
  return {
    module,
    home,
    entries() {
      if (memory !== home.memory) {
        memory = home.memory;
        entries = bind(module, memory);
      }
      return entries;
    },
  };
}
