/**
 * Training runs that are known to have a fault, because they were made with it: too small a network, too few
 * epochs, a learning rate that grows. Each is trained from any seed, which decides data, split and weights.
 */
import {
  circles,
  type Dataset,
  diabetes,
  digits,
  fromArrays,
  iris,
  linearRegression,
  moons,
  spirals,
  split,
  standardize,
} from '../../src/data/index.ts';
import {
  adam,
  dense,
  dropout,
  type LayerLike,
  meanSquaredError,
  NonFiniteError,
  type Optimizer,
  parameterCount,
  relu,
  type Schedule,
  sequential,
  sgd,
  sigmoid,
  softmaxCrossEntropy,
  Trainer,
  tanh,
} from '../../src/index.ts';
import { type Diagnosis, diagnose } from '../../src/selection/index.ts';

export interface KnownFault {
  readonly fault: string;
  readonly data: (seed: number) => Dataset;
  readonly hidden?: () => readonly LayerLike[];
  readonly optimizer: () => Optimizer;
  readonly epochs: number;
  readonly batchSize?: number;
  readonly schedule?: Schedule;
}

const layers =
  (units: readonly number[], activation: () => LayerLike = relu) =>
  () =>
    units.flatMap((count) => [dense({ units: count }), activation()]);
const byAdam = (learningRate: number) => () => adam({ learningRate });
const bySgd =
  (learningRate: number, momentum = 0) =>
  () =>
    sgd({ learningRate, momentum });

/** `sin(2.5 x)` with noise. */
function wave(samples: number, noise: number, seed: number): Dataset {
  const line = linearRegression({ samples, noise: 1, seed });
  const [slope] = line.weight.toTypedArray();
  const [bias] = line.bias.toTypedArray();
  const x = line.inputs.toTypedArray();
  const targets = Array.from(line.targets.toTypedArray(), (target, at) => [
    Math.sin(2.5 * x[at]) + noise * (target - slope * x[at] - bias),
  ]);
  return fromArrays({ inputs: line.inputs, targets });
}

/** The same samples whatever the seed. */
const of = (set: () => Dataset) => () => set();
const fewMoons = (seed: number) => moons({ samples: 86, noise: 0.1, seed });
const manyMoons = (seed: number) => moons({ samples: 600, noise: 0.1, seed });
const loudMoons = (seed: number) => moons({ samples: 60, noise: 0.4, seed });
const rings = (seed: number) => circles({ samples: 300, seed });
const arms = (seed: number) => spirals({ samples: 300, seed });
const sine = (seed: number) => wave(300, 0.05, seed);
const loudSine = (seed: number) => wave(600, 1, seed);

const growing = (by: number): Schedule => ({
  name: 'growing',
  unit: 'epoch',
  factor: (epoch) => by ** epoch,
});
/** Ten times as high in some iterations of one epoch, or more. */
const burst = (from: number, count: number, by: number): Schedule => ({
  name: 'burst',
  unit: 'iteration',
  factor: (iteration) => (iteration >= from && iteration < from + count ? by : 1),
});

const SPIKES = [15, 29, 30].flatMap((epoch): Omit<KnownFault, 'fault'>[] => [
  {
    data: of(digits),
    hidden: layers([32]),
    optimizer: byAdam(0.003),
    epochs: 30,
    schedule: burst((epoch - 1) * 40 + 10, 10, 30),
  },
  {
    data: manyMoons,
    hidden: layers([32]),
    optimizer: byAdam(0.01),
    epochs: 30,
    schedule: burst((epoch - 1) * 14 + 2, 3, 60),
  },
  {
    data: of(digits),
    hidden: layers([32]),
    optimizer: bySgd(0.1),
    epochs: 30,
    schedule: burst((epoch - 1) * 40 + 10, 6, 25),
  },
]);

