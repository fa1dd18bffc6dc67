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

/** Asks for a product until it is done in compiled code. */
function becomeWorthwhile(product: Product): number {
  const { m, n, k } = product;
  const operand = { data: new Float32Array(2 * Math.max(m, n) * k), offset: 0 };
  const result = { data: new Float32Array(m * n), offset: 0 };
  let times = 1;
  while (!multiplyCompiled(product, operand, operand, result) && times < 1000) times += 1;
  return times;
}

/** Multiplies with the operands somewhere within larger arrays, when the shape has become worth it. */
function expectMultiplied(product: Product) {
  const { m, n, k } = product;
  becomeWorthwhile(product);
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

  it('is compiled at once if it is large, and if it is small when it comes often', () => {
    expect(becomeWorthwhile(contiguous(64, 65, 64))).toBe(1);
    expect(becomeWorthwhile(contiguous(16, 32, 16))).toBe(32);
    expect(becomeWorthwhile(contiguous(16, 32, 16))).toBe(1);
  });

  it('is forgotten when many other shapes come by, and done again after', () => {
    expect(becomeWorthwhile(contiguous(32, 32, 32))).toBe(8);
    const operand = { data: numbers(40_000, 1), offset: 0 };
    const c = { data: new Float32Array(40_000), offset: 0 };
    for (let n = 0; n < 255; n++) multiplyCompiled(contiguous(8, 8, 20 + n), operand, operand, c);
    expect(becomeWorthwhile(contiguous(32, 32, 32))).toBe(1);
    multiplyCompiled(contiguous(8, 8, 500), operand, operand, c);
    expect(becomeWorthwhile(contiguous(32, 32, 32))).toBe(8);
    expectMultiplied(contiguous(32, 32, 32));
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
