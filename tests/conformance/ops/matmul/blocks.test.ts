import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Product } from '../../../../src/ops/matmul/blocks.ts';
import { defineMatmul, matmulScratchBytes } from '../../../../src/ops/matmul/blocks.ts';
import { createMemory, instantiate } from '../../../../src/wasm/engine.ts';
import { call } from '../../../../src/wasm/function.ts';
import { createModule } from '../../../../src/wasm/module.ts';

/** The elements of an operand, and of everything between them. */
const extent = (rows: number, columns: number, { row, column }: Product['a']) =>
  rows * columns === 0 ? 0 : (rows - 1) * row + (columns - 1) * column + 1;

/** Every sum in the order of the definition, each product and each sum rounded. */
function reference({ m, n, k, a, b }: Product, x: Float32Array, y: Float32Array): Float32Array {
  const c = new Float32Array(m * n);
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < n; j++) {
      let sum = 0;
      for (let p = 0; p < k; p++) {
        const product = Math.fround(x[i * a.row + p * a.column] * y[p * b.row + j * b.column]);
        sum = Math.fround(sum + product);
      }
      c[i * n + j] = sum;
    }
  }
  return c;
}

/** Numbers of mixed signs and sizes, with zeros of both signs among them; the same always. */
function numbers(length: number, seed: number): Float32Array {
  let state = seed;
  return Float32Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    const size = (state >>> 8) & 31;
    return size === 0 ? (state < 0 ? -0 : 0) : (state / 2 ** 31) * 2 ** (size & 7);
  });
}

const operands = ['a', 'b', 'c', 'scratch'] as const;
type Operand = (typeof operands)[number];

/**
 * Multiplies in a memory that is poisoned with NaN and has the operand `last` at its very end: a NaN
 * that is read spoils the result, a write elsewhere shows, and an access beyond the end traps.
 */
function expectExact(product: Product, last: Operand) {
  const { m, n, k } = product;
  const length: Record<Operand, number> = {
    a: extent(m, k, product.a),
    b: extent(k, n, product.b),
    c: m * n,
    scratch: matmulScratchBytes(product) / 4,
  };
  const guard = 16;
  const gaps = operands.reduce((sum, name) => sum + guard + length[name], 0);
  const memory = createMemory(4 * gaps);
  const words = memory.buffer.byteLength / 4;
  const at = {} as Record<Operand, number>;
  let next = guard;
  for (const name of operands) {
    at[name] = name === last ? words - length[name] : next;
    if (name !== last) next += length[name] + guard;
  }
  const floats = new Float32Array(memory.buffer).fill(Number.NaN);
  floats.set(numbers(length.a, 7), at.a);
  floats.set(numbers(length.b, 8), at.b);
  const [x, y] = (['a', 'b'] as const).map((name) =>
    floats.slice(at[name], at[name] + length[name]),
  );
  const before = new Uint32Array(memory.buffer).slice();

  const module = createModule();
  module.entry('run', { a: 'i32', b: 'i32', c: 'i32', scratch: 'i32' }, 'void', (f, p) => {
    f.run(call(defineMatmul(module, product), p));
  });
  instantiate(module.bytes(), memory).run(...operands.map((name) => 4 * at[name]));

  const after = new Uint32Array(memory.buffer);
  const expected = before;
  expected.set(new Uint32Array(reference(product, x, y).buffer), at.c);
  expected.set(after.subarray(at.scratch, at.scratch + length.scratch), at.scratch);
  const wrong = after.findIndex((word, i) => word !== expected[i]);
  const where = `word ${wrong} of ${JSON.stringify({ product, at })}`;
  expect(wrong < 0 ? 'exact' : where).toBe('exact');
}

const layouts = ['plain', 'transposed'] as const;

function product(m: number, k: number, n: number, a = 'plain', b = 'plain', gap = 0): Product {
  const strides = (layout: string, rows: number, columns: number) =>
    layout === 'plain' ? { row: columns + gap, column: 1 } : { row: 1, column: rows + gap };
  return { m, n, k, a: strides(a, m, k), b: strides(b, k, n) };
}

describe('the SIMD matrix multiply gives the bits of the definition and touches only its operands', () => {
  const size = (max: number) => fc.integer({ min: 0, max });
  const strides = fc.oneof(
    fc.record({ row: size(40), column: fc.constant(1) }),
    fc.record({ row: fc.constant(1), column: size(40) }),
    fc.record({ row: size(5), column: size(5) }),
  );

  it('for small shapes and any strides, broadcast ones too', () => {
    const any = fc.record({ m: size(20), n: size(20), k: size(12), a: strides, b: strides });
    fc.assert(fc.property(any, fc.constantFrom(...operands), expectExact), {
      numRuns: 300,
      seed: 1,
    });
  });

  it('for every number of rows and columns around the tile', () => {
    for (let m = 1; m <= 9; m++) {
      for (let n = 1; n <= 17; n++) expectExact(product(m, 3, n), operands[(m + n) % 4]);
    }
  });

  it('for a row times a wide matrix, which is swept', () => {
    const module = createModule();
    defineMatmul(module, product(1, 9, 64));
    expect(module.functions.map(({ name }) => name)).toContain('sweep_64x9_a1_b64');
    for (let k = 0; k <= 9; k++) {
      for (const n of [63, 64, 65, 66, 67, 79, 80, 100]) {
        for (const gap of [0, 3]) {
          const last = operands[(k + n + gap) % 4];
          expectExact(product(1, k, n, 'plain', 'plain', gap), last);
          expectExact(product(1, k, n, 'transposed', 'plain', gap), last);
        }
      }
    }
    const broadcast = product(1, 6, 70);
    expectExact({ ...broadcast, a: { row: 0, column: 0 } }, 'b');
    expectExact({ ...broadcast, b: { row: 0, column: 1 } }, 'b');
  });

  describe.each([
    ['k in several ranges', 5, 1030, 10],
    ['rows in several blocks, with A packed and not', 517, 260, 65],
    ['rows and k in several blocks', 517, 515, 9],
    ['enough columns to pack every A', 9, 5, 259],
    ['enough rows to pack every B', 18, 6, 35],
    ['one row, many columns', 1, 600, 43],
    ['one column, many rows', 43, 600, 1],
    ['one number', 1, 17, 1],
    ['the shapes of a small training', 32, 64, 10],
  ])('for %s', (_, m, k, n) => {
    const combinations = layouts.flatMap((a) => layouts.map((b) => [a, b] as const));
    it.each(combinations)('A %s, B %s', (a, b) => {
      for (const last of operands) expectExact(product(m, k, n, a, b, last === 'a' ? 3 : 0), last);
    });
  });

  it('for an inner size of 0: zeros', () => {
    expectExact(product(3, 0, 5), 'c');
  });

  it('for an empty product: nothing', () => {
    expectExact(product(0, 4, 5), 'scratch');
    expectExact(product(5, 4, 0), 'scratch');
  });
});

describe('in one module', () => {
  it('products with the same layouts share their inner loops', () => {
    const module = createModule();
    defineMatmul(module, product(32, 16, 64, 'transposed'));
    const alone = module.functions.length;
    defineMatmul(module, product(32, 32, 64, 'transposed'));
    expect(module.functions.length - alone).toBe(2);
    defineMatmul(module, product(32, 32, 64, 'transposed'));
    expect(module.functions.length - alone).toBe(2);
  });
});
