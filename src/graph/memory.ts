/**
 * The arena map: where every storage of a trace lies. What is computed and soon forgotten shares memory
 * with what is computed later; two storages overlap only if no kernel needs both.
 */
import { bytesOf } from '../tensor/dtype.ts';
import type { Storage } from '../tensor/storage.ts';
import type { Strided } from '../tensor/strided.ts';
import { createFreeSpace, type Span } from './free_space.ts';
import type { Kernel } from './kernels.ts';

/** A storage that lives from one kernel to another, both included. */
export interface Lifetime {
  readonly storage: Storage;
  readonly bytes: number;
  readonly first: number;
  readonly last: number;
}

/** From where to where each computed storage is needed; the kept ones to the end. */
export function lifetimes(
  kernels: readonly Kernel[],
  stored: ReadonlySet<Storage>,
  kept: ReadonlySet<Storage>,
): Lifetime[] {
  const spans = new Map<Storage, { bytes: number; first: number; last: number }>();
  const touch = ({ storage }: Strided, index: number) => {
    if (!stored.has(storage)) return;
    const bytes = storage.size * bytesOf(storage.dtype);
    const span = spans.get(storage) ?? { bytes, first: index, last: index };
    span.last = kept.has(storage) ? kernels.length : Math.max(span.last, index);
    spans.set(storage, span);
  };
  kernels.forEach(({ entries }, index) => {
    for (const { inputs, output } of entries)
      for (const view of [...inputs, output]) touch(view, index);
  });
  return [...spans].map(([storage, span]) => ({ storage, ...span }));
}

/**
 * Offsets for storages such that those alive at the same time do not overlap: kernel by kernel, each takes
 * space when it begins to live, the large ones first, and gives it back when it is not needed any more.
 */
export function placeLifetimes(all: readonly Lifetime[]): {
  readonly offsets: ReadonlyMap<Storage, number>;
  readonly bytes: number;
} {
  const space = createFreeSpace(0);
  const offsets = new Map<Storage, number>();
  const ending = new Map<number, Span[]>(); // by the last kernel that needs them
  let bytes = 0;
  let kernel = 0;
  for (const { storage, bytes: own, first, last } of [...all].sort(inOrder)) {
    for (; kernel < first; kernel++) {
      for (const span of ending.get(kernel) ?? []) space.give(span);
      ending.delete(kernel);
    }
    const span = space.takeFree(own) ?? space.takeAbove(own);
    offsets.set(storage, span.address);
    const others = ending.get(last) ?? [];
    others.push(span);
    ending.set(last, others);
    bytes = Math.max(bytes, space.top);
  }
  return { offsets, bytes };
}

function inOrder(a: Lifetime, b: Lifetime): number {
  return a.first - b.first || b.bytes - a.bytes;
}
