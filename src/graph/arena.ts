/** Where the temporaries of plans lie, and who shares them. */
import type { Block, Home } from '../tensor/block.ts';

/** Memory for temporaries, of one who runs plans one at a time. */
export interface Arena {
  block(home: Home, bytes: number): Block;
}

/** An arena for those who are done with their temporaries before they return. They share it. */
export const transientArena: Arena = { block: (home, bytes) => home.transient(bytes) };

/** An arena for someone whose temporaries live on from call to call. */
export function ownArena(): Arena {
  let known: { readonly home: Home; readonly block: Block; readonly bytes: number } | undefined;
  return {
    block(home, bytes) {
      if (known === undefined || known.home !== home || known.bytes < bytes) {
        known = { home, block: home.reserve(bytes), bytes };
      }
      return known.block;
    },
  };
}
