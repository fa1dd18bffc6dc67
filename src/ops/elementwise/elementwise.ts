/**
 * Elementwise operations: one scalar formula, applied to every element of operands that are broadcast
 * against each other. The formula is all an operation of this kind has to supply.
 */
import type { Formula } from '../../numerics/lanes.ts';
import { checkFloat, commonDtype } from '../../tensor/check.ts';
import { type Dtype, lanesOf, type TypedArray } from '../../tensor/dtype.ts';
import { forEachRow, mergeAxes } from '../../tensor/rows.ts';
import { broadcastShapes, broadcastStrides, sizeOf } from '../../tensor/shape.ts';
import type { Strided } from '../../tensor/strided.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import type { Outcome } from '../body.ts';
import type { GradientRule, Operation } from '../operation.ts';

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

/** Applies the formula to every element of a contiguous output, rounding after each operation in it. */
export function runElementwise(
  formula: Formula,
  inputs: readonly Strided[],
  output: Strided,
): void {
  const whole = inputs.map((input) => evenStride(input, output));
  const [y, a, b, c] = [output, ...inputs].map((operand) => operand.storage.data);
  const row = rowOf(formula, output.dtype, inputs.length, [y, a, b, c]);
  if (whole.every((stride) => stride !== undefined)) {
    // All of it is one row: most operands of small operations, whose time is finding that out.
    const [sa, sb, sc] = whole;
    const [oa, ob, oc] = inputs.map(({ offset }) => offset);
    row([output.offset, oa, ob, oc], [1, sa, sb, sc], sizeOf(output.shape));
    return;
  }
  const walk = mergeAxes(output.shape, [
    output.strides,
    ...inputs.map((input) => broadcastStrides(input.shape, input.strides, output.shape)),
  ]);
  const innermost = walk.shape.length - 1;
  const strides = walk.strides.map((own) => own[innermost]);
  const starts = [output, ...inputs].map((operand) => operand.offset);
  forEachRow(walk, starts, (offsets, length) => row(offsets, strides, length));
}

/** 1 for an operand that lies as a contiguous output does, 0 for a single number, undefined for others. */
function evenStride(input: Strided, output: Strided): 0 | 1 | undefined {
  const { shape, strides } = input;
  let single = true;
  let same = shape.length === output.shape.length;
  for (let axis = 0; axis < shape.length; axis++) {
    const n = shape[axis];
    if (n === 1) {
      same &&= output.shape[axis] === 1;
      continue;
    }
    single = false;
    same &&= n === output.shape[axis] && strides[axis] === output.strides[axis];
  }
  if (same && !single) return 1;
  return single ? 0 : undefined;
}

type Row = (offsets: readonly number[], strides: readonly number[], length: number) => void;

/** Computes a row of elements at constant strides. */
function rowOf(
  formula: Formula,
  dtype: Dtype,
  count: number,
  [y, a, b, c]: readonly TypedArray[],
): Row {
  const l = lanesOf(dtype);
  return ([oo, oa, ob, oc], [so, sa, sb, sc], length) => {
    switch (count) {
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
  };
}
