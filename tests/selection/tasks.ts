/** Small training runs for selections to compare. */
import { dense, meanSquaredError, sequential, sgd, tanh } from '../../src/index.ts';
import type { Training } from '../../src/selection/index.ts';
import type { HistoryData, TrainerOptions } from '../../src/train/index.ts';
import { regression } from '../train/tasks.ts';

/** 23 samples, so that folds differ in size. */
export const dataset = regression({ samples: 23, outputs: 1 });

/** A network of its own for every run. */
export function training(overrides: Partial<TrainerOptions> = {}): Training {
  return ({ seed }) => ({
    model: sequential({ inputShape: [3], seed }, [
      dense({ units: 4 }),
      tanh(),
      dense({ units: 1 }),
    ]),
    loss: meanSquaredError(),
    optimizer: sgd({ learningRate: 0.1 }),
    epochs: 3,
    batchSize: 6,
    seed,
    backend: 'reference', // nothing to gain from compiling so little, again and again
    ...overrides,
  });
}

/** A history without what differs from run to run. */
export function withoutSeconds(history: HistoryData): HistoryData {
  const epochs = history.epochs.map((record) => ({ ...record, seconds: 0 }));
  return { epochs, validations: history.validations, iterations: history.iterations };
}
