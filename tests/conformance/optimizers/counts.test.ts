/** Scalars that depend on a count: the same bits in whatever order counts are asked for, at the same cost. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import * as functions from '../../../src/numerics/functions/index.ts';
import { records } from '../../optimizers/records.ts';

vi.mock('../../../src/numerics/functions/index.ts', async (original) => {
  const actual = await original<typeof functions>();
  return { ...actual, pow: vi.fn(actual.pow) };
});

afterEach(() => {
  vi.mocked(functions.pow).mockClear();
});

describe.each(records)('$name', ({ plain: make }) => {
  it('has scalars that do not depend on what was asked before', () => {
    const orders = [
      [1, 2, 3, 500, 1, 501, 2, 502, 3, 503, 503, 4, 100, 99, 98],
      Array.from({ length: 100 }, (_, i) => 1000 - 7 * i),
      Array.from({ length: 200 }, (_, i) => [i + 1, i + 2, 2 * i + 1]).flat(),
    ];
    for (const order of orders) {
      const optimizer = make();
      for (const count of order) {
        expect(optimizer.scalars(count), `${count}`).toEqual(make().scalars(count));
      }
    }
  });

  it('has scalars that cost as much late as early, whatever counts parameters have', () => {
    // Layers that are thawed one after the other, each asked for its own count in every iteration.
    const optimizer = make();
    const thawed = [0, 100, 200, 1500];
    for (let iteration = 1; iteration <= 2000; iteration++) {
      for (const since of thawed) if (iteration > since) optimizer.scalars(iteration - since);
    }
    vi.mocked(functions.pow).mockClear();
    for (let iteration = 2001; iteration <= 2100; iteration++) {
      for (const since of thawed) optimizer.scalars(iteration - since);
    }
    // nadam: two powers for its own factors, one for the product, for each count.
    expect(vi.mocked(functions.pow).mock.calls.length).toBeLessThanOrEqual(100 * 4 * 3);
  });
});
