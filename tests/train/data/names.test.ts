/** Sets with names of their own meet in a training run: classes and columns are found by name. */
import { describe, expect, it } from 'vitest';
import {
  type Dataset,
  fromArrays,
  oneHotTargets,
  standardize,
  stream,
} from '../../../src/data/index.ts';
import { DataError, OptionError } from '../../../src/errors/errors.ts';
import { softmaxCrossEntropy } from '../../../src/losses/index.ts';
import { accuracy } from '../../../src/metrics/index.ts';
import { dense, sequential } from '../../../src/nn/index.ts';
import { adam } from '../../../src/optimizers/index.ts';
import {
  readCheckpoint,
  readCsv,
  readModel,
  writeCheckpoint,
  writeModel,
} from '../../../src/persistence/index.ts';
import { crossValidate, randomSearch, trainerObjective } from '../../../src/selection/index.ts';
import {
  type Backend,
  type Callback,
  evaluate,
  Trainer,
  type TrainingData,
  type TrainingState,
} from '../../../src/train/index.ts';
import { withHead } from '../../../src/transfer/index.ts';
import { tensor } from '../../tensors.ts';

const ANIMALS = ['cat', 'dog', 'owl'];
const COLUMNS = ['fur', 'bark', 'wings'];

/** An animal is told by one of its columns. */
function animals(names: string[], featureNames = COLUMNS, classNames?: string[]): Dataset {
  const inputs = names.map((name) =>
    featureNames.map((column) => (COLUMNS.indexOf(column) === ANIMALS.indexOf(name) ? 3 : 0)),
  );
  return fromArrays({ inputs, targets: names, featureNames, ...(classNames && { classNames }) });
}

const train = animals(['cat', 'dog', 'owl', 'cat', 'dog', 'owl']);
const TURNED = ['wings', 'fur', 'bark'];
const fewer = animals(['owl', 'dog', 'dog'], TURNED);
const wolf = animals(['dog', 'wolf']);
const loss = softmaxCrossEntropy();
const make = (backend: Backend = 'auto') =>
  new Trainer({
    model: sequential({ inputShape: [3], seed: 7 }, [dense({ units: 3 })]),
    loss,
    optimizer: adam({ learningRate: 0.1 }),
    metrics: { accuracy },
    epochs: 30,
    batchSize: 2,
    backend,
  });
const measured = (trainer: Trainer) => trainer.history.validations.at(-1)?.metrics;

