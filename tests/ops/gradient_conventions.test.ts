/** What a gradient is where mathematics leaves it open, and where 0 · ∞ lies in wait. */
import { describe, expect, it } from 'vitest';
import { gradients } from '../../src/autograd/backward.ts';
import * as activations from '../../src/nn/activations/index.ts';
import { cast } from '../../src/ops/elementwise/cast.ts';
import { greater, where } from '../../src/ops/elementwise/comparison.ts';
import { exp, log, pow } from '../../src/ops/elementwise/exponential.ts';
import { clip, maximum, minimum } from '../../src/ops/elementwise/extrema.ts';
import { abs, sqrt, square } from '../../src/ops/elementwise/unary.ts';
import { max, min } from '../../src/ops/reduction/reduction.ts';
import { norm } from '../../src/ops/reduction/statistics.ts';
import { gather } from '../../src/ops/shape/indexing.ts';
import { broadcastTo } from '../../src/ops/shape/views.ts';
import { parameter, type Tensor, tensor } from '../tensors.ts';

const { elu, gelu, hardSigmoid, hardTanh, leakyRelu, mish, relu, selu } = activations;

function slopes(f: (x: Tensor) => Tensor, values: number[]): unknown {
  const x = parameter(values, { dtype: 'float64' });
  const [gradient] = gradients(f(x).sum(), [x]);
  return gradient?.toArray();
}

function secondSlopes(f: (x: Tensor) => Tensor, values: number[]): unknown {
  return slopes((x) => gradients(f(x).sum(), [x], { createGraph: true })[0] as Tensor, values);
}

describe('at a kink', () => {
  it('activations take the slope from the left', () => {
    expect(slopes(relu, [0, -0])).toEqual([0, 0]);
    expect(slopes((x) => leakyRelu(x, { negativeSlope: 0.2 }), [0])).toEqual([0.2]);
    expect(slopes((x) => elu(x, { alpha: 0.5 }), [0])).toEqual([0.5]);
  });

  it('hard activations are flat at both ends', () => {
    expect(slopes(hardTanh, [-1, 0, 1])).toEqual([0, 1, 0]);
    expect(slopes(hardSigmoid, [-3, 0, 3])).toEqual([0, 1 / 6, 0]);
  });

  it('clip still lets the gradient through at its bounds', () => {
    expect(slopes((x) => clip(x, { min: -1, max: 1 }), [-2, -1, 0, 1, 2])).toEqual([0, 1, 1, 1, 0]);
  });

  it('abs is flat at 0', () => {
    expect(slopes(abs, [0, -0, 2, -2])).toEqual([0, -0, 1, -1]);
  });

  it('of equals, each gets its share', () => {
    expect(slopes((x) => maximum(x, 1), [0, 1, 2])).toEqual([0, 0.5, 1]);
    expect(slopes((x) => minimum(x, 1), [0, 1, 2])).toEqual([1, 0.5, 0]);
    expect(slopes(max, [3, 1, 3, 2])).toEqual([0.5, 0, 0.5, 0]);
    expect(slopes(min, [1, 1, 1, 2, 1])).toEqual([0.25, 0.25, 0.25, 0, 0.25]);
  });

  it('the length of a zero vector has gradient 0, and its root an infinite one', () => {
    expect(slopes(norm, [0, 0])).toEqual([0, 0]);
    expect(slopes(sqrt, [0])).toEqual([Number.POSITIVE_INFINITY]);
  });
});

describe('no NaN comes', () => {
  it('from the branch of where that is not taken', () => {
    const safeLog = (x: Tensor) => where(greater(x, 0), log(maximum(x, 1e-300)), 0);
    expect(slopes(safeLog, [-1, 0, 2])).toEqual([0, 0, 0.5]);
    expect(slopes((x) => where(greater(x, 0), x, exp(x)), [1])).toEqual([1]);
  });

  it('from exponentials that overflow above 0', () => {
    expect(secondSlopes(elu, [1000, -1])).toEqual([0, Math.exp(-1)]);
    expect(secondSlopes(selu, [1000])).toEqual([0]);
  });

  it('far out in the tails of smooth activations', () => {
    for (const f of [gelu, mish, activations.silu, activations.geluTanh, activations.softplus]) {
      const [above, below] = slopes(f, [1000, -1000]) as number[];
      expect(above).toBeCloseTo(1, 12);
      expect(below).toBeCloseTo(0, 12);
      expect(secondSlopes(f, [1000, -1000])).toEqual([
        expect.closeTo(0, 12),
        expect.closeTo(0, 12),
      ]);
    }
  });

  it('where a factor overflows and another vanishes', () => {
    const ends = [1e20, 3e38, Number.POSITIVE_INFINITY, -1e20, -3e38, Number.NEGATIVE_INFINITY];
    for (const f of [gelu, mish, activations.silu, activations.geluTanh, activations.softplus]) {
      for (const dtype of ['float32', 'float64'] as const) {
        const x = parameter(ends, { dtype });
        const [first] = gradients(f(x).sum(), [x], { createGraph: true });
        const [second] = gradients((first as Tensor).sum(), [x]);
        expect(first?.abs().toArray()).toEqual([1, 1, 1, 0, 0, 0]);
        expect(second?.abs().toArray()).toEqual([0, 0, 0, 0, 0, 0]);
      }
    }
  });

  it('from powers of 0', () => {
    expect(slopes((x) => pow(x, 0), [0, 2])).toEqual([0, 0]);
    expect(slopes((x) => pow(x, 1), [0, -2])).toEqual([1, 1]);
    expect(slopes((x) => pow(x, 2), [0, -3])).toEqual([0, -6]);
    expect(slopes((b) => pow(tensor([0, 2], { dtype: 'float64' }), b), [2, 3])).toEqual([
      0,
      expect.closeTo(8 * Math.LN2, 12),
    ]);
  });
});

describe('a gradient', () => {
  it('adds up where an element is used several times', () => {
    const twice = tensor([1, 0, 1, 1], { dtype: 'int32' });
    expect(slopes((x) => gather(x, twice), [5, 6, 7])).toEqual([1, 3, 0]);
    expect(slopes((x) => broadcastTo(x, [4, 2]), [1, 2])).toEqual([4, 4]);
  });

  it('flows through a change of dtype, and stops at whole numbers', () => {
    const x = parameter([1.5, -2.5]);
    const [gradient] = gradients(square(cast(x, 'float64')).sum(), [x]);
    expect(gradient).toBeBitIdenticalTo(tensor([3, -5]));
    expect(cast(x, 'int32').requiresGrad).toBe(false);
  });
});
