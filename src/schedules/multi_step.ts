import { positive, withDefault } from '../errors/options.ts';
import { readTrainingOptions } from '../errors/training_options.ts';
import { integerPower } from '../numerics/integer_power.ts';
import { milestones, misplaced, per, type UnitOption } from './options.ts';
import type { Schedule } from './schedule.ts';

export interface MultiStepOptions extends UnitOption {
  /** After how many epochs (or iterations) from the start the factor changes, in rising order. */
  readonly milestones: readonly number[];
  /** What it is multiplied by each time; default 0.1. */
  readonly factor?: number;
}

/**
 * Down a stair at chosen places: `f(i) = factor^(milestones not above i)`.
 * @param options `per` defaults to epochs
 * @example multiStep({ milestones: [30, 80], factor: 0.1 })
 */
export function multiStep(options: MultiStepOptions): Schedule {
  const resolved = readTrainingOptions<Required<MultiStepOptions>>(
    'multiStep',
    options,
    { milestones, factor: withDefault(positive, 0.1), per: per('epoch') },
    misplaced,
  );
  return {
    name: 'multiStep',
    unit: resolved.per,
    options: resolved,
    factor: (count) => {
      const passed = resolved.milestones.filter((milestone) => milestone <= count).length;
      return integerPower(resolved.factor, passed);
    },
  };
}
