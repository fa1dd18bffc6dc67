/** A training run that runs here and in threads, where it is loaded through a compiler. */
import { iris as dataset, split, standardize } from '../../../src/data/index.ts';
import {
  accuracy,
  adam,
  dense,
  relu,
  sequential,
  softmaxCrossEntropy,
} from '../../../src/index.ts';
import { trainerObjective } from '../../../src/selection/index.ts';

const parts = split(dataset(), { validation: 0.3, seed: 7, stratify: true });
const scaler = standardize(parts.train);

export const iris = trainerObjective({
  training: ({ learningRate, units }: { learningRate: number; units: number }, { seed }) => ({
    model: sequential({ inputShape: [4], seed }, [dense({ units }), relu(), dense({ units: 3 })]),
    loss: softmaxCrossEntropy(),
    optimizer: adam({ learningRate }),
    metrics: { accuracy },
    batchSize: 16,
  }),
  train: scaler.apply(parts.train),
  validation: scaler.apply(parts.validation),
  monitor: 'validation.accuracy',
  goal: 'maximum',
});
