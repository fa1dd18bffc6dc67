/** Metrics of a training run: what they may be called and give, and what is refused before it begins. */
import { describe, expect, it } from 'vitest';
import { OptionError } from '../../src/errors/errors.ts';
import * as losses from '../../src/losses/index.ts';
import {
  type Loss,
  loss,
  meanSquaredError,
  sigmoidBinaryCrossEntropy,
  softmaxCrossEntropy,
} from '../../src/losses/index.ts';
import {
  accuracy,
  binaryAccuracy,
  confusionMatrix,
  f1,
  type Metric,
  r2,
  rootMeanSquaredError,
  topKAccuracy,
} from '../../src/metrics/index.ts';
import { dense, sequential } from '../../src/nn/index.ts';
import { sgd } from '../../src/optimizers/index.ts';
import {
  type Backend,
  type Callback,
  earlyStopping,
  evaluate,
  reduceOnPlateau,
  Trainer,
  type TrainerOptions,
  whatIfRecorder,
} from '../../src/train/index.ts';
import { type Tensor, tensor, uniform } from '../tensors.ts';
import { classification, classifying } from './tasks.ts';

const inputs = uniform([6, 2], { seed: 1 });
const sets = {
  classes: tensor([0, 1, 2, 0, 1, 2], { dtype: 'int32' }),
  column: tensor([[0], [1], [0], [1], [0], [1]]),
  labels: tensor([
    [1, 1, 0],
    [0, 0, 0],
    [1, 0, 1],
    [1, 1, 1],
    [0, 1, 0],
    [0, 0, 1],
  ]),
  numbers: uniform([6, 3], { seed: 2 }),
};
const dataOf = (targets: Tensor) => ({ inputs, targets, size: 6 });

function make(targets: Tensor, loss: Loss, options: Partial<TrainerOptions> = {}) {
  const units = targets.rank === 1 ? 3 : targets.shape[1];
  return new Trainer({
    model: sequential({ inputShape: [2], seed: 1 }, [dense({ units })]),
    loss,
    optimizer: sgd(),
    epochs: 1,
    ...options,
  });
}

describe('names', () => {
  it.each([
    'loss',
    'trainingLoss',
    'epoch',
    'iteration',
    'learningRate',
    'validation',
    'seconds',
    '',
    'noisy.loss',
    '__proto__',
  ])('"%s" is taken', (name) => {
    const metrics = Object.fromEntries([[name, () => 1]]);
    const loss = meanSquaredError();
    expect(() => make(sets.numbers, loss, { metrics })).toThrow(OptionError);
    expect(() => make(sets.numbers, loss, { metrics })).toThrow('Give the metric another name');
    const { model } = make(sets.numbers, loss);
    expect(() => evaluate({ model, loss, metrics }, dataOf(sets.numbers))).toThrow(OptionError);
  });

  it('belong to functions', () => {
    const given = (metric: unknown) => () =>
      make(sets.numbers, meanSquaredError(), { metrics: { mse: metric as Metric } });
    expect(given(meanSquaredError())).toThrow('without parentheses');
    expect(given('accuracy')).toThrow('Pass the function itself');
    expect(given(meanSquaredError)).not.toThrow();
    expect(() => (r2 as () => number)()).toThrow('It is a metric as it stands: metrics: { r2 }.');
    expect(() => (accuracy as () => Metric)()).not.toThrow();
  });
});

