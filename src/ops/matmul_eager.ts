/**
 * The compiled matrix multiply for single products outside of any plan: one small module for each
 * shape and layout, over one shared memory, into which the operands are copied.
 */
import { createMemory, instantiate, pageBytes } from '../wasm/engine.ts';
import { createModule } from '../wasm/module.ts';
import { wasmSupport } from '../wasm/probe.ts';
import type { Product } from './matmul_simd.ts';
import { defineMatmul, matmulScratchBytes } from './matmul_simd.ts';

/** Where the elements of a matrix begin; the strides are those of the product. */
export interface Elements {
  readonly data: Float32Array;
  readonly offset: number;
}

/** Below as many multiplications copying costs more than is gained (measured on Node 20 and 24). */
const SMALLEST = 16 * 16 * 16;

/** For this many shapes the compiled form is kept; a program uses few. */
const KEPT = 64;

type Run = (a: number, b: number, c: number, scratch: number) => number;
const compiled = new Map<string, Run>();
let memory: ReturnType<typeof createMemory> | undefined;

/**
 * Computes C = A x B in compiled code where that is possible and worth it.
 * @returns whether it was done; if not, C is untouched and the reference must compute it
 */
export function multiplyCompiled(product: Product, a: Elements, b: Elements, c: Elements): boolean {
  const { m, n, k } = product;
  if (m * n * k < SMALLEST || !wasmSupport().available) return false;
  const [aLength, bLength] = [extent(m, k, product.a), extent(k, n, product.b)];
  // A thin slice of something large would be copied with everything between its elements.
  if (aLength > 4 * m * k || bLength > 4 * k * n) return false;

  const bAt = aligned(4 * aLength);
  const cAt = bAt + aligned(4 * bLength);
  const scratchAt = cAt + aligned(4 * m * n);
  const run = compile(product);
  const { buffer } = reserve(scratchAt + matmulScratchBytes(product));
  const place = (at: number, length: number) => new Float32Array(buffer, at, length);
  place(0, aLength).set(a.data.subarray(a.offset, a.offset + aLength));
  place(bAt, bLength).set(b.data.subarray(b.offset, b.offset + bLength));
  run(0, bAt, cAt, scratchAt);
  c.data.set(place(cAt, m * n), c.offset);
  return true;
}

/** From the first to the last element, in elements. */
function extent(rows: number, columns: number, strides: Product['a']): number {
  return (rows - 1) * strides.row + (columns - 1) * strides.column + 1;
}
