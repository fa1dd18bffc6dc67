/** Compositions of operations that compute row by row, apart from `apply`, so that bundles without them stay small. */
import { Tensor } from '../tensor/tensor.ts';
import { runRows } from './execute/emitted_rows.ts';
import { executor } from './execute/execute.ts';
import type { RowWise } from './execute/executor.ts';
import { gradientFlows } from './gradient_mode.ts';

/**
 * Applies operations that compute row by row: at once where the executor does so and no gradient will be needed,
 * which leads through each of them, and one by one elsewhere.
 * @param axes how many of the first axes are those of the rows
 */
export function applyRowWise<Attributes>(
  composition: RowWise<Attributes>,
  inputs: readonly Tensor[],
  attributes: Attributes,
  axes: number,
): Tensor {
  const atOnce = executor().fusesRows && !gradientFlows(inputs);
  const result = atOnce ? runRows(composition, inputs, attributes, axes) : undefined;
  return result ? new Tensor(result) : composition.compute(inputs, attributes);
}
