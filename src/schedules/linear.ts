import { nonNegative, optional, positiveInteger, withDefault } from '../errors/options.ts';
import { readTrainingOptions } from '../errors/training_options.ts';
import { straight } from './curves.ts';
import { misplaced, per, progress, type Resolved, type UnitOption } from './options.ts';
import type { Schedule } from './schedule.ts';

export interface LinearOptions extends UnitOption {
  /** Default 1. */
  readonly startFactor?: number;
  /** Default 0. */
  readonly endFactor?: number;
  /** After how many counts the end is reached; default the whole training run. */
  readonly over?: number;
}

/**
 * A straight line: `f(i) = startFactor + (endFactor - startFactor) i / over`, and `endFactor` from
 * `over` on.
 * @param options `per` defaults to iterations
 * @example linear({ endFactor: 0.1 })
 */
export function linear(options?: LinearOptions): Schedule {
  const {
    startFactor,
    endFactor,
    over,
    per: unit,
  } = readTrainingOptions<Resolved<LinearOptions, 'over'>>(
    'linear',
    options,
    {
      startFactor: withDefault(nonNegative, 1),
      endFactor: withDefault(nonNegative, 0),
      over: optional(positiveInteger),
      per: per('iteration'),
    },
    misplaced,
  );
  return {
    name: 'linear',
    unit,
    options: { startFactor, endFactor, over },
    factor: (count, total) => straight(startFactor, endFactor, progress(count, over ?? total)),
  };
}
