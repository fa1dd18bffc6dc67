/** Weighted sampling: how often whom, reproducibly, and what it refuses. */
import { describe, expect, it } from 'vitest';
import { batchIndices, type Sampling, weightedSampling } from '../../../src/data/index.ts';
import { DataError, OptionError, ShapeError } from '../../../src/errors/errors.ts';
import { tensor } from '../../tensors.ts';

const WEIGHTS = [3, 0, 1, 0.5, 0, 2, 0.25, 0];
const TOTAL = WEIGHTS.reduce((a, b) => a + b);

/** How often each of some samples is drawn, over many epochs. */
function counts(sampling: Sampling, samples: number, epochs: number, seed = 1): number[] {
  const found = new Array<number>(samples).fill(0);
  for (let epoch = 1; epoch <= epochs; epoch++) {
    for (const row of sampling.order({ samples, seed, epoch })) found[row]++;
  }
  return found;
}

describe('weightedSampling', () => {
  it('draws each sample in proportion to its weight, and none of weight 0', () => {
    const epochs = 20_000;
    const draws = 8 * epochs;
    counts(weightedSampling({ weights: WEIGHTS }), 8, epochs).forEach((count, row) => {
      const p = WEIGHTS[row] / TOTAL;
      if (p === 0) expect(count).toBe(0);
      expect(Math.abs(count - draws * p)).toBeLessThanOrEqual(4 * Math.sqrt(draws * p * (1 - p)));
    });
  });

  it('draws with replacement: one draw says nothing about the next', () => {
    const sampling = weightedSampling({ weights: new Float32Array(100).fill(7) });
    const order = sampling.order({ samples: 100, seed: 1, epoch: 1 });
    const different = new Set(order).size; // 63.4 expected, with a deviation of 3.1
    expect(different).toBeGreaterThan(50);
    expect(different).toBeLessThan(77);
    const pairs = { same: 0, all: 0 };
    const two = weightedSampling({ weights: [1, 1] });
    for (let epoch = 1; epoch <= 10_000; epoch++) {
      const [first, second] = two.order({ samples: 2, seed: 1, epoch });
      pairs.same += first === second ? 1 : 0;
      pairs.all += 1;
    }
    expect(Math.abs(pairs.same - pairs.all / 2)).toBeLessThan(4 * Math.sqrt(pairs.all / 4));
  });

  it('is a pure function of weights, seed and epoch; only proportions count', () => {
    const order = (weights: readonly number[], seed: number, epoch: number) =>
      weightedSampling({ weights }).order({ samples: 8, seed, epoch }).join();
    const own = order(WEIGHTS, 7, 3);
    expect(order(WEIGHTS, 7, 3)).toBe(own);
    expect(
      order(
        WEIGHTS.map((w) => 1024 * w),
        7,
        3,
      ),
    ).toBe(own);
    expect(new Set([own, order(WEIGHTS, 7, 4), order(WEIGHTS, 8, 3)]).size).toBe(3);
  });

  it('always draws the same', () => {
    const { order } = weightedSampling({ weights: WEIGHTS });
    expect(Array.from(order({ samples: 8, seed: 7, epoch: 3 }))).toEqual([6, 5, 2, 0, 0, 5, 5, 2]);
  });

  it('takes a tensor, and remembers what it was given', () => {
    const weights = [...WEIGHTS];
    const request = { samples: 8, seed: 1, epoch: 1 };
    const [a, b] = [
      weightedSampling({ weights }),
      weightedSampling({ weights: tensor(WEIGHTS, { dtype: 'float64' }) }),
    ];
    const before = a.order(request);
    weights.fill(1);
    expect(a.order(request)).toEqual(before);
    expect(b.order(request)).toEqual(before);
  });

  it('draws the only sample that has a weight, wherever it stands', () => {
    for (const at of [0, 17, 39]) {
      // As small as can be, so that a product with it is rounded up to it.
      const weights = Array.from({ length: 40 }, (_, i) => (i === at ? Number.MIN_VALUE : 0));
      const order = weightedSampling({ weights }).order({ samples: 40, seed: 1, epoch: 1 });
      expect(new Set(order)).toEqual(new Set([at]));
    }
  });

  it.each<[string, unknown, typeof DataError | typeof ShapeError | typeof OptionError, string]>([
    ['a weight below 0', [1, -0.5], DataError, 'received -0.5 for sample 1'],
    ['NaN', [Number.NaN, 1], DataError, 'received NaN for sample 0'],
    ['infinity', [1, Number.POSITIVE_INFINITY], DataError, 'for sample 1'],
    ['a sum that overflows', [1e308, 1e308], DataError, 'received the sum Infinity'],
    ['zeros', [0, 0], DataError, 'a finite sum above 0; received the sum 0'],
    ['nothing', [], DataError, 'received the sum 0'],
    ['text', ['1', 2], DataError, 'received "1" for sample 0'],
    ['rows', [[1], [2]], DataError, 'for sample 0'],
    ['a matrix', tensor([[1], [2]]), ShapeError, 'a tensor of shape [samples]'],
    ['a number', 3, ShapeError, 'a number for each sample: an array, or a tensor'],
    ['no weights', undefined, OptionError, 'weightedSampling.weights'],
  ])('refuses %s', (_, weights, error, says) => {
    const make = () => weightedSampling({ weights: weights as number[] });
    expect(make).toThrow(error);
    expect(make).toThrow(says);
  });

  it('refuses a dataset of another size', () => {
    const { order } = weightedSampling({ weights: [1, 2, 3] });
    const draw = () => order({ samples: 4, seed: 0, epoch: 1 });
    expect(draw).toThrow(ShapeError);
    expect(draw).toThrow('Expected a weight for each of 4 samples; received 3 weights');
  });
});

describe('batches that are sampled', () => {
  const sampling = weightedSampling({ weights: [1, 2, 3, 4, 5] });
  const request = { samples: 5, batchSize: 2, seed: 3, epoch: 2 };

  it('are the order that was drawn, cut as ever', () => {
    const batches = batchIndices({ ...request, sampling });
    expect(batches.map(({ length }) => length)).toEqual([2, 2, 1]);
    expect(batches.flatMap((batch) => [...batch])).toEqual([
      ...sampling.order({ samples: 5, seed: 3, epoch: 2 }),
    ]);
    expect(batchIndices({ ...request, sampling, dropLast: true })).toHaveLength(2);
  });

  it('have nothing to do with the order of a shuffled epoch', () => {
    const flat = (batches: Int32Array[]) => batches.flatMap((batch) => [...batch]).join();
    const even = weightedSampling({ weights: new Array(50).fill(1) });
    const many = { ...request, samples: 50 };
    expect(flat(batchIndices({ ...many, sampling: even }))).not.toBe(flat(batchIndices(many)));
  });

  it('are refused in a fixed order, in a wrong number, and from what draws nothing', () => {
    const fixed = () => batchIndices({ ...request, sampling, shuffle: false });
    expect(fixed).toThrow(OptionError);
    expect(fixed).toThrow('weightedSampling, which draws an order of its own; received false');
    const short = { name: 'short', order: () => Int32Array.of(1, 2) };
    expect(() => batchIndices({ ...request, sampling: short })).toThrow(ShapeError);
    expect(() => batchIndices({ ...request, sampling: short })).toThrow('there are, 5; received 2');
    const none = {} as Sampling;
    expect(() => batchIndices({ ...request, sampling: none })).toThrow('Expected a sampling');
  });
});
