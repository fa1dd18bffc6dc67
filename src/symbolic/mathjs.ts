/**
 * The only file that imports mathjs, an optional peer: `npm install mathjs`. It parses and
 * differentiates; it never evaluates, because its powers and functions are those of the engine. Of its
 * two builds the one for numbers is half as large to load, and of that one only this is bundled.
 */
import {
  create,
  derivativeDependencies,
  isConditionalNode,
  isConstantNode,
  isFunctionNode,
  isOperatorNode,
  isParenthesisNode,
  isRelationalNode,
  isSymbolNode,
  type MathNode,
  parseDependencies,
} from 'mathjs/number';

const { parse, derivative } = create({ parseDependencies, derivativeDependencies });

export type { MathNode };
export const kinds = {
  isConditionalNode,
  isConstantNode,
  isFunctionNode,
  isOperatorNode,
  isParenthesisNode,
  isRelationalNode,
  isSymbolNode,
};

/** @throws SyntaxError with `char`, counted from 1; RangeError when brackets nest too deeply */
export function parseText(text: string): MathNode {
  return parse(text);
}

/** The derivative as mathjs' rules give it, not simplified. Knows operators and smooth functions. */
export function derivativeOfText(text: string, variable: string): MathNode {
  return derivative(text, variable, { simplify: false });
}
