/** Clipping: what an update does with gradients that are too large. */

import { add, div, mul } from '../../ops/elementwise/arithmetic.ts';
import { clip as clipElements, minimum } from '../../ops/elementwise/extrema.ts';
import { scalar } from '../../ops/functions.ts';
import { noGrad } from '../../ops/gradient_mode.ts';
import { NORM_RANGES, type ScaledNorm, scaledNorm } from '../../ops/reduction/scaled_norm.ts';
import type { Dtype } from '../../tensor/dtype.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import type { Clip } from '../options.ts';

/** @param known the scalars by which the common norm is limited, where `clipScalars` gives them */
export function clipGradients(
  gradients: readonly Tensor[],
  clip: Clip,
  known: Readonly<Record<string, Tensor>> | undefined,
): Tensor[] {
  const { value, norm, globalNorm } = clip;
  let limited = [...gradients];
  if (value !== undefined)
    limited = limited.map((g) => clipElements(g, { min: -value, max: value }));
  if (norm !== undefined) limited = limited.map((g) => shrink([g], norm)[0]);
  if (globalNorm === undefined) return limited;
  if (known === undefined) return shrink(limited, globalNorm);
  return limited.map((g) => mul(mul(g, known.scale), known.factor));
}

/**
 * Brings the common norm of tensors down to a limit, by `min(1, limit / (norm + 1e-6))`, as PyTorch has
 * it. The factor may be too small for the dtype, so numbers are brought into range before.
 */
function shrink(tensors: readonly Tensor[], limit: number): Tensor[] {
  const norm = scaledNorm(tensors);
  const factor = shrinkFactor(limit, norm);
  return tensors.map((x) => mul(mul(x, norm.scale), factor));
}

function shrinkFactor(limit: number, { scale, length }: ScaledNorm): Tensor {
  return minimum(div(limit, add(length, mul(scale, 1e-6))), div(1, scale));
}

/**
 * The numbers that `clipGradients` takes in where the norm of all gradients is what is limited: that one
 * is known by then, and need not be computed again.
 * @param norm of all gradients; it may be above the largest number of the dtype
 */
export function clipScalars(
  { value, norm: each, globalNorm }: Clip,
  norm: number,
  dtype: Dtype,
): Readonly<Record<string, number>> | undefined {
  if (globalNorm === undefined || value !== undefined || each !== undefined) return undefined;
  const { large, power } = NORM_RANGES[dtype as keyof typeof NORM_RANGES];
  const scale = norm > large ? 1 / power : 1;
  const scaled = { scale: scalar(scale, dtype), length: scalar(norm * scale, dtype) };
  return { scale, factor: noGrad(() => shrinkFactor(globalNorm, scaled)).item() };
}
