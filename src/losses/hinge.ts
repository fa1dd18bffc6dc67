/** Losses of the margin: nothing once an output lies on the right side, at least 1 from zero. */
import type { NoOptions } from '../errors/options.ts';
import { readTrainingOptions } from '../errors/training_options.ts';
import { relu } from '../ops/elementwise/activations.ts';
import { mul, sub } from '../ops/elementwise/arithmetic.ts';
import { square } from '../ops/elementwise/unary.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { CLASS_OUTPUTS } from './class_outputs.ts';
import { lossFactory } from './factory.ts';
import { type Loss, meanOverOutputs } from './loss.ts';
import { lossFor, signs } from './targets.ts';

function shortfall(outputs: Tensor, targets: Tensor): Tensor {
  return relu(sub(1, mul(targets, outputs)));
}

/**
 * The mean of `max(0, 1 - t y)` over a sample's outputs, which are scores of any size; the gradient
 * at the margin is 0.
 *
 * Outputs and targets `[samples, ...]`, floats of the same shape; targets are -1 or 1.
 */
export const hinge: (options?: NoOptions) => Loss = lossFactory('hinge', (options) => {
  readTrainingOptions('hinge', options, {});
  return lossFor(
    signs,
    'hinge',
    (outputs, targets) => meanOverOutputs(shortfall(outputs, targets)),
    { classOutputs: CLASS_OUTPUTS.hinge },
  );
});

/**
 * The mean of `max(0, 1 - t y)²` over a sample's outputs, which are scores of any size.
 *
 * Outputs and targets `[samples, ...]`, floats of the same shape; targets are -1 or 1.
 */
export const squaredHinge: (options?: NoOptions) => Loss = lossFactory(
  'squaredHinge',
  (options) => {
    readTrainingOptions('squaredHinge', options, {});
    return lossFor(
      signs,
      'squaredHinge',
      (outputs, targets) => meanOverOutputs(square(shortfall(outputs, targets))),
      { classOutputs: CLASS_OUTPUTS.squaredHinge },
    );
  },
);
