/**
 * One record for each loss, by the loss's name: outputs and targets that it takes, away from kinks, in
 * float64. Targets of whole numbers are classes, to which no gradient flows.
 */
import * as losses from '../../src/losses/index.ts';
import { softmax } from '../../src/ops/reduction/softmax.ts';
import { type Dtype, type Tensor, tensor, uniform } from '../tensors.ts';

export interface LossCase {
  readonly loss: losses.Loss;
  readonly outputs: Tensor;
  readonly targets: Tensor;
}

const dtype: Dtype = 'float64';
const drawn = (seed: number, low: number, high: number) =>
  uniform([4, 3], { low, high, dtype, seed });

export const scores = drawn(3, -2, 2);
export const numbers = drawn(5, -2, 2);
const positives = drawn(4, 0.05, 0.95);
const fractions = drawn(6, 0.05, 0.95);
const mixture = softmax(numbers);
const classes = tensor([2, 0, 1, 2], { dtype: 'int32' });
const signs = tensor(
  [
    [1, -1, 1],
    [-1, -1, 1],
    [1, 1, -1],
    [-1, 1, 1],
  ],
  { dtype },
);
const weighting = { labelSmoothing: 0.2, classWeights: [0.5, 2, 1] };

export const lossRecords: Readonly<Record<string, readonly LossCase[]>> = {
  meanSquaredError: [{ loss: losses.meanSquaredError(), outputs: scores, targets: numbers }],
  meanAbsoluteError: [{ loss: losses.meanAbsoluteError(), outputs: scores, targets: numbers }],
  huber: [
    { loss: losses.huber(), outputs: scores, targets: numbers },
    { loss: losses.huber({ delta: 0.75 }), outputs: scores, targets: numbers },
  ],
  logCosh: [{ loss: losses.logCosh(), outputs: scores, targets: numbers }],
  binaryCrossEntropyOfProbabilities: [
    { loss: losses.binaryCrossEntropyOfProbabilities(), outputs: positives, targets: fractions },
    {
      loss: losses.binaryCrossEntropyOfProbabilities({ labelSmoothing: 0.2 }),
      outputs: positives,
      targets: fractions,
    },
    {
      loss: losses.binaryCrossEntropyOfProbabilities({ classWeights: [0.5, 2] }),
      outputs: positives,
      targets: fractions,
    },
  ],
  sigmoidBinaryCrossEntropy: [
    { loss: losses.sigmoidBinaryCrossEntropy(), outputs: scores, targets: fractions },
    {
      loss: losses.sigmoidBinaryCrossEntropy({ classWeights: [0.5, 2], labelSmoothing: 0.1 }),
      outputs: scores,
      targets: fractions,
    },
  ],
  softmaxCrossEntropy: [
    { loss: losses.softmaxCrossEntropy(), outputs: scores, targets: classes },
    { loss: losses.softmaxCrossEntropy(), outputs: scores, targets: mixture },
    { loss: losses.softmaxCrossEntropy(weighting), outputs: scores, targets: classes },
  ],
  negativeLogLikelihood: [
    { loss: losses.negativeLogLikelihood(), outputs: scores, targets: classes },
    {
      loss: losses.negativeLogLikelihood({ classWeights: [0.5, 2, 1] }),
      outputs: scores,
      targets: classes,
    },
  ],
  hinge: [{ loss: losses.hinge(), outputs: scores, targets: signs }],
  squaredHinge: [{ loss: losses.squaredHinge(), outputs: scores, targets: signs }],
  klDivergence: [{ loss: losses.klDivergence(), outputs: positives, targets: mixture }],
  poisson: [{ loss: losses.poisson(), outputs: positives, targets: fractions }],
  expPoisson: [{ loss: losses.expPoisson(), outputs: scores, targets: fractions }],
  cosineSimilarity: [{ loss: losses.cosineSimilarity(), outputs: scores, targets: numbers }],
};
