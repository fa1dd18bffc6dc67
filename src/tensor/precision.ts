/** Options are numbers of 64 bits; what is computed with is those numbers rounded to a dtype. */
import { OptionError } from '../errors/errors.ts';
import type { Rule } from '../errors/options.ts';
import { type Dtype, lanesOf } from './dtype.ts';

/**
 * Refuses options that rounding makes another kind of number: infinite, 0, or what their rule does not
 * accept, such as a fraction below 1 that becomes 1.
 * @param rules of the options that have one
 * @throws OptionError naming the option
 */
export function checkPrecision(
  where: string,
  options: object,
  dtype: Dtype,
  rules: Readonly<Record<string, Rule<unknown>>> = {},
): void {
  for (const [name, value] of Object.entries(options)) {
    if (typeof value !== 'number' || !Number.isFinite(value)) continue;
    const rounded = lanesOf(dtype).constant(value);
    const isKept = Number.isFinite(rounded) && (rounded !== 0 || value === 0);
    const rule = rules[name];
    if (isKept && (rule === undefined || rule.accepts(rounded))) continue;
    throw new OptionError({
      where: `${where}.${name}`,
      expected: `${rule?.expected ?? 'a finite number'}, in ${dtype}, too`,
      received: `${value}, which ${dtype} rounds to ${rounded}`,
      remedy: `Choose a number that ${dtype} can hold, or build the network with dtype: 'float64'.`,
      advice: [{ kind: 'representable', option: name, dtype }],
    });
  }
}

/**
 * @param rate the learning rate of an iteration, scaled by whatever scales it
 * @throws OptionError when it is infinite in a dtype
 */
export function checkRate(rate: number, iteration: number, dtype: Dtype): void {
  if (Number.isFinite(lanesOf(dtype).constant(rate))) return;
  throw new OptionError({
    where: `learning rate of iteration ${iteration}`,
    expected: `a learning rate that is finite in ${dtype}`,
    received: String(rate),
    remedy: 'Lower the learning rate of the optimizer, or what it is multiplied by.',
  });
}
