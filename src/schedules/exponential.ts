import { positive } from '../errors/options.ts';
import { readTrainingOptions } from '../errors/training_options.ts';
import { integerPower } from '../numerics/integer_power.ts';
import { misplaced, per, type UnitOption } from './options.ts';
import type { Schedule } from './schedule.ts';

export interface ExponentialOptions extends UnitOption {
  /** What the factor is multiplied by after each epoch (or iteration), such as 0.95. */
  readonly factor: number;
}

/**
 * The same ratio from one count to the next: `f(i) = factor^i`.
 * @param options `per` defaults to epochs
 * @example exponential({ factor: 0.95 })
 */
export function exponential(options: ExponentialOptions): Schedule {
  const { factor, per: unit } = readTrainingOptions<Required<ExponentialOptions>>(
    'exponential',
    options,
    { factor: positive, per: per('epoch') },
    misplaced,
  );
  return {
    name: 'exponential',
    unit,
    options: { factor },
    factor: (count) => integerPower(factor, count),
  };
}
