/** From a tree back to text, which mathjs parses to the same tree. */
import type { Call, Condition, Expression, Relation } from './expression.ts';

/** How strongly a part holds together: what binds less than its surroundings needs brackets. */
const CHOICE = 1;
const OR = 2;
const AND = 3;
const COMPARISON = 4;
const SUM = 5;
const PRODUCT = 6;
const SIGN = 7;
const POWER = 8;
const ATOM = 9;

interface Printed {
  readonly text: string;
  readonly strength: number;
}

const SIGNS: Readonly<Record<string, { readonly sign: string; readonly strength: number }>> = {
  add: { sign: '+', strength: SUM },
  sub: { sign: '-', strength: SUM },
  mul: { sign: '*', strength: PRODUCT },
  div: { sign: '/', strength: PRODUCT },
};

const RELATION_SIGNS: Readonly<Record<Relation, string>> = {
  lt: '<',
  le: '<=',
  gt: '>',
  ge: '>=',
  eq: '==',
  ne: '!=',
};

/** The formula, with no more brackets than it needs. */
export function print(expression: Expression): string {
  return printed(expression).text;
}

function printed(expression: Expression): Printed {
  switch (expression.kind) {
    case 'literal':
      return { text: String(expression.value), strength: ATOM };
    case 'name':
      return { text: expression.name, strength: ATOM };
    case 'call':
      return printedCall(expression);
    case 'choice': {
      const condition = within(printedCondition(expression.condition), OR);
      const yes = within(printed(expression.yes), OR);
      const no = within(printed(expression.no), CHOICE);
      return { text: `${condition} ? ${yes} : ${no}`, strength: CHOICE };
    }
  }
}

function printedCall({ operation, operands }: Call): Printed {
  const parts = operands.map(printed);
  const [left, right] = parts;
  if (operation === 'neg') return { text: `-${within(left, POWER)}`, strength: SIGN };
  if (operation === 'pow') {
    return { text: `${within(left, ATOM)} ^ ${within(right, POWER)}`, strength: POWER };
  }
  if (Object.hasOwn(SIGNS, operation)) {
    const { sign, strength } = SIGNS[operation];
    const text = `${within(left, strength)} ${sign} ${within(right, strength + 1)}`;
    return { text, strength };
  }
  return { text: `${operation}(${parts.map(({ text }) => text).join(', ')})`, strength: ATOM };
}

function printedCondition(condition: Condition): Printed {
  switch (condition.kind) {
    case 'comparison': {
      const [left, right] = [condition.left, condition.right].map(printed);
      const sign = RELATION_SIGNS[condition.relation];
      return { text: `${within(left, SUM)} ${sign} ${within(right, SUM)}`, strength: COMPARISON };
    }
    case 'not':
      return { text: `not ${within(printedCondition(condition.part), ATOM)}`, strength: SIGN };
    default: {
      const strength = condition.kind === 'and' ? AND : OR;
      const left = within(printedCondition(condition.left), strength);
      const right = within(printedCondition(condition.right), strength + 1);
      return { text: `${left} ${condition.kind} ${right}`, strength };
    }
  }
}

function within({ text, strength }: Printed, needed: number): string {
  return strength < needed ? `(${text})` : text;
}
