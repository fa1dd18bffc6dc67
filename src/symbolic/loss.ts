import { OptionError } from '../errors/errors.ts';
import { readOptions, record, withDefault } from '../errors/options.ts';
import { type Loss, meanOverOutputs } from '../losses/loss.ts';
import { lossFor, numbers } from '../losses/targets.ts';
import { apply } from '../ops/apply.ts';
import { differentiate } from './differentiate.ts';
import { namesIn } from './expression.ts';
import { fixedValue } from './lanes.ts';
import { type ConstantsOption, checkOccurs, checkUsed, readConstants } from './names.ts';
import { formulaOperation } from './operation.ts';
import { parseFormula } from './parse.ts';
import { print } from './print.ts';

export type FormulaLossOptions = ConstantsOption;

export interface FormulaLoss extends Loss {
  readonly formula: string;
  /** The derivative with respect to `prediction`, simplified. */
  readonly derivative: string;
}

const NAME = 'formulaLoss';

/**
 * A loss from a formula in `prediction` and `target`, one output and its target. The loss of a sample
 * is the mean over its outputs, that of a batch the mean over its samples, weighted if weights are
 * given.
 *
 * Outputs and targets `[samples, ...]`, floats of the same shape. The derivative is found
 * symbolically; about kinks and overflow see `formulaActivation`.
 * @throws OptionError for anything but arithmetic on the two names and the constants, with its place,
 * and for a loss that no prediction changes
 * @example const squared = formulaLoss('(prediction - target) ^ 2');
 */
export function formulaLoss(formula: string, options?: FormulaLossOptions): FormulaLoss {
  const given = readOptions<Required<FormulaLossOptions>>(NAME, options, {
    constants: withDefault<Readonly<Record<string, number>>>(record, {}),
  });
  const variables = ['prediction', 'target'];
  const constants = readConstants(NAME, given.constants, variables);
  const expression = parseFormula(NAME, formula, { variables, constants });
  const used = namesIn(expression);
  checkUsed(NAME, constants, used);
  checkOccurs(NAME, formula, 'prediction', used);
  const slope = differentiate(NAME, expression, 'prediction');
  if (fixedValue(slope, { variables, constants }) === 0) {
    throw new OptionError({
      where: NAME,
      problem: 'nothing can be learned from a loss that is flat',
      expected: 'a formula whose derivative with respect to prediction is not 0 everywhere',
      received: JSON.stringify(print(expression)),
      remedy: 'Use prediction in the formula, for example (prediction - target) ^ 2.',
    });
  }
  const operation = formulaOperation({ name: NAME, expression, variables, constants });
  const printed = print(expression);
  const loss = lossFor(
    numbers,
    NAME,
    (outputs, targets) => meanOverOutputs(apply(operation, [outputs, targets], undefined)),
    { options: { formula: printed, constants } },
  );
  return Object.assign(loss, { formula: printed, derivative: print(slope) });
}
