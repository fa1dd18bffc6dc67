import { OptionError } from '../../errors/errors.ts';
import { finite, withDefault } from '../../errors/options.ts';
import { readTrainingOptions } from '../../errors/training_options.ts';
import { add, div, mul, sub } from '../../ops/elementwise/arithmetic.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import type { Dataset } from '../dataset.ts';
import {
  makeScaler,
  ofRule,
  type Part,
  type Scaler,
  type ScalerOptions,
  statistics,
} from './scaler.ts';

export interface MinMaxOptions extends ScalerOptions {
  /** What the smallest becomes; default 0. */
  readonly low?: number;
  /** What the largest becomes; default 1. */
  readonly high?: number;
}

export interface MinMaxScaler extends Scaler {
  /** The smallest value of each column of the training part, float64. */
  readonly minimum: Tensor;
  /** The largest value of each column less the smallest, float64; 1 where it is constant. */
  readonly range: Tensor;
  readonly low: number;
  readonly high: number;
}

/**
 * Columns between `low` and `high`: `low + (x - minimum) / range · (high - low)`, minimum and range of
 * the training part; other parts may go beyond. A column that is constant there becomes `low`.
 * @param train the training part
 * @throws OptionError unless low is below high; DtypeError for targets that are classes; DataError for a
 *   column that spans more than float64 does
 * @example const scaler = minMax(train, { low: -1, high: 1 });
 */
export function minMax(train: Dataset, options?: MinMaxOptions): MinMaxScaler {
  const { of, low, high } = readTrainingOptions<Required<MinMaxOptions>>('minMax', options, {
    of: ofRule,
    low: withDefault(finite, 0),
    high: withDefault(finite, 1),
  });
  if (low >= high || !Number.isFinite(high - low)) {
    throw new OptionError({
      where: 'minMax',
      expected: 'low below high, and a finite difference',
      received: `low ${low}, high ${high}`,
      remedy: 'Swap them or choose others, for example { low: 0, high: 1 }.',
    });
  }
  const { minimum, range } = statistics('minMax', train, of);
  return minMaxScaler(of, { minimum, range, low, high }, train.featureNames);
}

export function minMaxScaler(
  of: Part,
  limits: { minimum: Tensor; range: Tensor; low: number; high: number },
  featureNames?: readonly string[],
): MinMaxScaler {
  const { minimum, range, low, high } = limits;
  const span = high - low;
  const scaler = makeScaler({
    name: 'minMax',
    of,
    rowShape: minimum.shape,
    featureNames,
    transform: (x) => add(mul(div(sub(x, minimum), range), span), low),
    invert: (x) => add(mul(div(sub(x, low), span), range), minimum),
    values: () => ({ minimum: minimum.toArray(), range: range.toArray(), low, high }),
  });
  return { ...scaler, ...limits };
}
