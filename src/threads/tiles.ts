/**
 * How the outputs of a kernel are cut into tiles, of which each thread takes some: rows or columns of a
 * product, a range of an elementwise loop, some of what a reduction keeps. Never what is summed over: a
 * tile is computed as it is within the whole, in the same order.
 */
import type { KernelEmitter } from '../graph/emit.ts';
import { emitLoop, storedBy } from '../graph/emit_loop.ts';
import { emitReductionKernel } from '../graph/emit_reduction.ts';
import type { LoopKernel } from '../graph/kernels.ts';
import type { Layout } from '../graph/layout.ts';
import { OUTPUTS_AT_A_TIME, REDUCTION_SCRATCH_BYTES } from '../ops/reduction/simd.ts';
import { sizeOf } from '../tensor/shape.ts';
import type { Storage } from '../tensor/storage.ts';
import type { FunctionBuilder } from '../wasm/function.ts';
import type { Range } from '../wasm/loops.ts';
import type { ModuleBuilder } from '../wasm/module.ts';
import { type Local, type Operand, op } from '../wasm/values.ts';
import { partsOf } from './products.ts';

/** What a tile is computed with. */
export interface TilePlace {
  readonly layout: Layout;
  /** Which tile, from 0. */
  readonly tile: Local<'i32'>;
  /** Memory of the thread alone. */
  readonly scratch: Operand<'i32'>;
  /** Memory of the thread for results that are copied to their place later, or 0. */
  readonly aside: Local<'i32'>;
}

export interface Tiles {
  readonly count: number;
  readonly scratchBytes: number;
  /**
   * How much a thread needs to lay results aside; 0 where it computes them in their place. A loop that
   * overwrites what it reads can be computed only once, so that a thread which does not finish must not
   * have begun.
   */
  readonly asideBytes: number;
  emit(module: ModuleBuilder, f: FunctionBuilder, place: TilePlace): void;
  /** Copies what lies aside to its place. To do it twice changes nothing. */
  emitCopy?(f: FunctionBuilder, place: TilePlace): void;
}

/** Nanoseconds that something is estimated to take. */
const NS_PER_ELEMENT = 0.15;
const NS_PER_MULTIPLICATION = 0.03;

/** Nanoseconds that a tile is to take at least. */
export const GRAIN = 4000;

/** So many tiles for each thread, so that a fast one can take more of them than a slow one. */
const TILES_PER_THREAD = { loop: 4, reduction: 4, own: 2 } as const;

/** The elements of a tile whose results are laid aside: they stay in the first cache, more or less. */
const [FEWEST_ASIDE, MOST_ASIDE] = [4096, 16_384];

/** How finely work is cut. */
export interface Cut {
  /** How many threads there are at most, the one that asks included. */
  readonly threads: number;
  /** Nanoseconds that a tile is to take at least. */
  readonly grain: number;
}

/** How long a kernel takes, roughly, in nanoseconds. */
export function workOf({ form }: KernelEmitter): number {
  switch (form.kind) {
    case 'loop':
      return sizeOf(form.kernel.shape) * form.kernel.entries.length * NS_PER_ELEMENT;
    case 'reduction': {
      const [{ output, inputs }] = form.kernel.entries.slice(-1);
      const elements = Math.max(sizeOf(output.shape), sizeOf(inputs[0].shape));
      return elements * form.kernel.entries.length * NS_PER_ELEMENT;
    }
    case 'own':
      return form.code.work * NS_PER_MULTIPLICATION;
  }
}

/**
 * The tiles of a kernel, for so many threads; nothing where it is one piece, which can be computed again.
 * Of a loop that overwrites what it reads there is always a tile.
 */
export function tilesOf(
  emitter: KernelEmitter,
  { threads, grain }: Cut,
  isNeeded: (storage: Storage) => boolean,
): Tiles | undefined {
  const { form } = emitter;
  const most = Math.floor(workOf(emitter) / grain);
  const wanted = Math.max(1, Math.min(most, TILES_PER_THREAD[form.kind] * threads));
  if (form.kind === 'loop') return loopTiles(form.kernel, form.plan, wanted, isNeeded);
  if (wanted === 1) return undefined;
  switch (form.kind) {
    case 'reduction':
      return reductionTiles(form, wanted);
    case 'own': {
      const { product } = form.code;
      const parts = product && partsOf(product, product.offsets, wanted);
      if (parts === undefined) return undefined;
      const { count, scratchBytes } = parts;
      const { inputs, output } = form.entry;
      return {
        count,
        scratchBytes,
        asideBytes: 0,
        emit(module, f, { layout: { address }, tile, scratch }) {
          const places = {
            inputs: inputs.map(({ storage }) => address(storage)),
            output: address(output.storage),
            scratch,
          };
          parts.emit(module, f, places, tile);
        },
      };
    }
  }
}

