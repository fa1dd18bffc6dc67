/**
 * The two errors that serve as a loss and as a metric under one name: called without arguments they
 * are a loss, called with outputs and targets they are the number itself.
 */
import { describe } from '../errors/describe.ts';
import { OptionError } from '../errors/errors.ts';
import { noGrad } from '../ops/apply.ts';
import { abs, square, sub } from '../ops/elementwise/arithmetic.ts';
import { cast } from '../ops/elementwise/cast.ts';
import { Tensor } from '../tensor/tensor.ts';
import { type CheckTargets, type Loss, meanOverOutputs } from './loss.ts';
import { lossFor, numbers } from './targets.ts';

export interface LossAndMetric {
  (): Loss;
  (outputs: Tensor, targets: Tensor, loss?: Loss): number;
  /** As a metric: what it cannot measure. @throws ShapeError, DtypeError */
  readonly check: CheckTargets;
  /** It has none. */
  readonly options: Readonly<Record<string, never>>;
}

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

// @__NO_SIDE_EFFECTS__
function lossAndMetric(loss: Loss): LossAndMetric {
  const call = (...given: readonly unknown[]): Loss | number => {
    if (given.length === 0) return loss;
    const [outputs, targets] = given;
    if (!(outputs instanceof Tensor && targets instanceof Tensor)) {
      throw new OptionError({
        where: loss.name,
        expected: 'no arguments for the loss, or outputs and targets for the metric',
        received: `${describe(outputs)} and ${describe(targets)}`,
        remedy: `Call ${loss.name}() for the loss, ${loss.name}(outputs, targets) for the number.`,
      });
    }
    return noGrad(() => loss.mean(toDouble(outputs), toDouble(targets)).item());
  };
  return Object.defineProperties(call, {
    name: { value: loss.name },
    check: { value: loss.checkTargets },
    options: { value: {} },
  }) as LossAndMetric;
}

/** In float64; int32 stays, for the loss to refuse. */
function toDouble(x: Tensor): Tensor {
  return x.dtype === 'int32' ? x : cast(x, 'float64');
}
