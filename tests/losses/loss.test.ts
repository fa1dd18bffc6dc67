/** What all losses share: one number for each sample, and the mean of them. */
import { describe, expect, it } from 'vitest';
import { gradients } from '../../src/autograd/backward.ts';
import { loss, meanAbsoluteError, meanSquaredError } from '../../src/losses/index.ts';
import { mul, sub } from '../../src/ops/elementwise/arithmetic.ts';
import { abs } from '../../src/ops/elementwise/unary.ts';
import { sum } from '../../src/ops/reduction/reduction.ts';
import { slice } from '../../src/ops/shape/slice.ts';
import { parameter, range, tensor, zeros } from '../../src/tensor/create.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';

/** A loss whose samples lose 0, 1, 2, ... when the targets are 0. */
const losing = loss('losing', (outputs, targets) => abs(sub(outputs, targets)));

describe('the mean of a loss', () => {
  it('is over samples: losses 0..9 in batches of 4, 4 and 2 average to 4.5, not to 5.167', () => {
    const outputs = range(10);
    const targets = zeros([10]);
    let sum = 0;
    for (const [start, end] of [
      [0, 4],
      [4, 8],
      [8, 10],
    ]) {
      const batch = losing.mean(slice(outputs, [start, end]), slice(targets, [start, end]));
      sum += batch.item() * (end - start);
    }
    expect(sum / 10).toBe(4.5);
    expect(losing.mean(outputs, targets).item()).toBe(4.5);
  });

  it('multiplies sample weights in and divides by the number of samples, not by their sum', () => {
    const weights = tensor([2, 0, 1, 3]);
    expect(losing.mean(range(4), zeros([4]), weights).item()).toBe((0 + 0 + 2 + 9) / 4);
  });

  it('with weights, too, adds up from the parts of a batch', () => {
    const [outputs, targets] = [range(5), zeros([5])];
    const weights = tensor([0.5, 1, 4, 0, 2]);
    const part = (start: number, end: number) => {
      const [o, t, w] = [outputs, targets, weights].map((x) => slice(x, [start, end]));
      return losing.mean(o, t, w).item() * (end - start);
    };
    expect((part(0, 3) + part(3, 5)) / 5).toBeCloseTo(
      losing.mean(outputs, targets, weights).item(),
      6,
    );
  });

  it('gives no gradient to a sample of weight 0', () => {
    const outputs = parameter([[1], [2]]);
    const mean = meanSquaredError().mean(outputs, zeros([2, 1]), tensor([0, 1]));
    const [gradient] = gradients(mean, [outputs]) as [Tensor];
    expect(gradient.toArray()).toEqual([[0], [2]]);
  });

  it('refuses weights that would multiply every sample with every other', () => {
    expect(() => losing.mean(range(3), zeros([3]), zeros([3, 1]))).toThrow(
      'losing.sampleWeights: Expected one weight for each sample, shape [3]; received [3, 1].',
    );
  });
});

describe('the loss of a sample', () => {
  it('is the mean over its outputs, along however many axes', () => {
    const outputs = tensor([
      [
        [1, 2],
        [3, 6],
      ],
      [
        [0, 0],
        [0, 4],
      ],
    ]);
    expect(
      meanAbsoluteError()
        .perSample(outputs, zeros([2, 2, 2]))
        .toArray(),
    ).toEqual([3, 1]);
  });

  it('is that of its one output where there is no other axis', () => {
    expect(
      meanAbsoluteError()
        .perSample(tensor([1, -2]), zeros([2]))
        .toArray(),
    ).toEqual([1, 2]);
  });
});

describe('a loss of your own', () => {
  const cubic = loss('cubic', (y, t) => {
    const d = abs(sub(y, t));
    return mul(mul(d, d), d);
  });

  it('needs nothing but the loss of each sample', () => {
    expect(cubic.mean(tensor([3, 1]), tensor([1, 1])).item()).toBe(4);
    expect(cubic.checkTargets).toBeUndefined();
  });

  it('keeps the check of targets that it brings', () => {
    const seen: unknown[] = [];
    const own = loss('own', losing.perSample, (shape, targets) => seen.push(shape, targets));
    const targets = zeros([2]);
    own.checkTargets?.([2], targets);
    expect(seen).toEqual([[2], targets]);
  });

  it('must reduce every axis but the first', () => {
    expect(() => cubic.mean(zeros([2, 3]), zeros([2, 3]))).toThrow(
      'cubic: Expected one loss for each sample, shape [2]; received [2, 3]. Reduce every axis but the first.',
    );
    const total = loss('total', (y) => sum(y));
    expect(() => total.mean(zeros([2]), zeros([2]))).toThrow('received []');
  });

  it('must have samples', () => {
    expect(() => cubic.mean(tensor(1), tensor(1))).toThrow(
      'cubic: Expected outputs whose first axis',
    );
  });
});
