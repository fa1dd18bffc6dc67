import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Lifetime, lifetimes, placeLifetimes } from '../../src/graph/memory.ts';
import { square } from '../../src/ops/elementwise/unary.ts';
import { matmul } from '../../src/ops/matmul/matmul.ts';
import { sum } from '../../src/ops/reduction/reduction.ts';
import { Storage } from '../../src/tensor/storage.ts';
import { uniform } from '../tensors.ts';
import { traced } from './traced.ts';

const lifetime: fc.Arbitrary<Lifetime> = fc
  .record({ bytes: fc.nat(700), first: fc.nat(20), length: fc.nat(8) })
  .map(({ bytes, first, length }) => ({
    storage: new Storage('float32', 0),
    bytes,
    first,
    last: first + length,
  }));

describe('the arena map', () => {
  it('never lets two storages overlap that are needed at the same time', () => {
    fc.assert(
      fc.property(fc.array(lifetime, { maxLength: 30 }), (all) => {
        const { offsets, bytes } = placeLifetimes(all);
        const placed = all.map((one) => ({ ...one, offset: offsets.get(one.storage) as number }));
        for (const a of placed) {
          expect(a.offset % 64).toBe(0);
          expect(a.offset + a.bytes).toBeLessThanOrEqual(bytes);
          for (const b of placed) {
            const together = a.first <= b.last && b.first <= a.last;
            const apart = a.offset + a.bytes <= b.offset || b.offset + b.bytes <= a.offset;
            if (a !== b && together && a.bytes > 0 && b.bytes > 0) expect(apart).toBe(true);
          }
        }
      }),
      { seed: 3, numRuns: 300 },
    );
  });

  it('lets storages share memory that are needed at different times', () => {
    const one = (first: number, last: number) => ({
      ...{ storage: new Storage('float32', 0), bytes: 128, first, last },
    });
    expect(placeLifetimes([one(0, 1), one(1, 2), one(2, 3), one(3, 4)]).bytes).toBe(256);
    expect(placeLifetimes([]).bytes).toBe(0);
  });
});

describe('lifetimes', () => {
  it('run from the kernel that computes to the last one that reads, for what is kept to the end', () => {
    const x = uniform([4, 4], { seed: 1 });
    const { trace, kernels, outputs } = traced(() => {
      const a = matmul(x, x);
      const b = matmul(a, x);
      const c = matmul(b, a);
      return [sum(square(c)), b];
    });
    expect(kernels.map(({ kind }) => kind)).toEqual(['own', 'own', 'own', 'reduction']);
    const kept = new Set(outputs.map(({ storage }) => storage));
    const lives = lifetimes(kernels, trace.computed, kept);
    const spans = lives.map(({ first, last, bytes }) => [first, last, bytes]);
    expect(spans).toEqual([
      [0, 2, 64], // a
      [1, 4, 64], // b, which is looked at afterwards
      [2, 3, 64], // c
      [3, 3, 64], // its square, which lives within the reduction
      [3, 4, 4],
    ]);
  });
});
