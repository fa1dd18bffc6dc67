/** Errors that serve as a loss and as a metric under one name. */
import { describe } from '../errors/describe.ts';
import { OptionError } from '../errors/errors.ts';
import { cast } from '../ops/elementwise/cast.ts';
import { noGrad } from '../ops/gradient_mode.ts';
import { Tensor } from '../tensor/tensor.ts';
import type { CheckTargets, Loss } from './loss.ts';

/** Called without arguments a loss, called with outputs and targets the number itself. */
export interface LossAndMetric {
  (): Loss;
  (outputs: Tensor, targets: Tensor, loss?: Loss): number;
  /** As a metric: what it cannot measure. @throws ShapeError, DtypeError */
  readonly check: CheckTargets;
  /** It has none. */
  readonly options: Readonly<Record<string, never>>;
}

// @__NO_SIDE_EFFECTS__
export function lossAndMetric(loss: Loss): LossAndMetric {
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
