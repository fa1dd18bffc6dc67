import { nonNegative, withDefault } from '../errors/options.ts';
import { readTrainingOptions } from '../errors/training_options.ts';
import { misplaced, per, type UnitOption } from './options.ts';
import type { Schedule } from './schedule.ts';

export interface ConstantOptions extends UnitOption {
  /** Default 1. */
  readonly factor?: number;
}

/**
 * The same factor always: `f(i) = factor`. Useful as a part of `join`.
 * @param options `per` defaults to iterations
 */
export function constant(options?: ConstantOptions): Schedule {
  const { factor, per: unit } = readTrainingOptions<Required<ConstantOptions>>(
    'constant',
    options,
    { factor: withDefault(nonNegative, 1), per: per('iteration') },
    misplaced,
  );
  return { name: 'constant', unit, options: { factor }, factor: () => factor };
}
