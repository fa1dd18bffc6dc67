/**
 * The memories that compiled plans work in. What lives on from iteration to iteration (parameters,
 * optimizer state, running statistics) has its home in one of them; temporaries lie beside it.
 *
 * Engines give out only so many memories, so small models have one in common: a new one is begun when it is full,
 * and goes with the last model that lives in it. A large model has one of its own. Space is free again
 * when nobody holds its block any more.
 */

import type { Block, Home } from '../tensor/block.ts';
import { bytesOf } from '../tensor/dtype.ts';
import type { Storage } from '../tensor/storage.ts';
import { growTo, newMemory, type WasmMemory } from '../wasm/engine.ts';
import { createFreeSpace, rounded, type Span } from './free_space.ts';

/** Beyond this a common memory takes no further models, and a model is large. */
const COMMON_BYTES = 2 ** 26;

/** Nothing lies at address 0. */
const FIRST = 64;

/** There is no memory for what a plan needs. */
export class MemoryFull extends Error {}

/** The memory that small models have in common, by what belongs to threads there. */
const common = new Map<number, Home>();

/**
 * The home for storages, some of which may have one, and for what is needed beside them: one where threads may
 * work, if any of them is in such a one; else the one where most of them are, or one with room.
 * @param threadBytes what threads need, if several are to work there
 * @throws MemoryFull where the engine gives out no more memories
 */
export function homeFor(storages: Iterable<Storage>, bytes: number, threadBytes = 0): Home {
  const found = new Map<Home, number>();
  for (const { block, size, dtype } of storages) {
    if (block === undefined || (threadBytes > 0 && block.home.threadBytes === 0)) continue;
    found.set(block.home, (found.get(block.home) ?? 0) + size * bytesOf(dtype));
  }
  const [most] = [...found].sort(
    // Where threads may work every plan may: so nothing goes to and fro between plans.
    ([one, bytesOfOne], [other, bytesOfOther]) =>
      other.threadBytes - one.threadBytes || bytesOfOther - bytesOfOne,
  );
  if (most !== undefined) return most[0];
  const open = common.get(threadBytes);
  if (open !== undefined && open.bytes + bytes <= COMMON_BYTES) return open;
  const fresh = createHome(threadBytes);
  if (fresh === undefined) {
    if (open === undefined) throw new MemoryFull('the engine gives out no more memories');
    return open; // fuller than it should be, but there
  }
  if (bytes <= COMMON_BYTES) common.set(threadBytes, fresh);
  return fresh;
}

/** Begins another common memory with the next model, so that addresses do not tell what ran before. */
export function leaveCommonHome(): void {
  common.clear();
}

/** A memory with nothing in it, if the engine gives out one. */
export function createHome(threadBytes = 0): Home | undefined {
  const first = FIRST + threadBytes;
  const begun = newMemory(first, threadBytes);
  if (begun === undefined) return undefined;
  let memory: WasmMemory = begun;
  const space = createFreeSpace(first);
  let transient: { readonly block: Block; readonly bytes: number } | undefined;

  // Of this home alone, so that a home that nobody holds goes with all that lies in it at once.
  const blocks = new FinalizationRegistry<Span>(space.give);

  const home: Home = {
    threadBytes,
    get memory() {
      return memory;
    },
    renew() {
      const { byteLength } = memory.buffer;
      const other = newMemory(byteLength, threadBytes);
      if (other === undefined) throw new MemoryFull('no second memory');
      new Uint8Array(other.buffer, first).set(new Uint8Array(memory.buffer, first));
      memory = other;
    },
    get bytes() {
      return space.top;
    },
    reserve(bytes) {
      const free = space.takeFree(bytes);
      if (free === undefined && !growTo(memory, space.top + rounded(bytes))) {
        throw new MemoryFull(`no memory for ${bytes} bytes more`);
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
