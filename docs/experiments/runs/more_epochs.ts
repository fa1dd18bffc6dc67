/** Both losses over many epochs, on two sets. */
import { diabetes, digits, type Split, split, standardize } from '../../../src/data/index.ts';
import {
  adam,
  dense,
  type Model,
  relu,
  sequential,
  Trainer,
  type TrainerOptions,
} from '../../../src/index.ts';
import type { InParts } from './finish.ts';

/** Of the disease of 442 patients a year later, from 265 of them. */
export function progression(seed: number): Split {
  const parts = split(diabetes(), { validation: 0.4, seed });
  const scalers = [standardize(parts.train), standardize(parts.train, { of: 'targets' })];
  const [train, validation] = [parts.train, parts.validation].map((part) =>
    scalers.reduce((scaled, scaler) => scaler.apply(scaled), part),
  );
  return { train, validation };
}

/** Of 1797 digits, from 358 of them. */
export function recognition(seed: number): Split {
  const { train, validation } = split(digits(), {
    validation: 0.2,
    test: 0.6,
    seed,
    stratify: true,
  });
  return { train, validation };
}

export interface Point {
  readonly epoch: number;
  readonly training: number;
  readonly validation: number;
  readonly accuracy: number;
}

export type Task = Pick<TrainerOptions, 'loss' | 'metrics'> & {
  readonly units: number;
  readonly epochs: number;
};

/** What was measured every 5 epochs. */
export function* curve(
  data: Split,
  task: Task,
  seed: number,
): InParts<{ points: Point[]; model: Model }> {
  const { units, ...measures } = task;
  const inputShape = data.train.inputs.shape.slice(1);
  const layers = [dense({ units: 32 }), relu(), dense({ units })];
  const model = sequential({ inputShape, seed }, layers);
  const trainer = new Trainer({
    ...measures,
    model,
    optimizer: adam({ learningRate: 3e-3 }),
    batchSize: 32,
    seed,
    validateEvery: { epochs: 5 },
  });
  for (const event of trainer.run(data)) if (event.type === 'iterationEnd') yield;
  const { epochs, validations } = trainer.history;
  const points = validations.map(({ epoch, loss, metrics }) => ({
    epoch,
    training: epochs[epoch - 1].loss,
    validation: loss,
    accuracy: metrics.accuracy,
  }));
  return { points, model };
}