describe.each(['auto', 'reference'] as const)('on %s', (backend) => {
  it('a validation set is measured by its names, and so is each of several', async () => {
    const trainer = make(backend);
    const validation = { fewer, hot: oneHotTargets(fewer), all: train };
    await trainer.fit({ train, validation });
    expect(measured(trainer)).toMatchObject({
      accuracy: 1,
      'fewer.accuracy': 1,
      'hot.accuracy': 1,
      'all.accuracy': 1,
    });
    const same = make(backend);
    await same.fit({ train, validation: animals(['owl', 'dog', 'dog'], COLUMNS, ANIMALS) });
    const losses = (one: Trainer) => one.history.validations.map((record) => record.loss);
    expect(losses(same)).toEqual(losses(trainer));
  });

  it('a set of other classes or columns is refused before the first iteration', () => {
    const trainer = make(backend);
    const other = animals(['dog'], ['fur', 'bark', 'fins']);
    for (const [validation, says] of [
      [wolf, 'Trainer, validation.classNames: Expected classes of the training set'],
      [{ fewer, wolf }, 'Trainer, validation.wolf.classNames'],
      [other, 'Trainer, validation.featureNames: Expected the columns of the training set'],
    ] as const) {
      expect(() => trainer.run({ train, validation }).next()).toThrow(DataError);
      expect(() => trainer.run({ train, validation }).next()).toThrow(says);
    }
    expect([trainer.iteration, trainer.model.names]).toEqual([0, {}]);
  });

  it('the model remembers them: evaluation, more training, and its file', async () => {
    const trainer = make(backend);
    await trainer.fit({ train });
    const { model } = trainer;
    expect(model.names).toEqual({ classNames: ANIMALS, featureNames: COLUMNS });
    const request = { model, loss, metrics: { accuracy }, backend } as const;
    expect(evaluate(request, fewer)).toEqual(
      evaluate(request, animals(['owl', 'dog', 'dog'], COLUMNS, ANIMALS)),
    );
    expect(evaluate(request, fewer).metrics.accuracy).toBe(1);
    expect(() => evaluate(request, wolf)).toThrow(
      'evaluate.classNames: Expected classes of the model',
    );

    const file = readModel(writeModel(model));
    expect(file).toMatchObject({ classNames: ANIMALS, featureNames: COLUMNS });
    expect(evaluate({ ...request, model: file.model }, fewer).metrics.accuracy).toBe(1);
    expect(file.predict(fewer).toArray()).toEqual(
      model
        .predict([
          [0, 0, 3],
          [0, 3, 0],
          [0, 3, 0],
        ])
        .toArray(),
    );
    expect(() =>
      file.predict({ inputs: tensor([[1, 2, 3]]), featureNames: ['a', 'b', 'c'] }),
    ).toThrow(DataError);
    expect(file.predict([[1, 2, 3]]).toArray()).toEqual(
      file.predict(tensor([[1, 2, 3]])).toArray(),
    );
    expect(() => file.predict('1, 2, 3' as never)).toThrow(OptionError);

    const again = new Trainer({ ...trainer.options, epochs: 31 });
    await again.fit({ train: fewer, validation: train });
    expect(measured(again)).toEqual({ accuracy: 1 });
    expect(() => new Trainer({ ...trainer.options }).run({ train: wolf }).next()).toThrow(
      'of the model',
    );
    expect(model.clone().names).toEqual(model.names);
  });

  it('parts of a stream are brought into the terms of the first, of what it says, or refused', async () => {
    const whole = make(backend);
    await whole.fit({ train: animals(['dog', 'owl', 'owl', 'dog']), validation: fewer });
    const parts = () => [animals(['dog', 'owl']), animals(['owl', 'dog'], TURNED, ['owl', 'dog'])];
    const streamed = make(backend);
    const ordered = new Trainer({ ...streamed.options, shuffle: false, model: streamed.model });
    await ordered.fit({ train: stream({ open: parts, samples: 4 }), validation: fewer });
    expect(measured(ordered)).toEqual({ accuracy: 1 });
    expect(ordered.model.names.classNames).toEqual(['dog', 'owl']);

    const growing = () => [animals(['dog']), animals(['cat', 'owl'])];
    await expect(
      make(backend).fit({ train: stream({ open: growing, samples: 3 }) }),
    ).rejects.toThrow(
      'Trainer, train.classNames: Expected classes of the training set, "dog"; received samples of "cat", "owl".',
    );
    const said = make(backend);
    const train = stream({ open: growing, samples: 3, classNames: ANIMALS });
    await said.fit({ train, validation: fewer });
    expect(measured(said)).toEqual({ accuracy: 1 });
    await expect(make(backend).fit({ train, validation: wolf })).rejects.toThrow('"wolf"');
    const late = make(backend);
    await expect(
      late.fit({ train: stream({ open: parts, samples: 4 }), validation: wolf }),
    ).rejects.toThrow('Trainer, validation.classNames');
    expect(late.iteration).toBe(0);
  });

  it('a resumed training continues in the terms that it began with', async () => {
    const whole = make(backend);
    await whole.fit({ train, validation: fewer });
    const begun = make(backend);
    for (const event of begun.run({ train, validation: fewer })) {
      if (event.type === 'epochEnd' && event.epoch === 3) break;
    }
    const turned = animals(['cat', 'dog', 'owl', 'cat', 'dog', 'owl'], TURNED, [
      'owl',
      'dog',
      'cat',
    ]);
    const resumed = make(backend);
    resumed.resume(readCheckpoint(writeCheckpoint(begun.checkpoint())));
    await resumed.fit({ train: turned, validation: fewer });
    const bits = (trainer: Trainer) => trainer.model.state()['layers.0.weight'].toArray();
    expect(bits(resumed)).toEqual(bits(whole));
    const refused = make(backend);
    refused.resume(begun.checkpoint());
    const strange = animals(['wolf', 'dog', 'owl', 'dog', 'dog', 'owl']);
    expect(() => refused.run({ train: strange }).next()).toThrow('received samples of "wolf"');
  });
});

it('two CSV files are one set of classes and columns', async () => {
  const first = readCsv('fur,bark,wings,animal\n3,0,0,cat\n0,3,0,dog\n0,0,3,owl\n', {
    target: 'animal',
  });
  const second = readCsv('wings,fur,bark,animal\n3,0,0,owl\n0,0,3,dog\n', { target: 'animal' });
  const trainer = make();
  const scaler = standardize(first.dataset);
  await trainer.fit({
    train: scaler.apply(first.dataset),
    validation: scaler.apply(second.dataset),
  });
  expect(measured(trainer)).toEqual({ accuracy: 1 });
});

