/** A real training of which one number, the metric `scripted`, is what the test says. */
import { linearRegression } from '../../src/data/index.ts';
import {
  dense,
  meanSquaredError,
  sequential,
  sgd,
  Trainer,
  type TrainerOptions,
} from '../../src/index.ts';

export const train = linearRegression({ samples: 10, features: 2, seed: 1 });
export const validation = linearRegression({ samples: 6, features: 2, seed: 2 });

/** Three iterations an epoch. After the last value it stays as it is. */
export function scripted(values: readonly number[], options: Partial<TrainerOptions> = {}) {
  let measured = 0;
  const model = sequential({ inputShape: [2], seed: 3 }, [dense({ units: 1 })]);
  const trainer = new Trainer({
    model,
    loss: meanSquaredError(),
    optimizer: sgd({ learningRate: 0.01 }),
    metrics: { scripted: () => values[Math.min(measured++, values.length - 1)] },
    epochs: 30,
    batchSize: 4,
    backend: 'reference',
    ...options,
  });
  return { model, trainer };
}
