/**
 * What a formula is once it has been read: a tree of numbers, names and calls. Everything else that
 * mathjs can parse was refused on the way, so anyone who walks a tree has these four kinds to think of.
 */

/** The operators, by the names that a call has for them. */
export type Operator = 'add' | 'sub' | 'mul' | 'div' | 'pow' | 'neg';

export type Expression = Literal | Name | Call | Choice;

/** A finite number, 0 or more; negative ones are `neg` of it. */
export interface Literal {
  readonly kind: 'literal';
  readonly value: number;
}

/** A variable, a constant of the user, or one of `pi` and `e`. */
export interface Name {
  readonly kind: 'name';
  readonly name: string;
}

/** An operator or one of the functions of `functions.ts`, applied. */
export interface Call {
  readonly kind: 'call';
  readonly operation: string;
  readonly operands: readonly Expression[];
}

/** `condition ? yes : no` */
export interface Choice {
  readonly kind: 'choice';
  readonly condition: Condition;
  readonly yes: Expression;
  readonly no: Expression;
}

export type Relation = 'lt' | 'le' | 'gt' | 'ge' | 'eq' | 'ne';

export type Condition = Comparison | Combination | Negation;

export interface Comparison {
  readonly kind: 'comparison';
  readonly relation: Relation;
  readonly left: Expression;
  readonly right: Expression;
}

export interface Combination {
  readonly kind: 'and' | 'or';
  readonly left: Condition;
  readonly right: Condition;
}

export interface Negation {
  readonly kind: 'not';
  readonly part: Condition;
}

export function literal(value: number): Expression {
  const size: Literal = { kind: 'literal', value: Math.abs(value) };
  return value < 0 ? call('neg', size) : size;
}

export function nameOf(name: string): Name {
  return { kind: 'name', name };
}

export function call(operation: string, ...operands: readonly Expression[]): Call {
  return { kind: 'call', operation, operands };
}

/** The number that an expression is, if it is one as it stands: 2 or -2, but not 1 + 1. */
export function numberOf(expression: Expression): number | undefined {
  if (expression.kind === 'literal') return expression.value;
  if (expression.kind !== 'call' || expression.operation !== 'neg') return undefined;
  const [part] = expression.operands;
  return part.kind === 'literal' ? -part.value : undefined;
}

/** The expressions directly below one. */
export function childrenOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'call':
      return expression.operands;
    case 'choice':
      return [...comparedIn(expression.condition), expression.yes, expression.no];
    default:
      return [];
  }
}

function comparedIn(condition: Condition): readonly Expression[] {
  switch (condition.kind) {
    case 'comparison':
      return [condition.left, condition.right];
    case 'not':
      return comparedIn(condition.part);
    default:
      return [...comparedIn(condition.left), ...comparedIn(condition.right)];
  }
}

/** The same expression with other ones directly below it. */
export function mapChildren(
  expression: Expression,
  map: (child: Expression) => Expression,
): Expression {
  switch (expression.kind) {
    case 'call':
      return { ...expression, operands: expression.operands.map(map) };
    case 'choice':
      return {
        kind: 'choice',
        condition: mapCompared(expression.condition, map),
        yes: map(expression.yes),
        no: map(expression.no),
      };
    default:
      return expression;
  }
}

function mapCompared(condition: Condition, map: (child: Expression) => Expression): Condition {
  switch (condition.kind) {
    case 'comparison':
      return { ...condition, left: map(condition.left), right: map(condition.right) };
    case 'not':
      return { kind: 'not', part: mapCompared(condition.part, map) };
    default:
      return {
        kind: condition.kind,
        left: mapCompared(condition.left, map),
        right: mapCompared(condition.right, map),
      };
  }
}

/** The expression with other ones in the place of some names. */
export function substitute(
  expression: Expression,
  values: ReadonlyMap<string, Expression>,
): Expression {
  if (expression.kind === 'name') return values.get(expression.name) ?? expression;
  return mapChildren(expression, (child) => substitute(child, values));
}

/** All names that occur. */
export function namesIn(expression: Expression): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (node: Expression): void => {
    if (node.kind === 'name') found.add(node.name);
    for (const child of childrenOf(node)) visit(child);
  };
  visit(expression);
  return found;
}

/** How many numbers, names, calls and choices there are, and how many lie within each other. */
export function measure(expression: Expression): { readonly size: number; readonly depth: number } {
  let size = 1;
  let depth = 0;
  for (const child of childrenOf(expression)) {
    const inner = measure(child);
    size += inner.size;
    depth = Math.max(depth, inner.depth);
  }
  return { size, depth: depth + 1 };
}
