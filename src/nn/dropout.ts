import { unitInterval } from '../errors/options.ts';
import { readTrainingOptions } from '../errors/training_options.ts';
import { mul } from '../ops/elementwise/arithmetic.ts';
import { markPure } from '../ops/pure.ts';
import { dropoutMask } from '../ops/random/dropout_mask.ts';
import { checkPrecision } from '../tensor/precision.ts';
import { randomKey } from '../tensor/rng.ts';
import type { Layer } from './layer.ts';

/**
 * Dropout: in training each element becomes 0 with probability `rate`, and the others are divided by
 * `1 - rate`, so that the expected value stays; in evaluation nothing happens (Srivastava et al., 2014).
 *
 * The mask is a pure function of seed, layer name, iteration and element.
 * @throws OptionError unless 0 ≤ rate < 1
 */
export function dropout(options: { readonly rate: number }): Layer {
  const rules = { rate: unitInterval };
  const { rate } = readTrainingOptions<{ rate: number }>('dropout', options, rules);
  return markPure({
    type: 'dropout',
    options: { rate },
    build({ inputShape, name, seed, dtype }) {
      checkPrecision(`${name} (dropout)`, { rate }, dtype, rules);
      const key = randomKey(seed, `dropout/${name}`);
      return {
        outputShape: inputShape,
        forward(x, { training, counter }) {
          if (!training || rate === 0) return x;
          return mul(x, dropoutMask(counter, { key, rate, shape: x.shape, dtype: x.dtype }));
        },
      };
    },
  });
}
