/** Whether results note where they come from, so that gradients can flow back. */
import { callable, checkArgument } from '../errors/options.ts';
import type { Tensor } from '../tensor/tensor.ts';

let gradientsEnabled = true;

/** Whether a gradient will be needed of what is computed from these. */
export function gradientFlows(inputs: readonly Tensor[]): boolean {
  return gradientsEnabled && inputs.some((input) => input.requiresGrad);
}

/** Runs a function without noting where its results come from: no gradients flow. */
export function noGrad<Result>(compute: () => Result): Result {
  checkArgument('noGrad', compute, callable);
  return withGradients(false, compute);
}

/** Runs a function with gradients on or off. */
export function withGradients<Result>(enabled: boolean, compute: () => Result): Result {
  const before = gradientsEnabled;
  gradientsEnabled = enabled;
  try {
    return compute();
  } finally {
    gradientsEnabled = before;
  }
}
