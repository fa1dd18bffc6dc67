/**
 * From a trace to kernels: which operations share a loop, and in which order everything runs.
 *
 * Elementwise operations of the same number of elements are fused into one loop as long as each reads
 * what another of the loop computes at the same element only. An elementwise operation that nothing but
 * a reduction reads is computed within the reduction. Fusion removes stores and loads, never a rounding.
 */
import type { Combination, ReductionBody } from '../ops/body.ts';
import { isCopy, isCounted, isPacked, loopShape, squeezed } from '../ops/emit/entry.ts';
import { type Shape, sizeOf } from '../tensor/shape.ts';
import type { Storage } from '../tensor/storage.ts';
import type { Strided } from '../tensor/strided.ts';
import type { Assignment, Computation, Entry, Trace } from './trace.ts';

/** Elementwise operations that run as one loop. */
export interface LoopKernel {
  readonly kind: 'loop';
  readonly phase: string;
  readonly entries: Entry[];
  /** The iteration space, without axes of size 1. */
  readonly shape: Shape;
}

/** A reduction with the elementwise operations that only it reads. */
export interface ReductionKernel {
  readonly kind: 'reduction';
  readonly phase: string;
  readonly entries: Entry[];
  readonly combination: Combination;
  /** The axes of what is reduced, increasing. */
  readonly axes: readonly number[];
}

/** An operation with loops of its own, such as a matrix product. */
export interface OwnKernel {
  readonly kind: 'own';
  readonly phase: string;
  readonly entries: Entry[];
}

/** An operation without compiled form: its reference runs between compiled parts. */
export interface FallbackKernel {
  readonly kind: 'fallback';
  readonly phase: string;
  readonly entries: Entry[];
}

export type Kernel = LoopKernel | ReductionKernel | OwnKernel | FallbackKernel;

/** Whether a loop can do an assignment: of the whole target, and from elsewhere. */
function isPlain({ inputs: [value], output }: Assignment): boolean {
  const whole = isPacked(output) && sizeOf(output.shape) === output.storage.size;
  return whole && value.storage !== output.storage && isLoopable(value) && isLoopable(output);
}

/** Loops work on elements of four bytes. */
function isLoopable({ dtype }: Strided): boolean {
  return dtype !== 'float64';
}

/** What an entry is to the compiler. */
function kindOf(entry: Entry): Kernel['kind'] {
  if (entry.kind === 'assignment') return isPlain(entry) ? 'loop' : 'fallback';
  const { output, inputs, operation } = entry;
  const single = [...inputs, output].every(({ dtype }) => dtype === 'float32');
  if (sizeOf(output.shape) === 0) return 'fallback';
  switch (operation.body.kind) {
    case 'elementwise':
      return single ? 'loop' : 'fallback';
    case 'cast':
    case 'view': // one that had to copy
      return isLoopable(output) && inputs.every(isLoopable) ? 'loop' : 'fallback';
    case 'draw':
      return output.dtype === 'float32' ? 'loop' : 'fallback';
    case 'reduction':
      return single ? 'reduction' : 'fallback';
    case 'kernel':
      return operation.body.emit === undefined ? 'fallback' : 'own';
  }
}

/** Entries by the reduction they are computed within, and those reductions' reach. */
function findInlined(trace: Trace, kept: ReadonlySet<Storage>): Map<Entry, Entry> {
  const readers = new Map<Storage, Set<Entry>>();
  for (const entry of trace.entries) {
    for (const { storage } of entry.inputs) {
      readers.set(storage, (readers.get(storage) ?? new Set()).add(entry));
    }
  }
  const overwritten = new Set(
    trace.entries.filter(({ kind }) => kind === 'assignment').map(({ output }) => output.storage),
  );
  const inlined = new Map<Entry, Entry>();
  for (const entry of [...trace.entries].reverse()) {
    if (entry.kind !== 'computation' || kindOf(entry) !== 'loop') continue;
    const { storage, shape, dtype } = entry.output;
    if (dtype !== 'float32') continue;
    const [reader, ...others] = readers.get(storage) ?? [];
    if (reader === undefined || others.length > 0 || kept.has(storage)) continue;
    const host = kindOf(reader) === 'reduction' ? reader : inlined.get(reader);
    if (host === undefined || host.phase !== entry.phase) continue;
    if (isCounted(entry) || isCopy(entry)) continue;
    // Within the reduction it would be computed later, perhaps after its input was overwritten.
    if (entry.inputs.some((input) => overwritten.has(input.storage))) continue;
    const whole = (input: Strided) =>
      isPacked(input) && sameSize(input.shape, host.inputs[0].shape);
    const views = reader.inputs.filter((input) => input.storage === storage);
    if (views.every(whole) && sameSize(shape, host.inputs[0].shape)) inlined.set(entry, host);
  }
  return inlined;
}

