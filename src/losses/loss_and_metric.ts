/** Errors that serve as a loss and as a metric under one name. */
import { describe } from '../errors/describe.ts';
import { OptionError } from '../errors/errors.ts';
import { cast } from '../ops/elementwise/cast.ts';
import { noGrad } from '../ops/gradient_mode.ts';
import { sum } from '../ops/reduction/reduction.ts';
import { Tensor } from '../tensor/tensor.ts';
import type { CheckTargets, Loss } from './loss.ts';

/** Called without arguments a loss, called with outputs and targets the number itself. */
export interface LossAndMetric {
  (): Loss;
  (
    outputs: Tensor,
    targets: Tensor,
    context?: { readonly sampleWeights?: Tensor | undefined },
  ): number;
  /** As a metric: what it cannot measure. @throws ShapeError, DtypeError */
  readonly check: CheckTargets;
  /** It has none. */
  readonly options: Readonly<Record<string, never>>;
}

// @__NO_SIDE_EFFECTS__
export function lossAndMetric(loss: Loss): LossAndMetric {
  const call = (...given: readonly unknown[]): Loss | number => {
    if (given.length === 0) return loss;
    const [outputs, targets, context] = given;
    if (!(outputs instanceof Tensor && targets instanceof Tensor)) {
      throw new OptionError({
        where: loss.name,
        expected: 'no arguments for the loss, or outputs and targets for the metric',
        received: `${describe(outputs)} and ${describe(targets)}`,
        remedy: `Call ${loss.name}() for the loss, ${loss.name}(outputs, targets) for the number.`,
      });
    }
    const { sampleWeights } = (context ?? {}) as { sampleWeights?: Tensor };
    return noGrad(() => {
      const [y, t] = [toDouble(outputs), toDouble(targets)];
      if (sampleWeights === undefined) return loss.mean(y, t).item();
      const weights = toDouble(sampleWeights);
      // A loss divides by the number of samples, a mean that is weighted by the sum of the weights.
      return (loss.mean(y, t, weights).item() * y.shape[0]) / sum(weights).item();
    });
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
