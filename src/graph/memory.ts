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

/**
 * From where to where each computed storage is needed; the kept ones to the end.
 * @param moments when each kernel runs, in order: those of one moment at the same time. Default one after
 * another
 */
export function lifetimes(
  kernels: readonly Kernel[],
  stored: ReadonlySet<Storage>,
  kept: ReadonlySet<Storage>,
  moments: readonly number[] = kernels.map((_, index) => index),
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
      for (const view of [...inputs, output]) touch(view, moments[index]);
  });
  return [...spans].map(([storage, span]) => ({ storage, ...span }));
}

/**
 * Offsets for storages such that those alive at the same time do not overlap. Kernel by kernel, from the
 * last to the first: each takes space where it is needed last, the large ones before the others, and
 * gives it back where it is computed. What lives to the end, such as gradients, lies side by side so.
 */
export function placeLifetimes(all: readonly Lifetime[]): {
  readonly offsets: ReadonlyMap<Storage, number>;
  readonly bytes: number;
} {
  const space = createFreeSpace(0);
  const offsets = new Map<Storage, number>();
  const beginning = new Map<number, Span[]>(); // by the kernel that computes them
  let bytes = 0;
  let kernel = Number.NaN; // nothing later than this is placed any more
  for (const { storage, bytes: own, first, last } of [...all].sort(inOrder)) {
    for (kernel = Number.isNaN(kernel) ? last : kernel; kernel > last; kernel--) {
      for (const span of beginning.get(kernel) ?? []) space.give(span);
      beginning.delete(kernel);
    }
    const span = space.takeFree(own) ?? space.takeAbove(own);
    offsets.set(storage, span.address);
    const others = beginning.get(first) ?? [];
    others.push(span);
    beginning.set(first, others);
    bytes = Math.max(bytes, space.top);
  }
  return { offsets, bytes };
}

function inOrder(a: Lifetime, b: Lifetime): number {
  return b.last - a.last || b.bytes - a.bytes;
}
