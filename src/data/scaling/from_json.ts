import { describe, describeShape } from '../../errors/describe.ts';
import { DataError, EpochalError } from '../../errors/errors.ts';
import { oneOf, optional, record, string } from '../../errors/options.ts';
import { checkParts, fields, listOf } from '../../errors/parts.ts';
import { tensor } from '../../tensor/create.ts';
import { sameShape } from '../../tensor/shape.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import { minMaxScaler } from './min_max.ts';
import type { Scaler, ScalerDescription } from './scaler.ts';
import { standardScaler } from './standardize.ts';

const WHERE = 'scalerFromJSON';
const UNCHANGED = 'Give what toJSON() of a scaler returned, unchanged.';

/**
 * A scaler from its JSON.
 * @throws DataError for an unknown name, and for values that no scaler writes
 * @example scalerFromJSON(JSON.parse(JSON.stringify(scaler)))
 */
export function scalerFromJSON(description: ScalerDescription): Scaler {
  checkParts(WHERE, description, DESCRIPTION, UNCHANGED);
  const { name, of, values, featureNames } = description;
  const row = (key: string): Tensor => readRow(key, values[key]);
  const divisor = (key: string): Tensor => readRow(key, values[key], { positive: true });
  switch (name) {
    case 'standardize':
      return standardScaler(of, ...alike(row('mean'), divisor('deviation')), featureNames);
    case 'minMax': {
      const { low, high } = values;
      if (!isNumber(low) || !isNumber(high) || !(low < high && Number.isFinite(high - low))) {
        throw new DataError({
          where: WHERE,
          expected: 'two numbers, low below high',
          received: `low ${describe(low)}, high ${describe(high)}`,
          remedy: UNCHANGED,
        });
      }
      const [minimum, range] = alike(row('minimum'), divisor('range'));
      return minMaxScaler(of, { minimum, range, low, high }, featureNames);
    }
    default:
      throw new DataError({
        where: WHERE,
        expected: 'a scaler named standardize or minMax',
        received: describe(name),
        remedy: UNCHANGED,
      });
  }
}

const DESCRIPTION = fields({
  of: oneOf('inputs', 'targets'),
  values: record,
  featureNames: optional(listOf(string)),
});

/** Of float64, whatever the file says: texts of numbers keep all digits. */
function readRow(
  key: string,
  value: ScalerDescription['values'][string],
  { positive = false }: { readonly positive?: boolean } = {},
): Tensor {
  const where = `${WHERE}, ${key}`;
  try {
    const row = tensor(value, { dtype: 'float64' });
    const bad = row
      .toTypedArray()
      .find((number) => !Number.isFinite(number) || (positive && number <= 0));
    if (bad === undefined) return row;
    const expected = `finite numbers${positive ? ' above 0' : ''}`;
    throw new DataError({ where, expected, received: describe(bad), remedy: UNCHANGED });
  } catch (cause) {
    if (!(cause instanceof EpochalError) || cause instanceof DataError) throw cause;
    const { expected, received } = cause;
    throw new DataError({ where, expected, received, remedy: UNCHANGED }, { cause });
  }
}

function alike(first: Tensor, second: Tensor): [Tensor, Tensor] {
  if (sameShape(first.shape, second.shape)) return [first, second];
  throw new DataError({
    where: WHERE,
    expected: 'values for the same columns',
    received: `shapes ${describeShape(first.shape)} and ${describeShape(second.shape)}`,
    remedy: UNCHANGED,
  });
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number';
}
