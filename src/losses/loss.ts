/** What a loss is: a number for each sample, whose mean over the samples is minimized. */

import { describeShape } from '../errors/describe.ts';
import { ShapeError } from '../errors/errors.ts';
import { foreignToLosses, withForeign } from '../errors/foreign_members.ts';
import { callable, checkArgument, having, type Rule, string } from '../errors/options.ts';
import { div, mul } from '../ops/elementwise/arithmetic.ts';
import { where } from '../ops/elementwise/comparison.ts';
import { mean, sum } from '../ops/reduction/reduction.ts';
import { reshape } from '../ops/shape/views.ts';
import { checkTensor } from '../tensor/check.ts';
import { checkShape, type Shape } from '../tensor/shape.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { checkWeightShape } from './agreement.ts';

/** From outputs `[samples, ...]` and targets to the losses of the samples, `[samples]`. */
export type PerSample = (outputs: Tensor, targets: Tensor) => Tensor;

/** Throws unless the targets, shape, dtype and values, are such as a loss takes for these outputs. */
export type CheckTargets = (outputsShape: Shape, targets: Tensor) => void;

/** What the outputs of a network that is trained by a loss say of classes. */
export interface ClassOutputs {
  /** From where on an output means yes: 0.5 for probabilities, 0 for logits and scores. */
  readonly kind: 'logits' | 'logProbabilities' | 'probabilities' | 'scores';
  /**
   * Whether classes exclude each other, so that the largest output is the class; otherwise each output
   * says yes or no by itself. Left out where the targets tell.
   */
  readonly exclusive?: boolean;
}

export interface Loss {
  readonly name: string;
  /** All options with defaults filled in, by which two losses of one name are told apart. */
  readonly options?: Readonly<Record<string, unknown>>;
  /** For metrics of classes; left out where outputs are numbers, or nobody knows what they are. */
  readonly classOutputs?: ClassOutputs;
  /** The loss of each sample, `[samples]`. Reads no values, so it can be traced. */
  readonly perSample: PerSample;
  /**
   * The mean over the samples, `Σ wᵢ lᵢ / n`, a scalar; the weights are 1 if not given, and n is the
   * number of samples (not the sum of the weights), so that the parts of a batch add up to the whole. A
   * sample with weight 0 does not count, even where its loss or the slope of it is infinite or NaN.
   * @param sampleWeights `[samples]`
   */
  mean(outputs: Tensor, targets: Tensor, sampleWeights?: Tensor): Tensor;
  /**
   * Looks through the targets of a whole dataset once, before training.
   * @param outputsShape the shape of the outputs for all of its samples, `[samples, ...]`
   * @throws ShapeError, DtypeError, DataError naming the first sample that does not fit
   */
  readonly checkTargets?: CheckTargets;
}

/** What takes a loss. */
export const lossRule = /* @__PURE__ */ having(
  'a loss',
  'softmaxCrossEntropy()',
  'mean',
  'perSample',
);

/** What takes the loss that a model was trained with, or its name. */
export const lossOrNameRule: Rule<Loss | string> = {
  ...lossRule,
  expected: 'the loss that the model was trained with, or its name',
  accepts: (value) => typeof value === 'string' || lossRule.accepts(value),
};

/**
 * A loss from a function that gives each sample's loss. For losses of your own.
 * @param checkTargets what the Trainer calls on the targets before training
 * @param options what it was made with, by which a training run that is resumed knows it again
 * @example const cubic = loss('cubic', (outputs, targets) => pow(abs(sub(outputs, targets)), 3).mean({ axis: 1 }));
 */
export function loss(
  name: string,
  perSample: PerSample,
  checkTargets?: CheckTargets,
  options?: Loss['options'],
): Loss {
  checkArgument('loss.name', name, string);
  checkArgument(name, perSample, callable);
  if (checkTargets !== undefined) checkArgument(name, checkTargets, callable);
  const checked: PerSample = (outputs, targets) => {
    checkTensor(name, outputs);
    checkTensor(name, targets);
    if (outputs.rank === 0) {
      throw new ShapeError({
        where: name,
        expected: 'outputs whose first axis is the samples',
        received: 'a scalar',
        remedy: 'Reshape them: outputs.reshape([1, 1]).',
      });
    }
    const losses = perSample(outputs, targets);
    checkTensor(name, losses);
    if (losses.rank !== 1 || losses.shape[0] !== outputs.shape[0]) {
      throw new ShapeError({
        where: name,
        expected: `one loss for each sample, shape [${outputs.shape[0]}]`,
        received: describeShape(losses.shape),
        remedy: 'Reduce every axis but the first.',
      });
    }
    return losses;
  };
  return withForeign(
    {
      name,
      ...(options && { options }),
      perSample: checked,
      mean(outputs, targets, sampleWeights) {
        if (sampleWeights === undefined) {
          return div(sum(checked(outputs, targets)), outputs.shape[0]);
        }
        checkTensor(name, outputs);
        const place = `${name}.sampleWeights`;
        checkTensor(place, sampleWeights);
        if (outputs.rank > 0) checkWeightShape(place, outputs.shape[0], sampleWeights.shape);
        const losses = checked(counting(outputs, sampleWeights), targets);
        return div(sum(where(sampleWeights, mul(losses, sampleWeights), 0)), outputs.shape[0]);
      },
      ...(checkTargets && {
        checkTargets(outputsShape: Shape, targets: Tensor) {
          checkShape(name, outputsShape);
          checkTensor(name, targets);
          checkTargets(outputsShape, targets);
        },
      }),
    },
    foreignToLosses,
  );
}

/**
 * Outputs as they are, and 0 for samples that do not count: 0 times an infinite slope would be NaN, so
 * nothing may flow back through the losses of those.
 * @param weights of the samples, 0 for those that do not count
 */
export function counting(outputs: Tensor, weights: Tensor): Tensor {
  const rest = outputs.shape.slice(weights.rank).map(() => 1);
  return where(reshape(weights, [...weights.shape, ...rest]), outputs, 0);
}

/** The mean over every axis but the first. Losses of a sample's outputs become that of the sample. */
export function meanOverOutputs(x: Tensor): Tensor {
  if (x.rank === 1) return x;
  return mean(x, { axis: x.shape.map((_, axis) => axis).slice(1) });
}
