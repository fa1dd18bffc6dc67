/** The test of every gradient: does the backward pass agree with finite differences? */
import { describe, describeShape } from '../errors/describe.ts';
import { DtypeError } from '../errors/errors.ts';
import {
  anything,
  callable,
  checkArgument,
  oneOf,
  positive,
  type Rule,
  readOptions,
  withDefault,
} from '../errors/options.ts';
import { withGradients } from '../ops/gradient_mode.ts';
import { parameter } from '../tensor/create.ts';
import { checkSeed, random, type Seed } from '../tensor/rng.ts';
import { Tensor } from '../tensor/tensor.ts';
import { bitDifference, indexOf } from './bits.ts';
import { findCulprit } from './culprit.ts';
import { type Comparison, compareDerivatives, type Derivative } from './jacobian.ts';
import { type Labelled, type Order, subjectOf, type Variable } from './subject.ts';

export interface GradcheckOptions {
  /** 1 (default) checks the gradients; 2 also the gradients of these gradients. */
  readonly order?: Order | undefined;
  /**
   * Tensors that the function reads by itself and that are checked too, such as the parameters of a
   * model. They are moved during the check and put back.
   */
  readonly parameters?: readonly Tensor[] | undefined;
  /** Default 1e-6. */
  readonly relativeTolerance?: number | undefined;
  /** Default 1e-8. */
  readonly absoluteTolerance?: number | undefined;
  /** How far an element is moved to either side, beyond 1 in proportion to it; default 2^-17. */
  readonly delta?: number | undefined;
  /** The seed of the random projections; default 0. */
  readonly seed?: Seed | undefined;
}

/** A derivative on which the backward pass and finite differences disagree. */
export interface Disagreement {
  readonly order: Order;
  /** The operation whose gradient rule is wrong on its own; undefined where each one is right. */
  readonly operation: string | undefined;
  /** `input 0`, or the name of a parameter. */
  readonly input: string;
  /** The index of the element in that input. */
  readonly element: readonly number[];
  readonly numeric: number;
  readonly analytic: number;
}

export interface GradcheckResult {
  readonly passed: boolean;
  /** What was found, for people. */
  readonly message: string;
  /** How many derivatives were compared. */
  readonly compared: number;
  readonly disagreement: Disagreement | undefined;
}

type Settings = Required<GradcheckOptions>;

/**
 * Compares the gradients of a function with central differences, `(f(x + h) - f(x - h)) / 2h`.
 *
 * Small functions are compared derivative by derivative: the whole Jacobian. Large ones (more than 512
 * evaluations) are compared by random projections, in which every wrong element shows; a
 * disagreement is then narrowed down to one element. The two may differ by
 * `absoluteTolerance + relativeTolerance · size`.
 *
 * @param fn any function of tensors that gives the same result each time
 * @param inputs float64 tensors, which are copied; int32 tensors are passed on as they are. Keep away
 * from kinks, such as 0 for relu: a function has no derivative there
 * @throws DtypeError for float32, in which differences drown in rounding
 * @example gradcheck(gelu, [uniform([3, 4], { dtype: 'float64', seed: 1 })], { order: 2 }).passed
 */
export function gradcheck(
  fn: (...inputs: Tensor[]) => Tensor,
  inputs: readonly Tensor[],
  options?: GradcheckOptions,
): GradcheckResult {
  const settings = readOptions<Settings>('gradcheck', options, {
    order: withDefault(oneOf(1, 2), 1),
    parameters: withDefault(tensors, []),
    relativeTolerance: withDefault(positive, 1e-6),
    absoluteTolerance: withDefault(positive, 1e-8),
    delta: withDefault(positive, 2 ** -17),
    seed: withDefault(anything, 0),
  });
  checkSeed('gradcheck.seed', settings.seed);
  checkArgument('gradcheck', fn, { ...callable, example: '(x) => x.square()' });
  checkArgument('gradcheck', inputs, { ...tensors, accepts: Array.isArray });
  const own = inputs.map(copyInput);
  const call = () => checkDtype('what the function returns', fn(...own));
  const variables = variablesOf(own, settings.parameters);
  const title = `gradcheck of ${fn.name || 'the function'}`;

  const change = bitDifference(call(), call());
  if (change !== undefined) {
    const message = `${title} failed: two calls with the same inputs disagree (${change}).`;
    return { passed: false, message, compared: 0, disagreement: undefined };
  }
  let compared = 0;
  let projected = false;
  for (const order of settings.order === 1 ? ([1] as const) : ([1, 2] as const)) {
    const source = random(settings.seed, 'testing/gradcheck');
    const subject = subjectOf(call, variables, order, source);
    const comparison = compareDerivatives(subject, settings, source);
    compared += comparison.compared;
    projected ||= comparison.projected;
    if (comparison.worst === undefined || comparison.disagreeing === 0) continue;
    const operation = findCulprit(withGradients(true, call), order, settings, source);
    const disagreement = locate(subject, comparison.worst, order, operation);
    const message = `${title} failed: ${explain(subject, comparison, disagreement)}`;
    return { passed: false, message, compared, disagreement };
  }
  const what = projected ? 'derivatives along random directions' : 'derivatives';
  const message = `${title} passed: ${compared} ${what} agree.`;
  return { passed: true, message, compared, disagreement: undefined };
}

