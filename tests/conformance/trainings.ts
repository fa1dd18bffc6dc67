/**
 * A fixed set of small training runs that between them use every optimizer, every kind of layer, most
 * activations and losses, dropout, groups, schedules, clipping and accumulation. Their fingerprints
 * are in hashes.json and are the same on every engine. Everything comes from the public entries.
 */
import {
  blobs,
  circles,
  type Dataset,
  diabetes,
  digits,
  fromArrays,
  iris,
  linearRegression,
  moons,
  spirals,
  standardize,
  subset,
  xor,
} from '../../src/data/index.ts';
import * as epochal from '../../src/index.ts';

const { dense, dropout, sequential, Trainer } = epochal;

export interface FixedTraining {
  readonly name: string;
  make(backend: epochal.Backend): { trainer: epochal.Trainer; train: Dataset; validation: Dataset };
}

interface Definition {
  readonly data: () => Dataset;
  readonly layers: () => epochal.LayerLike[];
  /** What the Trainer takes besides model, seed and backend. */
  readonly options: () => Omit<epochal.TrainerOptions, 'model'>;
}

const definitions: Readonly<Record<string, Definition>> = {
  'xor, tanh, adam': {
    data: () => xor({ samples: 64, noise: 0.1, seed: 1 }),
    layers: () => [dense({ units: 8 }), epochal.tanh(), dense({ units: 1 })],
    options: () => ({
      loss: epochal.sigmoidBinaryCrossEntropy(),
      optimizer: epochal.adam({ learningRate: 0.05 }),
      epochs: 20,
      batchSize: 10,
    }),
  },
  'digits, relu, sgd': {
    data: () => first(digits(), 400),
    layers: () => [dense({ units: 48 }), epochal.relu(), dense({ units: 10 })],
    options: () => ({
      loss: epochal.softmaxCrossEntropy(),
      optimizer: epochal.sgd({ learningRate: 0.1, momentum: 0.9, nesterov: true }),
      schedule: epochal.oneCycle(),
      epochs: 4,
      batchSize: 48,
    }),
  },
  'digits, dropout, batchNorm, adamW': {
    data: () => first(digits(), 300),
    layers: () => [
      dense({ units: 40, useBias: false }),
      epochal.batchNorm(),
      epochal.gelu(),
      dropout({ rate: 0.3 }),
      dense({ units: 10 }),
    ],
    options: () => ({
      loss: epochal.softmaxCrossEntropy({ labelSmoothing: 0.1 }),
      optimizer: epochal.adamW({ weightDecay: 0.05 }),
      schedule: epochal.cosine({ warmUp: 5 }),
      epochs: 3,
      batchSize: 32,
    }),
  },
  'iris, layerNorm, residual, rmsprop': {
    data: () => standardized(iris()),
    layers: () => [
      dense({ units: 12 }),
      epochal.residual([epochal.layerNorm(), dense({ units: 12 }), epochal.silu()]),
      epochal.mish(),
      dense({ units: 3 }),
      epochal.logSoftmax(),
    ],
    options: () => ({
      loss: epochal.negativeLogLikelihood({ classWeights: [1, 0.5, 2] }),
      optimizer: epochal.rmsprop({ centered: true, momentum: 0.5 }),
      epochs: 5,
      batchSize: 16,
    }),
  },
  'diabetes, huber, lamb': {
    data: () => standardized(first(diabetes(), 200)),
    layers: () => [
      dense({ units: 16 }),
      epochal.softplus(),
      dropout({ rate: 0.5 }),
      dense({ units: 1 }),
    ],
    options: () => ({
      loss: epochal.huber({ delta: 10 }),
      optimizer: epochal.lamb({ learningRate: 0.02, weightDecay: 0.01 }),
      clip: { norm: 5 },
      epochs: 4,
      batchSize: 30,
    }),
  },
  'moons, elu, selu, lion': {
    data: () => signs(moons({ samples: 120, noise: 0.2, seed: 2 })),
    layers: () => [
      dense({ units: 9 }),
      epochal.elu(),
      dense({ units: 9 }),
      epochal.selu(),
      dense({ units: 1 }),
    ],
    options: () => ({
      loss: epochal.squaredHinge(),
      optimizer: epochal.lion({ learningRate: 1e-3, weightDecay: 0.1 }),
      epochs: 6,
      batchSize: 25,
    }),
  },
  'circles, hard activations, nadam': {
    data: () => circles({ samples: 100, noise: 0.05, seed: 3 }),
    layers: () => [
      dense({ units: 7 }),
      epochal.leakyRelu(),
      dense({ units: 7 }),
      epochal.hardTanh(),
      dense({ units: 7 }),
      epochal.geluTanh(),
      dense({ units: 1 }),
      epochal.hardSigmoid(),
    ],
    options: () => ({
      loss: epochal.binaryCrossEntropyOfProbabilities(),
      optimizer: epochal.nadam(),
      epochs: 5,
      batchSize: 16,
      dropLast: true,
    }),
  },
  'spirals, accumulation, clipping, radam': {
    data: () => spirals({ samples: 90, classes: 3, seed: 4 }),
    layers: () => [dense({ units: 10 }), epochal.sigmoid(), dense({ units: 3 })],
    options: () => ({
      loss: epochal.softmaxCrossEntropy(),
      optimizer: epochal.radam({ learningRate: 0.05 }),
      clip: { value: 0.2, norm: 0.5, globalNorm: 0.6 },
      accumulate: 3,
      epochs: 6,
      batchSize: 32,
    }),
  },
  'linear regression, groups, adagrad': {
    data: () => linearRegression({ samples: 80, features: 5, seed: 5 }),
    layers: () => [dense({ units: 1 })],
    options: () => ({
      loss: epochal.meanSquaredError(),
      optimizer: epochal.adagrad({
        learningRate: 0.1,
        l2: 0.01,
        groups: [{ parameters: 'layers.0.bias', learningRate: 0.5, l2: 0 }],
      }),
      schedule: epochal.exponential({ factor: 0.8 }),
      epochs: 8,
      batchSize: 12,
    }),
  },
  'blobs, sample weights, adadelta': {
    data: () => weighted(blobs({ samples: 110, classes: 4, features: 3, seed: 6 })),
    layers: () => [dense({ units: 11 }), epochal.tanh(), dense({ units: 4 })],
    options: () => ({
      loss: epochal.softmaxCrossEntropy(),
      optimizer: epochal.adadelta({ learningRate: 1 }),
      epochs: 6,
      batchSize: 17,
    }),
  },
  'positions, flatten, cosine similarity, adamax': {
    data: () => positions(60),
    layers: () => [dense({ units: 6 }), epochal.silu(), epochal.flatten(), dense({ units: 5 })],
    options: () => ({
      loss: epochal.cosineSimilarity(),
      optimizer: epochal.adamax({ learningRate: 0.01 }),
      epochs: 5,
      batchSize: 14,
    }),
  },
  'wide, amsgrad': {
    data: () => blobs({ samples: 150, classes: 7, features: 200, seed: 7 }),
    layers: () => [
      dense({ units: 130 }),
      epochal.relu(),
      dropout({ rate: 0.2 }),
      dense({ units: 7 }),
    ],
    options: () => ({
      loss: epochal.softmaxCrossEntropy(),
      optimizer: epochal.adam({ amsgrad: true }),
      epochs: 2,
      batchSize: 37,
    }),
  },
  'moons, noise, penalties, constraints, look-ahead': {
    data: () => moons({ samples: 100, noise: 0.1, seed: 9 }),
    layers: () => [
      epochal.gaussianNoise({ standardDeviation: 0.2 }),
      dense({
        units: 12,
        weightPenalty: epochal.elasticPenalty({ l1: 1e-3, l2: 1e-2 }),
        weightConstraint: epochal.maxNorm({ max: 1 }),
        biasConstraint: epochal.nonNegative(),
      }),
      epochal.relu(),
      dense({
        units: 1,
        weightConstraint: epochal.unitNorm(),
        biasPenalty: epochal.l1Penalty({ strength: 0.01 }),
      }),
    ],
    options: () => ({
      loss: epochal.sigmoidBinaryCrossEntropy({ labelSmoothing: 0.1 }),
      optimizer: epochal.lookahead({ optimizer: epochal.adam({ learningRate: 0.02 }) }),
      accumulate: 2,
      epochs: 5,
      batchSize: 18,
    }),
  },
};

