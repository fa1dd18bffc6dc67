/** The data of the time machine, and the two training runs that begin with the same weights. */
import {
  adam,
  dense,
  type Optimizer,
  sequential,
  sgd,
  sigmoidBinaryCrossEntropy,
  Trainer,
  tanh,
} from 'epochal';
import { circles, type Dataset, moons, spirals } from 'epochal/data';
import type { Values } from '../../core/fields.ts';

const SAMPLES = 120;
const SETS = {
  moons: () => moons({ samples: SAMPLES, noise: 0.15, seed: 7 }),
  circles: () => circles({ samples: SAMPLES, noise: 0.1, seed: 7 }),
  spirals: () => spirals({ samples: SAMPLES, noise: 0.05, seed: 7 }),
};

export function dataOf({ data }: Values): Dataset {
  return SETS[data as keyof typeof SETS]();
}

export function network(seed: number) {
  return sequential({ inputShape: [2], seed }, [
    dense({ units: 8 }),
    tanh(),
    dense({ units: 8 }),
    tanh(),
    dense({ units: 1 }),
  ]);
}

const OPTIMIZERS: Readonly<Record<string, (learningRate: number) => Optimizer>> = {
  sgd: (learningRate) => sgd({ learningRate }),
  momentum: (learningRate) => sgd({ learningRate, momentum: 0.9 }),
  adam: (learningRate) => adam({ learningRate }),
};

/** @param which `''` for the first run, `2` for the second: how its fields end */
export function trainingOf(values: Values, which: '' | '2'): Trainer {
  const own = (name: string) => values[`${name}${which}`];
  return new Trainer({
    model: network(Number(values.seed)),
    loss: sigmoidBinaryCrossEntropy(),
    optimizer: OPTIMIZERS[String(own('optimizer'))](Number(own('learningRate'))),
    epochs: Number(values.epochs),
    batchSize: Number(own('batchSize')),
    seed: Number(own('order')),
  });
}
