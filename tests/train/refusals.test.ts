/** What a Trainer refuses before it trains, and what it says about it. */
import { describe, expect, it } from 'vitest';
import type { Dataset } from '../../src/data/index.ts';
import {
  DataError,
  DtypeError,
  type EpochalError,
  OptionError,
  ShapeError,
  StateError,
} from '../../src/errors/errors.ts';
import { meanSquaredError, softmaxCrossEntropy } from '../../src/losses/index.ts';
import { dense, sequential } from '../../src/nn/index.ts';
import { adam, sgd } from '../../src/optimizers/index.ts';
import { Trainer, type TrainerOptions } from '../../src/train/index.ts';
import { full, ones, tensor, zeros } from '../tensors.ts';
import { classification, classifying, network, options, regression } from './tasks.ts';

const make = (overrides: object) => () =>
  new Trainer(options(overrides as Partial<TrainerOptions>));
const without = (name: string) => () => {
  const { [name as 'loss']: _, ...rest } = options();
  return new Trainer(rest as TrainerOptions);
};

describe('options', () => {
  it.each<[string, () => unknown, string]>([
    [
      'no model',
      without('model'),
      'Trainer.model: Expected a model, such as sequential(...); received nothing. Pass for example model: sequential(...).',
    ],
    ['no loss', without('loss'), 'Trainer.loss: Expected a loss, such as softmaxCrossEntropy()'],
    ['no optimizer', without('optimizer'), 'Trainer.optimizer: Expected an optimizer'],
    [
      'a loss that was not called',
      make({ loss: softmaxCrossEntropy }),
      'received a function (softmaxCrossEntropy)',
    ],
    ['an optimizer that was not called', make({ optimizer: adam }), 'received a function (adam)'],
    ['a loss in words', make({ loss: 'mse' }), 'received "mse"'],
    [
      'no end',
      make({ epochs: undefined }),
      'Trainer: Expected epochs, iterations, or both; received neither. Say how long to train, for example epochs: 20.',
    ],
    [
      'no epochs',
      make({ epochs: 0 }),
      'Trainer.epochs: Expected a whole number, 1 or more; received 0',
    ],
    ['half an epoch', make({ epochs: 0.5 }), 'received 0.5'],
    ['half an iteration', make({ iterations: 1.5 }), 'Trainer.iterations'],
    ['batches of nothing', make({ batchSize: 0 }), 'Trainer.batchSize'],
    ['batches in words', make({ batchSize: '32' }), 'received "32"'],
    ['shuffle in numbers', make({ shuffle: 1 }), 'Trainer.shuffle: Expected true or false'],
    ['a seed that is none', make({ seed: {} }), 'Trainer.seed: Expected a seed'],
    [
      'a metric in words',
      make({ metrics: { accuracy: 'accuracy' } }),
      'Trainer.metrics.accuracy: Expected a function of outputs and targets',
    ],
    ['a metric as metrics', make({ metrics: () => 1 }), 'Trainer.metrics: Expected an object'],
    [
      'an interval without unit',
      make({ validateEvery: 2 }),
      'Trainer.validateEvery: Expected an interval { epochs: n } or { iterations: n }',
    ],
    [
      'an interval of two units',
      make({ validateEvery: { epochs: 1, iterations: 2 } }),
      'Trainer.validateEvery',
    ],
    ['an interval of nothing', make({ validateEvery: { epochs: 0 } }), 'Trainer.validateEvery'],
    ['an unknown interval', make({ validateEvery: { batches: 3 } }), 'Trainer.validateEvery'],
    [
      'a schedule that was not called',
      make({ schedule: () => 1 }),
      'Trainer.schedule: Expected a schedule',
    ],
    [
      'a schedule without unit',
      make({ schedule: { name: 'x', factor: () => 1 } }),
      'with unit "iteration" or "epoch"',
    ],
    [
      'an unknown backend',
      make({ backend: 'webgpu' }),
      'Trainer.backend: Expected one of "auto", "wasm", "reference"; received "webgpu"',
    ],
    [
      'a group of nobody',
      make({ optimizer: sgd({ groups: [{ parameters: 'layers.7', learningRate: 1 }] }) }),
      'sgd.groups[0]: no parameter belongs to this group',
    ],
    ['no options', () => new Trainer(undefined as never), 'Trainer.model'],
  ])('%s', (_, construct, says) => {
    expect(construct).toThrow(OptionError);
    expect(construct).toThrow(says);
  });

  it.each([
    ['learningRate', 0.1, 'Write learningRate in the optimizer: adam({ learningRate: 0.001 }).'],
    ['lr', 0.1, 'Write learningRate in the optimizer'],
    ['weightDecay', 0.1, 'Write adamW({ weightDecay: 0.01 })'],
    ['momentum', 0.9, 'Write sgd({ momentum: 0.9'],
    ['patience', 3, 'Write a callback in fit: earlyStopping('],
    ['train', {}, 'Write it in fit: fit({ train, validation'],
    ['validation', {}, 'Write it in fit: fit({ train, validation'],
    ['callbacks', [], 'Write it in fit: fit({ train, validation, callbacks'],
    ['signal', {}, 'Write it in fit: fit({ train, validation, callbacks, signal }).'],
    ['epoch', 3, 'Did you mean epochs?'],
    ['batchsize', 3, 'Did you mean batchSize?'],
    ['steps', 3, 'Write one of these, or remove it.'],
  ])('%s, which is unknown or belongs elsewhere', (name, value, remedy) => {
    expect(make({ [name]: value })).toThrow(OptionError);
    expect(make({ [name]: value })).toThrow(`Trainer: unknown option "${name}"`);
    expect(make({ [name]: value })).toThrow(remedy);
  });

  it('the compiled backend in double precision: said at once, with the way out', () => {
    const model = network(undefined, { dtype: 'float64' });
    expect(make({ model, backend: 'wasm' })).toThrow(
      'Trainer.backend: Expected a float32 model, and an environment with WebAssembly SIMD, for wasm; ' +
        "received a model of dtype float64. Use backend: 'auto', which runs the reference in this case, " +
        'with the same bits.',
    );
    const trainer = new Trainer(options({ model }));
    for (const _ of trainer.run({ train: regression({ dtype: 'float64' }) }));
    expect(trainer.backend).toBe('reference');
  });
});

