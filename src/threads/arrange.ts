/** From kernels to moments: what threads compute at the same time, and in which pieces. */
import type { KernelEmitter } from '../graph/emit.ts';
import type { Kernel } from '../graph/kernels.ts';
import type { ArrangeRequest } from '../graph/threading.ts';
import { MOST_TILES } from './control.ts';
import { momentsOf } from './moments.ts';
import { type Cut, isForOne, type Tiles, tilesOf, workOf } from './tiles.ts';

/** A kernel of a moment. */
export interface Piece {
  /** Of the kernel in the plan. */
  readonly index: number;
  readonly emitter: KernelEmitter;
  /** How it is cut, if it is. */
  readonly tiles: Tiles | undefined;
  /** Its tiles among those of the moment. */
  readonly firstTile: number;
  readonly tileCount: number;
  /** Where its scratch memory is when it is computed as one piece, from that of all threads on. */
  readonly scratch: number;
}

export interface Moment {
  readonly number: number;
  readonly pieces: readonly Piece[];
  /** How many tiles there are; 0 where one thread computes all of it. */
  readonly tiles: number;
}

export interface Moments {
  /** By kernel. */
  readonly numbers: readonly number[];
  readonly moments: readonly Moment[];
  readonly threadScratch: number;
  readonly scratchBytes: number;
}

/** Two cache lines, which some processors read together. */
const APART = 128;

/** Whether a kernel looks at its operands before emitted code runs. */
function looksFirst({ entries: [entry] }: Kernel): boolean {
  if (entry.kind === 'assignment') return false;
  const { body } = entry.operation;
  return body.kind === 'kernel' && body.check !== undefined;
}

export function arrangeMoments({ kernels, emitters, isNeeded }: ArrangeRequest, cut: Cut): Moments {
  const { threads, grain } = cut;
  const numbers = momentsOf(kernels, (kernel) => {
    const emitter = emitters.get(kernel);
    if (emitter === undefined || isForOne(emitter)) return 'alone'; // a reference, or in place as a whole
    return looksFirst(kernel) ? 'first' : undefined;
  });
  const byMoment = new Map<number, { index: number; emitter: KernelEmitter }[]>();
  kernels.forEach((kernel, index) => {
    const emitter = emitters.get(kernel);
    const own = byMoment.get(numbers[index]) ?? [];
    byMoment.set(numbers[index], own);
    if (emitter !== undefined) own.push({ index, emitter });
  });

  let threadScratch = 0;
  let beside = 0;
  const drafts = [...byMoment].map(([number, members]) => {
    const pieces = members.map((member) => ({
      ...member,
      tiles: tilesOf(member.emitter, cut, isNeeded),
    }));
    const tiles = pieces.reduce((sum, piece) => sum + (piece.tiles?.count ?? 1), 0);
    const work = members.reduce((sum, { emitter }) => sum + workOf(emitter), 0);
    // With less to do one thread is done by the time that others have heard of it.
    const together = tiles > 1 && tiles <= MOST_TILES && work >= 2 * grain;
    for (const { tiles: own } of pieces) {
      const bytes = own ? Math.max(own.scratchBytes, own.asideBytes) : 0;
      if (together) threadScratch = Math.max(threadScratch, bytes);
    }
    return { number, pieces, tiles: together && members.length > 0 ? tiles : 0 };
  });
  threadScratch = APART * Math.ceil(threadScratch / APART);

  const moments = drafts.map(({ number, pieces, tiles }): Moment => {
    let firstTile = 0;
    // Pieces that several threads compute at the same time have scratch memory of their own.
    let scratch = threads * threadScratch;
    const placed = pieces.map((piece): Piece => {
      const tileCount = piece.tiles?.count ?? 1;
      const apart = tiles > 0 && piece.tiles === undefined;
      const own = apart ? scratch : 0;
      if (apart) scratch += APART * Math.ceil(piece.emitter.scratchBytes / APART);
      firstTile += tileCount;
      return { ...piece, firstTile: firstTile - tileCount, tileCount, scratch: own };
    });
    beside = Math.max(beside, scratch);
    return { number, pieces: placed, tiles };
  });
  return { numbers, moments, threadScratch, scratchBytes: beside };
}
