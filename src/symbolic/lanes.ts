/**
 * From a tree to a scalar formula over lanes: written once, interpreted on numbers and as SIMD
 * instructions, like every formula of this library. Whatever holds no variable is computed in float64
 * beforehand and rounded once.
 */
import { float64 } from '../numerics/float64.ts';
import * as functions from '../numerics/functions/index.ts';
import type { Formula, Lanes } from '../numerics/lanes.ts';
import type { Call, Choice, Condition, Expression } from './expression.ts';
import { functionOf, namedNumbers } from './functions.ts';

type Evaluate = <V, M>(l: Lanes<V, M>, inputs: readonly V[]) => V;
type Decide = <V, M>(l: Lanes<V, M>, inputs: readonly V[]) => M;

/** A part, ready to be evaluated; `fixed` is its value if that is always the same. */
interface Part {
  readonly fixed: number | undefined;
  readonly evaluate: Evaluate;
}

/** What names stand for. */
interface Scope {
  /** In the order of the inputs. */
  readonly variables: readonly string[];
  readonly constants: ReadonlyMap<string, number>;
}

/** The scalar formula of an expression, its inputs being the variables. */
export function toFormula(expression: Expression, scope: Scope): Formula {
  const { evaluate } = build(expression, scope);
  return (l, ...inputs) => evaluate(l, inputs);
}

/** The value of an expression that holds no variable, or undefined. */
export function fixedValue(expression: Expression, scope: Scope): number | undefined {
  return build(expression, scope).fixed;
}

function build(expression: Expression, scope: Scope): Part {
  switch (expression.kind) {
    case 'literal':
      return fixed(expression.value);
    case 'name':
      return buildName(expression.name, scope);
    case 'call':
      return buildCall(expression, scope);
    case 'choice':
      return buildChoice(expression, scope);
  }
}

function fixed(value: number): Part {
  return { fixed: value, evaluate: (l) => l.constant(value) };
}

function buildName(name: string, { variables, constants }: Scope): Part {
  const index = variables.indexOf(name);
  if (index >= 0) return { fixed: undefined, evaluate: (_, inputs) => inputs[index] };
  return fixed((constants.get(name) ?? namedNumbers.get(name)) as number);
}

function buildCall({ operation, operands }: Call, scope: Scope): Part {
  const parts = operands.map((operand) => build(operand, scope));
  const formula = formulaOf(operation, parts);
  const [a, b] = parts;
  const evaluate: Evaluate =
    b === undefined
      ? (l, inputs) => formula(l, a.evaluate(l, inputs))
      : (l, inputs) => formula(l, a.evaluate(l, inputs), b.evaluate(l, inputs));
  const isFixed = parts.every((part) => part.fixed !== undefined);
  return isFixed ? fixed(evaluate<number, boolean>(float64, [])) : { fixed: undefined, evaluate };
}

const OPERATORS: Readonly<Record<string, Formula>> = {
  add: (l, a, b) => l.add(a, b),
  sub: (l, a, b) => l.sub(a, b),
  mul: (l, a, b) => l.mul(a, b),
  div: (l, a, b) => l.div(a, b),
  neg: (l, a) => l.neg(a),
};

function formulaOf(operation: string, parts: readonly Part[]): Formula {
  if (operation === 'pow') return powerOf(parts[1].fixed);
  return OPERATORS[operation] ?? (functionOf(operation)?.formula as Formula);
}

/** Up to here a power is a product. */
const LARGEST_PRODUCT = 64;

/** `aᵇ`: products where b is a whole number that stays the same, the function elsewhere. */
function powerOf(exponent: number | undefined): Formula {
  const times = exponent === undefined ? Number.NaN : Math.abs(exponent);
  if (!Number.isInteger(times) || times > LARGEST_PRODUCT) return functions.pow;
  const product: Formula = (l, a) => {
    let power: typeof a | undefined;
    let square = a;
    for (let rest = times; rest > 0; rest = Math.floor(rest / 2)) {
      if (rest % 2 === 1) power = power === undefined ? square : l.mul(power, square);
      square = l.mul(square, square);
    }
    return power ?? l.constant(1);
  };
  return (exponent as number) < 0 ? (l, a) => l.div(l.constant(1), product(l, a)) : product;
}

function buildChoice({ condition, yes, no }: Choice, scope: Scope): Part {
  const decide = buildCondition(condition, scope);
  const [ifSo, ifNot] = [build(yes, scope), build(no, scope)];
  return {
    fixed: undefined,
    evaluate: (l, inputs) =>
      l.select(decide(l, inputs), ifSo.evaluate(l, inputs), ifNot.evaluate(l, inputs)),
  };
}

function buildCondition(condition: Condition, scope: Scope): Decide {
  switch (condition.kind) {
    case 'comparison': {
      const { relation } = condition;
      const left = build(condition.left, scope);
      const right = build(condition.right, scope);
      return (l, inputs) => l[relation](left.evaluate(l, inputs), right.evaluate(l, inputs));
    }
    case 'not': {
      const part = buildCondition(condition.part, scope);
      return (l, inputs) => l.not(part(l, inputs));
    }
    default: {
      const { kind } = condition;
      const left = buildCondition(condition.left, scope);
      const right = buildCondition(condition.right, scope);
      return (l, inputs) => l[kind](left(l, inputs), right(l, inputs));
    }
  }
}
