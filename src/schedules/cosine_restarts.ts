import { positiveInteger, unitInterval, withDefault } from '../errors/options.ts';
import { readTrainingOptions } from '../errors/training_options.ts';
import { halfCosine } from './curves.ts';
import { misplaced, per, type UnitOption } from './options.ts';
import type { Schedule } from './schedule.ts';

export interface CosineRestartsOptions extends UnitOption {
  /** The length of the first cycle in epochs (or iterations). */
  readonly first: number;
  /** How many times as long each cycle is as the one before, a whole number; default 1. */
  readonly growth?: number;
  /** The factor that each cycle falls towards; default 0. */
  readonly minimum?: number;
}

/**
 * Down half a cosine and up again at once, in cycles of `first`, `first · growth`,
 * `first · growth²`, … counts: `f = minimum + (1 - minimum) (1 + cos(π i / length)) / 2`, where i counts
 * from the start of the cycle.
 *
 * Source: Loshchilov and Hutter, "SGDR: Stochastic Gradient Descent with Warm Restarts", 2017.
 * @param options `per` defaults to epochs
 * @example cosineRestarts({ first: 10, growth: 2 }) // cycles of 10, 20, 40 epochs
 */
export function cosineRestarts(options: CosineRestartsOptions): Schedule {
  const {
    first,
    growth,
    minimum,
    per: unit,
  } = readTrainingOptions<Required<CosineRestartsOptions>>(
    'cosineRestarts',
    options,
    {
      first: positiveInteger,
      growth: withDefault(positiveInteger, 1),
      minimum: withDefault(unitInterval, 0),
      per: per('epoch'),
    },
    misplaced,
  );
  return {
    name: 'cosineRestarts',
    unit,
    options: { first, growth, minimum },
    factor: (count) => {
      let length = first;
      let within = growth === 1 ? count % first : count;
      while (within >= length) {
        within -= length;
        length *= growth;
      }
      return halfCosine(1, minimum, within / length);
    },
  };
}
