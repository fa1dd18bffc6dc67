/**
 * The chain rule: from an output back to everything it was computed from, operation by operation.
 *
 * A tensor is always younger than its inputs, so visiting by descending id sees each tensor after all
 * of its uses. Nothing recurses; graphs may be as deep as memory allows.
 */

import { add } from '../ops/elementwise/arithmetic.ts';
import { withGradients } from '../ops/gradient_mode.ts';
import { sumTo } from '../ops/reduction/reduction.ts';
import { ones } from '../tensor/create.ts';
import type { Tensor } from '../tensor/tensor.ts';

/** What a backward pass starts from. */
export interface Start {
  /** Whether the gradients can be differentiated again. */
  readonly createGraph: boolean;
  /** The gradient of the output; ones if undefined. */
  readonly outputGradient: Tensor | undefined;
}

/** The tensors that need a gradient between the output and what it was computed from, youngest first. */
export function dependencies(output: Tensor): Tensor[] {
  const seen = new Set<Tensor>([output]);
  for (const tensor of seen) {
    for (const input of tensor.source?.inputs ?? []) {
      if (input.requiresGrad) seen.add(input);
    }
  }
  return [...seen].sort((one, other) => other.id - one.id);
}

/**
 * The gradient of the output for everything it depends on. A tensor that went into several others gets the
 * sum of what flows back from each.
 * @param wrt where gradients are wanted; undefined for everywhere
 */
export function propagate(
  output: Tensor,
  wrt: readonly Tensor[] | undefined,
  { createGraph, outputGradient }: Start,
): Map<Tensor, Tensor> {
  const order = dependencies(output);
  const needed = wrt === undefined ? undefined : leadingTo(order, wrt);
  return withGradients(createGraph, () => {
    const start = outputGradient ?? ones(output.shape, { dtype: output.dtype });
    const found = new Map<Tensor, Tensor>([[output, start]]);
    for (const tensor of order) {
      const gradient = found.get(tensor);
      if (gradient === undefined || tensor.source === null) continue;
      for (const [position, input] of tensor.source.inputs.entries()) {
        if (!input.requiresGrad || (needed !== undefined && !needed.has(input))) continue;
        const broadcast = tensor.source.gradientOf(position, gradient, tensor);
        if (broadcast === null) continue;
        const flowing = sumTo(broadcast, input.shape);
        const before = found.get(input);
        found.set(input, before === undefined ? flowing : add(before, flowing));
      }
    }
    return found;
  });
}

/** Of tensors in order, youngest first, those that the wanted ones go into (and these themselves). */
function leadingTo(order: readonly Tensor[], wanted: readonly Tensor[]): Set<Tensor> {
  const leading = new Set(wanted);
  for (const tensor of [...order].reverse()) {
    if (tensor.source?.inputs.some((input) => leading.has(input))) leading.add(tensor);
  }
  return leading;
}
