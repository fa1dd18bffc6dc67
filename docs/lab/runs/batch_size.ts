/** Batch size: the same network trained with batches of 1, 8, 32 and of everything, by several clocks. */
import {
  dense,
  evaluate,
  relu,
  sequential,
  sgd,
  sigmoidBinaryCrossEntropy,
  Trainer,
} from 'epochal';
import { moons } from 'epochal/data';
import { fingerprint } from 'epochal/learn';
import type { Values } from '../core/fields.ts';
import type { View } from '../core/view.ts';
import {
  type BatchRun,
  type BatchSizeResult,
  batchSize,
  type Reading,
} from '../views/batch_size.ts';

export const batchSizeRun: View<BatchSizeResult> = {
  ...batchSize,
  *run(values) {
    const samples = Number(values.samples);
    const train = moons({ samples, noise: 0.2, seed: Number(values.seed) });
    const runs: BatchRun[] = [];
    for (const size of sizesFor(samples)) {
      const trainer = trainerOf(values, size);
      const { model } = trainer;
      const { loss } = trainer.options;
      let seconds = 0;
      let since = performance.now();
      const readings: Reading[] = [];
      const read = () => {
        const { epoch: epochs, iteration: iterations, samplesSeen } = trainer;
        const reading = { epochs, iterations, samples: samplesSeen, seconds };
        readings.push({ ...reading, loss: evaluate({ model, loss }, train).loss });
      };
      read();
      for (const event of trainer.run({ train })) {
        if (event.type === 'iterationEnd') {
          seconds += (performance.now() - since) / 1000;
          yield;
          since = performance.now();
        }
        if (event.type !== 'epochEnd') continue;
        seconds += (performance.now() - since) / 1000;
        read();
        since = performance.now();
      }
      runs.push({ batchSize: size, readings, weights: fingerprint(model) });
    }
    return { samples, runs, weights: runs[0].weights };
  },
};

/** 1, 8, 32 and all; sizes that the set does not have are left out. */
function sizesFor(samples: number): number[] {
  return [...[1, 8, 32].filter((size) => size < samples), samples];
}

function trainerOf({ epochs, learningRate, scaled, seed }: Values, size: number): Trainer {
  const model = sequential({ inputShape: [2], seed: Number(seed) }, [
    dense({ units: 8 }),
    relu(),
    dense({ units: 1 }),
  ]);
  const factor = scaled === true ? Math.sqrt(size / 8) : 1;
  return new Trainer({
    model,
    loss: sigmoidBinaryCrossEntropy(),
    optimizer: sgd({ learningRate: Number(learningRate) * factor }),
    epochs: Number(epochs),
    batchSize: size,
    seed: Number(seed),
  });
}
