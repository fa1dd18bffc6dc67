import { describe, expect, it } from 'vitest';
import { type Dataset, fromArrays, stream, weightedSampling } from '../../src/data/index.ts';
import {
  adam,
  batchNorm,
  dense,
  dropout,
  earlyStopping,
  elu,
  gaussianNoise,
  type LayerLike,
  loss,
  maxNorm,
  meanAbsoluteError,
  meanSquaredError,
  movingAverage,
  type Optimizer,
  reduceOnPlateau,
  relu,
  residual,
  rmsprop,
  sequential,
  sgd,
  softmax,
  type Tensor,
  Trainer,
  type TrainerOptions,
} from '../../src/index.ts';
import type { ExportTrainingOptions } from '../../src/node/index.ts';
import { exchangeCost, planExport } from '../../src/node/index.ts';
import { trainingJob } from '../../src/torchrun/index.ts';

const train = fromArrays({
  inputs: [
    [0, 1],
    [2, 3],
    [4, 5],
  ],
  targets: [[1], [0], [1]],
});

function makeTrainer(options: Partial<TrainerOptions> = {}, layers: readonly LayerLike[] = []) {
  const model = sequential({ inputShape: [2], seed: 1 }, [...layers, dense({ units: 1 })]);
  return new Trainer({
    ...{ model, loss: meanSquaredError(), optimizer: adam(), epochs: 2, batchSize: 2 },
    ...options,
  });
}

function textOf(name: string, trainer: Trainer, more: Partial<ExportTrainingOptions> = {}): string {
  return new TextDecoder().decode(trainingJob(trainer, { train, ...more })[name]);
}

const optimizerText = (optimizer: Optimizer) => textOf('optimizer.py', makeTrainer({ optimizer }));

/** What is refused, all of it. */
function refusalOf(trainer: Trainer, more: Partial<ExportTrainingOptions> = {}): string {
  try {
    trainingJob(trainer, { train, ...more });
  } catch (error) {
    return String(error);
  }
  return 'nothing';
}

