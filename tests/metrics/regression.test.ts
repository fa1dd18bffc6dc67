import { describe, expect, it } from 'vitest';
import { DtypeError, ShapeError } from '../../src/errors/errors.ts';
import { r2, rootMeanSquaredError } from '../../src/metrics/index.ts';
import { full, range, tensor, zeros } from '../../src/tensor/create.ts';

describe.each([
  ['rootMeanSquaredError', rootMeanSquaredError],
  ['r2', r2],
] as const)('%s', (name, metric) => {
  it('does not compare every sample with every other', () => {
    expect(() => metric(zeros([3, 1]), zeros([3]))).toThrow(ShapeError);
    expect(() => metric(zeros([3, 1]), zeros([3]))).toThrow('targets.reshape([3, 1]).');
  });

  it('refuses classes', () => {
    expect(() => metric(zeros([3]), zeros([3], { dtype: 'int32' }))).toThrow(DtypeError);
    expect(() => metric(zeros([3]), zeros([3], { dtype: 'int32' }))).toThrow(name);
  });

  it('is NaN where there is nothing to measure', () => {
    expect(metric(zeros([0]), zeros([0]))).toBeNaN();
  });
});

describe('rootMeanSquaredError', () => {
  it('is the root of the mean over everything, not the mean of roots', () => {
    expect(
      rootMeanSquaredError(
        tensor([
          [3, 0],
          [0, 0],
        ]),
        zeros([2, 2]),
      ),
    ).toBe(1.5);
  });

  it('computes in float64, so that squares of floats do not overflow', () => {
    expect(rootMeanSquaredError(full([2], 1e30), zeros([2])) / 1e30).toBeCloseTo(1, 6);
  });
});

describe('r2', () => {
  it('is 0 for the mean of the targets, 1 for the targets, and has no lower limit', () => {
    const targets = range(5);
    expect(r2(full([5], 2), targets)).toBe(0);
    expect(r2(targets, targets)).toBe(1);
    expect(r2(full([5], 100), targets)).toBeLessThan(-1000);
  });

  it('for equal targets is 1 if the outputs are exactly those, else 0, whatever rounding does', () => {
    const targets = full([7], 0.1, { dtype: 'float64' }); // seven times 0.1 over 7 is not 0.1
    expect(r2(targets, targets)).toBe(1);
    expect(r2(full([7], 0.2, { dtype: 'float64' }), targets)).toBe(0);
  });

  it('takes the mean over outputs, not over all numbers together', () => {
    const targets = tensor([
      [0, 0],
      [1, 100],
    ]);
    const outputs = tensor([
      [0, 50],
      [1, 50],
    ]);
    expect(r2(outputs, targets)).toBe(0.5);
  });

  it('is NaN for a single sample, which has no spread', () => {
    expect(r2(tensor([1]), tensor([1]))).toBeNaN();
  });
});
