/**
 * The memory that compiled plans work in. Tensors that live on from iteration to iteration (parameters,
 * optimizer state, running statistics) are moved into it: their storage becomes a view of this memory,
 * so they are read and written as ever, by whoever holds them.
 */
import type { Dtype, TypedArray } from '../tensor/dtype.ts';
import type { Storage } from '../tensor/tensor.ts';
import { createMemory, pageBytes, type WasmMemory } from '../wasm/engine.ts';

const ALIGNMENT = 64; // a cache line

export interface Workspace {
  readonly memory: WasmMemory;
  /** Bytes in use. */
  readonly bytes: number;
  /** Space for good, at an aligned address. */
  reserve(bytes: number): number;
  /** Space that all plans share, because only one of them runs at a time. */
  scratch(bytes: number): number;
  /** Moves a storage into this memory, unless it is there, and gives its address. */
  adopt(storage: Storage, dtype: Dtype): number;
  /** Fetches back storages that were moved into the memory of another workspace. */
  refresh(): void;
  /** Numbers at an address, as a view that is valid until the memory grows. */
  view(address: number, dtype: Dtype, size: number): TypedArray;
}

/** How often a storage has moved into a workspace, whichever. */
let moves = 0;

export function createWorkspace(): Workspace {
  const memory = createMemory(pageBytes);
  const adopted = new Map<Storage, { address: number; dtype: Dtype; size: number }>();
  let top = ALIGNMENT; // nothing lies at address 0
  let shared = { address: 0, bytes: 0 };
  let seen = moves; // when all that was adopted was last known to be here

  const view: Workspace['view'] = (address, dtype, size) => {
    const { buffer } = memory;
    if (dtype === 'float32') return new Float32Array(buffer, address, size);
    if (dtype === 'float64') return new Float64Array(buffer, address, size);
    return new Int32Array(buffer, address, size);
  };

  function reserve(bytes: number): number {
    const address = top;
    top = Math.ceil((top + bytes) / ALIGNMENT) * ALIGNMENT;
    const { buffer } = memory;
    const missing = top - buffer.byteLength;
    if (missing > 0) {
      // At least doubled: growing is slow, and what is never touched takes no memory of the machine.
      memory.grow(Math.ceil(Math.max(missing, buffer.byteLength) / pageBytes));
      for (const [storage, { address: at, dtype, size }] of adopted) {
        // Growing detaches the views that storages are; their numbers stay where they are.
        if (storage.data.buffer === buffer) storage.data = view(at, dtype, size);
      }
    }
    return address;
  }

  function move(storage: Storage, address: number, dtype: Dtype): void {
    const inside = view(address, dtype, storage.data.length);
    inside.set(storage.data);
    storage.data = inside;
    moves++;
  }

  return {
    memory,
    get bytes() {
      return top;
    },
    reserve,
    scratch(bytes) {
      if (bytes > shared.bytes) shared = { address: reserve(bytes), bytes };
      return shared.address;
    },
    adopt(storage, dtype) {
      const known = adopted.get(storage);
      if (known !== undefined) return known.address;
      const address = reserve(storage.data.byteLength);
      adopted.set(storage, { address, dtype, size: storage.data.length });
      move(storage, address, dtype);
      return address;
    },
    refresh() {
      if (seen === moves) return; // asked in every phase of every iteration
      const { buffer } = memory;
      for (const [storage, { address, dtype }] of adopted) {
        if (storage.data.buffer !== buffer) move(storage, address, dtype);
      }
      seen = moves;
    },
    view,
  };
}
