import {
  naturalNumber,
  optional,
  positiveInteger,
  unitInterval,
  withDefault,
} from '../errors/options.ts';
import { readTrainingOptions } from '../errors/training_options.ts';
import { halfCosine } from './curves.ts';
import { misplaced, per, progress, type Resolved, type UnitOption } from './options.ts';
import type { Schedule } from './schedule.ts';
import { warmUp as withWarmUp } from './warm_up.ts';

export interface CosineOptions extends UnitOption {
  /** Over how many counts to rise evenly to 1 first; default 0. See `warmUp` for more choice. */
  readonly warmUp?: number;
  /** The factor at the end, a part of the learning rate; default 0. */
  readonly minimum?: number;
  /** How many counts the fall takes; default what is left of the training. */
  readonly over?: number;
}

/**
 * Down half a cosine: `f(i) = minimum + (1 - minimum) (1 + cos(π i / over)) / 2`, and `minimum` from
 * `over` on. With warm-up, i counts from its end.
 *
 * Source: Loshchilov and Hutter, "SGDR: Stochastic Gradient Descent with Warm Restarts", 2017,
 * without the restarts.
 * @param options `per` defaults to iterations
 * @example cosine({ warmUp: 100, minimum: 0.01 })
 */
export function cosine(options?: CosineOptions): Schedule {
  const {
    warmUp,
    minimum,
    over,
    per: unit,
  } = readTrainingOptions<Resolved<CosineOptions, 'over'>>(
    'cosine',
    options,
    {
      warmUp: withDefault(naturalNumber, 0),
      minimum: withDefault(unitInterval, 0),
      over: optional(positiveInteger),
      per: per('iteration'),
    },
    misplaced,
  );
  const fall: Schedule = {
    name: 'cosine',
    unit,
    options: { warmUp, minimum, over },
    factor: (count, total) => halfCosine(1, minimum, progress(count, over ?? total)),
  };
  return warmUp === 0 ? fall : { ...fall, factor: withWarmUp(fall, { over: warmUp }).factor };
}