/** Whether a loop writes where it reads, so that it can be computed only once. */
function isOverwriting({ entries }: LoopKernel, { operands }: LoopForm['plan']): boolean {
  return operands.some(({ storage }) => entries.some(({ output }) => output.storage === storage));
}

/** Whether a kernel is computed by one thread, with nothing beside it: loops that are repeated, in place. */
export function isForOne({ form }: KernelEmitter): boolean {
  if (form.kind !== 'loop' || sizeOf(form.plan.outer) === 1) return false;
  return isOverwriting(form.kernel, form.plan);
}

type LoopForm = Extract<KernelEmitter['form'], { kind: 'loop' }>;

function loopTiles(
  kernel: LoopKernel,
  plan: LoopForm['plan'],
  wanted: number,
  isNeeded: (storage: Storage) => boolean,
): Tiles | undefined {
  const { outer, rows, columns } = plan;
  if (sizeOf(outer) !== 1) return undefined;
  const stored = storedBy(kernel, isNeeded);
  const overwrites = isOverwriting(kernel, plan);
  // Of a single row columns are cut, in fours; otherwise rows.
  const [total, unit, width] = rows > 1 ? [rows, 1, columns] : [columns, 4, 1];
  const evenly = (total * width) / wanted;
  const elements = overwrites ? Math.min(Math.max(evenly, FEWEST_ASIDE), MOST_ASIDE) : evenly;
  const size = Math.min(unit * Math.ceil(elements / width / unit), total);
  const count = Math.ceil(total / size);
  if (count === 1 && !overwrites) return undefined;
  const bytes = 4 * size * width;
  const rangeOf = (f: FunctionBuilder, tile: Local<'i32'>) => range(f, tile, size, total);
  return {
    count,
    scratchBytes: 0,
    asideBytes: overwrites ? bytes * stored.length : 0,
    emit(_, f, { layout, tile, scratch, aside }) {
      const part = { range: rangeOf(f, tile), scratch };
      if (!overwrites) return emitLoop(f, kernel, plan, layout, part);
      const outputs = stored.map((storage, i) => {
        const pointer = f.local('i32', 'to');
        f.set(pointer, layout.address(storage));
        f.when(aside, () => {
          // Where the first element would be, if the tile's first were aside.
          const first = op('i32.mul', part.range.from, 4 * width);
          f.set(pointer, op('i32.sub', op('i32.add', aside, i * bytes), first));
        });
        return pointer;
      });
      emitLoop(f, kernel, plan, layout, { ...part, outputs });
    },
    ...(overwrites && {
      emitCopy(f, { layout, tile, aside }) {
        const { from, to } = rangeOf(f, tile);
        const [first, length] = [f.local('i32', 'first'), f.local('i32', 'length')];
        f.set(first, op('i32.mul', from, 4 * width));
        f.set(length, op('i32.mul', op('i32.sub', to, from), 4 * width));
        stored.forEach((storage, i) => {
          const target = op('i32.add', first, layout.address(storage));
          f.run(op('memory.copy', target, op('i32.add', aside, i * bytes), length));
        });
      },
    }),
  };
}

function reductionTiles(
  { kernel, plan }: Extract<KernelEmitter['form'], { kind: 'reduction' }>,
  wanted: number,
): Tiles | undefined {
  const [total, ...inner] = plan.kept.shape;
  if (inner.length > 0) return undefined;
  const size = OUTPUTS_AT_A_TIME * Math.ceil(total / wanted / OUTPUTS_AT_A_TIME);
  const count = Math.ceil(total / size);
  if (count < 2) return undefined;
  return {
    count,
    scratchBytes: REDUCTION_SCRATCH_BYTES,
    asideBytes: 0,
    emit(_, f, { layout, tile, scratch }) {
      emitReductionKernel(f, kernel, plan, layout, { range: range(f, tile, size, total), scratch });
    },
  };
}

/** The outputs of a tile: as many as of any other, but for the last. */
function range(f: FunctionBuilder, tile: Local<'i32'>, size: number, total: number): Range {
  const [from, to] = [f.local('i32', 'from'), f.local('i32', 'until')];
  f.set(from, op('i32.mul', tile, size));
  f.set(to, op('i32.add', from, size));
  f.when(op('i32.lt_u', total, to), () => f.set(to, total));
  return { from, to };
}
