/** The smaller and the larger, element by element. NaN wins over every number. */

import { OptionError } from '../../errors/errors.ts';
import { readOptions, withDefault } from '../../errors/options.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import { apply } from '../apply.ts';
import { binary } from '../functions.ts';
import { add, mul } from './arithmetic.ts';
import { chainProduct } from './chain.ts';
import { equal, greater, greaterEqual, less, lessEqual, where } from './comparison.ts';
import { elementwise } from './elementwise.ts';

/** 1 where `won`, one half where both sides are equal: the gradient of a tie is shared. */
function share(won: Tensor, a: Tensor, b: Tensor): Tensor {
  return add(won, mul(equal(a, b), 0.5));
}

export const minimumOperation = elementwise({
  name: 'minimum',
  formula: () => (l, a, b) => l.min(a, b),
  gradients: [
    (g, [a, b]) => chainProduct(g, share(less(a, b), a, b)),
    (g, [a, b]) => chainProduct(g, share(less(b, a), a, b)),
  ],
  rules: ['g where a < b, g/2 where equal', 'g where b < a, g/2 where equal'],
});

/** The smaller of `a` and `b` */
export const minimum = binary(minimumOperation);

export const maximumOperation = elementwise({
  name: 'maximum',
  formula: () => (l, a, b) => l.max(a, b),
  gradients: [
    (g, [a, b]) => chainProduct(g, share(greater(a, b), a, b)),
    (g, [a, b]) => chainProduct(g, share(greater(b, a), a, b)),
  ],
  rules: ['g where a > b, g/2 where equal', 'g where b > a, g/2 where equal'],
});

/** The larger of `a` and `b` */
export const maximum = binary(maximumOperation);

export interface ClipOptions {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
}

export const clipOperation = elementwise<Required<ClipOptions>>({
  name: 'clip',
  formula:
    ({ min, max }) =>
    (l, x) =>
      l.min(l.max(x, l.constant(min)), l.constant(max)),
  gradients: [
    (g, [x], _, { min, max }) => where(mul(greaterEqual(x, min), lessEqual(x, max)), g, 0),
  ],
  rules: ['g where min ≤ x ≤ max'],
});

/**
 * `x` held between `min` and `max`, either of which may be left out.
 * @throws OptionError when `min` is above `max`
 */
export function clip<Rank extends number>(x: Tensor<Rank>, options: ClipOptions): Tensor<Rank> {
  const limits = readOptions<Required<ClipOptions>>('clip', options, {
    min: withDefault(bound, Number.NEGATIVE_INFINITY),
    max: withDefault(bound, Number.POSITIVE_INFINITY),
  });
  if (limits.min > limits.max) {
    throw new OptionError({
      where: 'clip',
      expected: 'min not above max',
      received: `min ${limits.min}, max ${limits.max}`,
      remedy: 'Swap them.',
    });
  }
  return apply(clipOperation, [x], limits);
}

const bound = {
  expected: 'a number',
  example: '1',
  accepts: (value: unknown) => typeof value === 'number' && !Number.isNaN(value),
};
