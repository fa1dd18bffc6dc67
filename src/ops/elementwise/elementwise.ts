/**
 * Elementwise operations: one scalar formula, applied to every element of operands that are broadcast
 * against each other. The formula is all an operation of this kind has to supply.
 */
import type { Formula } from '../../numerics/lanes.ts';
import { checkFloat, commonDtype } from '../../tensor/check.ts';
import { lanesOf } from '../../tensor/dtype.ts';
import { forEachRow, mergeAxes } from '../../tensor/rows.ts';
import { broadcastShapes, broadcastStrides } from '../../tensor/shape.ts';
import type { Strided } from '../../tensor/strided.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import type { GradientRule, Operation, Outcome } from '../operation.ts';

interface Elementwise<A> {
  readonly name: string;
  /** The formula; its inputs are as many as there are gradient rules. */
  readonly formula: (attributes: A) => Formula;
  readonly gradients: readonly (GradientRule<A> | null)[];
  readonly rules: readonly string[];
  /** Whether int32 operands make sense. */
  readonly integers?: boolean;
}

/** An elementwise operation from its scalar formula and gradient rules. */
// @__NO_SIDE_EFFECTS__
export function elementwise<A = undefined>(definition: Elementwise<A>): Operation<A> {
  const { name, formula, gradients, rules, integers = false } = definition;
  return {
    name,
    infer: (inputs) => inferElementwise(name, inputs, integers),
    body: { kind: 'elementwise', formula },
    gradients,
    rules,
  };
}

function inferElementwise(name: string, inputs: readonly Tensor[], integers: boolean): Outcome {
  const dtype = commonDtype(name, inputs);
  if (!integers) checkFloat(name, dtype);
  return {
    dtype,
    shape: broadcastShapes(
      name,
      inputs.map((input) => input.shape),
    ),
  };
}

/** Applies the formula to every element, rounding after each operation in the formula. */
export function runElementwise(
  formula: Formula,
  inputs: readonly Strided[],
  output: Strided,
): void {
  const l = lanesOf(output.dtype);
  const walk = mergeAxes(output.shape, [
    output.strides,
    ...inputs.map((input) => broadcastStrides(input.shape, input.strides, output.shape)),
  ]);
  const innermost = walk.shape.length - 1;
  const [so, sa, sb, sc] = walk.strides.map((strides) => strides[innermost]);
  const [y, a, b, c] = [output, ...inputs].map((operand) => operand.storage.data);
  const starts = [output, ...inputs].map((operand) => operand.offset);
  forEachRow(walk, starts, ([oo, oa, ob, oc], length) => {
    switch (inputs.length) {
      case 1:
        for (let i = 0; i < length; i++) y[oo + i * so] = formula(l, a[oa + i * sa]);
        break;
      case 2:
        for (let i = 0; i < length; i++) {
          y[oo + i * so] = formula(l, a[oa + i * sa], b[ob + i * sb]);
        }
        break;
      default:
        for (let i = 0; i < length; i++) {
          y[oo + i * so] = formula(l, a[oa + i * sa], b[ob + i * sb], c[oc + i * sc]);
        }
    }
  });
}
