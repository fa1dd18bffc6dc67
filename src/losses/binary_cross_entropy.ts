/** Cross entropy of outputs that each say yes or no, apart from each other. */
import { unitInterval, withDefault } from '../errors/options.ts';
import { readTrainingOptions } from '../errors/training_options.ts';
import { softplus } from '../ops/elementwise/activations.ts';
import { add, mul, neg, sub } from '../ops/elementwise/arithmetic.ts';
import { cast } from '../ops/elementwise/cast.ts';
import type { RowWise } from '../ops/execute/executor.ts';
import { applyRowWise } from '../ops/row_wise.ts';
import { reshape } from '../ops/shape/views.ts';
import { checkPrecision } from '../tensor/precision.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { CLASS_OUTPUTS } from './class_outputs.ts';
import { classWeightsRule } from './class_weights.ts';
import { lossFactory } from './factory.ts';
import { type Loss, meanOverOutputs } from './loss.ts';
import { surprisal } from './surprisal.ts';
import { lossFor, probabilities } from './targets.ts';

export interface BinaryCrossEntropyOptions {
  /**
   * How far each target is moved towards one half, from 0 (default) to below 1:
   * `t' = (1 - labelSmoothing) t + labelSmoothing / 2`, as with two classes, and as in Keras.
   */
  readonly labelSmoothing?: number | undefined;
  /**
   * The weights of class 0 and class 1, multiplied into their parts of the loss, of every output alike; both
   * 1 by default. `[1, w]` is PyTorch's `pos_weight: w`. The mean still divides by the number of samples.
   */
  readonly classWeights?: readonly [number, number] | readonly number[] | undefined;
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
    const read = readBinary('binaryCrossEntropyOfProbabilities', options);
    return lossFor(
      probabilities,
      'binaryCrossEntropyOfProbabilities',
      (p, targets) =>
        weigh(targetsLike(p, targets, read), surprisal(p), surprisal(sub(1, p)), read),
      { options: { ...read }, classOutputs: CLASS_OUTPUTS.binaryCrossEntropyOfProbabilities },
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
    const read = readBinary('sigmoidBinaryCrossEntropy', options);
    return lossFor(
      probabilities,
      'sigmoidBinaryCrossEntropy',
      (...given) => applyRowWise(sigmoidCrossEntropyOfRows, given, read, 1),
      { options: { ...read }, classOutputs: CLASS_OUTPUTS.sigmoidBinaryCrossEntropy },
    );
  },
);

interface Resolved {
  readonly labelSmoothing: number;
  readonly classWeights: readonly number[] | undefined;
}

const sigmoidCrossEntropyOfRows: RowWise<Resolved> = {
  compute: ([x, targets], read) =>
    weigh(targetsLike(x, targets, read), softplus(neg(x)), softplus(x), read),
};

/** The mean of the surprise at what is true, weighted by how true each answer is. */
function weigh(t: Tensor, ifTrue: Tensor, ifFalse: Tensor, { classWeights }: Resolved): Tensor {
  const [one, zero] = [mul(t, ifTrue), mul(sub(1, t), ifFalse)];
  if (classWeights === undefined) return meanOverOutputs(add(one, zero));
  checkPrecision('classWeights', classWeights, t.dtype);
  // What has no weight costs nothing, even where it is impossible and the surprise infinite.
  const weighted = (part: Tensor, weight: number) => (weight === 0 ? mul(t, 0) : mul(part, weight));
  return meanOverOutputs(add(weighted(one, classWeights[1]), weighted(zero, classWeights[0])));
}

function readBinary(name: string, options: BinaryCrossEntropyOptions | undefined): Resolved {
  return readTrainingOptions<Resolved>(name, options, {
    labelSmoothing: withDefault(unitInterval, 0),
    classWeights: {
      ...classWeightsRule,
      expected: 'two finite weights, 0 or more, of class 0 and class 1',
      accepts: (value) => classWeightsRule.accepts(value) && (value as unknown[]).length === 2,
    },
  });
}

/** Targets as floats in the shape of the outputs, smoothed. */
function targetsLike(outputs: Tensor, targets: Tensor, { labelSmoothing }: Resolved): Tensor {
  const floats =
    targets.dtype === 'int32' ? reshape(cast(targets, outputs.dtype), outputs.shape) : targets;
  return labelSmoothing === 0 ? floats : add(mul(floats, 1 - labelSmoothing), labelSmoothing / 2);
}
