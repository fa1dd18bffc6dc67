/**
 * Metrics of numbers, in float64. `meanSquaredError` and `meanAbsoluteError` are metrics too: they
 * stand with the losses of the same name.
 */
import { DtypeError, OptionError, ShapeError } from '../errors/errors.ts';
import { checkTargetShape } from '../losses/agreement.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { type Comparison, type Metric, metric } from './metric.ts';
import type { Weights } from './weights.ts';

/**
 * The root of the mean of `(y - t)²` over all samples and outputs: an error in the unit of the targets.
 *
 * Outputs and targets `[samples, ...]`, floats of the same shape; NaN where there are no samples.
 */
export const rootMeanSquaredError: Metric = metric('rootMeanSquaredError', {
  options: {},
  read: (comparison) => {
    const t = readNumbers('rootMeanSquaredError', comparison);
    const { weights, shape } = comparison;
    const width = t.length / shape[0];
    return (outputs) => {
      const y = inFloat64(outputs);
      let sum = 0;
      for (let i = 0; i < y.length; i++) {
        sum += weights.of(Math.floor(i / width)) * square(y[i] - t[i]);
      }
      return Math.sqrt(sum / (weights.sum * width));
    };
  },
});

/**
 * The coefficient of determination: `1 - Σ (t - y)² / Σ (t - mean t)²`, for several outputs the mean
 * over them. 1 is perfect, 0 no better than the mean of the targets, and there is no lower limit.
 *
 * Outputs and targets `[samples, ...]`, floats of the same shape. Where all targets are equal it is 1
 * for outputs that are exactly right and 0 otherwise, as in scikit-learn; NaN for fewer than two
 * samples, which have no spread: in a training run that is refused.
 */
export const r2: Metric = metric('r2', {
  options: {},
  read: (comparison) => {
    const t = readNumbers('r2', comparison);
    const [samples] = comparison.shape;
    if (comparison.loss !== undefined && samples < 2) {
      throw new ShapeError({
        where: 'r2',
        expected: 'two samples or more, for one has no spread',
        received: String(samples),
        remedy: 'Take a larger validation set, or rootMeanSquaredError.',
      });
    }
    return (outputs) => {
      if (samples < 2) return Number.NaN;
      const y = inFloat64(outputs);
      const width = y.length / samples;
      let sum = 0;
      for (let column = 0; column < width; column++)
        sum += determination(y, t, comparison.weights, column, width);
      return sum / width;
    };
  },
});

/** r2 of the elements `column`, `column + width`, ... */
function determination(
  y: Float64Array,
  t: Float64Array,
  weights: Weights,
  column: number,
  width: number,
): number {
  const weightAt = (i: number) => weights.of((i - column) / width);
  // Seen from the first target: equal targets then have no spread at all, not even one of rounding.
  const first = t[column];
  let shift = 0;
  for (let i = column; i < t.length; i += width) {
    shift += (weightAt(i) * (t[i] - first)) / weights.sum;
  }
  let residual = 0;
  let spread = 0;
  for (let i = column; i < t.length; i += width) {
    residual += weightAt(i) * square(t[i] - y[i]);
    spread += weightAt(i) * square(t[i] - first - shift);
  }
  if (spread === 0) return residual === 0 ? 1 : 0;
  return 1 - residual / spread;
}

/** The targets in float64. */
function readNumbers(where: string, { shape, dtype, targets, loss }: Comparison): Float64Array {
  const unfit = [dtype, targets.dtype].find((own) => own === 'int32');
  if (unfit !== undefined) {
    throw new DtypeError({
      where,
      expected: 'outputs and targets that are float32 or float64',
      received: unfit,
      remedy: "Convert numbers: x.cast('float32'). For classes use accuracy or f1.",
    });
  }
  const { kind = 'probabilities' } = loss?.classOutputs ?? {};
  if (loss !== undefined && kind !== 'probabilities') {
    throw new OptionError({
      where,
      expected: 'outputs that are numbers such as the targets are',
      received: `those of ${loss.name}, which say of classes how likely they are`,
      remedy: 'For classes use accuracy or f1.',
    });
  }
  checkTargetShape(where, shape, targets.shape);
  return inFloat64(targets);
}

function inFloat64(x: Tensor): Float64Array {
  return Float64Array.from(x.toTypedArray());
}

function square(x: number): number {
  return x * x;
}