describe('data', () => {
  const trainer = () => new Trainer(options());
  const classifier = () => new Trainer(classifying());
  const train = regression();
  const classes = classification();
  const withTargets = (targets: Dataset['targets']) => ({ ...train, targets });

  type Refusal = [
    what: string,
    make: () => Trainer,
    data: object,
    error: typeof EpochalError,
    says: string,
  ];

  const refusals: Refusal[] = [
    [
      'other features',
      trainer,
      { ...train, inputs: ones([20, 4]) },
      ShapeError,
      'Trainer, train.inputs: Expected inputs of shape [samples, 3]; received [20, 4]',
    ],
    [
      'a single sample',
      trainer,
      { ...train, inputs: ones([3]) },
      ShapeError,
      'inputs: Expected shape [20, ...], as size says; received [3]',
    ],
    [
      'another precision',
      trainer,
      regression({ dtype: 'float64' }),
      DtypeError,
      "received float64. Convert them: inputs.cast('float32'), or build the network with dtype: 'float64'.",
    ],
    [
      'whole numbers',
      trainer,
      { ...train, inputs: ones([20, 3], { dtype: 'int32' }) },
      DtypeError,
      "received int32. Convert them: inputs.cast('float32').",
    ],
    [
      'fewer targets',
      trainer,
      withTargets(zeros([19, 2])),
      ShapeError,
      'Trainer, train.targets: Expected shape [20, ...], as size says; received [19, 2]',
    ],
    [
      'another size',
      trainer,
      { ...train, size: 21 },
      ShapeError,
      'Trainer, train.inputs: Expected shape [21, ...], as size says; received [20, 3]',
    ],
    ['a single target', trainer, withTargets(zeros([])), ShapeError, 'received []'],
    [
      'no samples',
      trainer,
      { inputs: zeros([0, 3]), targets: zeros([0, 2]), size: 0 },
      ShapeError,
      'one sample or more',
    ],
    [
      'targets of another precision',
      trainer,
      withTargets(zeros([20, 2], { dtype: 'float64' })),
      DtypeError,
      'Trainer, train.targets: Expected float32, as the network computes in; received float64',
    ],
    [
      'targets of another shape',
      trainer,
      withTargets(zeros([20])),
      ShapeError,
      'targets of shape [20, 2]',
    ],
    [
      'classes for regression',
      trainer,
      withTargets(zeros([20, 2], { dtype: 'int32' })),
      DtypeError,
      "targets.cast('float32')",
    ],
    [
      'floats that are no classes',
      classifier,
      { ...classes, targets: full([20], 0.5) },
      DataError,
      'Expected targets that are classes from 0 to 2; received 0.5 in sample 0',
    ],
    [
      'a class too many',
      classifier,
      { ...classes, targets: full([20], 3, { dtype: 'int32' }) },
      DataError,
      'received 3 in sample 0. The network has 3 outputs',
    ],
    [
      'weights for fewer samples',
      trainer,
      { ...train, sampleWeights: ones([10]) },
      ShapeError,
      'Trainer, train.sampleWeights: Expected one weight for each sample, shape [20]; received [10]',
    ],
    [
      'weights in a column',
      trainer,
      { ...train, sampleWeights: ones([20, 1]) },
      ShapeError,
      'shape [20]; received [20, 1]',
    ],
    [
      'weights of another precision',
      trainer,
      { ...train, sampleWeights: ones([20], { dtype: 'float64' }) },
      DtypeError,
      'Trainer, train.sampleWeights: Expected float32',
    ],
  ];

  it.each(refusals)('%s', (_, construct, data, error, says) => {
    const run = () =>
      construct()
        .run({ train: data as Dataset })
        .next();
    expect(run).toThrow(error);
    expect(run).toThrow(says);
  });

  it.each(refusals)(
    '%s in the validation set, before training begins',
    (_, construct, data, error, says) => {
      const own = construct();
      const good = own.model.outputShape[0] === 3 ? classes : train;
      const run = () => own.run({ train: good, validation: data as Dataset }).next();
      expect(run).toThrow(error);
      expect(run).toThrow(says.replaceAll('Trainer, train', 'Trainer, validation'));
      expect(own.iteration).toBe(0);
    },
  );

  it('of another number of samples in the middle of a training run, whose epochs would not add up', () => {
    const own = trainer();
    for (const event of own.run({ train })) if (event.type === 'iterationEnd') break;
    const other = regression({ samples: 21 });
    expect(() => own.run({ train: other }).next()).toThrow(StateError);
    expect(() => own.run({ train: other }).next()).toThrow(
      'Trainer.run: Expected the 20 samples that the training began with; received 21. Make a new Trainer',
    );
    for (const _ of own.run({ train: regression({ seed: 2 }) })); // other samples, as many
    expect(own.epoch).toBe(2);
  });

  it('nothing that fits: other axes, no dataset library', () => {
    const model = sequential({ inputShape: [2, 2], seed: 1 }, [
      (x) => x.reshape([-1, 4]),
      dense({ units: 1 }),
    ]);
    const data = { inputs: ones([3, 2, 2]), targets: tensor([[1], [2], [3]]), size: 3 };
    const own = new Trainer(options({ model, loss: meanSquaredError() }));
    for (const _ of own.run({ train: data }));
    expect(own.samplesSeen).toBe(6);
  });
});
