/** What the options of schedules have in common. */

import { oneOf, type Rule, withDefault } from '../errors/options.ts';
import type { Schedule, Unit } from './schedule.ts';

export interface UnitOption {
  /** Whether iterations or epochs are counted. */
  readonly per?: Unit;
}

/** Options with defaults filled in, but for those that stay open. */
export type Resolved<O, Open extends keyof O> = Required<Omit<O, Open>> & Pick<O, Open>;

/** The rule for `per`. */
export function per(fallback: Unit): Rule<Unit> {
  return withDefault(oneOf('iteration', 'epoch'), fallback);
}

/** Whole numbers above 0, each larger than the one before. */
export const milestones: Rule<never> = {
  expected: 'whole numbers above 0 in rising order',
  example: '[10, 20]',
  accepts: (value) =>
    Array.isArray(value) &&
    value.every((n, k) => Number.isSafeInteger(n) && n > (k === 0 ? 0 : value[k - 1])),
};

/** Options that people look for here but that live elsewhere. */
export const misplaced: Readonly<Record<string, string>> = {
  epochs: 'It belongs to the Trainer; schedules are told the total.',
  gamma: 'Did you mean factor?',
  iterations: 'It belongs to the Trainer; schedules are told the total.',
  learningRate: 'It belongs to the optimizer; a schedule gives factors of it.',
  unit: 'Did you mean per?',
  warmUp: 'Wrap the schedule: warmUp(schedule, { over: 5 }).',
};

/** How much of the way is gone, from 0 to 1, where it stays. */
export function progress(count: number, over: number): number {
  return count < over ? count / over : 1;
}

/** What takes a schedule. */
export const scheduleRule: Rule<never> = {
  expected: 'a schedule, such as exponential({ factor: 0.9 }), with unit "iteration" or "epoch"',
  example: 'exponential({ factor: 0.9 })',
  accepts(value) {
    const { factor, unit } = (value ?? {}) as Partial<Schedule>;
    return typeof factor === 'function' && (unit === 'iteration' || unit === 'epoch');
  },
};
