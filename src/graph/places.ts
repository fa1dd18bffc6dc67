/** Where the storages of a plan lie: temporaries in the arena, all else in blocks of their own. */
import type { Block, Home } from '../tensor/block.ts';
import { bytesOf } from '../tensor/dtype.ts';
import type { Storage } from '../tensor/storage.ts';
import type { Arena } from './arena.ts';
import { homeFor } from './home.ts';

export interface PlacesRequest {
  /** What lives on, and moves into the home unless it is there. */
  readonly resident: readonly Storage[];
  /** What gets a block of this plan's own. */
  readonly fresh: ReadonlySet<Storage>;
  /** Where temporaries lie within the arena. */
  readonly offsets: ReadonlyMap<Storage, number>;
  /** How large the arena has to be. */
  readonly temporaryBytes: number;
  readonly arena: Arena;
  /** What threads need in a memory, if several are to work there. */
  readonly threadBytes: number | undefined;
}

export interface Places {
  readonly home: Home;
  /** To be held as long as the plan lives, because what nobody holds is free. */
  readonly blocks: readonly Block[];
  readonly temporaries: Block;
  /** What lives on and is still to be moved, and where to. */
  readonly movers: readonly (readonly [storage: Storage, block: Block])[];
  blockOf(storage: Storage): Block;
  /** Of all of them. */
  readonly addresses: ReadonlyMap<Storage, number>;
}

/**
 * Reserves memory; nothing moves yet.
 * @throws MemoryFull
 */
export function placeStorages(request: PlacesRequest): Places {
  const { resident, fresh, offsets, temporaryBytes, arena, threadBytes } = request;
  const missing = [...fresh, ...resident.filter(({ block }) => block === undefined)];
  const total = missing.reduce((sum, storage) => sum + sizeInBytes(storage), temporaryBytes);
  const home = homeFor(resident, total, threadBytes);
  const blocks: Block[] = [];
  const places = new Map<Storage, Block>();
  const placeIn = (storage: Storage, block: Block) => {
    places.set(storage, block);
    blocks.push(block);
  };
  const temporaries = arena.block(home, temporaryBytes);
  blocks.push(temporaries);
  for (const storage of fresh) placeIn(storage, home.reserve(sizeInBytes(storage)));
  const movers: [storage: Storage, block: Block][] = [];
  for (const storage of resident) {
    const { block } = storage;
    const at = block?.home === home ? block : home.reserve(sizeInBytes(storage));
    if (at !== block) movers.push([storage, at]);
    placeIn(storage, at);
  }
  for (const [storage, offset] of offsets) {
    places.set(storage, { home, address: temporaries.address + offset });
  }
  return {
    home,
    blocks,
    temporaries,
    movers,
    blockOf(storage) {
      const block = places.get(storage);
      if (block === undefined) throw new ReferenceError('a storage without a place');
      return block;
    },
    addresses: new Map([...places].map(([storage, { address }]) => [storage, address])),
  };
}

function sizeInBytes({ size, dtype }: Storage): number {
  return size * bytesOf(dtype);
}
