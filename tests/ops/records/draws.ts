/** Operations that draw: the hash of `numerics/hash.ts` once more, and what is made of its numbers. */
import { dropoutMask, dropoutMaskOperation } from '../../../src/ops/random/dropout_mask.ts';
import { normalNoise, normalNoiseOperation } from '../../../src/ops/random/normal_noise.ts';
import {
  uniformNumbers,
  uniformNumbersOperation,
} from '../../../src/ops/random/uniform_numbers.ts';
import { type Grid, type Index, indices } from './grid.ts';
import type { Case, OperationRecord } from './record.ts';

/** The mixer of `numerics/hash.ts` written out for numbers. */
function mix(hash: number): number {
  let x = hash ^ (hash >>> 16);
  x = Math.imul(x, 0x21f0aaad);
  x ^= x >>> 15;
  x = Math.imul(x, 0xd35a2d97);
  return x ^ (x >>> 15);
}

function uniform(key: number, counter: number, element: number): number {
  const golden = 0x9e3779b9 | 0;
  const start = mix((mix((key + golden) | 0) + counter) | 0);
  const difference = 2 * mix((start + golden) | 0) + 1;
  return (mix((start + Math.imul(element, difference)) | 0) >>> 8) / 2 ** 24;
}

function mask(rate: number, shape: Index): Case {
  return {
    label: `rate ${rate} in [${shape.join(', ')}]`,
    run: (counter) => dropoutMask(counter, { key: 12345, rate, shape, dtype: 'float32' }),
    oracle: ({ values: [counter] }: Grid) => ({
      shape,
      values: indices(shape).map((_, i) =>
        uniform(12345, counter, i) < rate ? 0 : Math.fround(1 / (1 - rate)),
      ),
    }),
    samples: [[[]]],
    domains: [{ low: 0, high: 1000, indices: true }],
  };
}

/** Box and Muller's formula in float64, with the functions of the engine. */
function normal(key: number, counter: number, element: number): number {
  const [high, low, turns] = [0, 1, 2].map((i) => uniform(key, counter, 3 * element + i));
  const radius = Math.sqrt(-2 * Math.log(high + low / 2 ** 24));
  return radius * Math.cos(2 * Math.PI * turns);
}

function noise(shape: Index): Case {
  return {
    label: `in [${shape.join(', ')}]`,
    run: (counter) => normalNoise(counter, { key: 54321, shape, dtype: 'float32' }),
    oracle: ({ values: [counter] }: Grid) => ({
      shape,
      values: indices(shape).map((_, i) => normal(54321, counter, i)),
    }),
    samples: [[[]]],
    domains: [{ low: 0, high: 1000, indices: true }],
  };
}

function evenly(shape: Index): Case {
  return {
    label: `in [${shape.join(', ')}]`,
    run: (counter) => uniformNumbers(counter, { key: 4321, shape, dtype: 'float32' }),
    oracle: ({ values: [counter] }: Grid) => ({
      shape,
      values: indices(shape).map((_, i) => uniform(4321, counter, i)),
    }),
    samples: [[[]]],
    domains: [{ low: 0, high: 1000, indices: true }],
  };
}

const draws = { dtypes: ['int32'], differentiable: false, mistakes: [] } as const;

export const drawRecords: readonly OperationRecord[] = [
  {
    name: 'dropoutMask',
    operation: dropoutMaskOperation,
    cases: [mask(0.5, [5, 7]), mask(0.2, [40]), mask(0, [3]), mask(0.3, [0, 2])],
    ...draws,
  },
  {
    name: 'normalNoise',
    operation: normalNoiseOperation,
    cases: [noise([9, 7]), noise([401]), noise([1]), noise([2, 0])],
    ...draws,
  },
  {
    name: 'uniformNumbers',
    operation: uniformNumbersOperation,
    cases: [evenly([9, 7]), evenly([401]), evenly([1]), evenly([2, 0])],
    ...draws,
  },
];
