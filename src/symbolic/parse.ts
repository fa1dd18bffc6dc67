/** From text to a tree: mathjs parses, and only what is known passes. */
import { describe } from '../errors/describe.ts';
import { OptionError } from '../errors/errors.ts';
import {
  type Condition,
  call,
  type Expression,
  literal,
  measure,
  nameOf,
  type Operator,
  type Relation,
} from './expression.ts';
import { type FunctionDefinition, functionOf } from './functions.ts';
import { kinds, type MathNode, parseText } from './mathjs.ts';
import type { Names } from './names.ts';
import { isStackOverflow, refusal } from './refuse.ts';
import { scan } from './scan.ts';

/** What a formula that somebody writes stays far below. */
const MOST_CHARACTERS = 1000;
const MOST_DEPTH = 100;

/**
 * Reads a formula.
 * @param where the function that was given it, for messages
 * @throws OptionError for everything but arithmetic on known names, with its place in the text
 */
export function parseFormula(where: string, given: unknown, names: Names): Expression {
  if (typeof given !== 'string' || given.trim() === '') {
    throw new OptionError({
      where,
      expected: 'a formula as text, such as "x * sigmoid(x)"',
      received: describe(given),
      remedy: "Write for example 'x * sigmoid(x)'.",
    });
  }
  if (given.length > MOST_CHARACTERS) {
    throw refusal({
      where,
      text: given,
      problem: `the formula has ${given.length} characters`,
      expected: `at most ${MOST_CHARACTERS}`,
    });
  }
  scan(where, given, names);
  const text = given.trim();
  const expression = translating(where, given, () => toExpression(parse(where, text)));
  if (measure(expression).depth > MOST_DEPTH) throw tooDeep(where, given);
  return expression;
}

/** Reads a formula that this library wrote itself. */
export function parseOwn(text: string): Expression {
  return toExpression(parseText(text));
}

function parse(where: string, text: string): MathNode {
  try {
    return parseText(text);
  } catch (error) {
    if (isStackOverflow(error)) throw tooDeep(where, text, error);
    const { message, char } = error as SyntaxError & { char?: number };
    throw refusal({
      where,
      text,
      problem: `mathjs says: ${message.replace(/ \(char \d+\)$/, '')}`,
      at: char === undefined ? undefined : char - 1,
      expected: 'an expression such as "x * sigmoid(x)"',
      cause: error,
    });
  }
}

function tooDeep(where: string, text: string, cause?: unknown): OptionError {
  return refusal({
    where,
    text,
    problem: 'the formula nests too deeply',
    expected: `at most ${MOST_DEPTH} operations within each other`,
    remedy: 'Split it.',
    cause,
  });
}

/** A part of the parsed text that has no meaning here. */
class Refused extends Error {
  readonly expected: string;

  constructor(problem: string, expected: string) {
    super(problem);
    this.expected = expected;
  }
}

function translating(where: string, text: string, translate: () => Expression): Expression {
  try {
    return translate();
  } catch (error) {
    if (isStackOverflow(error)) throw tooDeep(where, text, error);
    if (!(error instanceof Refused)) throw error;
    throw refusal({ where, text, problem: error.message, expected: error.expected });
  }
}

const OPERATORS: ReadonlyMap<string, Operator> = new Map([
  ['add', 'add'],
  ['subtract', 'sub'],
  ['multiply', 'mul'],
  ['divide', 'div'],
  ['pow', 'pow'],
]);

const RELATIONS: ReadonlyMap<string, Relation> = new Map([
  ['smaller', 'lt'],
  ['smallerEq', 'le'],
  ['larger', 'gt'],
  ['largerEq', 'ge'],
  ['equal', 'eq'],
  ['unequal', 'ne'],
]);