export const trainings: readonly FixedTraining[] = Object.entries(definitions).map(
  ([name, { data, layers, options }]) => ({
    name,
    make(backend) {
      const train = data();
      const model = sequential({ inputShape: train.inputs.shape.slice(1), seed: 7 }, layers());
      const trainer = new Trainer({ model, seed: 7, backend, ...options() });
      return { trainer, train, validation: first(train, 20) };
    },
  }),
);

function first(dataset: Dataset, count: number): Dataset {
  return subset(
    dataset,
    Array.from({ length: count }, (_, i) => i),
  );
}

function standardized(dataset: Dataset): Dataset {
  return standardize(dataset).apply(dataset);
}

/** Two classes as -1 and 1. */
function signs({ inputs, targets }: Dataset): Dataset {
  const values = Array.from(targets.toTypedArray(), (target) => 2 * target - 1);
  return fromArrays({ inputs, targets: values });
}

function weighted({ inputs, targets, size }: Dataset): Dataset {
  const sampleWeights = Array.from({ length: size }, (_, i) => 0.25 * (1 + (i % 5)));
  return fromArrays({ inputs, targets, sampleWeights });
}

/** Samples of three positions with four numbers each, and five numbers to point at. */
function positions(samples: number): Dataset {
  const { uniform } = epochal.random(8, 'conformance/positions');
  const drawn = (size: number) => Float32Array.from({ length: size }, () => uniform() - 0.5);
  return fromArrays({
    inputs: epochal.tensor(drawn(12 * samples), { shape: [samples, 3, 4] }),
    targets: epochal.tensor(drawn(5 * samples), { shape: [samples, 5] }),
  });
}
