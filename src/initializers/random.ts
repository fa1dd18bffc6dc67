/** Initializers that draw each value independently, from a distribution that the options give. */

import { describe } from '../errors/describe.ts';
import { OptionError } from '../errors/errors.ts';
import { finite, positive, readOptions, withDefault } from '../errors/options.ts';
import { normalValues, truncatedValues, uniformValues } from './bulk.ts';
import type { Initializer } from './initializer.ts';

export interface UniformOptions {
  /** Default -0.05. */
  readonly min?: number | undefined;
  /** Default 0.05. */
  readonly max?: number | undefined;
}

/**
 * Uniform from `min` to `max`.
 * @throws OptionError unless `min` is below `max`
 */
export function uniform(options?: UniformOptions): Initializer {
  const { min, max } = readOptions<Required<UniformOptions>>('uniform', options, {
    min: withDefault(finite, -0.05),
    max: withDefault(finite, 0.05),
  });
  if (!(min < max)) {
    throw new OptionError({
      where: 'uniform',
      expected: 'min below max',
      received: `min ${describe(min)}, max ${describe(max)}`,
      remedy: 'Swap them, or choose others.',
    });
  }
  return {
    name: 'uniform',
    options: { min, max },
    sample: (request) => uniformValues(request, max - min, min),
  };
}

export interface NormalOptions {
  /** Default 0. */
  readonly mean?: number | undefined;
  /** The standard deviation; default 0.05. */
  readonly standardDeviation?: number | undefined;
}

function readNormal(where: string, options: NormalOptions | undefined): Required<NormalOptions> {
  return readOptions<Required<NormalOptions>>(where, options, {
    mean: withDefault(finite, 0),
    standardDeviation: withDefault(positive, 0.05),
  });
}

/** Normal, with true tails: nothing is cut off. */
export function normal(options?: NormalOptions): Initializer {
  const { mean, standardDeviation } = readNormal('normal', options);
  return {
    name: 'normal',
    options: { mean, standardDeviation },
    sample: (request) => normalValues(request, standardDeviation, mean),
  };
}

/**
 * Normal within two standard deviations of the mean; what falls outside is drawn again.
 *
 * `standardDeviation` is that of the normal before it is truncated, as in Keras and PyTorch: the values
 * themselves deviate by 0.8796 of it.
 */
export function truncatedNormal(options?: NormalOptions): Initializer {
  const { mean, standardDeviation } = readNormal('truncatedNormal', options);
  return {
    name: 'truncatedNormal',
    options: { mean, standardDeviation },
    sample: (request) => truncatedValues(request, standardDeviation, mean),
  };
}
