/** Random tensors for tests. */
import { describe } from '../errors/describe.ts';
import { OptionError } from '../errors/errors.ts';
import { anything, finite, oneOf, readOptions, withDefault } from '../errors/options.ts';
import { allocate, type Dtype } from '../tensor/dtype.ts';
import type { RankOfShape } from '../tensor/rank.ts';
import { checkSeed, random, type Seed } from '../tensor/rng.ts';
import { checkShape, type Shape, sizeOf } from '../tensor/shape.ts';
import { makeTensor, type Tensor } from '../tensor/tensor.ts';

export interface UniformOptions {
  /** Default float32. With int32 the numbers are whole. */
  readonly dtype?: Dtype | undefined;
  /** The same seed gives the same numbers; default 0. */
  readonly seed?: Seed | undefined;
  /** The smallest number; default -1, so that functions show both of their sides. */
  readonly low?: number | undefined;
  /** The numbers stay below, but for the rounding of float32; default 1. */
  readonly high?: number | undefined;
}

/**
 * A tensor of random numbers, uniform from `low` (included) to `high` (excluded).
 * @throws OptionError unless `low` is below `high`
 * @example uniform([3, 4], { dtype: 'float64', seed: 1 })
 */
export function uniform<const S extends Shape>(
  shape: S,
  options?: UniformOptions,
): Tensor<RankOfShape<S>> {
  checkShape('uniform', shape);
  const { dtype, seed, low, high } = readOptions<Required<UniformOptions>>('uniform', options, {
    dtype: withDefault(oneOf('float32', 'float64', 'int32'), 'float32'),
    seed: withDefault(anything, 0),
    low: withDefault(finite, -1),
    high: withDefault(finite, 1),
  });
  checkSeed('uniform.seed', seed);
  if (!(low < high)) {
    throw new OptionError({
      where: 'uniform',
      expected: 'low below high',
      received: `low ${describe(low)}, high ${describe(high)}`,
      remedy: 'Swap them, or choose others.',
    });
  }
  const stream = random(seed, 'testing/uniform');
  const data = allocate(dtype, sizeOf(shape));
  for (let i = 0; i < data.length; i++) {
    const value = low + (high - low) * stream.uniform();
    data[i] = dtype === 'int32' ? Math.floor(value) : value;
  }
  return makeTensor(data, [...shape], dtype);
}
