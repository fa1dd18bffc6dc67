/** Cross entropy of outputs that each say yes or no, apart from each other. */
import { unitInterval, withDefault } from '../errors/options.ts';
import { readTrainingOptions } from '../errors/training_options.ts';
import { softplus } from '../ops/elementwise/activations.ts';
import { add, mul, neg, sub } from '../ops/elementwise/arithmetic.ts';
import { cast } from '../ops/elementwise/cast.ts';
import type { RowWise } from '../ops/execute/executor.ts';
import { applyRowWise } from '../ops/row_wise.ts';
import { reshape } from '../ops/shape/views.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { lossFactory } from './factory.ts';
import { type Loss, meanOverOutputs } from './loss.ts';
import { surprisal } from './surprisal.ts';
import { lossFor, probabilities } from './targets.ts';

export interface BinaryCrossEntropyOptions {
  /**
   * How far each target is moved towards one half, from 0 (default) to below 1:
   * `t' = (1 - labelSmoothing) t + labelSmoothing / 2`, as with two classes, and as in Keras.
   */
  readonly labelSmoothing?: number;
}

/**
 * From **probabilities** `p`, such as a sigmoid layer gives: the mean of
 * `-t ln p - (1 - t) ln(1 - p)` over a sample's outputs.
 *
 * Outputs `[samples, ...]` from 0 to 1. Targets: floats from 0 to 1 in the same shape, or int32
 * classes 0 and 1, which may also be `[samples]` for outputs `[samples, 1]`.
 *
 * A logarithm is never below -100, as in PyTorch, so that a probability rounded to 0 does not make
 * the loss infinite. `sigmoidBinaryCrossEntropy` does not need that and should be preferred. Where `p`
 * is exactly `t`, 0 or 1, the gradient is that of the formula, ±1; PyTorch has 0.
 * @throws OptionError for unknown or unfit options
 */
export const binaryCrossEntropyOfProbabilities: (options?: BinaryCrossEntropyOptions) => Loss =
  lossFactory('binaryCrossEntropyOfProbabilities', (options) => {
    const labelSmoothing = readSmoothing('binaryCrossEntropyOfProbabilities', options);
    return lossFor(
      probabilities,
      'binaryCrossEntropyOfProbabilities',
      (p, targets) =>
        weigh(targetsLike(p, targets, labelSmoothing), surprisal(p), surprisal(sub(1, p))),
      { options: { labelSmoothing }, classOutputs: { kind: 'probabilities', exclusive: false } },
    );
  });

/**
 * From **logits** `x`: binary cross entropy of `σ(x)`, the mean of
 * `t ln(1 + e⁻ˣ) + (1 - t) ln(1 + eˣ)` over a sample's outputs. Nothing overflows, however
 * large the logits.
 *
 * Outputs `[samples, ...]`. Targets: floats from 0 to 1 in the same shape, or int32 classes 0 and 1,
 * which may also be `[samples]` for outputs `[samples, 1]`.
 * @throws OptionError for unknown or unfit options
 */
export const sigmoidBinaryCrossEntropy: (options?: BinaryCrossEntropyOptions) => Loss = lossFactory(
  'sigmoidBinaryCrossEntropy',
  (options) => {
    const labelSmoothing = readSmoothing('sigmoidBinaryCrossEntropy', options);
    return lossFor(
      probabilities,
      'sigmoidBinaryCrossEntropy',
      (...given) => applyRowWise(sigmoidCrossEntropyOfRows, given, labelSmoothing, 1),
      { options: { labelSmoothing }, classOutputs: { kind: 'logits', exclusive: false } },
    );
  },
);

const sigmoidCrossEntropyOfRows: RowWise<number> = {
  compute: ([x, targets], labelSmoothing) =>
    weigh(targetsLike(x, targets, labelSmoothing), softplus(neg(x)), softplus(x)),
};

function weigh(t: Tensor, ifTrue: Tensor, ifFalse: Tensor): Tensor {
  return meanOverOutputs(add(mul(t, ifTrue), mul(sub(1, t), ifFalse)));
}

function readSmoothing(name: string, options: BinaryCrossEntropyOptions | undefined): number {
  const rules = { labelSmoothing: withDefault<number>(unitInterval, 0) };
  return readTrainingOptions<Required<BinaryCrossEntropyOptions>>(name, options, rules)
    .labelSmoothing;
}

/** Targets as floats in the shape of the outputs, smoothed. */
function targetsLike(outputs: Tensor, targets: Tensor, labelSmoothing: number): Tensor {
  const floats =
    targets.dtype === 'int32' ? reshape(cast(targets, outputs.dtype), outputs.shape) : targets;
  return labelSmoothing === 0 ? floats : add(mul(floats, 1 - labelSmoothing), labelSmoothing / 2);
}
