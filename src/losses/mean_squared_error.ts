import { sub } from '../ops/elementwise/arithmetic.ts';
import { square } from '../ops/elementwise/unary.ts';
import { meanOverOutputs } from './loss.ts';
import { type LossAndMetric, lossAndMetric } from './loss_and_metric.ts';
import { lossFor, numbers } from './targets.ts';

/**
 * The mean of `(y - t)²` over a sample's outputs.
 *
 * Outputs and targets `[samples, ...]`, floats of the same shape. As a metric, the mean over all
 * samples in float64.
 * @throws ShapeError, DtypeError when the targets have another shape, or are int32
 * @example new Trainer({ loss: meanSquaredError(), metrics: { mse: meanSquaredError }, ... })
 */
export const meanSquaredError: LossAndMetric = lossAndMetric(
  lossFor(numbers, 'meanSquaredError', (outputs, targets) =>
    meanOverOutputs(square(sub(outputs, targets))),
  ),
);