const tensors: Rule<never> = {
  expected: 'an array of tensors',
  example: "[tensor([1, 2], { dtype: 'float64' })]",
  accepts: (value) => Array.isArray(value) && value.every((item) => item instanceof Tensor),
};

function checkDtype(what: string, value: Tensor): Tensor {
  if (value instanceof Tensor && value.dtype === 'float64') return value;
  throw new DtypeError({
    where: 'gradcheck',
    expected: `a float64 tensor as ${what}`,
    received: value instanceof Tensor ? value.dtype : describe(value),
    remedy: "Finite differences need double precision: pass { dtype: 'float64' }.",
  });
}

/** A copy that gradients flow to; int32 tensors (classes, indices) stay as they are. */
function copyInput(input: Tensor): Tensor {
  if (input instanceof Tensor && input.dtype === 'int32') return input;
  return parameter(checkDtype('input', input), { name: input.name });
}

function variablesOf(inputs: readonly Tensor[], parameters: readonly Tensor[]): Variable[] {
  const own = inputs.map((tensor, k) => ({ tensor, label: tensor.name || `input ${k}` }));
  const others = parameters.map((tensor, k) => ({
    tensor: checkDtype('parameter', tensor),
    label: tensor.name || `parameter ${k}`,
  }));
  return [...own, ...others].filter(({ tensor }) => tensor.requiresGrad);
}

function locate(
  { variables, variableLabels }: Labelled,
  { variable, numeric, analytic }: Derivative,
  order: Order,
  operation: string | undefined,
): Disagreement {
  const { k, element } = find(variable, variables);
  return { order, operation, input: variableLabels[k], element, numeric, analytic };
}

/** Which of several tensors a position falls into, and the index within it. */
function find(position: number, among: readonly Tensor[]): { k: number; element: number[] } {
  let rest = position;
  let k = 0;
  while (rest >= among[k].size) rest -= among[k++].size;
  return { k, element: indexOf(rest, among[k].shape) };
}

function explain(subject: Labelled, comparison: Comparison, found: Disagreement): string {
  const { operation, input, element, numeric, analytic } = found;
  const { compared, disagreeing, worst } = comparison;
  const sentences = [
    `the derivative of ${outputOf(subject, worst?.output)} with respect to ` +
      `${input}${element.length === 0 ? '' : ` at ${describeShape(element)}`} is ${numeric} by ` +
      `finite differences, but ${analytic} by the backward pass.`,
    `${disagreeing} of ${compared} derivatives disagree.`,
  ];
  if (worst?.kink) {
    const what = operation === undefined ? 'The function' : `The operation ${operation}`;
    sentences.push(`${what} seems to have a kink there: move the input away from it.`);
  } else if (operation !== undefined) {
    sentences.push(`The operation ${operation} disagrees on its own: look at its gradient rule.`);
  } else {
    sentences.push('Every operation agrees on its own: is a part detached, or in noGrad?');
  }
  return sentences.join(' ');
}

function outputOf({ evaluate, outputLabels }: Labelled, position: number | undefined): string {
  if (position === undefined) return 'a random sum of the outputs';
  const { k, element } = find(position, evaluate(false));
  return `${outputLabels[k]}${element.length === 0 ? '' : ` at ${describeShape(element)}`}`;
}
