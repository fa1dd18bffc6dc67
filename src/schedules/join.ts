import { describe } from '../errors/describe.ts';
import { OptionError } from '../errors/errors.ts';
import { checkArgument } from '../errors/options.ts';
import { readTrainingOptions } from '../errors/training_options.ts';
import { milestones, misplaced, scheduleRule } from './options.ts';
import type { Schedule } from './schedule.ts';

export interface JoinOptions {
  /** The counts at which the second and all later schedules begin, in rising order. */
  readonly at: readonly number[];
}

const atLeastOne = {
  expected: 'an array of one schedule or more',
  example: '[warmUp({ duration: 5 }), cosine()]',
  accepts: (value: unknown) =>
    Array.isArray(value) && value.length > 0 && value.every(scheduleRule.accepts),
};

/**
 * Schedules one after the other. Each counts from its own beginning, and its total is its own length.
 * @throws OptionError when they differ in unit, or `at` does not have one number fewer than there are
 * schedules
 * @example join([constant(), cosine()], { at: [500] }) // constant for 500 iterations, then a cosine
 */
export function join(schedules: readonly Schedule[], options: JoinOptions): Schedule {
  const { at } = readTrainingOptions<JoinOptions>('join', options, { at: milestones }, misplaced);
  checkArgument('join', schedules, atLeastOne);
  if (schedules.length !== at.length + 1) {
    throw new OptionError({
      where: 'join.at',
      expected: `${schedules.length - 1} numbers for ${schedules.length} schedules`,
      received: describe(at),
      remedy: 'Give the count at which each schedule after the first begins.',
    });
  }
  const [{ unit }] = schedules;
  const other = schedules.find((schedule) => schedule.unit !== unit);
  if (other !== undefined) {
    throw new OptionError({
      where: 'join',
      problem: 'units differ',
      expected: `schedules that all count one thing, as ${schedules[0].name} does: ${unit}`,
      received: `${other.name}, which counts per ${other.unit}`,
      remedy: `State it: ${other.name}({ ..., per: '${unit}' }).`,
    });
  }
  return {
    name: `join(${schedules.map(({ name }) => name).join(', ')})`,
    unit,
    options: { schedules, at },
    factor: (count, total) => {
      const part = at.filter((start) => start <= count).length;
      const start = part === 0 ? 0 : at[part - 1];
      const end = part < at.length ? at[part] : total;
      return schedules[part].factor(count - start, end - start);
    },
  };
}