const FAULTS: Readonly<Record<string, readonly Omit<KnownFault, 'fault'>[]>> = {
  'too small a network': [
    { data: of(digits), hidden: layers([1]), optimizer: byAdam(0.01), epochs: 50 },
    { data: manyMoons, optimizer: byAdam(0.02), epochs: 60 },
    { data: rings, optimizer: byAdam(0.02), epochs: 60 },
    { data: arms, hidden: layers([2], tanh), optimizer: byAdam(0.02), epochs: 150 },
    { data: sine, optimizer: bySgd(0.05), epochs: 40 },
  ],
  'noise in the targets': [
    { data: of(diabetes), optimizer: byAdam(0.02), epochs: 60 },
    { data: loudSine, hidden: layers([16], tanh), optimizer: byAdam(0.01), epochs: 100 },
  ],
  'too few epochs': [
    { data: of(digits), hidden: layers([16]), optimizer: bySgd(0.01), epochs: 12 },
    { data: of(iris), hidden: layers([16]), optimizer: bySgd(0.01), epochs: 20, batchSize: 16 },
    { data: manyMoons, hidden: layers([16]), optimizer: byAdam(0.001), epochs: 15 },
    { data: of(diabetes), hidden: layers([16]), optimizer: bySgd(0.0005), epochs: 30 },
    { data: arms, hidden: layers([32, 32]), optimizer: byAdam(0.003), epochs: 40 },
  ],
  'on a plateau': [
    { data: fewMoons, hidden: layers([32, 32]), optimizer: bySgd(0.01), epochs: 200 },
    { data: fewMoons, hidden: layers([32, 32], tanh), optimizer: bySgd(0.02), epochs: 200 },
    { data: fewMoons, hidden: layers([32, 32], sigmoid), optimizer: bySgd(0.5), epochs: 200 },
    { data: rings, hidden: layers([16], sigmoid), optimizer: bySgd(0.1), epochs: 80 },
    { data: sine, hidden: layers([16, 16], sigmoid), optimizer: bySgd(0.1), epochs: 60 },
  ],
  overfitting: [
    { data: of(diabetes), hidden: layers([128, 128]), optimizer: byAdam(0.003), epochs: 60 },
    { data: of(diabetes), hidden: layers([64]), optimizer: byAdam(0.01), epochs: 100 },
    { data: loudMoons, hidden: layers([64, 64]), optimizer: byAdam(0.01), epochs: 100 },
    {
      data: of(iris),
      hidden: layers([64, 64]),
      optimizer: byAdam(0.01),
      epochs: 100,
      batchSize: 16,
    },
  ],
  diverging: [
    { data: of(digits), hidden: layers([64]), optimizer: bySgd(1, 0.9), epochs: 4 },
    { data: of(diabetes), hidden: layers([64]), optimizer: bySgd(1), epochs: 20 },
    { data: of(diabetes), optimizer: bySgd(0.01), epochs: 22, schedule: growing(1.35) },
    {
      data: of(digits),
      hidden: layers([32]),
      optimizer: byAdam(0.003),
      epochs: 20,
      schedule: growing(1.6),
    },
  ],
  'one spike': SPIKES,
  noisy: [
    { data: of(iris), hidden: layers([8]), optimizer: bySgd(0.1), epochs: 40, batchSize: 1 },
    { data: of(diabetes), hidden: layers([8]), optimizer: bySgd(0.03), epochs: 30, batchSize: 1 },
    { data: of(digits), hidden: layers([32]), optimizer: byAdam(0.1), epochs: 30, batchSize: 16 },
    { data: manyMoons, hidden: layers([16]), optimizer: byAdam(0.3), epochs: 40, batchSize: 8 },
  ],
  'two to four epochs': [2, 3, 4].flatMap((epochs) => [
    { data: of(digits), hidden: layers([64]), optimizer: byAdam(0.003), epochs },
    { data: of(iris), hidden: layers([8]), optimizer: byAdam(0.01), epochs, batchSize: 16 },
    { data: of(diabetes), hidden: layers([64]), optimizer: byAdam(0.01), epochs },
    { data: rings, optimizer: byAdam(0.02), epochs },
  ]),
  none: [
    { data: of(digits), hidden: layers([64]), optimizer: byAdam(0.003), epochs: 20 },
    {
      data: of(digits),
      hidden: () => [dense({ units: 64 }), relu(), dropout({ rate: 0.3 })],
      optimizer: byAdam(0.002),
      epochs: 30,
    },
    { data: of(iris), hidden: layers([8]), optimizer: byAdam(0.01), epochs: 60, batchSize: 16 },
    { data: manyMoons, hidden: layers([16]), optimizer: byAdam(0.01), epochs: 100 },
    { data: sine, hidden: layers([32], tanh), optimizer: byAdam(0.01), epochs: 100 },
  ],
};

export const knownFaults: readonly KnownFault[] = Object.entries(FAULTS).flatMap(([fault, runs]) =>
  runs.map((training) => ({ fault, ...training })),
);

/** Trains, and asks what is wrong. Three tenths of the samples are for validation. */
export async function diagnosed(known: KnownFault, seed: number): Promise<Diagnosis> {
  const { data, hidden = () => [], optimizer, epochs, batchSize = 32, schedule } = known;
  const dataset = data(seed);
  const classes = dataset.classNames?.length ?? 2;
  const regression = dataset.targets.dtype !== 'int32';
  const parts = split(dataset, { validation: 0.3, seed, stratify: !regression });
  const scalers = [standardize(parts.train)];
  if (regression) scalers.push(standardize(parts.train, { of: 'targets' }));
  const scaled = (part: Dataset) => scalers.reduce((rest, scaler) => scaler.apply(rest), part);
  const model = sequential({ inputShape: dataset.inputs.shape.slice(1), seed }, [
    ...hidden(),
    dense({ units: regression ? 1 : classes }),
  ]);
  const trainer = new Trainer({
    ...{ model, optimizer: optimizer(), epochs, batchSize, seed },
    loss: regression ? meanSquaredError() : softmaxCrossEntropy(),
    ...(schedule && { schedule }),
  });
  let error: unknown;
  try {
    await trainer.fit({ train: scaled(parts.train), validation: scaled(parts.validation) });
  } catch (thrown) {
    if (!(thrown instanceof NonFiniteError)) throw thrown;
    error = thrown;
  }
  const baseline = regression ? 1 : Math.log(classes);
  return diagnose(trainer.history, { baseline, parameters: parameterCount(model), error });
}