/** What two shapes have in common if one loop can run through both. */
function keyOf(shape: Shape): string {
  return squeezed(shape).join();
}

function sameSize(a: Shape, b: Shape): boolean {
  return keyOf(a) === keyOf(b);
}

/** How many operations one loop takes at most, so that its values stay in registers or close by. */
const LOOP_LIMIT = 48;

/**
 * Orders a trace into kernels.
 * @param kept storages that are looked at from outside, so that they must be stored
 */
export function makeKernels(trace: Trace, kept: ReadonlySet<Storage>): Kernel[] {
  const kernels: Kernel[] = [];
  const inlined = findInlined(trace, kept);
  const writer = new Map<Storage, number>();
  const readers = new Map<Storage, { index: number; packed: boolean; key: string }[]>();
  const loops = new Map<string, number[]>(); // of the current phase, by iteration space
  const guests = new Map<Entry, Entry[]>();

  function place(entry: Entry, members: Entry[]): void {
    const kind = kindOf(entry);
    const shape = squeezed(loopShape(entry));
    const key = shape.join();
    const index = kind === 'loop' ? joinable(entry, key) : undefined;
    const at = index ?? kernels.length;
    if (index === undefined) {
      if (kernels.at(-1)?.phase !== entry.phase) loops.clear();
      kernels.push(newKernel(kind, entry, members, shape));
      if (kind === 'loop') {
        const sameSpace = loops.get(key) ?? [];
        sameSpace.push(at);
        loops.set(key, sameSpace);
      }
    } else kernels[index].entries.push(entry);
    const own = new Set(members.map(({ output }) => output.storage));
    for (const member of members) {
      for (const input of member.inputs) {
        if (own.has(input.storage)) continue;
        const list = readers.get(input.storage) ?? [];
        list.push({ index: at, packed: isPacked(input), key: keyOf(input.shape) });
        readers.set(input.storage, list);
      }
    }
    writer.set(entry.output.storage, at);
  }

  /** The loop that an elementwise entry can be part of, if there is one. */
  function joinable(entry: Entry, key: string): number | undefined {
    let earliest = writer.get(entry.output.storage) ?? 0;
    for (const input of entry.inputs) {
      const written = writer.get(input.storage);
      if (written === undefined) continue;
      const sameElement = isPacked(input) && keyOf(input.shape) === key;
      earliest = Math.max(earliest, sameElement ? written : written + 1);
    }
    // Overwriting must wait for anyone who reads the old values, or read them at the same element.
    for (const { index, packed, key: read } of readers.get(entry.output.storage) ?? []) {
      const sameElement = packed && read === key;
      earliest = Math.max(earliest, sameElement ? index : index + 1);
    }
    if (kernels.at(-1)?.phase !== entry.phase) return undefined;
    const fitting = loops.get(key) ?? [];
    for (let last = fitting.length - 1; last >= 0 && fitting[last] >= earliest; last--) {
      if (kernels[fitting[last]].entries.length < LOOP_LIMIT) return fitting[last];
    }
    return undefined;
  }

  for (const entry of trace.entries) {
    const host = inlined.get(entry);
    if (host !== undefined) guests.set(host, [...(guests.get(host) ?? []), entry]);
    else place(entry, [...(guests.get(entry) ?? []), entry]);
  }
  return kernels;
}

/** The operations of a kernel one by one, in order. */
export function apart({ entries }: Kernel): Kernel[] {
  return entries.map((entry) =>
    newKernel(kindOf(entry), entry, [entry], squeezed(loopShape(entry))),
  );
}

function newKernel(kind: Kernel['kind'], entry: Entry, entries: Entry[], shape: Shape): Kernel {
  const { phase } = entry;
  switch (kind) {
    case 'loop':
      return { kind, phase, entries, shape };
    case 'reduction': {
      const { operation, attributes } = entry as Computation;
      const body = operation.body as ReductionBody<unknown>;
      const { combination } = body;
      return { kind, phase, entries, combination, axes: body.axes(attributes) };
    }
    default:
      return { kind, phase, entries };
  }
}
