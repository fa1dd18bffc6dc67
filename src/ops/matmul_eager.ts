/**
 * The compiled matrix multiply for single products, outside of any plan: a module for each shape and
 * layout, over one memory into which the operands are copied.
 */
import { createMemory, instantiate, pageBytes } from '../wasm/engine.ts';
import { call } from '../wasm/function.ts';
import { createModule } from '../wasm/module.ts';
import { wasmSupport } from '../wasm/probe.ts';
import type { Product } from './matmul_simd.ts';
import { defineMatmul, matmulScratchBytes } from './matmul_simd.ts';
import type { Strides } from './matmul_tile.ts';

/** Where a matrix begins; its strides are those of the product. */
export interface Elements {
  readonly data: Float32Array;
  readonly offset: number;
}

/** With fewer multiplications than this, copying and calling cost more than is gained. */
const FEWEST = 16 * 16 * 16;

/** So many shapes keep their compiled form; the one compiled first makes room for another. */
const KEPT = 64;

/** Addresses are a multiple of what a vector is long. */
const ALIGNMENT = 16;

type Multiply = (a: number, b: number, c: number, scratch: number) => void;

const compiled = new Map<string, Multiply>();
let memory: ReturnType<typeof createMemory> | undefined;

/**
 * Computes C = A x B in compiled code where that can be done and is worth it.
 * @returns whether it was done; if not, C is untouched
 */
export function multiplyCompiled(product: Product, a: Elements, b: Elements, c: Elements): boolean {
  const { m, n, k } = product;
  if (m * n * k < FEWEST || !wasmSupport().available) return false;
  const lengths = [spread(m, k, product.a), spread(k, n, product.b), m * n];
  // What lies between the elements of a slice is copied with them, so it must not be much.
  if (!(lengths[0] <= 2 * m * k && lengths[1] <= 2 * k * n)) return false;

  let end = 0;
  const [aAt, bAt, cAt] = lengths.map((length) => {
    const start = end;
    end += ALIGNMENT * Math.ceil((4 * length) / ALIGNMENT);
    return start;
  });
  const heap = reserve(end + matmulScratchBytes(product));
  const multiply = compiled.get(keyOf(product)) ?? compile(product);
  const view = (at: number, length: number) => new Float32Array(heap.buffer, at, length);
  view(aAt, lengths[0]).set(a.data.subarray(a.offset, a.offset + lengths[0]));
  view(bAt, lengths[1]).set(b.data.subarray(b.offset, b.offset + lengths[1]));
  multiply(aAt, bAt, cAt, end);
  c.data.set(view(cAt, m * n), c.offset);
  return true;
}

/** The number of elements from the first to the last; not a number if one lies before the first. */
function spread(rows: number, columns: number, { row, column }: Strides): number {
  if (row < 0 || column < 0) return Number.NaN;
  return (rows - 1) * row + (columns - 1) * column + 1;
}

function keyOf({ m, n, k, a, b }: Product): string {
  return [m, n, k, a.row, a.column, b.row, b.column].join();
}

function compile(product: Product): Multiply {
  const module = createModule();
  module.entry('multiply', { a: 'i32', b: 'i32', c: 'i32', scratch: 'i32' }, 'void', (f, p) => {
    f.run(call(defineMatmul(module, product), p));
  });
  const { multiply } = instantiate(module.bytes(), reserve(0));
  if (compiled.size === KEPT) compiled.delete(compiled.keys().next().value as string);
  compiled.set(keyOf(product), multiply);
  return multiply;
}

/** The memory, grown to at least so many bytes. */
function reserve(bytes: number) {
  memory ??= createMemory(bytes);
  const missing = bytes - memory.buffer.byteLength;
  if (missing > 0) memory.grow(Math.ceil(missing / pageBytes));
  return memory;
}