describe('a job for torchrun', () => {
  it('names everything that cannot be carried over at once', () => {
    const trainer = makeTrainer(
      { optimizer: rmsprop(), sampling: weightedSampling({ weights: [1, 1, 2] }) },
      [
        (x) => x.mul(2),
        gaussianNoise({ standardDeviation: 1 }),
        softmax({ axis: 1 }),
        dense({ units: 2, weightConstraint: maxNorm({ max: 1 }) }),
      ],
    );
    const stopping = { patience: { epochs: 2 } };
    expect(refusalOf(trainer, { earlyStopping: stopping })).toMatch(
      new RegExp(
        [
          'layers\\.0 \\(function\\): a layer of your own',
          'layers\\.1 \\(gaussianNoise\\): PyTorch has no such layer',
          'layers\\.2 \\(softmax\\): PyTorch has no such layer',
          'layers\\.3\\.weight: a constraint',
          'the optimizer rmsprop',
          'the sampling weightedSampling',
          'early stopping without a validation set',
        ].join('; '),
      ),
    );
  });

  it('refuses what is yours, by whatever name', () => {
    const own = { ...relu(), forward: () => {} };
    expect(refusalOf(makeTrainer({}, [own]))).toMatch(/layers\.0 \(relu\): a layer of your own/);
    const cubic = loss('huber', (outputs) => outputs.abs().mean({ axis: 1 }));
    expect(refusalOf(makeTrainer({ loss: cubic }))).toMatch(/the loss huber: a loss of your own/);
    const ofYours = { name: 'l2Penalty', options: { strength: 1 }, of: (p: Tensor) => p.sum() };
    const layer = dense({ units: 2, weightPenalty: ofYours });
    expect(refusalOf(makeTrainer({}, [residual([layer])]))).toMatch(
      /layers\.0\.layers\.0\.weight: the penalty l2Penalty, of your own/,
    );
    const optimizer = { ...adam() };
    expect(refusalOf(makeTrainer({ optimizer }))).toMatch(/the optimizer adam/);
  });

  it('refuses a stream, and statistics that accumulate', () => {
    const streamed = stream({ samples: 3, open: () => [train] });
    expect(refusalOf(makeTrainer(), { train: streamed as unknown as Dataset })).toMatch(
      /a stream of samples/,
    );
    expect(refusalOf(makeTrainer({ accumulate: 2 }, [batchNorm()]))).toMatch(
      /layers\.0 \(batchNorm\): with accumulate/,
    );
  });

  it('refuses what early stopping cannot watch there', () => {
    const earlyStopping = { patience: { epochs: 2 }, monitor: 'loss' };
    const validation = train;
    expect(refusalOf(makeTrainer(), { validation, earlyStopping })).toMatch(
      /early stopping by loss/,
    );
    const sets = { one: train, two: train } as unknown as Dataset;
    expect(refusalOf(makeTrainer(), { validation: sets })).toMatch(/several validation sets/);
  });

  it('refuses to continue without a callback that changes what is learned', async () => {
    const trainer = makeTrainer();
    const { model } = trainer;
    const callbacks = [
      movingAverage({ model, decay: 0.9 }),
      reduceOnPlateau({ patience: { epochs: 1 }, factor: 0.5 }),
      earlyStopping({ patience: { epochs: 1 }, model }),
    ];
    await trainer.fit({ train, validation: train, callbacks });
    trainer.epochs = 9;
    expect(refusalOf(trainer, { validation: train })).toMatch(
      /the callback movingAverage; the callback reduceOnPlateau; the callback earlyStopping, unless/,
    );
  });

  it('refuses data that the Trainer would refuse', async () => {
    const trainer = makeTrainer();
    const narrow = fromArrays({ inputs: [[1], [2], [3]], targets: [[1], [0], [1]] });
    expect(refusalOf(trainer, { train: narrow })).toMatch(/Trainer, train\.inputs/);
    expect(refusalOf(trainer, { validation: narrow })).toMatch(/Trainer, validation\.inputs/);
    expect(refusalOf(makeTrainer({}, [batchNorm()]))).toMatch(/a last batch of 1/);
    await trainer.fit({ train });
    trainer.epochs = 9;
    const other = fromArrays({
      inputs: [
        [0, 1],
        [2, 3],
        [4, 6],
      ],
      targets: [[1], [0], [1]],
    });
    expect(refusalOf(trainer, { train: other })).toMatch(/exportTraining, train/);
  });

  it('refuses decay where PyTorch has no counterpart, and not l2', () => {
    expect(() => optimizerText(sgd({ weightDecay: 0.1 }))).toThrow(/weightDecay of sgd/);
    expect(() => optimizerText(adam({ weightDecay: 0.1, l2: 0.1 }))).toThrow(/weightDecay of adam/);
    expect(optimizerText(adam({ weightDecay: 0.1 }))).toMatch(/AdamW\(.*weight_decay=0\.1\)/);
    expect(optimizerText(adam({ l2: 0.1 }))).toMatch(/Adam\(.*weight_decay=0\.1\)/);
    expect(optimizerText(sgd({ l2: 0.1, momentum: 0.9 }))).toMatch(/SGD\(.*weight_decay=0\.1\)/);
  });

  it('refuses a training run that is at its end', () => {
    const trainer = makeTrainer();
    for (const _ of trainer.run({ train }));
    expect(() => trainingJob(trainer, { train })).toThrow(/4 of 4 done.*trainer\.epochs = 12/);
  });

  it('brings columns into the order that the model has learned', async () => {
    const named = { ...train, featureNames: ['a', 'b'] };
    const trainer = makeTrainer();
    await trainer.fit({ train: named });
    trainer.epochs = 4;
    const turned = fromArrays({
      ...{
        inputs: [
          [1, 0],
          [3, 2],
          [5, 4],
        ],
        targets: [[1], [0], [1]],
      },
      featureNames: ['b', 'a'],
    });
    const [there, here] = [turned, named].map(
      (data) => trainingJob(trainer, { train: data })['data/train_inputs.npy'],
    );
    expect(there).toEqual(here);
  });

  it('writes a network as a person would', () => {
    const text = textOf(
      'model.py',
      makeTrainer({ dropLast: true }, [batchNorm(), dense({ units: 3 }), relu]),
    );
    expect(text).toBe(`"""The network."""
from torch import nn

from batch_norm import SharedBatchNorm


def make_network():
    return nn.Sequential(
        SharedBatchNorm(2),
        nn.Linear(2, 3),
        nn.ReLU(),
        nn.Linear(3, 1),
    )
`);
    const layers = [batchNorm({ momentum: 0.99, epsilon: 1e-3 }), elu({ alpha: 2 })];
    expect(textOf('model.py', makeTrainer({ dropLast: true }, layers))).toMatch(
      /SharedBatchNorm\(2, eps=0\.001, momentum=0\.01\),\n *nn\.ELU\(2\.0\)/,
    );
  });

  it('has the program of batch normalization only where it is used', () => {
    const { 'batch_norm.py': without } = trainingJob(makeTrainer(), { train });
    const validated = fromArrays({
      inputs: [
        [0, 1],
        [2, 3],
      ],
      targets: [[1], [0]],
    });
    const job = trainingJob(makeTrainer({}, [batchNorm()]), { train: validated });
    expect([without, job['batch_norm.py'] === undefined]).toEqual([undefined, false]);
  });

  it('says what is otherwise there', () => {
    const trainer = makeTrainer({ metrics: { meanAbsoluteError } }, [
      residual([dropout({ rate: 0.5 })]),
    ]);
    const options = { train, validation: train };
    expect(planExport(trainer, options).differences).toEqual([
      'Sums are added up in another order, so numbers agree within rounding.',
      'Dropout draws other masks, others on each number of processes.',
      'Metrics (meanAbsoluteError) are not measured; the losses are.',
    ]);
    expect(textOf('README.md', trainer, options)).toMatch(/- Dropout draws other masks/);
    expect(textOf('README.md', makeTrainer())).not.toMatch(/masks|Metrics/);
  });

  it('begins in the middle of an epoch, and with frozen parameters', () => {
    const trainer = makeTrainer({ epochs: 4 }, [dense({ units: 3 })]);
    trainer.model.freeze('layers.0');
    for (const event of trainer.run({ train })) {
      if (event.type === 'update' && event.iteration === 3) break;
    }
    const text = textOf('settings.py', trainer);
    expect(text).toMatch(/ITERATIONS = 8 .*\nITERATIONS_PER_EPOCH = 2\n/);
    expect(text).toMatch(/FROZEN = \["0\.weight", "0\.bias"\]/);
    const progress = JSON.parse(textOf('start/progress.json', trainer));
    expect(progress).toMatchObject({ epoch: 1, iteration: 3, iterationInEpoch: 1, samplesSeen: 5 });
    expect(progress.totals).toMatchObject({ samples: 2, iterations: 1 });
  });
});

