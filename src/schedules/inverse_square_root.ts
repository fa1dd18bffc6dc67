import { positiveInteger, withDefault } from '../errors/options.ts';
import { readTrainingOptions } from '../errors/training_options.ts';
import { misplaced, per, type UnitOption } from './options.ts';
import type { Schedule } from './schedule.ts';

export interface InverseSquareRootOptions extends UnitOption {
  /** At which count the rise ends and the fall begins, the first being 1; default 1, no rise. */
  readonly warmUp?: number;
}

/**
 * Up a straight line, then down an inverse square root: with n = i + 1,
 * `f = min(n / warmUp, √(warmUp / n))`, which is 1 at its largest.
 *
 * Source: Vaswani et al., "Attention Is All You Need", 2017, section 5.3, divided by its largest value.
 * @param options `per` defaults to iterations
 * @example inverseSquareRoot({ warmUp: 4000 })
 */
export function inverseSquareRoot(options?: InverseSquareRootOptions): Schedule {
  const { warmUp, per: unit } = readTrainingOptions<Required<InverseSquareRootOptions>>(
    'inverseSquareRoot',
    options,
    { warmUp: withDefault(positiveInteger, 1), per: per('iteration') },
    misplaced,
  );
  return {
    name: 'inverseSquareRoot',
    unit,
    options: { warmUp },
    factor: (count) => {
      const n = count + 1;
      return n < warmUp ? n / warmUp : Math.sqrt(warmUp / n);
    },
  };
}
