/**
 * Derivatives of formulas. mathjs differentiates what is smooth: operators, exp, log, sqrt, sin, cos.
 * Functions that it does not know, and those with kinks, are set aside under names of their own before,
 * and come in again by the chain rule:
 *
 *     d/dx f(x, W(x)) = ∂f/∂x + ∂f/∂W · W′(x)
 */
import { OptionError } from '../errors/errors.ts';
import {
  type Call,
  type Choice,
  call,
  type Expression,
  literal,
  mapChildren,
  measure,
  nameOf,
  namesIn,
  substitute,
} from './expression.ts';
import { functionOf } from './functions.ts';
import { derivativeOfText } from './mathjs.ts';
import { parseOwn, toExpression } from './parse.ts';
import { print } from './print.ts';
import { isStackOverflow } from './refuse.ts';
import { simplify } from './simplify.ts';

/** Of how many numbers, names and calls a derivative may consist. */
const MOST_PARTS = 2000;

/**
 * The derivative of a formula, simplified.
 * @param where the function whose caller gave the formula, for messages
 * @throws OptionError for a derivative that is too long to be computed
 */
export function differentiate(where: string, formula: Expression, variable: string): Expression {
  try {
    const found = derive(formula, variable);
    const { size } = measure(found);
    if (size <= MOST_PARTS) return found;
    throw tooLong(where, formula, variable, `${size} parts`);
  } catch (error) {
    if (!isStackOverflow(error)) throw error;
    throw tooLong(where, formula, variable, 'more than the stack holds', error);
  }
}

function tooLong(
  where: string,
  formula: Expression,
  variable: string,
  received: string,
  cause?: unknown,
): OptionError {
  const text = print(formula);
  return new OptionError(
    {
      where,
      problem: `the derivative of ${text.length > 60 ? `${text.slice(0, 57)}...` : text} with respect to ${variable} is too long`,
      expected: `at most ${MOST_PARTS} parts`,
      received,
      remedy: 'Use a shorter formula, or an ordinary function of tensors.',
    },
    cause === undefined ? undefined : { cause },
  );
}

function derive(formula: Expression, variable: string): Expression {
  const { smooth, aside } = setAside(formula);
  const partial = (by: string): Expression =>
    simplify(toExpression(derivativeOfText(print(smooth), by)));
  let sum = partial(variable);
  for (const [name, part] of aside) {
    if (!namesIn(part).has(variable)) continue;
    sum = call('add', sum, call('mul', partial(name), derivativeOf(part, variable)));
  }
  return simplify(substitute(sum, aside));
}

/** A part that mathjs has no rule for. */
type Special = Call | Choice;

/** The formula with names in the place of what mathjs cannot differentiate. */
function setAside(formula: Expression) {
  const aside = new Map<string, Special>();
  const names = new Map<string, string>();
  const replace = (node: Expression): Expression => {
    if (!isSpecial(node)) return mapChildren(node, replace);
    const text = print(node);
    const name = names.get(text) ?? `_${names.size}`; // a name that no user can give
    names.set(text, name);
    aside.set(name, node);
    return nameOf(name);
  };
  return { smooth: replace(formula), aside };
}

function isSpecial(node: Expression): node is Special {
  if (node.kind === 'choice') return true;
  return node.kind === 'call' && functionOf(node.operation)?.derivative !== undefined;
}

function derivativeOf(part: Special, variable: string): Expression {
  if (part.kind === 'choice') {
    const [yes, no] = [derive(part.yes, variable), derive(part.no, variable)];
    return { ...part, yes, no };
  }
  const [a, b = literal(0)] = part.operands;
  const rule = parseOwn(functionOf(part.operation)?.derivative as string);
  const values = { a, b, da: derive(a, variable), db: derive(b, variable) };
  return substitute(rule, new Map(Object.entries(values)));
}
