/** Training runs that were begun in Keras and go on here. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fromArrays } from '../../../src/data/index.ts';
import { Trainer } from '../../../src/index.ts';
import { importModel } from '../../../src/interop/index.ts';
import { readTraining } from '../../../src/interop/keras/training.ts';
import { dense, sequential } from '../../../src/nn/index.ts';
import { tensor } from '../../tensors.ts';

const folder = new URL('../../fixtures/keras/', import.meta.url);
const bytesOf = (name: string) => new Uint8Array(readFileSync(new URL(name, folder)));
const told = JSON.parse(readFileSync(new URL('keras_files.json', folder), 'utf8'));

describe('a training run of Keras', () => {
  // Keras raises beta_2, 0.999, to its power in single precision, which costs Adam digits.
  it.each([
    ['momentum.h5', 6],
    ['adam.keras', 4],
  ] as const)('%s goes on here with the losses that it has there', async (name, digits) => {
    const { model, training } = importModel(bytesOf(name));
    const { optimizer, loss, ...others } = training ?? {};
    if (optimizer === undefined || loss === undefined) throw new Error('nothing to learn by');
    const targets = [
      [1, 0],
      [0.25, -0.5],
      [-1, 0.75],
    ];
    const options = { model, optimizer, loss, ...others, epochs: 10, batchSize: 3 };
    const train = fromArrays({ inputs: told.inputs, targets });
    const { epochs } = await new Trainer(options).fit({ train });
    const losses = told[name].losses.map((one: number) => expect.closeTo(one, digits));
    expect(epochs.map((epoch) => epoch.loss)).toEqual(losses);
    expect(model.predict(told.inputs)).toBeCloseToTensor(tensor(told[name].after), {
      absoluteTolerance: 10 ** -digits,
      relativeTolerance: 0,
    });
  });
});

describe('what a model was compiled with', () => {
  const read = (compiled: object, system: 'keras' | 'tfjs' = 'keras') =>
    readTraining('test', {
      ...{ compiled, system, state: undefined, learning: [] },
      model: sequential({ inputShape: [1] }, [dense({ units: 1 })]),
    });
  const adam = (config: object) => ({ class_name: 'Adam', config });

  it('comes with clipping, decay and options of losses and metrics', () => {
    const { training, ignored } = read({
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
    const { training, ignored } = read({
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

  it('by settings that there are none for is told, each by its name', () => {
    const { training, ignored } = read({
      optimizer: adam({ use_ema: true, ema_momentum: 0.9, gradient_accumulation_steps: 4 }),
    });
    expect(training?.optimizer?.name).toBe('adam');
    expect(ignored).toEqual([
      'use_ema of the optimizer Adam',
      'gradient_accumulation_steps of the optimizer Adam',
    ]);
  });

  it.each([
    [{ reduction: 'sum' }, 'CategoricalCrossentropy, sum of the samples'],
    [{ from_logits: true, axis: 1 }, 'CategoricalCrossentropy with another axis'],
  ])('by a loss with %o is told: it is another loss', (config, received) => {
    const { training, ignored } = read({
      loss: { class_name: 'CategoricalCrossentropy', config: { ...config, name: 'loss' } },
    });
    expect(training).toBeUndefined();
    expect(ignored).toEqual([`loss of the compiled model: ${received}`]);
  });

  it('has the momentum of Nadam that Keras has, whose decay cannot be chosen there', () => {
    const { training } = read({ optimizer: { class_name: 'Nadam', config: {} } });
    expect(training?.optimizer?.options.momentumDecay).toBe(1);
  });

  it.each([
    ['Momentum', { learningRate: 0.1, momentum: 0.5, useNesterov: true }, { nesterov: true }],
    ['Adam', { beta1: 0.8, beta2: 0.95, epsilon: 1e-5 }, { beta1: 0.8, beta2: 0.95 }],
    ['RMSProp', { decay: 0.8, momentum: 0.5 }, { rho: 0.8, momentum: 0.5 }],
    ['Adagrad', { initialAccumulatorValue: 0.2 }, { initialAccumulator: 0.2 }],
  ])(
    'in TensorFlow.js by %s has the settings by the names that they have there',
    (name, config, ours) => {
      const compiled = { optimizer_config: { class_name: name, config } };
      const { training, ignored } = read(compiled, 'tfjs');
      expect(training?.optimizer?.options).toMatchObject(ours);
      expect(ignored).toEqual([]);
    },
  );
});
