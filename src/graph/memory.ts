/**
 * The arena map: where every storage of a trace lies. What is computed and soon forgotten shares memory
 * with what is computed later; two storages overlap only if no kernel needs both.
 */
import { bytesOf } from '../tensor/dtype.ts';
import type { Storage } from '../tensor/storage.ts';
import type { Strided } from '../tensor/strided.ts';
import type { Kernel } from './kernels.ts';

/** A storage that lives from one kernel to another, both included. */
export interface Lifetime {
  readonly storage: Storage;
  readonly bytes: number;
  readonly first: number;
  readonly last: number;
}

const ALIGNMENT = 64;

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

/** Offsets for storages such that those alive at the same time do not overlap; large ones first. */
export function placeLifetimes(all: readonly Lifetime[]): {
  readonly offsets: ReadonlyMap<Storage, number>;
  readonly bytes: number;
} {
  const placed: (Lifetime & { readonly offset: number; readonly end: number })[] = [];
  for (const lifetime of [...all].sort((a, b) => b.bytes - a.bytes)) {
    const neighbours = placed
      .filter((other) => other.first <= lifetime.last && lifetime.first <= other.last)
      .sort((a, b) => a.offset - b.offset);
    const size = Math.max(ALIGNMENT, Math.ceil(lifetime.bytes / ALIGNMENT) * ALIGNMENT);
    let offset = 0;
    for (const other of neighbours) {
      if (other.offset - offset >= size) break;
      offset = Math.max(offset, other.end);
    }
    placed.push({ ...lifetime, offset, end: offset + size });
  }
  return {
    offsets: new Map(placed.map(({ storage, offset }) => [storage, offset])),
    bytes: Math.max(0, ...placed.map(({ end }) => end)),
  };
}
