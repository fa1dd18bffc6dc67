/** NaN, infinities, signed zeros, the smallest and the largest numbers. */
import { describe, expect, it } from 'vitest';
import { matmul } from '../../src/ops/matmul/matmul.ts';
import { max, mean, min, sum } from '../../src/ops/reduction/reduction.ts';
import { logSoftmax, logSumExp, softmax } from '../../src/ops/reduction/softmax.ts';
import { norm, variance } from '../../src/ops/reduction/statistics.ts';
import { argmax } from '../../src/ops/shape/indexing.ts';
import { type Dtype, tensor } from '../tensors.ts';
import { records } from './records/index.ts';
import type { OperationRecord } from './records/record.ts';

const { NaN: nan, POSITIVE_INFINITY: infinity } = Number;

const extremes: Readonly<Record<'float32' | 'float64', readonly number[]>> = {
  float32: [2 ** -149, 2 ** -126, 2 ** 127],
  float64: [2 ** -1074, 2 ** -1022, 2 ** 1023],
};

/** In float64, sin and cos take angles apart up to here. */
const REACH: Readonly<Record<string, number>> = { sin: 2 ** 60, cos: 2 ** 60 };

function specials(dtype: 'float32' | 'float64', reach = infinity): number[] {
  const finite = [0, 0.5, 1, 2, 100, ...extremes[dtype]].filter((value) => value <= reach);
  const magnitudes = [...finite, infinity];
  return [nan, ...magnitudes, ...magnitudes.map((value) => -value)];
}

const elementwise = records.filter(({ scalar }) => scalar !== undefined);
const one = (record: OperationRecord) => record.scalar?.length === 1;

/** The same number, the sign of zeros included; or close, where both are ordinary. */
function agrees(received: number, expected: number, dtype: Dtype): boolean {
  const limit = Number.isNaN(expected) || expected === 0 || !Number.isFinite(expected);
  if (limit) return Object.is(received, expected);
  // A product with 100 carries the rounding of a denormal 100 times as far.
  const [unit, smallest] = dtype === 'float32' ? [2 ** -20, 2 ** -143] : [2 ** -48, 2 ** -1067];
  return Math.abs(received - expected) <= unit * Math.abs(expected) + smallest;
}

function disagreements(record: OperationRecord, dtype: 'float32' | 'float64'): string[] {
  const { cases, scalar } = record;
  const values = specials(dtype, dtype === 'float64' ? REACH[record.name] : undefined);
  const pairs = one(record)
    ? values.map((x) => [x])
    : values.flatMap((a) => values.map((b) => [a, b]));
  const inputs = pairs[0].map((_, k) =>
    tensor(
      pairs.map((pair) => pair[k]),
      { dtype },
    ),
  );
  const received = cases[0].run(...inputs).toTypedArray();
  return pairs.flatMap((pair, i) => {
    const exact = scalar?.(...pair) ?? nan;
    const expected = dtype === 'float32' ? Math.fround(exact) : exact;
    if (agrees(received[i], expected, dtype)) return [];
    return [`(${pair}) gives ${received[i]} instead of ${expected}`];
  });
}

describe.each(['float32', 'float64'] as const)('special values in %s', (dtype) => {
  it.each(elementwise.filter(({ scalar }) => (scalar?.length ?? 0) < 3))('$name', (record) => {
    expect(disagreements(record, dtype)).toEqual([]);
  });
});

describe('reductions', () => {
  it('let NaN through', () => {
    const x = tensor([1, nan, 3]);
    for (const reduce of [sum, mean, max, min, variance, norm, logSumExp]) {
      expect(reduce(x).item()).toBeNaN();
    }
  });

  it('of infinities are infinite where they can be, NaN where they cannot', () => {
    const x = tensor([1, infinity, -infinity]);
    expect(max(x).item()).toBe(infinity);
    expect(min(x).item()).toBe(-infinity);
    expect(sum(x).item()).toBeNaN();
    expect(logSumExp(tensor([1, infinity])).item()).toBe(infinity);
    expect(logSumExp(tensor([-infinity, -infinity])).item()).toBe(-infinity);
    expect(norm(tensor([1, -infinity])).item()).toBe(infinity);
  });

  it('take +0 as larger than -0', () => {
    expect(max(tensor([-0, 0])).item()).toBe(0);
    expect(min(tensor([0, -0])).item()).toBe(-0);
  });

  it('of nothing: a sum of 0, a mean of NaN', () => {
    expect(sum(tensor([])).item()).toBe(0);
    expect(mean(tensor([])).item()).toBeNaN();
  });

  it('find NaN as the largest, and the first of equals', () => {
    expect(argmax(tensor([1, nan, 3, nan])).item()).toBe(1);
    expect(argmax(tensor([2, 5, 5])).item()).toBe(1);
    expect(argmax(tensor([-infinity, -infinity])).item()).toBe(0);
  });
});

describe('softmax and its kin', () => {
  it.each([1000, -1000, 1e30])('do not overflow around %d', (shift) => {
    const x = tensor([shift, shift]);
    expect(softmax(x)).toBeCloseToTensor([0.5, 0.5]);
    expect(logSoftmax(x)).toBeCloseToTensor([-Math.LN2, -Math.LN2]);
    expect(logSumExp(x)).toBeCloseToTensor(Math.fround(shift + Math.LN2));
  });

  it('give an excluded class, of logit -∞, probability 0', () => {
    expect(softmax(tensor([0, -infinity, 0]))).toBeCloseToTensor([0.5, 0, 0.5]);
    expect(logSoftmax(tensor([0, -infinity])).toArray()).toEqual([0, -infinity]);
  });
});

describe('matmul', () => {
  it('multiplies zeros with NaN and infinities too', () => {
    const product = matmul(
      tensor([[0, 1]]),
      tensor([
        [nan, infinity, 1],
        [0, 0, -0],
      ]),
    );
    expect(product.toArray()).toEqual([[nan, nan, 0]]);
  });

  it('starts its sums at +0', () => {
    expect(matmul(tensor([[-0]]), tensor([[1]])).item()).toBe(0);
  });
});
