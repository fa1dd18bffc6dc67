/** The gradients of every loss, first and second, by finite differences. */
import { describe, expect, it } from 'vitest';
import * as losses from '../../src/losses/index.ts';
import { logCoshOperation } from '../../src/losses/log_cosh.ts';
import { surprisalOperation } from '../../src/losses/surprisal.ts';
import { unary } from '../../src/ops/functions.ts';
import { tensor } from '../../src/tensor/create.ts';
import { isFloat } from '../../src/tensor/dtype.ts';
import type { NestedArray } from '../../src/tensor/rank.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';
import { gradcheck } from '../../src/testing/gradcheck.ts';
import { lossRecords, numbers, scores } from './records.ts';

const double = (values: NestedArray) => tensor(values, { dtype: 'float64' });
const cases = Object.entries(lossRecords).flatMap(([name, all]) =>
  all.map((each) => ({ ...each, label: `${name} ${JSON.stringify(each.loss.options ?? {})}` })),
);

describe('agree with finite differences, for outputs and targets, and once more:', () => {
  it.each(cases)('$label', ({ loss, outputs, targets }) => {
    const found = isFloat(targets.dtype)
      ? gradcheck(loss.perSample, [outputs, targets], { order: 2 })
      : gradcheck((x) => loss.perSample(x, targets), [outputs], { order: 2 });
    expect(found.passed, found.message).toBe(true);
  });

  it.each([
    ['logCosh', unary(logCoshOperation), [-30, -1.5, -0.5, -1e-3, 0, 0.75, 2, 30]],
    ['surprisal', unary(surprisalOperation), [0.05, 0.5, 1, 3]],
  ] as const)('the operation %s', (_, operation, points) => {
    const found = gradcheck(operation, [double(points)], { order: 2 });
    expect(found.passed, found.message).toBe(true);
  });
});

describe('reach the sample weights', () => {
  it('as the losses of the samples over their number', () => {
    const weights = double([1, 2, 3, 4]);
    const mean = (x: Tensor, w: Tensor) => losses.meanSquaredError().mean(x, numbers, w);
    expect(gradcheck(mean, [scores, weights]).passed).toBe(true);
  });
});