describe.each(['auto', 'reference'] as const)('on %s', (backend: Backend) => {
  it.each<[what: string, value: unknown, says: string]>([
    ['a tensor', tensor([1, 2]), 'received a tensor [2]. End it with .item()'],
    ['text', '0.5', 'received "0.5"'],
    ['true', true, 'received true'],
    ['nothing', undefined, 'received undefined'],
    ['null', null, 'received null'],
    ['NaN', Number.NaN, 'received NaN. Return a number for every set'],
    ['a promise', Promise.resolve(1), 'A metric cannot be asynchronous.'],
    ['a loss', meanSquaredError(), 'call it beforehand'],
  ])('a metric that gives %s is refused, and nothing is recorded', async (_, value, says) => {
    const metrics = { mine: (() => value) as unknown as Metric };
    const trainer = make(sets.numbers, meanSquaredError(), { metrics, backend });
    const train = dataOf(sets.numbers);
    const fitted = trainer.fit({ train, validation: train });
    await expect(fitted).rejects.toThrow(OptionError);
    await expect(fitted).rejects.toThrow(
      'Trainer.metrics.mine: Expected a metric that gives a number',
    );
    await expect(fitted).rejects.toThrow(says);
    expect(trainer.history.validations).toEqual([]);
    const { model, loss } = trainer.options;
    const { backend: __, ...request } = { model, loss, metrics, backend };
    expect(() => evaluate(request, train)).toThrow('evaluate.metrics.mine');
  });

  const cross = softmaxCrossEntropy();
  const binary = sigmoidBinaryCrossEntropy();
  const squared = meanSquaredError();
  it.each<[what: string, targets: Tensor, loss: Loss, metric: unknown, says: string]>([
    ['accuracy of one column', sets.column, squared, accuracy, 'use binaryAccuracy({ threshold })'],
    ['f1 of one column', sets.column, squared, f1, 'Pass { threshold: 0.5 } for probabilities'],
    ['r2 of classes', sets.classes, cross, r2, 'For classes use accuracy or f1.'],
    ['r2 of logits', sets.labels, binary, r2, 'For classes use accuracy or f1.'],
    [
      'rootMeanSquaredError of classes',
      sets.classes,
      cross,
      rootMeanSquaredError,
      'accuracy or f1',
    ],
    ['an error of classes', sets.classes, cross, meanSquaredError, "targets.cast('float32')"],
    ['accuracy of numbers', sets.numbers, squared, accuracy, 'use r2 or rootMeanSquaredError'],
    ['f1 of numbers', sets.numbers, squared, f1(), 'use r2 or rootMeanSquaredError'],
    ['labels that nobody tells', sets.labels, squared, f1, 'f1({ threshold: 0.5 })'],
    ['a class that there is not', sets.classes, cross, f1({ positiveClass: 3 }), 'from 0 to 2'],
    ['more classes than there are', sets.classes, cross, topKAccuracy({ k: 4 }), 'Lower k'],
    ['the largest of labels', sets.labels, binary, topKAccuracy({ k: 1 }), 'several labels'],
    ['a threshold for classes', sets.classes, cross, f1({ threshold: 0 }), 'Leave threshold out'],
    [
      'binaryAccuracy, not called',
      sets.column,
      binary,
      binaryAccuracy,
      'Call it to get the metric',
    ],
    ['topKAccuracy, not called', sets.classes, cross, topKAccuracy, 'topKAccuracy({ k: 3 })'],
    ['a table', sets.classes, cross, confusionMatrix, 'Print it after the training'],
  ])('%s: refused before the first iteration', (_, targets, loss, metric, says) => {
    const trainer = make(targets, loss, { metrics: { metric: metric as Metric }, backend });
    const train = dataOf(targets);
    expect(() => trainer.run({ train, validation: train }).next()).toThrow(says);
    expect(() => trainer.run({ train, validation: { a: train } }).next()).toThrow(says);
    expect(trainer.iteration).toBe(0);
  });

  it.each<[what: string, targets: Tensor, loss: Loss, metric: Metric]>([
    ['accuracy and classes', sets.classes, cross, accuracy],
    ['accuracy(), called', sets.classes, cross, accuracy()],
    ['f1 and labels', sets.labels, binary, f1],
    ['f1 with a threshold', sets.labels, squared, f1({ threshold: 0.5 })],
    ['binaryAccuracy and a column', sets.column, binary, binaryAccuracy({ threshold: 0 })],
    ['r2 and numbers', sets.numbers, squared, r2],
  ])('%s fit each other', (_what, targets, loss, metric) => {
    const trainer = make(targets, loss, { metrics: { metric }, backend });
    const train = dataOf(targets);
    for (const _ of trainer.run({ train, validation: train }));
    expect(trainer.history.validations[0].metrics.metric).toEqual(expect.any(Number));
  });

  it.each(Object.entries(losses).filter(([, make]) => make !== loss))(
    '%s, a loss that was not called, is refused before the first iteration, or a metric',
    (name, made) => {
      const metric = made as unknown as Metric;
      const trainer = make(sets.numbers, squared, { metrics: { metric }, backend });
      const train = dataOf(sets.numbers);
      const begin = () => trainer.run({ train, validation: train }).next();
      if (metric.options !== undefined) expect(begin).not.toThrow();
      else expect(begin).toThrow(`(outputs, targets) => ${name}().mean(outputs, targets).item()`);
      expect(metric.name).toBe(name);
    },
  );

  it('r2 of a single sample is refused before the first iteration', () => {
    const trainer = make(sets.numbers, squared, { metrics: { r2 }, backend });
    const one = { inputs: inputs.slice([0, 1]), targets: sets.numbers.slice([0, 1]), size: 1 };
    const run = trainer.run({ train: dataOf(sets.numbers), validation: one });
    expect(() => run.next()).toThrow('Take a larger validation set');
  });

  const watchers: [string, (monitor: string) => Callback][] = [
    [
      'earlyStopping',
      (monitor) =>
        earlyStopping({
          monitor,
          goal: 'maximum',
          patience: { validations: 1 },
          restoreBest: false,
        }),
    ],
    [
      'reduceOnPlateau',
      (monitor) => reduceOnPlateau({ monitor, goal: 'maximum', patience: { validations: 1 } }),
    ],
    ['whatIfRecorder', (monitor) => whatIfRecorder({ monitor, goal: 'maximum', patience: [1] })],
  ];
  it.each(watchers)(
    '%s of what is never measured: refused before the first iteration',
    async (name, watch) => {
      const train = dataOf(sets.classes);
      const trainer = () => make(sets.classes, cross, { metrics: { accuracy }, backend });
      const refused = async (monitor: string, validation: object | undefined, says: string) => {
        const own = trainer();
        const fitted = own.fit({
          train,
          ...(validation && { validation }),
          callbacks: [watch(monitor)],
        } as never);
        await expect(fitted).rejects.toThrow(`${name}.monitor`);
        await expect(fitted).rejects.toThrow(says);
        expect(own.iteration).toBe(0);
      };
      await refused(
        'validation.f1',
        train,
        'Expected one of loss, validation.loss, validation.accuracy; received "validation.f1"',
      );
      await refused(
        'validation.trainingLoss',
        train,
        'Pass evaluateTraining: true to the Trainer.',
      );
      await refused('validation.b.accuracy', { a: train }, 'validation.a.accuracy');
      await refused('validation.accuracy', undefined, 'Pass a validation set');
      for (const monitor of ['validation.accuracy', 'validation.a.accuracy', 'validation.a.loss']) {
        const own = trainer();
        await own.fit({ train, validation: { a: train }, callbacks: [watch(monitor)] });
        expect(own.epoch).toBe(1);
      }
    },
  );
});

