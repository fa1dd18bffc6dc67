/** The optimizers that race, and the network that they train. */
import {
  adam,
  adamW,
  dense,
  evaluate,
  NonFiniteError,
  type Optimizer,
  relu,
  rmsprop,
  type Schedule,
  sequential,
  sgd,
  sigmoidBinaryCrossEntropy,
  Trainer,
} from 'epochal';
import { moons } from 'epochal/data';
import { fingerprint } from 'epochal/learn';
import type { Racer, RateRun } from '../../views/learning_rate.ts';

export const optimizers: Readonly<Record<Racer, (learningRate: number) => Optimizer>> = {
  sgd: (learningRate) => sgd({ learningRate }),
  momentum: (learningRate) => sgd({ learningRate, momentum: 0.9 }),
  nesterov: (learningRate) => sgd({ learningRate, momentum: 0.9, nesterov: true }),
  rmsprop: (learningRate) => rmsprop({ learningRate }),
  adam: (learningRate) => adam({ learningRate }),
  adamW: (learningRate) => adamW({ learningRate }),
};

export interface Training {
  readonly racer: Racer;
  readonly learningRate: number;
  readonly epochs: number;
  readonly seed: number;
  readonly schedule?: Schedule | undefined;
}

export const trainingSet = (seed: number) => moons({ samples: 200, noise: 0.2, seed });

/** The same network for everyone: a seed means the same start and the same batches. */
export function trainerOf({ racer, learningRate, epochs, seed, schedule }: Training): Trainer {
  return new Trainer({
    model: sequential({ inputShape: [2], seed }, [
      dense({ units: 16 }),
      relu(),
      dense({ units: 1 }),
    ]),
    loss: sigmoidBinaryCrossEntropy(),
    optimizer: optimizers[racer](learningRate),
    schedule,
    epochs,
    batchSize: 20,
    seed,
  });
}

/**
 * Trains to the end, or until a number is not finite.
 * @param note is told the learning rate of each iteration
 */
export function* rateRun(
  name: string,
  training: Training,
  note: (learningRate: number) => void = () => {},
): Generator<undefined, RateRun> {
  const trainer = trainerOf(training);
  const train = trainingSet(training.seed);
  const { model } = trainer;
  const { loss } = trainer.options;
  const losses: number[] = [];
  const measure = () => losses.push(evaluate({ model, loss }, train).loss);
  measure();
  try {
    for (const event of trainer.run({ train })) {
      if (event.type === 'iterationEnd') {
        note(event.learningRate);
        yield;
      }
      if (event.type === 'epochEnd') measure();
    }
  } catch (error) {
    if (!(error instanceof NonFiniteError)) throw error;
    losses.push(Number.NaN);
  }
  return { name, learningRate: training.learningRate, losses, weights: fingerprint(model) };
}