describe('planExport', () => {
  it('says how much there is to go, and what the exchange of gradients costs', async () => {
    const trainer = makeTrainer();
    const before = planExport(trainer, { train });
    expect(before).toMatchObject({
      iterationsDone: 0,
      iterations: 4,
      gradientBytes: 12,
      costs: [],
    });
    await trainer.fit({ train });
    trainer.epochs = 5;
    const plan = planExport(trainer, { train });
    // Of so small a network next to nothing is computing, and can be shared.
    const secondsPerIteration = (6 * 3 * trainer.batchSize) / 1e9;
    expect(plan.secondsOfComputing).toBe(secondsPerIteration);
    expect(plan.costs[0].speedUp).toBeLessThan(0.01);
    expect(plan).toMatchObject({ epochsDone: 2, epochs: 5, iterationsDone: 4, iterations: 10 });
    expect(plan.costs.map(({ processes }) => processes)).toEqual([2, 4, 8]);
    expect(plan.costs).toEqual(
      [2, 4, 8].map((processes) => exchangeCost(trainer.model, { processes, secondsPerIteration })),
    );
    expect(String(plan)).toMatch(
      /^epochs 2 to 5, iterations 4 to 10\ngradients: 12 bytes an iteration\nan iteration took .* ms here/,
    );
    expect(String(plan)).toMatch(/8 processes: each sends 21 bytes in .* ms, .* times as fast/);
  });
});

describe('what an iteration took', () => {
  it('is the median of the epochs, the first of which compiles', async () => {
    const trainer = makeTrainer({ epochs: 3 });
    await trainer.fit({ train });
    const state = trainer.checkpoint();
    const seconds = [4, 0.3, 0.2]; // of two iterations each
    const epochs = state.progress.epochs.map((one, k) => ({ ...one, seconds: seconds[k] }));
    const other = makeTrainer({ epochs: 5 });
    other.resume({ ...state, progress: { ...state.progress, epochs } });
    expect(planExport(other, { train }).secondsPerIteration).toBe(0.15);
  });

  it('has no masks of a dropout that drops nothing', () => {
    const { differences } = planExport(makeTrainer({}, [dropout({ rate: 0 })]), { train });
    expect(differences).toEqual([
      'Sums are added up in another order, so numbers agree within rounding.',
    ]);
  });
});

describe('exchangeCost', () => {
  it('is that of a ring', () => {
    const { model } = makeTrainer({}, [dense({ units: 100 })]);
    const network = { bytesPerSecond: 1e6, latency: 1e-3 };
    const cost = exchangeCost(model, { processes: 4, secondsPerIteration: 0.04, ...network });
    const gradientBytes = 4 * (300 + 101);
    expect(cost.gradientBytes).toBe(gradientBytes);
    expect(cost.bytesSent).toBe((2 * 3 * gradientBytes) / 4);
    expect(cost.exchangeSeconds).toBeCloseTo(6e-3 + cost.bytesSent / 1e6, 12);
    expect(cost.iterationSeconds).toBeCloseTo(0.01 + cost.exchangeSeconds, 12);
    expect(cost.speedUp).toBeCloseTo(0.04 / cost.iterationSeconds, 12);
  });

  it('says from which size on it pays: there several processes are as fast as one', () => {
    const { model } = makeTrainer({}, [dense({ units: 100 })]);
    const numbers = 401;
    const perParameter = 1e-6;
    const options = { processes: 4, bytesPerSecond: 1e8, latency: 1e-3 };
    const timed = { ...options, secondsPerIteration: perParameter * numbers };
    const { helpsFrom } = exchangeCost(model, timed);
    // There: seconds of an iteration on one process, and on four.
    const one = perParameter * helpsFrom;
    const four = one / 4 + 6 * 1e-3 + (1.5 * 4 * helpsFrom) / 1e8;
    expect(four).toBeCloseTo(one, 12);
    const slow = exchangeCost(model, { ...timed, bytesPerSecond: 1e6 });
    expect(slow.helpsFrom).toBe(Number.POSITIVE_INFINITY);
  });

  it('of one process is nothing', () => {
    const { model } = makeTrainer();
    const cost = exchangeCost(model, { processes: 1, secondsPerIteration: 0.5 });
    expect([cost.bytesSent, cost.exchangeSeconds, cost.speedUp]).toEqual([0, 0, 1]);
  });
});
