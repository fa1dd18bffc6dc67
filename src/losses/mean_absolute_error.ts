import { sub } from '../ops/elementwise/arithmetic.ts';
import { abs } from '../ops/elementwise/unary.ts';
import { meanOverOutputs } from './loss.ts';
import { type LossAndMetric, lossAndMetric } from './loss_and_metric.ts';
import { lossFor, numbers } from './targets.ts';

/**
 * The mean of `|y - t|` over a sample's outputs; the gradient where they are equal is 0.
 *
 * Outputs and targets `[samples, ...]`, floats of the same shape. As a metric, the mean over all
 * samples in float64.
 * @throws ShapeError, DtypeError when the targets have another shape, or are int32
 * @example new Trainer({ loss: meanAbsoluteError(), metrics: { mae: meanAbsoluteError }, ... })
 */
export const meanAbsoluteError: LossAndMetric = lossAndMetric(
  lossFor(numbers, 'meanAbsoluteError', (outputs, targets) =>
    meanOverOutputs(abs(sub(outputs, targets))),
  ),
);
