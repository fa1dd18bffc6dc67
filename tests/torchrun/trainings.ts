/** The training runs that were repeated in PyTorch: by the script beside, and by the tests. */
import { moons, split } from '../../src/data/index.ts';
import {
  adam,
  adamW,
  cosine,
  dense,
  elasticPenalty,
  layerNorm,
  type Optimizer,
  relu,
  residual,
  sequential,
  sgd,
  softmaxCrossEntropy,
  Trainer,
  tanh,
} from '../../src/index.ts';

const optimizers: Readonly<Record<string, () => Optimizer>> = {
  sgd: () => sgd({ learningRate: 0.05, momentum: 0.9, l2: 1e-3 }),
  adam: () => adam({ learningRate: 0.01, amsgrad: true }),
  adamW: () =>
    adamW({
      learningRate: 0.01,
      weightDecay: 0.1,
      groups: [{ parameters: 'layers.0', learningRate: 0.003 }],
    }),
};

export const NAMES = Object.keys(optimizers);
export const DTYPES = ['float32', 'float64'] as const;

/** 83 samples in batches of 12: the last one has 11, which two processes do not share evenly. */
export function makeTraining(name: string, dtype: (typeof DTYPES)[number]) {
  const data = moons({ samples: 103, noise: 0.1, seed: 3, dtype });
  const { train, validation } = split(data, { validation: 20 / 103, seed: 1 });
  const model = sequential({ inputShape: [2], seed: 7, dtype }, [
    dense({ units: 8, weightPenalty: elasticPenalty({ l1: 1e-3, l2: 1e-3 }) }),
    tanh(),
    residual([dense({ units: 8 }), layerNorm(), relu()]),
    dense({ units: 2 }),
  ]);
  const trainer = new Trainer({
    ...{ model, loss: softmaxCrossEntropy({ labelSmoothing: 0.1, classWeights: [1, 2] }) },
    ...{ optimizer: optimizers[name](), schedule: cosine(), clip: { globalNorm: 0.5 } },
    ...{ epochs: BEGUN, batchSize: 12, accumulate: 2, seed: 'zéro ∑', recordIterations: true },
  });
  return { trainer, train, validation };
}

/** Epochs that are trained here before the job is written, and those that it has in total. */
export const BEGUN = 2;
export const EPOCHS = 17;

/** Trained so far that a job can be made of it. */
export function begin(name: string, dtype: (typeof DTYPES)[number]) {
  const training = makeTraining(name, dtype);
  const { trainer, train, validation } = training;
  trainer.epochs = BEGUN;
  for (const _ of trainer.run({ train, validation }));
  trainer.epochs = EPOCHS;
  return training;
}
