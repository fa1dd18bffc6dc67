import { describe, expect, it, vi } from 'vitest';
import { multiplyCompiled } from '../../src/ops/matmul_eager.ts';
import type { Product } from '../../src/ops/matmul_simd.ts';

const contiguous = (m: number, k: number, n: number): Product => ({
  m,
  n,
  k,
  a: { row: k, column: 1 },
  b: { row: n, column: 1 },
});

const numbers = (length: number, scale: number) =>
  Float32Array.from({ length }, (_, i) => Math.fround(((i * 7919) % 101) - 50) * scale);

/** The sums in the order of the definition. */
function reference({ m, n, k, a, b }: Product, x: Float32Array, y: Float32Array): Float32Array {
  const c = new Float32Array(m * n);
  for (let i = 0; i < m; i++) {
    for (let p = 0; p < k; p++) {
      for (let j = 0; j < n; j++) {
        c[i * n + j] += Math.fround(x[i * a.row + p * a.column] * y[p * b.row + j * b.column]);
      }
    }
  }
  return c;
}

/** Multiplies with the operands somewhere within larger arrays. */
function expectMultiplied(product: Product) {
  const { m, n, k } = product;
  const [x, y] = [numbers(m * k * 2, 0.1), numbers(k * n * 2, 0.3)];
  const c = new Float32Array(m * n + 8).fill(9);
  const done = multiplyCompiled(
    product,
    { data: Float32Array.from([1, 2, 3, ...x]), offset: 3 },
    { data: Float32Array.from([4, ...y]), offset: 1 },
    { data: c, offset: 5 },
  );
  expect(done).toBe(true);
  expect(c).toEqual(Float32Array.from([9, 9, 9, 9, 9, ...reference(product, x, y), 9, 9, 9]));
}

describe('a single product in compiled code', () => {
  it('reads and writes at offsets, in any contiguous or transposed layout', () => {
    expectMultiplied(contiguous(17, 20, 19));
    const transposed = { a: { row: 1, column: 17 }, b: { row: 1, column: 20 } };
    expectMultiplied({ ...contiguous(17, 20, 19), ...transposed });
    expectMultiplied({ ...contiguous(17, 20, 19), a: { row: 30, column: 1 } });
  });

  it('grows its memory for a larger product and still does the smaller', () => {
    expectMultiplied(contiguous(20, 20, 20));
    expectMultiplied(contiguous(300, 40, 200));
    expectMultiplied(contiguous(20, 20, 20));
  });

  it('keeps working when more shapes come by than are kept', () => {
    for (let n = 0; n < 70; n++) expectMultiplied(contiguous(16, 16, 16 + n));
    expectMultiplied(contiguous(16, 16, 16));
  });

  it('leaves to the reference what is small, thinly spread or read backwards', () => {
    const c = new Float32Array(400).fill(9);
    const operand = { data: numbers(40_000, 1), offset: 20_000 };
    const attempt = (product: Product) =>
      multiplyCompiled(product, operand, operand, { data: c, offset: 0 });
    expect(attempt(contiguous(4, 4, 4))).toBe(false);
    expect(attempt(contiguous(0, 20, 20))).toBe(false);
    expect(attempt({ ...contiguous(20, 20, 20), a: { row: 100, column: 1 } })).toBe(false);
    expect(attempt({ ...contiguous(20, 20, 20), b: { row: -20, column: 1 } })).toBe(false);
    expect(c.every((value) => value === 9)).toBe(true);
  });

  it('leaves everything to the reference where there is no WebAssembly', async () => {
    vi.resetModules();
    vi.stubGlobal('WebAssembly', undefined);
    const fresh = await import('../../src/ops/matmul_eager.ts');
    const operand = { data: numbers(400, 1), offset: 0 };
    expect(fresh.multiplyCompiled(contiguous(20, 20, 20), operand, operand, operand)).toBe(false);
    vi.unstubAllGlobals();
  });
});
