/** Networks of several widths and depths, and how soon they are good enough. */
import type { Split } from '../../../src/data/index.ts';
import {
  dense,
  type Model,
  NonFiniteError,
  relu,
  sequential,
  sgd,
  softmaxCrossEntropy,
  Trainer,
} from '../../../src/index.ts';
import { follow, type Measurement } from '../reach.ts';
import type { InParts } from './finish.ts';

/** Hidden layers, and the units of each. */
export type Size = readonly [layers: number, units: number];

export function network([layers, units]: Size, seed: number): Model {
  const hidden = Array.from({ length: layers }, () => [dense({ units }), relu()]);
  return sequential({ inputShape: [64], seed }, [...hidden.flat(), dense({ units: 10 })]);
}

/** Up to 30 epochs, measured five times in each; nothing is reached by a network that diverges. */
export function* trainSize(
  size: Size,
  learningRate: number,
  parts: Split,
  seed: number,
): InParts<{ measured: Measurement[]; model: Model }> {
  const model = network(size, seed);
  const trainer = new Trainer({
    model,
    loss: softmaxCrossEntropy(),
    optimizer: sgd({ learningRate }),
    epochs: 30,
    batchSize: 32,
    seed,
  });
  const every = trainer.plan(parts.train).iterationsPerEpoch / 5;
  try {
    const measured = yield* follow(trainer, { ...parts, every, until: 0.95 });
    return { measured, model };
  } catch (error) {
    if (error instanceof NonFiniteError) return { measured: [], model };
    throw error;
  }
}
