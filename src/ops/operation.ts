/**
 * What an operation is. Operations are data: a name, a shape rule, one of three bodies (a scalar
 * formula, a kernel, a view) and a gradient rule for each input.
 */
import type { Formula } from '../numerics/lanes.ts';
import type { Dtype } from '../tensor/dtype.ts';
import type { Shape } from '../tensor/shape.ts';
import type { Strided, Tensor } from '../tensor/tensor.ts';

/** Shape and dtype of a result, known before anything is computed. */
export interface Outcome {
  readonly shape: Shape;
  readonly dtype: Dtype;
}

/**
 * The gradient rule of one input: from the gradient of the output to that of the input, written in
 * operations, so that it can be traced and differentiated again. Its result may have the broadcast
 * shape; the backward pass sums it to the shape of the input.
 */
export type GradientRule<A> = (
  gradient: Tensor,
  inputs: readonly Tensor[],
  output: Tensor,
  attributes: A,
) => Tensor;

/** The same formula for every element, on operands broadcast against each other. */
export interface ElementwiseBody<A> {
  readonly kind: 'elementwise';
  formula(attributes: A): Formula;
}

/** The output is the input seen differently; no number is touched. */
export interface ViewBody<A> {
  readonly kind: 'view';
  /** Strides and offset of the output, or null where a copy is needed. */
  view(
    input: Strided,
    outcome: Outcome,
    attributes: A,
  ): { strides: readonly number[]; offset: number } | null;
}

/** A reference kernel of its own. It fills the contiguous output, which starts as zeros. */
export interface KernelBody<A> {
  readonly kind: 'kernel';
  run(inputs: readonly Strided[], output: Strided, attributes: A): void;
  /**
   * The same bits by compiled code, where that is possible and worth it.
   * @returns whether it was done; if not, the output is untouched
   */
  compiled?(inputs: readonly Strided[], output: Strided, attributes: A): boolean;
}

export interface Operation<A> {
  readonly name: string;
  /**
   * The shape rule.
   * @throws ShapeError or DtypeError when the inputs do not fit
   */
  infer(inputs: readonly Tensor[], attributes: A): Outcome;
  readonly body: ElementwiseBody<A> | ViewBody<A> | KernelBody<A>;
  /** One rule for each input; null where no gradient flows. A function where inputs vary in number. */
  readonly gradients: readonly (GradientRule<A> | null)[] | ((input: number) => GradientRule<A>);
  /** The gradient rules for human readers, `g` being the gradient of the output `y`. */
  readonly rules: readonly string[];
}
