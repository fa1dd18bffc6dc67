/**
 * The seam: every computation passes through `apply`. It works out shapes, has the operation executed,
 * and notes where the result came from if a gradient will be needed.
 */

import { isFloat } from '../tensor/dtype.ts';
import { type Source, Tensor } from '../tensor/tensor.ts';
import { executor } from './execute/execute.ts';
import { gradientFlows } from './gradient_mode.ts';
import type { Operation } from './operation.ts';

/**
 * Applies an operation. `Rank` is what its caller knows of the result by the shape rule.
 * @typeParam Attributes what the operation is told besides its inputs, such as an axis
 * @throws ShapeError, DtypeError from the shape rule, before anything is computed
 */
export function apply<Attributes, Rank extends number = number>(
  operation: Operation<Attributes>,
  inputs: readonly Tensor[],
  attributes: Attributes,
): Tensor<Rank> {
  const outcome = operation.infer(inputs, attributes);
  const output = new Tensor<Rank>(executor().run(operation, inputs, outcome, attributes));
  const flows = isFloat(outcome.dtype) && differentiable(operation); // whole numbers have no slope
  if (flows && gradientFlows(inputs)) {
    output.requiresGrad = true;
    output.source = sourceOf(operation, inputs, attributes);
  }
  return output;
}

/** Where a result came from, and how its gradient goes back there. */
function sourceOf<Attributes>(
  operation: Operation<Attributes>,
  inputs: readonly Tensor[],
  attributes: Attributes,
): Source {
  return {
    operation,
    inputs,
    attributes,
    gradientOf(input, gradient, output) {
      const { gradients } = operation;
      const rule = typeof gradients === 'function' ? gradients(input) : gradients[input];
      return rule === null ? null : rule(gradient, inputs, output, attributes);
    },
  };
}

function differentiable<Attributes>({ gradients }: Operation<Attributes>): boolean {
  return typeof gradients === 'function' || gradients.some((rule) => rule !== null);
}
