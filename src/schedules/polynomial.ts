import {
  optional,
  positive,
  positiveInteger,
  unitInterval,
  withDefault,
} from '../errors/options.ts';
import { readTrainingOptions } from '../errors/training_options.ts';
import { float64 } from '../numerics/float64.ts';
import { pow } from '../numerics/functions/index.ts';
import { misplaced, per, progress, type Resolved, type UnitOption } from './options.ts';
import type { Schedule } from './schedule.ts';

export interface PolynomialOptions extends UnitOption {
  /** The exponent; default 1, a straight line. */
  readonly power?: number;
  /** The factor at the end; default 0. */
  readonly minimum?: number;
  /** After how many counts the end is reached; default the whole training run. */
  readonly over?: number;
}

/**
 * Down a power of what is left: `f(i) = minimum + (1 - minimum) (1 - i / over)^power`, and `minimum`
 * from `over` on.
 * @param options `per` defaults to iterations
 * @example polynomial({ power: 2 })
 */
export function polynomial(options?: PolynomialOptions): Schedule {
  const {
    power,
    minimum,
    over,
    per: unit,
  } = readTrainingOptions<Resolved<PolynomialOptions, 'over'>>(
    'polynomial',
    options,
    {
      power: withDefault(positive, 1),
      minimum: withDefault(unitInterval, 0),
      over: optional(positiveInteger),
      per: per('iteration'),
    },
    misplaced,
  );
  return {
    name: 'polynomial',
    unit,
    options: { power, minimum, over },
    factor: (count, total) => {
      const left = 1 - progress(count, over ?? total);
      return minimum + (1 - minimum) * pow(float64, left, power);
    },
  };
}
