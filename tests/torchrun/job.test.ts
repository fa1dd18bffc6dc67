import { describe, expect, it } from 'vitest';
import { fromArrays } from '../../src/data/index.ts';
import {
  adam,
  batchNorm,
  dense,
  dropout,
  huber,
  type LayerLike,
  meanSquaredError,
  type Optimizer,
  rmsprop,
  sequential,
  sgd,
  sigmoidBinaryCrossEntropy,
  square,
  Trainer,
  type TrainerOptions,
} from '../../src/index.ts';
import { exchangeCost } from '../../src/node/index.ts';
import { type ExportTrainingOptions, trainingJob } from '../../src/torchrun/index.ts';

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

describe('a job for torchrun', () => {
  it('names everything that cannot be carried over at once', () => {
    const trainer = makeTrainer({ optimizer: rmsprop() }, [square]);
    const stopping = { patience: { epochs: 2 } };
    expect(() => trainingJob(trainer, { train, earlyStopping: stopping })).toThrow(
      /layers\.0 \(square\): a layer of your own; the optimizer rmsprop; early stopping without a validation set/,
    );
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

  it('writes the losses with their options', () => {
    const weighed = sigmoidBinaryCrossEntropy({ labelSmoothing: 0.2, classWeights: [1, 3] });
    expect(textOf('objective.py', makeTrainer({ loss: weighed }))).toMatch(
      /wanted \* \(1 - 0\.2\) \+ 0\.2 \/ 2\n.*3 \* wanted \* -F\.logsigmoid\(outputs\) \+ 1 \*/,
    );
    expect(textOf('objective.py', makeTrainer({ loss: huber({ delta: 0.5 }) }))).toMatch(
      /huber_loss\(outputs, targets, delta=0\.5/,
    );
  });

  it('says what is otherwise there', () => {
    const text = textOf('README.md', makeTrainer({}, [batchNorm(), dropout({ rate: 0.5 })]));
    expect(text).toMatch(/other masks/);
    expect(text).toMatch(/the share of one process/);
    expect(textOf('README.md', makeTrainer())).not.toMatch(/masks|share of one/);
  });

  it('begins in the middle of an epoch, and with frozen parameters', () => {
    const trainer = makeTrainer({ epochs: 4 }, [dense({ units: 3 })]);
    trainer.model.freeze('layers.0');
    for (const event of trainer.run({ train })) {
      if (event.type === 'update' && event.iteration === 3) break;
    }
    const text = textOf('settings.py', trainer);
    expect(text).toMatch(/ITERATIONS = 8 /);
    expect(text).toMatch(/EPOCHS_DONE = 1\nITERATIONS_DONE = 3\nITERATIONS_OF_EPOCH_DONE = 1\n/);
    expect(text).toMatch(/FROZEN = \["0\.weight","0\.bias"\]/);
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

  it('of one process is nothing', () => {
    const { model } = makeTrainer();
    const cost = exchangeCost(model, { processes: 1, secondsPerIteration: 0.5 });
    expect([cost.bytesSent, cost.exchangeSeconds, cost.speedUp]).toEqual([0, 0, 1]);
  });
});
