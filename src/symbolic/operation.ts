/**
 * A formula as an operation on tensors. Its gradient rule multiplies by the derivative, which is a
 * formula and so an operation itself, with a derivative of its own: gradients of any order, each found
 * symbolically when it is first asked for.
 */
import { apply } from '../ops/apply.ts';
import { chainProduct } from '../ops/elementwise/chain.ts';
import { elementwise } from '../ops/elementwise/elementwise.ts';
import type { GradientRule, Operation } from '../ops/operation.ts';
import { differentiate } from './differentiate.ts';
import type { Expression } from './expression.ts';
import { fixedValue, toFormula } from './lanes.ts';
import { print } from './print.ts';

export interface FormulaRequest {
  /** By which messages and `explain` call it. */
  readonly name: string;
  readonly expression: Expression;
  /** What the operation takes, in this order. */
  readonly variables: readonly string[];
  readonly constants: ReadonlyMap<string, number>;
}

/** The operation that applies a formula to every element. */
export function formulaOperation(request: FormulaRequest): Operation<undefined> {
  const { name, expression, variables } = request;
  const slopes = variables.map((variable) =>
    once(() => {
      const slope = differentiate(name, expression, variable);
      const value = fixedValue(slope, request);
      const next = { ...request, name: `${name}′`, expression: slope };
      const operation = value === undefined ? formulaOperation(next) : undefined;
      return { slope, value, operation };
    }),
  );
  const formula = toFormula(expression, request);
  return {
    ...elementwise({
      name,
      formula: () => formula,
      gradients: slopes.map(
        (slopeOf): GradientRule<undefined> =>
          (g, inputs) => {
            const { value, operation } = slopeOf();
            return chainProduct(
              g,
              operation === undefined ? (value as number) : apply(operation, inputs, undefined),
            );
          },
      ),
      rules: [],
    }),
    get rules() {
      return slopes.map((slopeOf) => `g · (${print(slopeOf().slope)})`);
    },
  };
}

/** Computes when first asked, and remembers. */
function once<T>(compute: () => T): () => T {
  let known: { readonly value: T } | undefined;
  return () => {
    known ??= { value: compute() };
    return known.value;
  };
}
