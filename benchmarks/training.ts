/** Training iterations: forward, loss, backward, update, through the Trainer as users run it. */
import type { Dataset } from '../src/data/dataset.ts';
import {
  adam,
  dense,
  type Loss,
  type Model,
  meanSquaredError,
  type Optimizer,
  relu,
  sequential,
  sgd,
  softmaxCrossEntropy,
  Trainer,
  tanh,
  tensor,
} from '../src/index.ts';
import { random } from '../src/tensor/rng.ts';
import { median } from './measure.ts';

export interface Configuration {
  readonly name: string;
  readonly description: string;
  readonly batchSize: number;
  /** Operations of the matrix products in one iteration. */
  readonly flops: number;
  readonly data: Dataset;
  model(): Model;
  loss(): Loss;
  optimizer(): Optimizer;
}

const SAMPLES = 1024;

function dataset(inputs: number, classes: number): Dataset {
  const source = random(1, `training ${inputs}`);
  const x = Float32Array.from({ length: SAMPLES * inputs }, () => source.normal());
  const targets =
    classes === 1
      ? tensor(
          Float32Array.from({ length: SAMPLES }, () => source.normal()),
          { shape: [SAMPLES, 1] },
        )
      : tensor(Int32Array.from({ length: SAMPLES }, () => source.integer(classes)));
  return { inputs: tensor(x, { shape: [SAMPLES, inputs] }), targets, size: SAMPLES };
}

function configuration(
  name: string,
  sizes: readonly number[],
  activation: typeof relu,
  optimizer: () => Optimizer,
  batchSize: number,
): Configuration {
  const classes = sizes[sizes.length - 1];
  // Each product once forward, twice backward, but for the first layer, whose input has no gradient.
  const products = sizes.slice(1).map((units, i) => 2 * batchSize * sizes[i] * units);
  return {
    name,
    description: `${sizes.join('-')}, batch ${batchSize}`,
    batchSize,
    flops: 3 * products.reduce((sum, one) => sum + one, 0) - products[0],
    data: dataset(sizes[0], classes),
    model: () =>
      sequential(
        { inputShape: [sizes[0]], seed: 1 },
        sizes
          .slice(1)
          .flatMap((units, i) =>
            i < sizes.length - 2 ? [dense({ units }), activation()] : [dense({ units })],
          ),
      ),
    loss: () => (classes === 1 ? meanSquaredError() : softmaxCrossEntropy()),
    optimizer,
  };
}

export const CONFIGURATIONS: readonly Configuration[] = [
  configuration('a', [2, 16, 16, 1], tanh, () => sgd({ learningRate: 0.01 }), 10),
  configuration('b', [64, 32, 10], relu, () => adam({ learningRate: 1e-3 }), 32),
  configuration('c', [784, 128, 10], relu, () => adam({ learningRate: 1e-3 }), 32),
  configuration('d', [784, 512, 256, 10], relu, () => adam({ learningRate: 1e-3 }), 128),
];

/** Milliseconds of one iteration: the median of rounds, after a warm-up. */
export function benchTraining(
  { model, loss, optimizer, batchSize, data }: Configuration,
  backend: 'auto' | 'reference',
  { rounds = 9, roundMilliseconds = 150 } = {},
): number {
  const trainer = new Trainer({
    model: model(),
    loss: loss(),
    optimizer: optimizer(),
    iterations: Number.MAX_SAFE_INTEGER,
    batchSize,
    dropLast: true,
    seed: 1,
    backend,
  });
  const events = trainer.run({ train: data });
  const iterate = (milliseconds: number, atLeast: number) => {
    const start = performance.now();
    let iterations = 0;
    while (iterations < atLeast || performance.now() - start < milliseconds) {
      for (let i = 0; i < Math.max(1, atLeast); ) {
        const { value } = events.next();
        if (value !== undefined && 'type' in value && value.type === 'iterationEnd') {
          if (!Number.isFinite(value.loss)) throw new Error('the loss is not finite');
          i++;
          iterations++;
        }
      }
    }
    return (performance.now() - start) / iterations;
  };
  const first = iterate(0, 3);
  const atLeast = Math.max(1, Math.min(100, Math.round(20 / first)));
  iterate(4 * roundMilliseconds, atLeast);
  const times = Array.from({ length: rounds }, () => iterate(roundMilliseconds, atLeast));
  events.return(undefined as never);
  return median(times);
}
