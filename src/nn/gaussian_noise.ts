import { nonNegative } from '../errors/options.ts';
import { readTrainingOptions } from '../errors/training_options.ts';
import { add, mul } from '../ops/elementwise/arithmetic.ts';
import { markPure } from '../ops/pure.ts';
import { normalNoise } from '../ops/random/normal_noise.ts';
import { checkPrecision } from '../tensor/precision.ts';
import { randomKey } from '../tensor/rng.ts';
import type { Layer } from './layer.ts';

export interface GaussianNoiseOptions {
  /** In the unit of what the noise is added to; after `standardize` inputs have a deviation of 1. */
  readonly standardDeviation: number;
}

/**
 * In training adds independent normal numbers of mean 0 to all elements; in evaluation nothing happens.
 * On the inputs of a network with squared error it is, for small deviations, a penalty on the slopes of
 * what the network computes (Bishop, "Training with noise is equivalent to Tikhonov regularization",
 * 1995).
 *
 * The noise is a pure function of seed, layer name, iteration and element. Both tails are whole: they
 * end at 8.2 standard deviations, which no training will see.
 * @throws OptionError unless the standard deviation is a finite number, 0 or more
 * @example gaussianNoise({ standardDeviation: 0.1 })
 */
export function gaussianNoise(options: GaussianNoiseOptions): Layer {
  const { standardDeviation } = readTrainingOptions<GaussianNoiseOptions>(
    'gaussianNoise',
    options,
    { standardDeviation: nonNegative },
    {
      stddev: 'Did you mean standardDeviation?',
      rate: 'Did you mean standardDeviation?',
    },
  );
  return markPure({
    type: 'gaussianNoise',
    options: { standardDeviation },
    build({ inputShape, name, seed, dtype }) {
      checkPrecision(`${name} (gaussianNoise)`, { standardDeviation }, dtype);
      const key = randomKey(seed, `noise/${name}`);
      return {
        outputShape: inputShape,
        forward(x, { training, counter }) {
          if (!training || standardDeviation === 0) return x;
          const noise = normalNoise(counter, { key, shape: x.shape, dtype: x.dtype });
          return add(x, mul(noise, standardDeviation));
        },
      };
    },
  });
}
