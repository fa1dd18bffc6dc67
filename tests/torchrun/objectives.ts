/** Every loss with outputs and targets, for its `objective.py`: by the script beside, and by the tests. */
import {
  binaryCrossEntropyOfProbabilities,
  cosineSimilarity,
  expPoisson,
  hinge,
  huber,
  klDivergence,
  type Loss,
  logCosh,
  logSoftmax,
  meanAbsoluteError,
  meanSquaredError,
  negativeLogLikelihood,
  poisson,
  sequential,
  sigmoid,
  sigmoidBinaryCrossEntropy,
  softmax,
  softmaxCrossEntropy,
  squaredHinge,
  type Tensor,
  tanh,
  tensor,
} from '../../src/index.ts';
import { uniform } from '../../src/testing/index.ts';
import { objectiveProgram } from '../../src/torchrun/objective.ts';
import { Obstacles } from '../../src/torchrun/obstacles.ts';

export interface Objective {
  readonly loss: Loss;
  readonly outputs: Tensor;
  readonly targets: Tensor;
}

const numbers = (shape: readonly number[], seed: number) =>
  uniform(shape, { seed, low: -30, high: 30, dtype: 'float64' });
const small = (shape: readonly number[], seed: number) => numbers(shape, seed).div(20);
const chances = (shape: readonly number[], seed: number) => sigmoid(small(shape, seed));
const distributions = (shape: readonly number[], seed: number) => softmax(small(shape, seed));
const classes = tensor([0, 2, 1, 2, 0], { dtype: 'int32' });
const signs = tensor([1, -1, -1, 1, 1, 1, -1, -1, 1, -1], { shape: [5, 2], dtype: 'float64' });
const labels = tensor([1, 0, 0, 1, 1], { dtype: 'int32' });
const wide = [5, 3];
const deep = [5, 2, 3];
const classWeights = [1, 2, 0.5];

export const OBJECTIVES: Readonly<Record<string, Objective>> = {
  crossEntropy: { loss: softmaxCrossEntropy(), outputs: numbers(wide, 1), targets: classes },
  crossEntropyWeighted: {
    loss: softmaxCrossEntropy({ classWeights, labelSmoothing: 0.2 }),
    outputs: numbers(wide, 1),
    targets: classes,
  },
  crossEntropyOfDistributions: {
    loss: softmaxCrossEntropy({ classWeights, labelSmoothing: 0.2 }),
    outputs: numbers(wide, 1),
    targets: distributions(wide, 2),
  },
  logLikelihood: {
    loss: negativeLogLikelihood(),
    outputs: logSoftmax(small(wide, 1)),
    targets: classes,
  },
  logLikelihoodWeighted: {
    loss: negativeLogLikelihood({ classWeights }),
    outputs: logSoftmax(small(wide, 1)),
    targets: classes,
  },
  logLikelihoodOfDistributions: {
    loss: negativeLogLikelihood({ classWeights }),
    outputs: logSoftmax(small(wide, 1)),
    targets: distributions(wide, 2),
  },
  binary: { loss: sigmoidBinaryCrossEntropy(), outputs: numbers([5, 1], 1), targets: labels },
  binaryWeighted: {
    loss: sigmoidBinaryCrossEntropy({ classWeights: [2, 3], labelSmoothing: 0.1 }),
    outputs: numbers(deep, 1),
    targets: chances(deep, 2),
  },
  probabilities: {
    loss: binaryCrossEntropyOfProbabilities({ labelSmoothing: 0.1 }),
    outputs: chances([5, 1], 1),
    targets: labels,
  },
  probabilitiesWeighted: {
    loss: binaryCrossEntropyOfProbabilities({ classWeights: [2, 3] }),
    outputs: chances(wide, 1),
    targets: chances(wide, 2),
  },
  squaredError: {
    loss: meanSquaredError(),
    outputs: numbers(deep, 1),
    targets: numbers(deep, 2),
  },
  absoluteError: {
    loss: meanAbsoluteError(),
    outputs: numbers(wide, 1),
    targets: numbers(wide, 2),
  },
  huber: { loss: huber({ delta: 7 }), outputs: numbers(wide, 1), targets: numbers(wide, 2) },
  logCosh: { loss: logCosh(), outputs: numbers(wide, 1), targets: numbers(wide, 2) },
  hinge: { loss: hinge(), outputs: small([5, 2], 1), targets: signs },
  squaredHinge: { loss: squaredHinge(), outputs: small([5, 2], 1), targets: signs },
  poisson: { loss: poisson(), outputs: chances(wide, 1), targets: chances(wide, 2).mul(5) },
  expPoisson: { loss: expPoisson(), outputs: small(wide, 1), targets: chances(wide, 2).mul(5) },
  klDivergence: {
    loss: klDivergence(),
    outputs: distributions(deep, 1),
    targets: distributions(deep, 2),
  },
  cosine: { loss: cosineSimilarity(), outputs: numbers(deep, 1), targets: numbers(deep, 2) },
};

/** The text of `objective.py`. */
export function programOf({ loss, outputs, targets }: Objective): string {
  const obstacles = new Obstacles();
  const model = sequential({ inputShape: outputs.shape.slice(1), dtype: 'float64' }, [tanh()]);
  const text = objectiveProgram(loss, model, targets, obstacles);
  obstacles.check();
  return text;
}
