/** Formulas for reading: their derivatives, and how they are typeset. */

import { describe } from '../errors/describe.ts';
import { OptionError } from '../errors/errors.ts';
import { differentiate } from './differentiate.ts';
import { parseText } from './mathjs.ts';
import { isFree } from './names.ts';
import { parseFormula } from './parse.ts';
import { print } from './print.ts';

const ANY = { variables: 'any', constants: new Map<string, number>() } as const;

/**
 * The derivative of a formula with respect to one of its names, simplified; all other names stay the
 * same meanwhile. Functions, kinks and refusals are those of `formulaActivation`.
 * @throws OptionError for anything but arithmetic, and for a variable that is no name
 * @example derivative('x * sigmoid(x)', 'x') // sigmoid(x) + x * sigmoid(x) * (1 - sigmoid(x))
 */
export function derivative(formula: string, variable: string): string {
  const expression = parseFormula('derivative', formula, ANY);
  if (typeof variable !== 'string' || !isFree(variable)) {
    throw new OptionError({
      where: 'derivative',
      expected: 'a name of letters and digits as the variable, such as "x"',
      received: describe(variable),
      remedy: "Pass for example 'x'.",
    });
  }
  return print(differentiate('derivative', expression, variable));
}

/**
 * A formula as TeX, by mathjs.
 * @throws OptionError for anything but arithmetic
 * @example tex('x / sqrt(1 + x ^ 2)') // \frac{ x}{\sqrt{1+{ x}^{2}}}
 */
export function tex(formula: string): string {
  return parseText(print(parseFormula('tex', formula, ANY))).toTex();
}
