import { readOptions, record, withDefault } from '../errors/options.ts';
import type { Layer } from '../nn/layer.ts';
import { apply } from '../ops/apply.ts';
import { markPure } from '../ops/pure.ts';
import { checkTensor } from '../tensor/check.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { differentiate } from './differentiate.ts';
import { namesIn } from './expression.ts';
import { type ConstantsOption, checkOccurs, checkUsed, readConstants } from './names.ts';
import { formulaOperation } from './operation.ts';
import { parseFormula } from './parse.ts';
import { print } from './print.ts';

export type FormulaActivationOptions = ConstantsOption;

/** An activation that computes, `swish(x)`, and is a layer, `sequential(..., [dense(...), swish])`. */
export interface FormulaActivation extends Layer {
  (x: Tensor): Tensor;
  readonly formula: string;
  /** The derivative with respect to `x`, simplified. */
  readonly derivative: string;
}

const NAME = 'formulaActivation';

/**
 * An activation from a formula in `x`, applied to every element, float32 or float64. The derivative is
 * found symbolically, and so is that of the derivative; each is one loop over the elements, compiled
 * like the activations of the library.
 *
 * A formula is computed as it is written: where `x / (1 + exp(-x))` overflows, `x * sigmoid(x)` does
 * not. At a kink the derivative is that of the branch taken there: `max(a, b)` and `min(a, b)` take b
 * where both are equal, so `max(x, 0)` is flat at 0, as `relu` is; `abs(x)` is flat at 0.
 *
 * Initial weights of a dense layer before it are those for an activation that is not known,
 * `glorotUniform`.
 * @throws OptionError for anything but arithmetic on `x` and the constants, with its place
 * @example const swish = formulaActivation('x * sigmoid(beta * x)', { constants: { beta: 1.5 } });
 */
export function formulaActivation(
  formula: string,
  options?: FormulaActivationOptions,
): FormulaActivation {
  const given = readOptions<Required<FormulaActivationOptions>>(NAME, options, {
    constants: withDefault<Readonly<Record<string, number>>>(record, {}),
  });
  const variables = ['x'];
  const constants = readConstants(NAME, given.constants, variables);
  const expression = parseFormula(NAME, formula, { variables, constants });
  const used = namesIn(expression);
  checkUsed(NAME, constants, used);
  checkOccurs(NAME, formula, 'x', used);
  const operation = formulaOperation({ name: NAME, expression, variables, constants });
  const compute = (x: Tensor): Tensor => {
    checkTensor(NAME, x);
    return apply(operation, [x], undefined);
  };
  const layer: Layer = {
    type: NAME,
    options: { formula, ...(constants.size > 0 && { constants: given.constants }) },
    build: ({ inputShape }) => ({ outputShape: inputShape, forward: compute }),
  };
  const both = Object.assign(Object.defineProperty(compute, 'name', { value: NAME }), layer, {
    formula: print(expression),
    derivative: print(differentiate(NAME, expression, 'x')),
  });
  return markPure(both);
}
