/**
 * The memories that compiled plans work in. What lives on from iteration to iteration (parameters,
 * optimizer state, running statistics) has its home in one of them; temporaries lie beside it.
 *
 * Engines give out only so many memories, so small models share one: a new one is begun when it is full,
 * and goes with the last model that lives in it. A large model has one of its own. Space is free again
 * when nobody holds its block any more.
 */
import { bytesOf } from '../tensor/dtype.ts';
import type { Block, Storage } from '../tensor/storage.ts';
import { createMemory, growTo, type WasmMemory } from '../wasm/engine.ts';

/** Beyond this a shared memory takes no further models, and a model is large. */
const SHARED_BYTES = 2 ** 26;

/** A cache line. */
const ALIGNMENT = 64;

/** There is no memory for what a plan needs. */
export class MemoryFull extends Error {}

export interface Home {
  readonly memory: WasmMemory;
  /** From here on everything is free. */
  readonly bytes: number;
  /**
   * Space at an aligned address, with whatever numbers were there before.
   * @throws MemoryFull
   */
  reserve(bytes: number): Block;
  /** Space that all use who are done with it before they return, at least so large. */
  transient(bytes: number): Block;
}

let shared: Home | undefined;

/**
 * The home for storages, some of which may have one, and for what is needed beside them: the one where
 * most of them are, or one with room.
 * @throws MemoryFull where the engine gives out no more memories
 */
export function homeFor(storages: Iterable<Storage>, bytes: number): Home {
  const found = new Map<Home, number>();
  for (const { block, size, dtype } of storages) {
    if (block === undefined) continue;
    const home = block.home as Home;
    found.set(home, (found.get(home) ?? 0) + size * bytesOf(dtype));
  }
  const [most] = [...found].sort(([, a], [, b]) => b - a);
  if (most !== undefined) return most[0];
  if (shared !== undefined && shared.bytes + bytes <= SHARED_BYTES) return shared;
  const fresh = createHome();
  if (fresh === undefined) {
    if (shared === undefined) throw new MemoryFull('the engine gives out no more memories');
    return shared; // fuller than it should be, but there
  }
  if (bytes <= SHARED_BYTES) shared = fresh;
  return fresh;
}

/** A memory with nothing in it, if the engine gives out one. */
export function createHome(): Home | undefined {
  let memory: WasmMemory;
  try {
    memory = createMemory(ALIGNMENT);
  } catch {
    return undefined;
  }
  const free: Span[] = [];
  let top = ALIGNMENT; // nothing lies at address 0
  let transient: { readonly block: Block; readonly bytes: number } | undefined;

  // Of this home alone, so that a home that nobody holds goes with all that lies in it at once.
  const blocks = new FinalizationRegistry<Span>((span) => {
    top = release(free, span, top);
  });

  const home: Home = {
    memory,
    get bytes() {
      return top;
    },
    reserve(bytes) {
      const needed = Math.max(ALIGNMENT, Math.ceil(bytes / ALIGNMENT) * ALIGNMENT);
      let address = takeFree(free, needed);
      if (address === undefined) {
        if (!growTo(memory, top + needed)) {
          throw new MemoryFull(`no memory for ${needed} bytes more than ${top}`);
        }
        address = top;
        top += needed;
      }
      const block = { home, address };
      blocks.register(block, { address, bytes: needed });
      return block;
    },
    transient(bytes) {
      if (transient === undefined || transient.bytes < bytes) {
        transient = { block: home.reserve(bytes), bytes };
      }
      return transient.block;
    },
  };
  return home;
}

interface Span {
  address: number;
  bytes: number;
}

/** Takes space out of the smallest free span that is large enough. */
function takeFree(free: Span[], bytes: number): number | undefined {
  let best: Span | undefined;
  for (const span of free) {
    if (span.bytes >= bytes && (best === undefined || span.bytes < best.bytes)) best = span;
  }
  if (best === undefined) return undefined;
  const { address } = best;
  best.address += bytes;
  best.bytes -= bytes;
  if (best.bytes === 0) free.splice(free.indexOf(best), 1);
  return address;
}

/** Gives a span back and joins it with its neighbours; gives the top after what is last. */
function release(free: Span[], span: Span, top: number): number {
  const after = free.findIndex(({ address }) => address > span.address);
  const at = after < 0 ? free.length : after;
  free.splice(at, 0, span);
  for (const first of [at, at - 1]) {
    const [one, next] = free.slice(Math.max(first, 0), Math.max(first, 0) + 2);
    if (first < 0 || next === undefined || one.address + one.bytes !== next.address) continue;
    one.bytes += next.bytes;
    free.splice(first + 1, 1);
  }
  const last = free[free.length - 1];
  if (last.address + last.bytes !== top) return top;
  free.pop();
  return last.address;
}
