/**
 * The compiled matrix multiply for single products, outside of any plan: a module for each shape and
 * layout, over one memory into which the operands are copied.
 */
import { createMemory, instantiateUnlessRefused, pageBytes } from '../wasm/engine.ts';
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

/** With fewer multiplications than this, copying and calling cost as much as they save. */
const FEWEST = 1024;

/**
 * A shape is compiled once it has been asked for this many multiplications in all, which take the
 * reference about as long as compiling does.
 */
const WORTH_COMPILING = 2 ** 18;

/** So many shapes are remembered; the oldest makes room for another. */
const REMEMBERED = 256;

/** Addresses are a multiple of what a vector is long. */
const ALIGNMENT = 16;

type Multiply = (a: number, b: number, c: number, scratch: number) => void;

interface Shape {
  work: number;
  multiply?: Multiply;
  /** Whether the engine would not compile it, so that it is not asked again. */
  refused?: boolean;
}

const shapes = new Map<string, Shape>();
let memory: ReturnType<typeof createMemory> | undefined;

/**
 * Computes C = A x B in compiled code where that can be done and is worth it: for a large product at
 * once, for a smaller one when it has been asked for often enough.
 * @returns whether it was done; if not, C is untouched
 */
export function multiplyCompiled(product: Product, a: Elements, b: Elements, c: Elements): boolean {
  const { m, n, k } = product;
  if (m * n * k < FEWEST || !wasmSupport().available) return false;
  const lengths = [spread(m, k, product.a), spread(k, n, product.b), m * n];
  // What lies between the elements of a slice is copied with them, so it must not be much.
  if (!(lengths[0] <= 2 * m * k && lengths[1] <= 2 * k * n)) return false;

  const multiply = compiledForm(product);
  if (multiply === undefined) return false;

  let end = 0;
  const [aAt, bAt, cAt] = lengths.map((length) => {
    const start = end;
    end += ALIGNMENT * Math.ceil((4 * length) / ALIGNMENT);
    return start;
  });
  const heap = reserve(end + matmulScratchBytes(product));
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

function compiledForm(product: Product): Multiply | undefined {
  const { m, n, k, a, b } = product;
  const key = [m, n, k, a.row, a.column, b.row, b.column].join();
  const shape: Shape = shapes.get(key) ?? { work: 0 };
  if (shape.work === 0 && shapes.size === REMEMBERED) shapes.delete([...shapes.keys()][0]);
  shapes.set(key, shape);
  shape.work += m * n * k;
  if (shape.work >= WORTH_COMPILING && !shape.refused) {
    shape.multiply ??= compile(product);
    shape.refused = shape.multiply === undefined;
  }
  return shape.multiply;
}

function compile(product: Product): Multiply | undefined {
  const module = createModule();
  module.entry('multiply', { a: 'i32', b: 'i32', c: 'i32', scratch: 'i32' }, 'void', (f, p) => {
    f.run(call(defineMatmul(module, product), p));
  });
  const entries = instantiateUnlessRefused(module.bytes(), reserve(0));
  return typeof entries === 'string' ? undefined : entries.multiply;
}

/** The memory, grown to at least so many bytes. */
function reserve(bytes: number) {
  memory ??= createMemory(bytes);
  const missing = bytes - memory.buffer.byteLength;
  if (missing > 0) memory.grow(Math.ceil(missing / pageBytes));
  return memory;
}
