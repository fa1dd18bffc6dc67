import { describe } from '../errors/describe.ts';
import { DataError } from '../errors/errors.ts';
import { tensor } from '../tensor/create.ts';
import { minMaxScaler } from './min_max.ts';
import type { Scaler, ScalerDescription } from './scaler.ts';
import { standardScaler } from './standardize.ts';

/**
 * A scaler from its JSON.
 * @throws DataError for an unknown name
 * @example scalerFromJSON(JSON.parse(JSON.stringify(scaler)))
 */
export function scalerFromJSON({ name, of, dtype, values }: ScalerDescription): Scaler {
  const row = (key: string) => tensor(values[key], { dtype });
  switch (name) {
    case 'standardize':
      return standardScaler(of, row('mean'), row('deviation'));
    case 'minMax': {
      const { low, high } = values as { low: number; high: number };
      return minMaxScaler(of, { minimum: row('minimum'), range: row('range'), low, high });
    }
    default:
      throw new DataError({
        where: 'scalerFromJSON',
        expected: 'a scaler named standardize or minMax',
        received: describe(name),
      });
  }
}
