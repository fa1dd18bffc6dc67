/** The order of additions is part of what a sum is: these tests write it out a second time. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { float32 } from '../../src/numerics/float32.ts';
import { float64 } from '../../src/numerics/float64.ts';
import { exp } from '../../src/ops/elementwise/exponential.ts';
import { matmul } from '../../src/ops/matmul/matmul.ts';
import { mean, sum, sumOperation } from '../../src/ops/reduction/reduction.ts';
import { type Dtype, type Tensor, tensor, uniform } from '../tensors.ts';
import { combinationOf, inWrittenOrder } from './written_order.ts';

const round = { float32: Math.fround, float64: (x: number) => x };
type Float = keyof typeof round;
const floats: readonly Float[] = ['float32', 'float64'];

const lanes = { float32, float64 };

function sumInOrder(values: ArrayLike<number>, dtype: Float): number {
  return inWrittenOrder(Array.from(values), combinationOf(sumOperation), lanes[dtype]);
}

/** Numbers of very different sizes, whose sum depends on the order in nearly every bit. */
function uneven(shape: readonly number[], dtype: Dtype, seed: number): Tensor {
  return exp(uniform(shape, { dtype, seed, low: -20, high: 20 }).mul(3));
}

describe.each(floats)('in %s', (dtype) => {
  it('a sum deals blocks to eight lanes, joins them as a tree, and the blocks in pairs', () => {
    const count = fc.oneof(fc.integer({ min: 0, max: 140 }), fc.integer({ min: 0, max: 3000 }));
    fc.assert(
      fc.property(count, fc.nat(), (count, seed) => {
        const x = uneven([count], dtype, seed);
        expect(sum(x).item()).toBe(sumInOrder(x.toTypedArray(), dtype));
      }),
      { seed: 1 },
    );
  });

  it('a sum over several axes takes them as one, in row-major order', () => {
    const x = uneven([3, 5, 7, 2], dtype, 1);
    const kept = sum(x, { axis: [1, 3] });
    for (let i = 0; i < 3; i++) {
      for (let j = 0; j < 7; j++) {
        const block = x.slice([i, i + 1], null, [j, j + 1]).toTypedArray();
        expect(kept.slice([i, i + 1], [j, j + 1]).item()).toBe(sumInOrder(block, dtype));
      }
    }
  });

  it('a mean is the sum divided once', () => {
    const x = uneven([29], dtype, 3);
    const total = sumInOrder(x.toTypedArray(), dtype);
    expect(mean(x).item()).toBe(round[dtype](total / 29));
  });

  it('a matrix product adds up over k in order, each product and each sum rounded', () => {
    fc.assert(
      fc.property(
        fc.tuple(size, size, fc.integer({ min: 0, max: 30 })),
        fc.nat(),
        (sizes, seed) => {
          const [m, n, k] = sizes;
          const [a, b] = [uneven([m, k], dtype, seed), uneven([k, n], dtype, seed + 1)];
          const [x, y] = [a.toTypedArray(), b.toTypedArray()];
          const expected = Array.from({ length: m * n }, (_, at) => {
            const [i, j] = [Math.floor(at / n), at % n];
            let total = 0;
            for (let p = 0; p < k; p++) {
              const product = round[dtype](x[i * k + p] * y[p * n + j]);
              total = round[dtype](total + product);
            }
            return total;
          });
          expect(matmul(a, b)).toBeBitIdenticalTo(tensor(expected, { shape: [m, n], dtype }));
        },
      ),
      { seed: 2 },
    );
  });
});

const size = fc.integer({ min: 1, max: 6 });
