/** Random formulas, as trees; and what a formula is at a point, by this library. */
import fc from 'fast-check';
import { float64 } from '../../src/numerics/float64.ts';
import {
  type Condition,
  call,
  type Expression,
  literal,
  nameOf,
} from '../../src/symbolic/expression.ts';
import { functionNames, functionOf } from '../../src/symbolic/functions.ts';
import { toFormula } from '../../src/symbolic/lanes.ts';
import { parseFormula } from '../../src/symbolic/parse.ts';

export const variables = ['x', 'y'];
const scope = { variables, constants: new Map<string, number>() };

export function parse(text: string): Expression {
  return parseFormula('test', text, scope);
}

export function evaluate(formula: Expression | string, x: number, y = 0): number {
  const expression = typeof formula === 'string' ? parse(formula) : formula;
  return toFormula(expression, scope)<number, boolean>(float64, x, y);
}

interface Choices {
  /** Functions that are called. */
  readonly functions?: readonly string[];
  /** Whether exponents may be anything. */
  readonly anyPower?: boolean;
}

const numbers = fc.oneof(
  fc.integer({ min: 0, max: 12 }),
  fc.constantFrom(0.1, 0.5, 2.5, 1e-3, 123.456),
);

const exponents = fc.constantFrom(0, 1, 2, 3, 7, 0.5, 1.5).map(literal);

/** Trees of a few levels over `x`, `y` and numbers. */
export function expressions({ functions = functionNames, anyPower = false }: Choices = {}) {
  const { number } = fc.letrec<{ number: Expression; condition: Condition }>((tie) => ({
    number: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom(...variables, 'pi', 'e').map(nameOf),
      numbers.map(literal),
      fc
        .tuple(fc.constantFrom('add', 'sub', 'mul', 'div'), tie('number'), tie('number'))
        .map(([operator, a, b]) => call(operator, a, b)),
      tie('number').map((a) => call('neg', a)),
      fc
        .tuple(tie('number'), anyPower ? fc.oneof(exponents, tie('number')) : exponents)
        .map(([a, b]) => call('pow', a, b)),
      fc
        .tuple(fc.constantFrom(...functions), tie('number'), tie('number'))
        .map(([name, a, b]) => call(name, ...[a, b].slice(0, functionOf(name)?.arity))),
      fc
        .tuple(tie('condition'), tie('number'), tie('number'))
        .map(([condition, yes, no]): Expression => ({ kind: 'choice', condition, yes, no })),
    ),
    condition: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc
        .tuple(fc.constantFrom('lt', 'le', 'gt', 'ge', 'eq', 'ne'), tie('number'), tie('number'))
        .map(
          ([relation, left, right]): Condition => ({ kind: 'comparison', relation, left, right }),
        ),
      fc
        .tuple(fc.constantFrom('and', 'or'), tie('condition'), tie('condition'))
        .map(([kind, left, right]): Condition => ({ kind, left, right })),
      tie('condition').map((part): Condition => ({ kind: 'not', part })),
    ),
  }));
  return number;
}

/** Points at which formulas are tried. */
export const points = fc.double({ min: -4, max: 4, noNaN: true });
