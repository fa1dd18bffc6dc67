/**
 * The two errors that serve as a loss and as a metric under one name: called without arguments they
 * are a loss, called with outputs and targets they are the number itself.
 */

import { OptionError } from '../errors/errors.ts';
import { noGrad } from '../ops/apply.ts';
import { abs, square, sub } from '../ops/arithmetic.ts';
import { cast } from '../ops/cast.ts';
import { checkTensor } from '../ops/check.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { type Loss, meanOverOutputs } from './loss.ts';
import { lossFor, numbers } from './targets.ts';

/**
 * The mean of `(y - t)²` over a sample's outputs.
 *
 * Outputs and targets `[samples, ...]`, floats of the same shape. As a metric, the mean over all
 * samples in float64.
 * @throws ShapeError, DtypeError when the targets have another shape, or are int32
 * @example new Trainer({ loss: meanSquaredError(), metrics: { mse: meanSquaredError }, ... })
 */
export function meanSquaredError(): Loss;
export function meanSquaredError(outputs: Tensor, targets: Tensor): number;
export function meanSquaredError(...given: Tensor[]): Loss | number {
  return lossOrMetric(given, meanSquared);
}

/**
 * The mean of `|y - t|` over a sample's outputs; the gradient where they are equal is 0.
 *
 * Outputs and targets `[samples, ...]`, floats of the same shape. As a metric, the mean over all
 * samples in float64.
 * @throws ShapeError, DtypeError when the targets have another shape, or are int32
 * @example new Trainer({ loss: meanAbsoluteError(), metrics: { mae: meanAbsoluteError }, ... })
 */
export function meanAbsoluteError(): Loss;
export function meanAbsoluteError(outputs: Tensor, targets: Tensor): number;
export function meanAbsoluteError(...given: Tensor[]): Loss | number {
  return lossOrMetric(given, meanAbsolute);
}

const meanSquared = lossFor(numbers, 'meanSquaredError', (outputs, targets) =>
  meanOverOutputs(square(sub(outputs, targets))),
);

const meanAbsolute = lossFor(numbers, 'meanAbsoluteError', (outputs, targets) =>
  meanOverOutputs(abs(sub(outputs, targets))),
);

function lossOrMetric(given: readonly Tensor[], loss: Loss): Loss | number {
  if (given.length === 0) return loss;
  if (given.length !== 2) {
    throw new OptionError({
      where: loss.name,
      expected: 'no arguments for the loss, or outputs and targets for the metric',
      received: `${given.length} in number`,
      remedy: 'Call it as (outputs, targets), or without arguments.',
    });
  }
  const [outputs, targets] = given;
  checkTensor(loss.name, outputs);
  checkTensor(loss.name, targets);
  return noGrad(() => loss.mean(toDouble(outputs), toDouble(targets)).item());
}

/** In float64; int32 stays, for the loss to refuse. */
function toDouble(x: Tensor): Tensor {
  return x.dtype === 'int32' ? x : cast(x, 'float64');
}