/** A node of mathjs as a number. */
export function toExpression(node: MathNode): Expression {
  if (kinds.isParenthesisNode(node)) return toExpression(node.content);
  if (kinds.isConstantNode(node)) return toLiteral(node.value);
  if (kinds.isSymbolNode(node)) return nameOf(node.name);
  if (kinds.isFunctionNode(node)) return toCall(node.fn.name, node.args);
  if (kinds.isConditionalNode(node)) {
    const condition = toCondition(node.condition);
    const [yes, no] = [toExpression(node.trueExpr), toExpression(node.falseExpr)];
    return { kind: 'choice', condition, yes, no };
  }
  if (kinds.isOperatorNode(node) && 'isPercentage' in node && node.isPercentage === true) {
    throw new Refused('a percentage', 'a number, such as 0.05 for 5%; a % b is the remainder');
  }
  if (kinds.isOperatorNode(node)) {
    const [first, ...others] = node.args.map((arg) => (): Expression => toExpression(arg));
    if (node.fn === 'unaryPlus') return first();
    if (node.fn === 'unaryMinus') return call('neg', first());
    if (node.fn === 'mod') return toCall('mod', node.args);
    const operator = OPERATORS.get(node.fn);
    // mathjs writes sums and products of more than two as one.
    if (operator !== undefined) {
      return others.reduce((left, right) => call(operator, left, right()), first());
    }
  }
  if (isCondition(node)) {
    throw new Refused(
      `the condition ${describe(node.toString())} in the place of a number`,
      'a number; a condition becomes one by a > b ? 1 : 0',
    );
  }
  throw new Refused(`${describe(node.toString())} is not arithmetic`, 'one expression');
}

function toLiteral(value: unknown): Expression {
  if (typeof value === 'number' && Number.isFinite(value)) return literal(value);
  throw new Refused(`the number ${describe(value)}`, 'finite numbers');
}

function toCall(name: string, args: readonly MathNode[]): Expression {
  const definition = functionOf(name);
  const operands = args.map(toExpression);
  if (name === 'log' && operands.length === 2) {
    return call('div', call('log', operands[0]), call('log', operands[1])); // to another base
  }
  if (definition === undefined) throw new Refused(`the function ${describe(name)}`, 'a known one');
  checkArity(name, definition, operands.length);
  if (definition.folds !== true) return call(name, ...operands);
  return operands.reduce((left, right) => call(name, left, right));
}

function checkArity(name: string, { arity, folds }: FunctionDefinition, given: number): void {
  if (folds === true ? given >= arity : given === arity) return;
  const expected = `${arity}${folds === true ? ' or more' : ''} argument${arity === 1 ? '' : 's'}`;
  throw new Refused(`${name} of ${given} argument${given === 1 ? '' : 's'}`, expected);
}

function isCondition(node: MathNode): boolean {
  if (kinds.isRelationalNode(node)) return true;
  return kinds.isOperatorNode(node) && (RELATIONS.has(node.fn) || /^(and|or|not)$/.test(node.fn));
}

/** A node of mathjs as true or false. */
function toCondition(node: MathNode): Condition {
  if (kinds.isParenthesisNode(node)) return toCondition(node.content);
  if (kinds.isRelationalNode(node)) return toChain(node.conditionals, node.params);
  if (kinds.isOperatorNode(node)) {
    const relation = RELATIONS.get(node.fn);
    const [left, right] = node.args;
    if (relation !== undefined) {
      return {
        kind: 'comparison',
        relation,
        left: toExpression(left),
        right: toExpression(right),
      };
    }
    if (node.fn === 'and' || node.fn === 'or') {
      return { kind: node.fn, left: toCondition(left), right: toCondition(right) };
    }
    if (node.fn === 'not') return { kind: 'not', part: toCondition(left) };
  }
  throw new Refused(
    `the number ${describe(node.toString())} in the place of a condition`,
    'a condition, such as x > 0',
  );
}

/** `a < b < c` is `a < b and b < c`. */
function toChain(relations: readonly string[], params: readonly MathNode[]): Condition {
  const parts = relations.map((name, k): Condition => {
    const relation = RELATIONS.get(name) as Relation;
    const [left, right] = [toExpression(params[k]), toExpression(params[k + 1])];
    return { kind: 'comparison', relation, left, right };
  });
  return parts.reduce((left, right) => ({ kind: 'and', left, right }));
}