it('a new head keeps the columns, and forgets the classes', async () => {
  const trainer = new Trainer({
    ...make().options,
    model: sequential({ inputShape: [3], seed: 7 }, [dense({ units: 4 }), dense({ units: 3 })]),
  });
  await trainer.fit({ train });
  const model = withHead(trainer.model, [dense({ units: 2 })]);
  expect(model.names).toEqual({ featureNames: COLUMNS });
  const other = new Trainer({ ...make().options, model });
  const wolves = fromArrays({
    inputs: [
      [0, 1, 2],
      [2, 1, 0],
    ],
    targets: ['wolf', 'fox'],
    featureNames: TURNED,
  });
  await other.fit({ train: wolves });
  expect(model.names).toEqual({ classNames: ['fox', 'wolf'], featureNames: COLUMNS });
});

it('searches and cross-validation train as any training does', async () => {
  const training = () => ({ ...make().options, epochs: 30 });
  const { epochs: _, iterations: __, ...trial } = make().options;
  const objective = trainerObjective({
    training: () => ({ ...trial, model: training().model }),
    train,
    validation: fewer,
    monitor: 'validation.accuracy',
    goal: 'maximum',
  });
  const found = await randomSearch({
    space: { x: [1] },
    objective,
    trials: 1,
    epochs: 30,
    seed: 1,
  });
  expect(found.best?.score).toBe(1);
  const asked = {
    dataset: train,
    k: 2,
    training,
    monitor: 'validation.f1',
    goal: 'maximum',
  } as const;
  await expect(crossValidate(asked)).rejects.toThrow(
    'crossValidate.monitor: Expected one of loss, validation.loss, validation.accuracy; received "validation.f1".',
  );
});

it('a model file whose names contradict each other is neither written nor read', async () => {
  const trainer = make();
  await trainer.fit({ train });
  const { model } = trainer;
  const write = (extras: object) => () => writeModel(model, extras);
  expect(write({ classNames: ['dog', 'cat', 'owl'] })).toThrow(OptionError);
  expect(write({ featureNames: TURNED })).toThrow('Leave featureNames out: the model knows them.');
  expect(write({ scalers: [standardize(animals(['cat', 'dog'], TURNED))] })).toThrow(OptionError);
  const { schema } = readCsv('wings,fur,bark,animal\n3,0,0,owl\n0,0,3,dog\n0,3,0,cat\n', {
    target: 'animal',
  });
  expect(write({ schema })).toThrow('names in the order of schema and scalers');
  const renamed = readModel(writeModel(model, { classNames: ['Katze', 'Hund', 'Eule'] }));
  expect(renamed.model.names.classNames).toEqual(['Katze', 'Hund', 'Eule']);
  model.names = {};
  expect(readModel(writeModel(model)).classNames).toBeUndefined();
});

describe('a training run that is resumed', () => {
  const turned = animals(['cat', 'dog', 'owl', 'cat', 'dog', 'owl'], TURNED);
  const trained = async (data: TrainingData) => {
    const trainer = make();
    await trainer.fit(data);
    return trainer.checkpoint();
  };
  const resumed = (state: TrainingState) => {
    const trainer = make();
    trainer.resume(state);
    return trainer;
  };

  it('knows its data by names, whatever the order of their columns is', async () => {
    const state = await trained({ train, validation: fewer });
    await resumed(state).fit({ train: turned, validation: animals(['owl', 'dog', 'dog']) });
    await expect(resumed(state).fit({ train: turned, validation: train })).rejects.toThrow(
      'fit, validation[0]',
    );
    await expect(resumed(state).fit({ train: oneHotTargets(train) })).rejects.toThrow(
      'fit, train.contents',
    );
  });

  it('knows a validation set again that a stream has told the names of', async () => {
    const data = { train: stream({ open: () => [train], samples: 6 }), validation: fewer };
    const begun = make();
    // Looked at before the first part of the stream has come, and again after it.
    const look: Callback = () => {
      begun.checkpoint();
    };
    await begun.fit({ ...data, callbacks: [look] });
    await resumed(begun.checkpoint()).fit(data);
    await resumed(readCheckpoint(writeCheckpoint(begun.checkpoint()))).fit(data);
    expect(begun.checkpoint().names.featureNames).toEqual(COLUMNS);
  });
});
