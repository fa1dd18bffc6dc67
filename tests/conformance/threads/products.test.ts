import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matmulOperation } from '../../../src/ops/matmul/matmul.ts';
import type { Layout } from '../../../src/tensor/strided.ts';
import { partsOf } from '../../../src/threads/products.ts';
import { createMemory, instantiate } from '../../../src/wasm/engine.ts';
import { createModule } from '../../../src/wasm/module.ts';

const AT = { a: 64, b: 2 ** 20, c: 2 ** 21, parts: 3 * 2 ** 20, scratch: 2 ** 22 };

/** A product as a whole and in parts, the last part first, in a memory of numbers that are not 0. */
function bothWays(a: Layout, b: Layout, wanted: number) {
  const shape = [a.shape[0], b.shape[1]];
  const output = { dtype: 'float32', shape, strides: [shape[1], 1], offset: 0 } as const;
  const { body } = matmulOperation;
  const code = body.kind === 'kernel' ? body.emit?.([a, b], output, undefined) : undefined;
  const parts = code?.product && partsOf(code.product, code.product.offsets, wanted);
  if (code === undefined || parts === undefined) return undefined;
  const module = createModule();
  const inputs = [AT.a, AT.b];
  const { scratch } = AT;
  module.entry('whole', {}, 'void', (f) => {
    code.emit(module, f, { inputs, output: AT.c, scratch });
  });
  module.entry('part', { number: 'i32', scratch: 'i32' }, 'void', (f, p) => {
    parts.emit(module, f, { inputs, output: AT.parts, scratch: p.scratch }, p.number);
  });
  const memory = createMemory(2 ** 23);
  const floats = new Float32Array(memory.buffer);
  for (let i = 0; i < floats.length; i++) floats[i] = Math.fround(Math.sin(i) * 2 ** (i % 9));
  const { whole, part } = instantiate(module.bytes(), memory);
  const before = new Uint8Array(memory.buffer).slice();
  whole();
  for (let i = parts.count; i-- > 0; ) part(i, scratch);
  const bytes = 4 * shape[0] * shape[1];
  const all = new Uint8Array(memory.buffer);
  const at = (address: number) => all.slice(address, address + bytes);
  const after = (address: number) => all.slice(address + bytes, address + bytes + 64);
  return {
    count: parts.count,
    whole: at(AT.c),
    parts: at(AT.parts),
    /** What comes behind the outputs. */
    untouched: [after(AT.parts), before.slice(AT.parts + bytes, AT.parts + bytes + 64)],
  };
}

const plain = (rows: number, columns: number, offset = 0): Layout => ({
  dtype: 'float32',
  shape: [rows, columns],
  strides: [columns, 1],
  offset,
});
const transposed = (rows: number, columns: number, offset = 0): Layout => ({
  ...plain(rows, columns, offset),
  strides: [1, rows],
});

describe('a product in parts', () => {
  it.each([
    ['columns', plain(32, 784), plain(784, 128), 4, 4],
    ['rows', transposed(784, 32), plain(32, 128), 4, 4],
    ['rows, the last part smaller', transposed(100, 33), plain(33, 10), 3, 3],
    ['columns, the last part smaller', plain(7, 600), transposed(600, 90), 4, 4],
    ['a single row', plain(1, 300), plain(300, 50), 3, 3],
    ['two ranges of k', plain(20, 700), plain(700, 40), 2, 2],
  ])('has the bits of the whole: %s', (_, a, b, wanted, count) => {
    const both = bothWays(a, b, wanted);
    expect(both?.count).toBe(count);
    expect(both?.parts).toEqual(both?.whole);
    expect(both?.untouched[0]).toEqual(both?.untouched[1]);
  });

  it('has them at any size, layout and number of parts', () => {
    const size = fc.integer({ min: 1, max: 70 });
    const layout = fc.constantFrom(plain, transposed);
    const offset = fc.integer({ min: 0, max: 9 });
    const wanted = fc.integer({ min: 2, max: 9 });
    let cut = 0;
    fc.assert(
      fc.property(
        fc.tuple(size, size, size),
        fc.tuple(layout, layout),
        offset,
        wanted,
        ([m, k, n], [ofA, ofB], start, parts) => {
          const both = bothWays(ofA(m, k, start), ofB(k, n, start), parts);
          if (both === undefined) return;
          cut++;
          expect(both.parts).toEqual(both.whole);
          expect(both.untouched[0]).toEqual(both.untouched[1]);
        },
      ),
      { numRuns: 150, seed: 4 },
    );
    expect(cut).toBeGreaterThan(100);
  });

  it('is not cut where it is too small', () => {
    expect(bothWays(plain(8, 5), plain(5, 8), 4)).toBeUndefined();
  });
});
