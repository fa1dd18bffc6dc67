import { describe, describeShape } from '../errors/describe.ts';
import { DataError, EpochalError } from '../errors/errors.ts';
import { tensor } from '../tensor/create.ts';
import { sameShape } from '../tensor/shape.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { minMaxScaler } from './min_max.ts';
import type { Scaler, ScalerDescription } from './scaler.ts';
import { standardScaler } from './standardize.ts';

const WHERE = 'scalerFromJSON';

/**
 * A scaler from its JSON.
 * @throws DataError for an unknown name, and for values that no scaler writes
 * @example scalerFromJSON(JSON.parse(JSON.stringify(scaler)))
 */
export function scalerFromJSON(description: ScalerDescription): Scaler {
  const { name, of, dtype, values, featureNames } = checkDescription(description);
  const row = (key: string): Tensor => readRow(key, values[key], dtype);
  switch (name) {
    case 'standardize':
      return standardScaler(of, ...alike(row('mean'), row('deviation')), featureNames);
    case 'minMax': {
      const { low, high } = values;
      if (!isNumber(low) || !isNumber(high) || low >= high) {
        throw new DataError({
          where: WHERE,
          expected: 'two numbers, low below high',
          received: `low ${describe(low)}, high ${describe(high)}`,
          remedy: 'Give what toJSON() of a scaler returned, unchanged.',
        });
      }
      const [minimum, range] = alike(row('minimum'), row('range'));
      return minMaxScaler(of, { minimum, range, low, high }, featureNames);
    }
    default:
      throw new DataError({
        where: WHERE,
        expected: 'a scaler named standardize or minMax',
        received: describe(name),
        remedy: 'Give what toJSON() of a scaler returned, unchanged.',
      });
  }
}

function checkDescription(description: unknown): ScalerDescription {
  const { name, of, dtype, values, featureNames } = (description ??
    {}) as Partial<ScalerDescription>;
  const fits =
    (featureNames === undefined || isListOfTexts(featureNames)) &&
    (of === 'inputs' || of === 'targets') &&
    (dtype === 'float32' || dtype === 'float64') &&
    typeof values === 'object' &&
    values !== null;
  if (fits) return { name: name as string, of, dtype, values, featureNames };
  throw new DataError({
    where: WHERE,
    expected: 'a scaler { name, of, dtype, values } of inputs or targets that are floats',
    received: describe(description),
    remedy: 'Give what toJSON() of a scaler returned, unchanged.',
  });
}

function readRow(
  key: string,
  value: ScalerDescription['values'][string],
  dtype: ScalerDescription['dtype'],
): Tensor {
  try {
    return tensor(value, { dtype });
  } catch (cause) {
    if (!(cause instanceof EpochalError)) throw cause;
    const { expected, received } = cause;
    throw new DataError(
      {
        where: `${WHERE}, ${key}`,
        expected,
        received,
        remedy: 'Give what toJSON() of a scaler returned, unchanged.',
      },
      { cause },
    );
  }
}

function alike(first: Tensor, second: Tensor): [Tensor, Tensor] {
  if (sameShape(first.shape, second.shape)) return [first, second];
  throw new DataError({
    where: WHERE,
    expected: 'values for the same columns',
    received: `shapes ${describeShape(first.shape)} and ${describeShape(second.shape)}`,
    remedy: 'Give what toJSON() of a scaler returned, unchanged.',
  });
}

function isListOfTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number';
}
