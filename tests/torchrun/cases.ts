/** The training runs that were repeated in PyTorch: by the script beside, and by the tests. */
import { type Dataset, fromArrays, moons, split } from '../../src/data/index.ts';
import {
  adam,
  adamW,
  batchNorm,
  binaryCrossEntropyOfProbabilities,
  cosine,
  type Dtype,
  dense,
  earlyStopping,
  elasticPenalty,
  elu,
  flatten,
  gelu,
  geluTanh,
  hardSigmoid,
  hardTanh,
  huber,
  type LayerLike,
  l1Penalty,
  layerNorm,
  leakyRelu,
  logSoftmax,
  meanSquaredError,
  mish,
  negativeLogLikelihood,
  relu,
  residual,
  selu,
  sequential,
  sgd,
  sigmoid,
  sigmoidBinaryCrossEntropy,
  silu,
  softmaxCrossEntropy,
  softplus,
  stepDecay,
  Trainer,
  type TrainerOptions,
  tanh,
} from '../../src/index.ts';
import type { ExportTrainingOptions } from '../../src/node/index.ts';
import { uniform } from '../../src/testing/index.ts';

type FloatDtype = Extract<Dtype, 'float32' | 'float64'>;

export const DTYPES: readonly FloatDtype[] = ['float32', 'float64'];

interface Case {
  readonly data: (dtype: FloatDtype) => Pick<ExportTrainingOptions, 'train' | 'validation'>;
  readonly inputShape?: readonly number[];
  readonly layers: () => readonly LayerLike[];
  readonly options: () => Omit<TrainerOptions, 'model' | 'epochs'>;
  /** Epochs that are trained here before the job is written, and those that it has in total. */
  readonly epochs: readonly [begun: number, total: number];
  /** Layers that do not learn. */
  readonly frozen?: string;
  readonly earlyStopping?: ExportTrainingOptions['earlyStopping'];
}

/** 83 samples in batches of 12: the last one has 11, which two processes do not share evenly. */
const halfMoons: Case['data'] = (dtype) =>
  split(moons({ samples: 103, noise: 0.1, seed: 3, dtype }), { validation: 20 / 103, seed: 1 });

/** Inputs of a few numbers, and targets that are a function of them. */
function numbers(
  samples: number,
  targetOf: (x: readonly number[], at: number) => readonly number[],
  more: (samples: number) => Partial<Parameters<typeof fromArrays>[0]> = () => ({}),
): (dtype: FloatDtype) => Dataset {
  return (dtype) => {
    const inputs = uniform([samples, 3], { seed: 5, dtype: 'float64' }).toArray() as number[][];
    return fromArrays({ inputs, targets: inputs.map(targetOf), dtype, ...more(samples) });
  };
}

const curves = numbers(
  73,
  ([a, b, c]) => [Math.sin(3 * a) - b, b * c],
  (samples) => ({ sampleWeights: Array.from({ length: samples }, (_, at) => at % 4) }),
);

const shared: Pick<Case, 'data' | 'layers' | 'epochs'> = {
  data: halfMoons,
  epochs: [2, 17],
  layers: () => [
    dense({ units: 8, weightPenalty: elasticPenalty({ l1: 1e-3, l2: 1e-3 }) }),
    tanh(),
    residual([dense({ units: 8 }), layerNorm(), relu()]),
    dense({ units: 2 }),
  ],
};

const classes: ReturnType<Case['options']> = {
  loss: softmaxCrossEntropy({ labelSmoothing: 0.1, classWeights: [1, 2] }),
  optimizer: sgd({ learningRate: 0.05, momentum: 0.9, l2: 1e-3 }),
  ...{ schedule: cosine(), clip: { globalNorm: 0.5 } },
  ...{ batchSize: 12, accumulate: 2, seed: 'zéro ∑' },
};

