/** Training runs that were begun in Keras and go on here. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fromArrays } from '../../../src/data/index.ts';
import { Trainer } from '../../../src/index.ts';
import { importModel } from '../../../src/interop/index.ts';
import { readTraining } from '../../../src/interop/keras/training.ts';

const folder = new URL('../../fixtures/keras/', import.meta.url);
const bytesOf = (name: string) => new Uint8Array(readFileSync(new URL(name, folder)));
const told = JSON.parse(readFileSync(new URL('keras_files.json', folder), 'utf8'));

describe('a training run of Keras', () => {
  it.each(['momentum.h5', 'adam.keras'])('%s goes on here with a loss that falls', async (name) => {
    const { model, training } = importModel(bytesOf(name));
    const { optimizer, loss, metrics = {} } = training ?? {};
    if (optimizer === undefined || loss === undefined) throw new Error('nothing to learn by');
    const targets = [
      [1, 0],
      [0.25, -0.5],
      [-1, 0.75],
    ];
    const options = { model, optimizer, loss, metrics, epochs: 10, batchSize: 3 };
    const train = fromArrays({ inputs: told.inputs, targets });
    const { epochs } = await new Trainer(options).fit({ train });
    // The first loss is that of the weights, which are the same; then the momentum begins anew.
    expect(epochs[0].loss).toBeCloseTo(told[name].losses[0], 5);
    expect(epochs[9].loss).toBeLessThan(epochs[0].loss);
  });

  it('leaves the state of the optimizer behind, and says so', () => {
    for (const name of ['momentum.h5', 'adam.keras']) {
      expect(importModel(bytesOf(name)).report.ignored.join()).toMatch(/state of the optimizer/);
    }
  });
});

describe('what a model was compiled with', () => {
  const adam = (config: object) => ({ class_name: 'Adam', config });

  it('comes with clipping, decay and options of losses and metrics', () => {
    const { training, ignored } = readTraining('test', {
      optimizer: adam({ learning_rate: 0.009999999776482582, weight_decay: 0.01, clipnorm: 0.5 }),
      loss: {
        class_name: 'BinaryCrossentropy',
        config: { from_logits: true, label_smoothing: 0.1 },
      },
      metrics: [['mse', 'accuracy'], { class_name: 'TopKCategoricalAccuracy', config: { k: 3 } }],
    });
    expect(training?.optimizer?.options).toMatchObject({ learningRate: 0.01, weightDecay: 0.01 });
    expect(training?.clip).toEqual({ norm: 0.5 });
    expect(training?.loss?.name).toBe('sigmoidBinaryCrossEntropy');
    expect(training?.loss?.options).toMatchObject({ labelSmoothing: 0.1 });
    expect(Object.keys(training?.metrics ?? {})).toEqual([
      'meanSquaredError',
      'accuracy',
      'topKAccuracy',
    ]);
    expect(ignored).toEqual([]);
  });

  it('is told where there is no counterpart, and the rest comes along', () => {
    const { training, ignored } = readTraining('test', {
      optimizer: adam({ learning_rate: { class_name: 'CosineDecay', config: {} } }),
      loss: 'ctc',
      metrics: ['mae', 'auc'],
    });
    expect(Object.keys(training ?? {})).toEqual(['metrics']);
    expect(ignored).toEqual([
      'optimizer of the compiled model: Adam with the schedule CosineDecay',
      'loss of the compiled model: ctc',
      'metric auc of the compiled model',
    ]);
  });
});
