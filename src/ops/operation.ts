/**
 * What an operation is. Operations are data: a name, a shape rule, a body that says what is computed,
 * and a gradient rule for each input.
 */
import type { Tensor } from '../tensor/tensor.ts';
import type { Executable, Outcome } from './body.ts';

/**
 * The gradient rule of one input: from the gradient of the output to that of the input, written in
 * operations, so that it can be traced and differentiated again. Its result may have the broadcast
 * shape; the backward pass sums it to the shape of the input.
 *
 * @typeParam Attributes what the operation is told besides its inputs, such as an axis
 */
export type GradientRule<Attributes> = (
  gradient: Tensor,
  inputs: readonly Tensor[],
  output: Tensor,
  attributes: Attributes,
) => Tensor;

/** @typeParam Attributes what the operation is told besides its inputs, such as an axis */
export interface Operation<Attributes> extends Executable<Attributes> {
  /**
   * The shape rule.
   * @throws ShapeError or DtypeError when the inputs do not fit
   */
  infer(inputs: readonly Tensor[], attributes: Attributes): Outcome;
  /** One rule for each input; null where no gradient flows. A function where inputs vary in number. */
  readonly gradients:
    | readonly (GradientRule<Attributes> | null)[]
    | ((input: number) => GradientRule<Attributes>);
  /** The gradient rules for human readers, `g` being the gradient of the output `y`. */
  readonly rules: readonly string[];
}
