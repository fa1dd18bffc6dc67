import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { batchIndices } from '../../src/data/index.ts';

const sizes = fc.record({
  samples: fc.integer({ min: 1, max: 300 }),
  batchSize: fc.integer({ min: 1, max: 320 }),
  shuffle: fc.boolean(),
  seed: fc.oneof(fc.integer(), fc.string()),
  epoch: fc.integer({ min: 1, max: 50 }),
});

const flat = (batches: readonly Int32Array[]) => batches.flatMap((batch) => [...batch]);
const sorted = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b);

describe('the batches of an epoch', () => {
  it('hold every sample exactly once, all full but the last, which may be smaller', () => {
    fc.assert(
      fc.property(sizes, ({ samples, batchSize, ...rest }) => {
        const batches = batchIndices({ samples, batchSize, ...rest });
        expect(sorted(flat(batches))).toEqual(Array.from({ length: samples }, (_, i) => i));
        expect(batches).toHaveLength(Math.ceil(samples / batchSize));
        expect(batches.slice(0, -1).every(({ length }) => length === batchSize)).toBe(true);
        const last = samples - batchSize * (batches.length - 1);
        expect(batches[batches.length - 1]).toHaveLength(last);
      }),
    );
  });

  it('with dropLast are all full, and no sample occurs twice', () => {
    fc.assert(
      fc.property(sizes, ({ samples, batchSize, ...rest }) => {
        fc.pre(samples >= batchSize);
        const batches = batchIndices({ samples, batchSize, dropLast: true, ...rest });
        expect(batches).toHaveLength(Math.floor(samples / batchSize));
        expect(batches.every(({ length }) => length === batchSize)).toBe(true);
        expect(new Set(flat(batches)).size).toBe(batches.length * batchSize);
      }),
    );
  });

  it('1000 samples in batches of 128 are 8, the last of 104', () => {
    const batches = batchIndices({ samples: 1000, batchSize: 128, epoch: 1 });
    expect(batches.map(({ length }) => length)).toEqual([128, 128, 128, 128, 128, 128, 128, 104]);
  });

  it('are in order without shuffling, in every epoch', () => {
    const batches = batchIndices({ samples: 7, batchSize: 3, shuffle: false, epoch: 2 });
    expect(batches.map((batch) => [...batch])).toEqual([[0, 1, 2], [3, 4, 5], [6]]);
  });

  it('are the same for the same seed and epoch, others for another seed or epoch', () => {
    const order = (seed: number | string, epoch: number) =>
      flat(batchIndices({ samples: 50, batchSize: 8, seed, epoch })).join();
    expect(order(7, 3)).toBe(order(7, 3));
    const orders = [order(7, 3), order(7, 4), order(8, 3), order('7', 3), order(0, 3)];
    expect(new Set(orders).size).toBe(orders.length);
    expect(orders).not.toContain(Array.from({ length: 50 }, (_, i) => i).join());
  });

  it('leave out other samples in other epochs with dropLast', () => {
    const left = Array.from({ length: 40 }, (_, epoch) => {
      const used = new Set(
        flat(batchIndices({ samples: 10, batchSize: 9, dropLast: true, epoch })),
      );
      return [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].find((sample) => !used.has(sample));
    });
    expect(new Set(left).size).toBeGreaterThan(5);
  });

  it('are never none', () => {
    const none = { samples: 5, batchSize: 6, dropLast: true, epoch: 1 };
    expect(() => batchIndices(none)).toThrow(/no batch is left.*at most 5/);
    expect(() => batchIndices({ samples: 5, batchSize: 0, epoch: 1 })).toThrow(/batchSize/);
    const seed = Number.NaN;
    expect(() => batchIndices({ samples: 5, batchSize: 2, epoch: 1, seed })).toThrow(/seed/);
  });
});
