/**
 * Metrics of numbers, in float64. `meanSquaredError` and `meanAbsoluteError` are metrics too: they
 * stand with the losses of the same name.
 */
import { DtypeError } from '../errors/errors.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { checkPair, checkTargetShape } from './check.ts';

/**
 * The root of the mean of `(y - t)²` over all samples and outputs: an error in the unit of the targets.
 *
 * Outputs and targets `[samples, ...]`, floats of the same shape; NaN where there are no samples.
 */
export function rootMeanSquaredError(outputs: Tensor, targets: Tensor): number {
  const [y, t] = readNumbers('rootMeanSquaredError', outputs, targets);
  let sum = 0;
  for (let i = 0; i < y.length; i++) sum += square(y[i] - t[i]);
  return Math.sqrt(sum / y.length);
}

/**
 * The coefficient of determination: `1 - Σ (t - y)² / Σ (t - mean t)²`, for several outputs the mean
 * over them. 1 is perfect, 0 no better than the mean of the targets, and there is no lower limit.
 *
 * Outputs and targets `[samples, ...]`, floats of the same shape. Where all targets are equal it is 1
 * for outputs that are exactly right and 0 otherwise, as in scikit-learn; NaN for fewer than two
 * samples.
 */
export function r2(outputs: Tensor, targets: Tensor): number {
  const [y, t] = readNumbers('r2', outputs, targets);
  const samples = outputs.shape[0];
  if (samples < 2) return Number.NaN;
  const width = y.length / samples;
  let sum = 0;
  for (let column = 0; column < width; column++) sum += determination(y, t, column, width);
  return sum / width;
}

/** r2 of the elements `column`, `column + width`, ... */
function determination(y: Float64Array, t: Float64Array, column: number, width: number): number {
  const samples = t.length / width;
  // Seen from the first target: equal targets then have no spread at all, not even one of rounding.
  const first = t[column];
  let shift = 0;
  for (let i = column; i < t.length; i += width) shift += (t[i] - first) / samples;
  let residual = 0;
  let spread = 0;
  for (let i = column; i < t.length; i += width) {
    residual += square(t[i] - y[i]);
    spread += square(t[i] - first - shift);
  }
  if (spread === 0) return residual === 0 ? 1 : 0;
  return 1 - residual / spread;
}

function readNumbers(where: string, outputs: Tensor, targets: Tensor): Float64Array[] {
  checkPair(where, outputs, targets);
  for (const { dtype } of [outputs, targets]) {
    if (dtype === 'int32') {
      throw new DtypeError({
        where,
        expected: 'outputs and targets that are float32 or float64',
        received: dtype,
        remedy: "Convert them: x.cast('float32').",
      });
    }
  }
  checkTargetShape(where, outputs.shape, targets);
  return [outputs, targets].map((x) => Float64Array.from(x.toTypedArray()));
}

function square(x: number): number {
  return x * x;
}
