/** What most experiments train: a network with one hidden layer of 32 units that tells digits apart. */
import { digits, type Split, split, subset } from '../../../src/data/index.ts';
import {
  accuracy,
  type Dataset,
  dense,
  evaluate,
  type Model,
  relu,
  sequential,
  softmaxCrossEntropy,
  Trainer,
  type TrainerOptions,
} from '../../../src/index.ts';
import type { InParts } from './finish.ts';

/** 1437 digits to learn from, 360 to judge by. */
export function digitParts(seed: number): Split {
  return split(digits(), { validation: 0.2, seed, stratify: true });
}

export function classifier(seed: number): Model {
  return sequential({ inputShape: [64], seed }, [
    dense({ units: 32 }),
    relu(),
    dense({ units: 10 }),
  ]);
}

type Setting = Omit<TrainerOptions, 'model' | 'loss' | 'seed'>;

export function classifierTrainer(options: Setting, seed: number): Trainer {
  return new Trainer({ model: classifier(seed), loss: softmaxCrossEntropy(), ...options, seed });
}

/** The first samples of a set; they are in random order already. */
export function firstOf(dataset: Dataset, samples: number): Dataset {
  return subset(
    dataset,
    Array.from({ length: samples }, (_, sample) => sample),
  );
}

/** On data that it was not trained with. */
export interface Judged {
  readonly loss: number;
  readonly accuracy: number;
}

export function judge(model: Model, data: Dataset): Judged {
  const { loss, metrics } = evaluate(
    { model, loss: softmaxCrossEntropy(), metrics: { accuracy } },
    data,
  );
  return { loss, accuracy: metrics.accuracy };
}

export interface Ended extends Judged {
  readonly iterations: number;
  readonly model: Model;
}

/** Trains to the end and judges then. */
export function* trainAndJudge(
  { train, validation }: Split,
  options: Setting,
  seed: number,
): InParts<Ended> {
  const trainer = classifierTrainer(options, seed);
  for (const event of trainer.run({ train })) if (event.type === 'iterationEnd') yield;
  return {
    ...judge(trainer.model, validation),
    iterations: trainer.iteration,
    model: trainer.model,
  };
}