const cases = {
  sgd: { ...shared, options: () => classes },
  adam: {
    ...shared,
    options: () => ({ ...classes, optimizer: adam({ learningRate: 0.01, amsgrad: true }) }),
  },
  adamW: {
    ...shared,
    options: () => ({
      ...classes,
      optimizer: adamW({
        ...{ learningRate: 0.01, weightDecay: 0.1 },
        groups: [{ parameters: 'layers.0', learningRate: 0.003 }],
      }),
    }),
  },
  /** Statistics over all processes; a part that is frozen; limits; a last batch that is left out. */
  batchNorm: {
    data: halfMoons,
    layers: () => [
      dense({ units: 6 }),
      batchNorm(),
      relu(),
      dense({ units: 6 }),
      batchNorm({ momentum: 0.8, epsilon: 1e-3 }),
      tanh(),
      dense({ units: 2 }),
    ],
    options: () => ({
      loss: softmaxCrossEntropy(),
      optimizer: sgd({ learningRate: 0.1, momentum: 0.8, nesterov: true }),
      clip: { value: 0.1, norm: 0.2 },
      ...{ batchSize: 12, dropLast: true, seed: 4, validateEvery: { iterations: 4 } },
    }),
    frozen: 'layers.1',
    epochs: [1, 8],
  },
  /** The statistics of a last batch of which a process has a single sample. */
  batchNormOfAxes: {
    data: (dtype) => {
      const { inputs, targets } = curves(dtype);
      const rows = inputs.toArray() as number[][];
      const pairs = rows.map(([a, b, c]) => [
        [a, b],
        [b, c],
      ]);
      const chances = (targets.toArray() as number[][]).map(([y]) => [
        (1 + y / 2) / 2,
        (1 - y / 2) / 2,
      ]);
      return {
        train: fromArrays({ inputs: pairs.slice(0, 50), targets: chances.slice(0, 50), dtype }),
      };
    },
    inputShape: [2, 2],
    layers: () => [
      dense({ units: 3, useBias: false }),
      batchNorm(),
      flatten(),
      dense({ units: 2, useBias: false }),
      logSoftmax(),
    ],
    options: () => ({
      loss: negativeLogLikelihood({ classWeights: [1, 3] }),
      ...{ optimizer: adam({ learningRate: 0.02, l2: 1e-3 }), batchSize: 12, seed: 1 },
    }),
    epochs: [0, 8],
  },
  /** A last batch of one sample, of which a process has none; weights of samples, some of them 0. */
  regression: {
    data: (dtype) => {
      const validation = numbers(30, ([a, b, c]) => [Math.sin(3 * a) - b, b * c])(dtype);
      return { train: curves(dtype), validation };
    },
    inputShape: [3],
    layers: () => [
      dense({ units: 8, biasPenalty: l1Penalty({ strength: 1e-3 }) }),
      gelu(),
      dense({ units: 8 }),
      silu(),
      dense({ units: 2 }),
    ],
    options: () => ({
      loss: meanSquaredError(),
      optimizer: adamW({ learningRate: 0.05, weightDecay: 0 }),
      schedule: stepDecay({ every: 5, factor: 0.7 }),
      ...{ batchSize: 12, seed: 2, validateEvery: { iterations: 5 } },
    }),
    earlyStopping: { patience: { epochs: 2 }, minDelta: 1e-3 },
    epochs: [2, 40],
  },
  /** Every other activation; patience in validations; begun in the middle of an epoch. */
  binary: {
    data: (dtype) => {
      const { train, validation } = halfMoons(dtype);
      return { train, validation };
    },
    layers: () => [
      dense({ units: 5 }),
      leakyRelu({ negativeSlope: 0.2 }),
      dense({ units: 5 }),
      elu({ alpha: 0.5 }),
      dense({ units: 5 }),
      selu(),
      dense({ units: 5 }),
      geluTanh(),
      dense({ units: 5 }),
      mish(),
      dense({ units: 5 }),
      softplus(),
      dense({ units: 5 }),
      hardTanh(),
      dense({ units: 5 }),
      hardSigmoid(),
      dense({ units: 1 }),
    ],
    options: () => ({
      loss: sigmoidBinaryCrossEntropy({ labelSmoothing: 0.2, classWeights: [1, 3] }),
      ...{ optimizer: adam({ learningRate: 0.02 }), batchSize: 20, seed: 3, shuffle: false },
    }),
    earlyStopping: { patience: { validations: 4 }, restoreBest: false },
    epochs: [1, 9],
  },
  probabilities: {
    data: halfMoons,
    layers: () => [dense({ units: 4 }), tanh(), dense({ units: 1 }), sigmoid()],
    options: () => ({
      loss: binaryCrossEntropyOfProbabilities(),
      ...{ optimizer: sgd({ learningRate: 0.5 }), batchSize: 40, seed: 3 },
    }),
    epochs: [0, 6],
  },
  /** One process has more than enough for the only sample of a batch. */
  huber: {
    data: (dtype) => ({ train: curves(dtype) }),
    inputShape: [3],
    layers: () => [dense({ units: 2 })],
    options: () => ({
      loss: huber({ delta: 0.3 }),
      ...{ optimizer: sgd({ learningRate: 0.1 }), batchSize: 3, accumulate: 3, seed: 0.5 },
    }),
    epochs: [0, 2],
  },
} satisfies Readonly<Record<string, Case>>;

export type CaseName = keyof typeof cases;
export const NAMES = Object.keys(cases) as CaseName[];
/** What is repeated in the middle of an epoch. */
export const WITHIN = 'binary';

/** Trained so far that a job can be made of it; `finish` trains on here. */
export async function begin(name: CaseName, dtype: FloatDtype) {
  const one: Case = cases[name];
  const { train, validation } = one.data(dtype);
  const { inputShape = [2], epochs, earlyStopping: stopping } = one;
  const model = sequential({ inputShape, seed: 7, dtype }, one.layers());
  if (one.frozen !== undefined) model.freeze(one.frozen);
  const [begun, total] = epochs;
  const options = { ...one.options(), model, epochs: Math.max(1, begun), recordIterations: true };
  const trainer = new Trainer(options);
  const callbacks = stopping === undefined ? [] : [earlyStopping({ ...stopping, model })];
  if (begun > 0) await trainer.fit({ train, validation, callbacks });
  trainer.epochs = total;
  if (name === WITHIN) {
    for (const event of trainer.run({ train, validation })) {
      if (event.type === 'update' && event.iteration === trainer.plan(train).iterationsPerEpoch + 2)
        break;
    }
  }
  const exported: ExportTrainingOptions = {
    ...{ train, validation },
    ...(stopping && { earlyStopping: stopping }),
  };
  return { trainer, exported, finish: () => trainer.fit({ train, validation, callbacks }) };
}
