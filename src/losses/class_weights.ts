/** The option that weighs the classes of a loss. */
import type { Rule } from '../errors/options.ts';

export const classWeightsRule: Rule<readonly number[] | undefined> = {
  expected: 'an array of a finite weight, 0 or more, for each class',
  example: '[1, 2]',
  accepts: (value) =>
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((weight) => Number.isFinite(weight) && weight >= 0),
  fallback: { value: undefined },
};
