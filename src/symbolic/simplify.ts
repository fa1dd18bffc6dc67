/**
 * What a derivative is cleared of: zeros, ones, and the detours that differentiation by rules takes.
 *
 * These rules are few on purpose. mathjs' own would also multiply out and cancel, which makes a text
 * shorter but a number worse (`s - s²` for `s (1 - s)`), and would compute powers and functions of
 * constants as the engine pleases.
 */
import {
  type Call,
  type Choice,
  call,
  type Expression,
  literal,
  mapChildren,
  numberOf,
} from './expression.ts';
import { print } from './print.ts';

/** The same formula in fewer words. */
export function simplify(expression: Expression): Expression {
  const done = new WeakSet<Expression>();
  const visit = (node: Expression): Expression => {
    if (done.has(node)) return node;
    const inner = mapChildren(node, visit);
    const simpler = simplerOnce(inner);
    if (simpler !== undefined) return visit(simpler);
    done.add(inner);
    return inner;
  };
  return visit(expression);
}

/** One rule applied at the top, or undefined where none applies. */
function simplerOnce(expression: Expression): Expression | undefined {
  if (expression.kind === 'choice') return simplerChoice(expression);
  if (expression.kind !== 'call') return undefined;
  const [a, b] = expression.operands;
  return folded(expression) ?? RULES[expression.operation]?.(a, b);
}

function simplerChoice({ yes, no }: Choice): Expression | undefined {
  return same(yes, no) ? yes : undefined;
}

type Rule = (a: Expression, b: Expression) => Expression | undefined;

const RULES: Readonly<Record<string, Rule | undefined>> = {
  add(a, b) {
    if (is(a, 0)) return b;
    if (is(b, 0)) return a;
    const negated = operand(b, 'neg');
    if (negated) return call('sub', a, negated);
    if (same(a, b)) return call('mul', literal(2), a);
    return leftToRight('add', a, b);
  },
  sub(a, b) {
    if (is(b, 0)) return a;
    if (is(a, 0)) return call('neg', b);
    const negated = operand(b, 'neg');
    if (negated) return call('add', a, negated);
    return same(a, b) ? literal(0) : undefined;
  },
  mul(a, b) {
    if (is(a, 0) || is(b, 0)) return literal(0);
    if (is(a, 1)) return b;
    if (is(b, 1)) return a;
    const [left, right] = [operand(a, 'neg'), operand(b, 'neg')];
    if (left) return call('neg', call('mul', left, b));
    if (right) return call('neg', call('mul', a, right));
    if (isLiteral(b) && !isLiteral(a)) return call('mul', b, a);
    return leftToRight('mul', a, b);
  },
  div(a, b) {
    if (is(a, 0)) return literal(0);
    if (is(b, 1)) return a;
    const [above, below] = [operand(a, 'neg'), operand(b, 'neg')];
    if (above) return call('neg', call('div', above, b));
    if (below) return call('neg', call('div', a, below));
    return same(a, b) ? literal(1) : reduced(a, b);
  },
  pow(a, b) {
    if (is(b, 0)) return literal(1);
    if (is(b, 1)) return a;
    const [base, inner] = a.kind === 'call' && a.operation === 'pow' ? a.operands : [];
    const whole = [inner, b].map((exponent) => exponent && numberOf(exponent));
    if (base === undefined || !whole.every(Number.isSafeInteger)) return undefined;
    return call('pow', base, call('mul', inner as Expression, b));
  },
  neg(a) {
    return operand(a, 'neg') ?? (is(a, 0) ? literal(0) : undefined);
  },
  log(a) {
    if (is(a, 1)) return literal(0);
    return a.kind === 'name' && a.name === 'e' ? literal(1) : undefined;
  },
};

/** `a * (b * c)` as `(a * b) * c`, which needs no brackets. */
function leftToRight(operation: string, a: Expression, b: Expression): Expression | undefined {
  if (b.kind !== 'call' || b.operation !== operation) return undefined;
  const [first, second] = b.operands;
  return call(operation, call(operation, a, first), second);
}

/** A fraction whose numerical factors are divided: `4 * x / 2` as `2 * x`, and with a product below. */
function reduced(above: Expression, below: Expression): Expression | undefined {
  const [n, x] = factored(above);
  const [m, y] = factored(below);
  if (m <= 1 || !Number.isInteger(n / m)) return undefined;
  return call('div', call('mul', literal(n / m), x), y);
}

/** A product as the number it begins with, 1 if there is none, and what that is multiplied by. */
function factored(expression: Expression): readonly [number, Expression] {
  const others: Expression[] = [];
  let first = expression;
  while (first.kind === 'call' && first.operation === 'mul') {
    others.unshift(first.operands[1]);
    first = first.operands[0];
  }
  if (first.kind !== 'literal') return [1, expression];
  return [first.value, others.reduce((product, other) => call('mul', product, other), literal(1))];
}

/** Sums, differences and products of two numbers, where the result is as easy to read as they are. */
function folded({ operation, operands }: Call): Expression | undefined {
  const [a, b] = operands.map(numberOf);
  if (a === undefined || b === undefined) return undefined;
  const result = { add: a + b, sub: a - b, mul: a * b }[operation];
  if (result === undefined || !Number.isFinite(result)) return undefined;
  return String(result).length > MOST_DIGITS ? undefined : literal(result);
}

const MOST_DIGITS = 12;

function operand(expression: Expression, operation: string): Expression | undefined {
  const fits = expression.kind === 'call' && expression.operation === operation;
  return fits ? expression.operands[0] : undefined;
}

function isLiteral({ kind }: Expression): boolean {
  return kind === 'literal';
}

function is(expression: Expression, value: number): boolean {
  return numberOf(expression) === value;
}

function same(a: Expression, b: Expression): boolean {
  return print(a) === print(b);
}