describe('evaluateTraining', () => {
  const [train, validation] = [classification(), classification({ samples: 9, seed: 8 })];

  it('measures the metrics on the training set, too', () => {
    const trainer = new Trainer(classifying({ metrics: { accuracy }, evaluateTraining: true }));
    const [start] = [...trainer.run({ train, validation })];
    expect(start).toMatchObject({
      monitors: [
        ...['loss', 'validation.loss', 'validation.trainingLoss', 'validation.accuracy'],
        'validation.training.accuracy',
      ],
    });
    const { model, options } = trainer;
    const measured = evaluate({ model, loss: options.loss, metrics: { accuracy } }, train);
    const last = trainer.history.validations.at(-1);
    expect(last?.trainingLoss).toBe(measured.loss);
    expect(last?.metrics['training.accuracy']).toBe(measured.metrics.accuracy);
    expect(last?.metrics.accuracy).toBe(
      evaluate({ model, loss: options.loss, metrics: { accuracy } }, validation).metrics.accuracy,
    );
  });

  it('leaves its name to nobody else', () => {
    const trainer = new Trainer(classifying({ metrics: { accuracy }, evaluateTraining: true }));
    expect(() => [...trainer.run({ train, validation: { training: validation } })]).toThrow(
      'Trainer, validation.training: Expected another name beside evaluateTraining',
    );
    expect(trainer.iteration).toBe(0);
  });
});
