import { positive, positiveInteger, withDefault } from '../errors/options.ts';
import { readTrainingOptions } from '../errors/training_options.ts';
import { integerPower } from '../numerics/integer_power.ts';
import { misplaced, per, type UnitOption } from './options.ts';
import type { Schedule } from './schedule.ts';

export interface StepDecayOptions extends UnitOption {
  /** After how many epochs (or iterations) the factor changes. */
  readonly every: number;
  /** What it is multiplied by; default 0.1. */
  readonly factor?: number;
}

/**
 * Down a stair of even width: `f(i) = factor^⌊i / every⌋`.
 * @param options `per` defaults to epochs
 * @example stepDecay({ every: 30, factor: 0.1 }) // 1, then 0.1 from the 31st epoch on, then 0.01
 */
export function stepDecay(options: StepDecayOptions): Schedule {
  const {
    every,
    factor,
    per: unit,
  } = readTrainingOptions<Required<StepDecayOptions>>(
    'stepDecay',
    options,
    { every: positiveInteger, factor: withDefault(positive, 0.1), per: per('epoch') },
    misplaced,
  );
  return {
    name: 'stepDecay',
    unit,
    options: { every, factor },
    factor: (count) => integerPower(factor, Math.floor(count / every)),
  };
}
