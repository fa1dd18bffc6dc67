/** Norms of numbers whose squares overflow or vanish, and what must not change for all others. */
import { describe, expect, it } from 'vitest';
import { gradients } from '../../../src/autograd/backward.ts';
import { compile } from '../../../src/graph/compile_function.ts';
import { sqrt, square } from '../../../src/ops/elementwise/unary.ts';
import { referenceOnly } from '../../../src/ops/execute/execute.ts';
import { sum } from '../../../src/ops/reduction/reduction.ts';
import { scaledNorm } from '../../../src/ops/reduction/scaled_norm.ts';
import { norm } from '../../../src/ops/reduction/statistics.ts';
import { full, parameter, type Tensor, tensor, uniform } from '../../tensors.ts';

const both = {
  reference: <T>(compute: () => T) => referenceOnly(compute),
  compiled: (compute: () => Tensor) => {
    const run = compile((one: Tensor) => compute().mul(one));
    run(tensor(1));
    return run(tensor(1));
  },
};

const float32s = [3e38, 3e20, 1e19, 3e15, 1, 3e-8, 3e-10, 1e-18, 3e-20, 1e-30, 3e-38, 1e-40];
const float64s = [1e308, 3e160, 1e120, 3e-120, 1e-160, 1e-305];

describe.each(Object.entries(both))('the norm, %s', (_, run) => {
  it.each(float32s)('of numbers like %d', (size) => {
    const x = tensor([0.6 * size, -0.8 * size, 0]);
    const exact = Math.hypot(...x.toTypedArray());
    const received = run(() => norm(x)).item();
    expect(Math.abs(received - exact)).toBeLessThanOrEqual(2e-7 * exact + 2 ** -149);
  });

  it('of many numbers at the ends of the range', () => {
    for (const size of [1e36, 1e15, 1e-12, 1e-36]) {
      const received = run(() => norm(full([100_000], size))).item();
      expect(received / (size * Math.sqrt(100_000))).toBeCloseTo(1, 5);
    }
  });

  it('of rows, each by itself', () => {
    const x = tensor([
      [3e20, 4e20],
      [3e-30, 4e-30],
      [3, 4],
      [0, 0],
    ]);
    const exact = tensor([5e20, 5e-30, 5, 0]).toArray() as number[];
    const received = run(() => norm(x, { axis: 1 })).toArray() as number[];
    received.forEach((value, i) => {
      expect(Math.abs(value - exact[i])).toBeLessThanOrEqual(1e-7 * exact[i]);
    });
  });

  it('of what is infinite or NaN, and of nothing', () => {
    expect(run(() => norm(tensor([1, Number.NEGATIVE_INFINITY]))).item()).toBe(
      Number.POSITIVE_INFINITY,
    );
    expect(run(() => norm(tensor([1, Number.NaN]))).item()).toBeNaN();
    expect(run(() => norm(tensor([])).add(0)).item()).toBe(0);
  });

  it('has the bits of the root of the sum of squares at usual sizes', () => {
    for (const [low, high] of [
      [-1, 1],
      [-1e-5, 1e-3],
      [1e3, 1e6],
    ]) {
      const x = uniform([300], { low, high, dtype: 'float32', seed: 1 });
      expect(run(() => norm(x))).toBeBitIdenticalTo(sqrt(sum(square(x))));
    }
  });
});

it.each(float64s)('in float64: of numbers like %d', (size) => {
  const received = norm(tensor([0.6 * size, 0.8 * size], { dtype: 'float64' })).item();
  expect(received / size).toBeCloseTo(1, 14);
});

it('the gradient is the direction, whatever the size', () => {
  for (const size of [1e20, 1, 1e-20, 1e-30]) {
    const x = parameter([3 * size, 4 * size]);
    const [gradient] = gradients(norm(x), [x]);
    const [a, b] = (gradient as Tensor).toArray() as number[];
    expect(a).toBeCloseTo(0.6, 6);
    expect(b).toBeCloseTo(0.8, 6);
  }
});

it('a common norm that float32 cannot hold is there in two parts', () => {
  const { scale, length } = scaledNorm([full([2, 2], 3e38), tensor([3e38])]);
  expect(length.item() / scale.item()).toBeCloseTo(Math.sqrt(5) * 3e38, -33);
});
