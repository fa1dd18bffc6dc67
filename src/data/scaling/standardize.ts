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

export interface StandardScaler extends Scaler {
  /** The mean of each column of the training part, float64. */
  readonly mean: Tensor;
  /** The standard deviation of each column, with divisor n, float64; 1 where it is constant. */
  readonly deviation: Tensor;
}

/**
 * Columns of mean 0 and standard deviation 1: `(x - mean) / deviation`, both of the training part. A
 * column that is constant there becomes 0; in other parts it is shifted only.
 * @param train the training part
 * @throws DtypeError for targets that are classes; DataError for a column that spans more than float64 does
 * @example
 * const scaler = standardize(train);
 * await trainer.fit({ train: scaler.apply(train), validation: scaler.apply(validation) });
 */
export function standardize(train: Dataset, options?: ScalerOptions): StandardScaler {
  const { of } = readTrainingOptions<Required<ScalerOptions>>('standardize', options, {
    of: ofRule,
  });
  const { mean, deviation } = statistics('standardize', train, of);
  return standardScaler(of, mean, deviation, train.featureNames);
}

export function standardScaler(
  of: Part,
  mean: Tensor,
  deviation: Tensor,
  featureNames?: readonly string[],
): StandardScaler {
  const scaler = makeScaler({
    name: 'standardize',
    of,
    rowShape: mean.shape,
    featureNames,
    transform: (x) => div(sub(x, mean), deviation),
    invert: (x) => add(mul(x, deviation), mean),
    values: () => ({ mean: mean.toArray(), deviation: deviation.toArray() }),
  });
  return { ...scaler, mean, deviation };
}
