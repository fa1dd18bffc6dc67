/**
 * The memories that compiled plans work in. What lives on from iteration to iteration (parameters,
 * optimizer state, running statistics) has its home in one of them; temporaries lie beside it.
 *
 * Engines give out only so many memories, so small models share one: a new one is begun when it is full,
 * and goes with the last model that lives in it. A large model has one of its own. Space is free again
 * when nobody holds its block any more.
 */

import type { Block, Home } from '../tensor/block.ts';
import { bytesOf } from '../tensor/dtype.ts';
import type { Storage } from '../tensor/storage.ts';
import { createMemory, growTo, type WasmMemory } from '../wasm/engine.ts';
import { createFreeSpace, rounded, type Span } from './free_space.ts';

/** Beyond this a shared memory takes no further models, and a model is large. */
const SHARED_BYTES = 2 ** 26;

/** Nothing lies at address 0. */
const FIRST = 64;

/** There is no memory for what a plan needs. */
export class MemoryFull extends Error {}

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
    found.set(block.home, (found.get(block.home) ?? 0) + size * bytesOf(dtype));
  }
  const [most] = [...found].sort(([, one], [, other]) => other - one);
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

/** Begins another shared memory with the next model, so that addresses do not tell what ran before. */
export function leaveSharedHome(): void {
  shared = undefined;
}

/** A memory with nothing in it, if the engine gives out one. */
export function createHome(): Home | undefined {
  let memory: WasmMemory;
  try {
    memory = createMemory(FIRST);
  } catch {
    return undefined;
  }
  const space = createFreeSpace(FIRST);
  let transient: { readonly block: Block; readonly bytes: number } | undefined;

  // Of this home alone, so that a home that nobody holds goes with all that lies in it at once.
  const blocks = new FinalizationRegistry<Span>(space.give);

  const home: Home = {
    memory,
    get bytes() {
      return space.top;
    },
    reserve(bytes) {
      const free = space.takeFree(bytes);
      if (free === undefined && !growTo(memory, space.top + rounded(bytes))) {
        throw new MemoryFull(`no memory for ${bytes} bytes more than ${space.top}`);
      }
      const span = free ?? space.takeAbove(bytes);
      const block = { home, address: span.address };
      blocks.register(block, span);
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
