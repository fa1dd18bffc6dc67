/** One epoch: which samples each iteration uses, and what the counters say. */
import { dense, meanSquaredError, sequential, sgd, Trainer } from 'epochal';
import { linearRegression } from 'epochal/data';
import { fingerprint } from 'epochal/learn';
import type { Values } from '../core/fields.ts';
import type { View } from '../core/view.ts';
import { type IterationTaken, type OneEpochResult, oneEpoch } from '../views/one_epoch.ts';

export const oneEpochRun: View<OneEpochResult> = {
  ...oneEpoch,
  *run(values) {
    const { trainer, train } = trainingOf(values);
    const { samples, iterationsPerEpoch, lastBatchSize } = trainer.plan(train);
    const iterations: IterationTaken[] = [];
    let rows: number[] = [];
    let microBatches: number[] = [];
    for (const event of trainer.run({ train })) {
      switch (event.type) {
        case 'iterationStart':
          rows = Array.from(event.indices);
          microBatches = [];
          break;
        case 'forward':
          microBatches.push(event.outputs.shape[0]);
          break;
        case 'iterationEnd': {
          const { epoch, iteration, loss, samplesSeen } = event;
          iterations.push({ epoch, iteration, rows, microBatches, loss, samplesSeen });
          yield;
        }
      }
    }
    const weights = fingerprint(trainer.model);
    return { samples, iterationsPerEpoch, lastBatchSize, iterations, weights };
  },
};

function trainingOf({ samples, batchSize, epochs, shuffle, dropLast, accumulate, seed }: Values) {
  const model = sequential({ inputShape: [1], seed: Number(seed) }, [dense({ units: 1 })]);
  const trainer = new Trainer({
    model,
    loss: meanSquaredError(),
    optimizer: sgd({ learningRate: 0.1 }),
    epochs: Number(epochs),
    batchSize: Number(batchSize),
    accumulate: Math.min(Number(accumulate), Number(batchSize)),
    shuffle: shuffle === true,
    dropLast: dropLast === true,
    seed: Number(seed),
  });
  const train = linearRegression({ samples: Number(samples), seed: Number(seed) });
  return { trainer, train };
}
