/** What a training run leaves behind: which mean of which losses, and when it was measured. */
import { describe, expect, it } from 'vitest';
import { loss, meanAbsoluteError, meanSquaredError } from '../../../src/losses/index.ts';
import { accuracy } from '../../../src/metrics/index.ts';
import { dense, dropout } from '../../../src/nn/index.ts';
import { sgd } from '../../../src/optimizers/index.ts';
import { exponential } from '../../../src/schedules/index.ts';
import { evaluate, Trainer, type TrainerOptions } from '../../../src/train/index.ts';
import { full, type Tensor, uniform } from '../../tensors.ts';
import {
  classification,
  classifying,
  counting,
  network,
  ofType,
  options,
  regression,
} from '../tasks.ts';

const train = regression();
const validation = regression({ samples: 7, seed: 3 });

function trained(overrides: Partial<TrainerOptions> = {}, data = { train, validation }): Trainer {
  const trainer = new Trainer(options({ model: network(), ...overrides }));
  for (const _ of trainer.run(data));
  return trainer;
}

/** A model that gives its inputs back, whatever it learns: the loss of sample i is i. */
function passThrough(): Pick<TrainerOptions, 'model' | 'loss' | 'optimizer' | 'shuffle'> {
  const model = network([dense({ units: 1, useBias: false })], { features: 1 });
  model.parameters()[0].assign(full([1, 1], 1));
  const output = loss('output', (y) => y.reshape([-1]));
  return { model, loss: output, optimizer: sgd({ learningRate: 0 }), shuffle: false };
}

describe('the training loss of an epoch', () => {
  const losses = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

  it.each([
    ['is the mean over the samples: 4.5, not the mean over the batches, 5.167', {}],
    ['also with micro-batches', { accumulate: 3 }],
    ['also in random order', { shuffle: true }],
    ['also on the reference', { backend: 'reference' as const }],
  ])('%s', (_, overrides) => {
    const trainer = trained(
      { ...passThrough(), batchSize: 4, epochs: 3, ...overrides },
      { train: counting(losses), validation: counting([2]) },
    );
    expect(trainer.history.epochs.map((record) => record.loss)).toEqual([4.5, 4.5, 4.5]);
  });

  it('is the mean over the samples that were used, without the remainder', () => {
    const { history } = trained(
      { ...passThrough(), batchSize: 4, epochs: 1, dropLast: true },
      { train: counting(losses), validation: counting([2]) },
    );
    expect(history.epochs[0].loss).toBe(3.5);
  });

  it('counts a sample as often as it was used, also in an epoch that was interrupted', () => {
    const trainer = new Trainer(options({ ...passThrough(), batchSize: 4, epochs: 1 }));
    const data = { train: counting(losses) };
    for (const event of trainer.run(data)) if (event.type === 'update') break;
    for (const _ of trainer.run(data));
    expect(trainer.history.epochs[0].loss).toBe(4.5);
  });

  it('of a batch is the mean over its samples', () => {
    const { history } = trained(
      { ...passThrough(), batchSize: 4, epochs: 1, recordIterations: true },
      { train: counting(losses), validation: counting([2]) },
    );
    expect(history.iterations.map((record) => record.loss)).toEqual([1.5, 5.5, 8.5]);
  });

  it('is measured while the weights change, before each update', () => {
    const model = network();
    const before = evaluate({ model, loss: meanSquaredError() }, train).loss;
    const { history } = trained({ model, batchSize: 20, epochs: 1 });
    expect(history.epochs[0].loss).toBeCloseTo(before, 6);
  });
});

describe('evaluation', () => {
  it('is one loss over the whole set, with weights as they are, without dropout', () => {
    const model = network([dense({ units: 8 }), dropout({ rate: 0.5 }), dense({ units: 2 })]);
    const trainer = trained({ model, epochs: 2 });
    const outputs = model.predict(validation.inputs);
    const expected = meanSquaredError().mean(outputs, validation.targets).item();
    expect(trainer.history.validations.at(-1)?.loss).toBe(expected);
    expect(evaluate({ model, loss: meanSquaredError() }, validation)).toEqual({
      loss: expected,
      metrics: {},
    });
  });

  it('weighs samples as training does', () => {
    const sampleWeights = uniform([7], { low: 0, seed: 1 });
    const model = network();
    const perSample = meanSquaredError().perSample(
      model.predict(validation.inputs),
      validation.targets,
    );
    const weighted = evaluate(
      { model, loss: meanSquaredError() },
      { ...validation, sampleWeights },
    );
    expect(weighted.loss).toBeCloseTo(perSample.mul(sampleWeights).sum().item() / 7, 6);
  });

  it('gives metrics by name, of the outputs for all samples at once', () => {
    const model = network([dense({ units: 3 })]);
    const data = classification({ samples: 11 });
    const seen: number[] = [];
    const samples = (outputs: Tensor, targets: Tensor) => {
      seen.push(outputs.shape[0]);
      return targets.size;
    };
    const trainer = new Trainer(classifying({ model, metrics: { accuracy, samples }, epochs: 1 }));
    for (const _ of trainer.run({ train: data, validation: data }));
    const { metrics } = trainer.history.validations[0];
    const right = model.predict(data.inputs).argmax({ axis: -1 }).equal(data.targets);
    expect(metrics).toEqual({
      accuracy: expect.closeTo(right.cast('float64').mean().item(), 12),
      samples: 11,
    });
    expect(seen).toEqual([11]);
  });

  it('changes nothing: a training run with it is the one without', () => {
    const state = (watched: boolean) => {
      const trainer = new Trainer(
        options({ model: network(), validateEvery: { iterations: 1 }, evaluateTraining: watched }),
      );
      for (const _ of trainer.run({ train, ...(watched && { validation }) }));
      return trainer.model.parameters().map((p) => p.toArray());
    };
    expect(state(true)).toEqual(state(false));
  });
});

describe('the history', () => {
  it('has a record of each epoch', () => {
    const optimizer = sgd({ learningRate: 0.2 });
    const trainer = new Trainer(
      options({
        model: network(),
        optimizer,
        schedule: exponential({ factor: 0.5 }),
        metrics: { meanAbsoluteError },
        recordIterations: true,
      }),
    );
    const events = [...trainer.run({ train, validation })];
    const { epochs, validations, iterations } = trainer.history;
    expect(epochs).toHaveLength(2);
    const own = iterations.slice(3);
    expect(epochs[1]).toEqual({
      epoch: 2,
      iteration: 6,
      samplesSeen: 40,
      loss: expect.closeTo(
        own.reduce((sum, { loss: l, batchSize }) => sum + l * batchSize, 0) / 20,
        12,
      ),
      validation: validations[1],
      learningRate: 0.1,
      gradientNorm: expect.closeTo(own.reduce((sum, r) => sum + r.gradientNorm, 0) / 3, 12),
      seconds: expect.any(Number),
    });
    expect(validations[1]).toEqual({
      epoch: 2,
      iteration: 6,
      loss: expect.any(Number),
      metrics: { meanAbsoluteError: expect.any(Number) },
    });
    for (const { seconds } of epochs) expect(seconds).toBeGreaterThanOrEqual(0);
    expect(ofType(events, 'epochEnd').map(({ type: _, ...record }) => record)).toEqual(epochs);
    expect(ofType(events, 'validation').map(({ type: _, ...record }) => record)).toEqual(
      validations,
    );
    const ends = ofType(events, 'iterationEnd');
    expect(ends.map(({ type: _, samplesSeen: __, ...record }) => record)).toEqual(iterations);
  });

  it('grows while training continues', () => {
    const trainer = new Trainer(options({ model: network() }));
    const { history } = trainer;
    expect(history.epochs).toEqual([]);
    for (const event of trainer.run({ train })) {
      if (event.type === 'epochEnd') expect(history.epochs).toHaveLength(event.epoch);
    }
    expect(trainer.history).toBe(history);
  });

  it('keeps iterations only on request, and validations only where there are some', () => {
    const { history } = trained({}, { train } as never);
    expect(history.iterations).toEqual([]);
    expect(history.validations).toEqual([]);
    expect(history.epochs[0]).not.toHaveProperty('validation');
  });

  it('has the last validation within the epoch', () => {
    const { history } = trained({ validateEvery: { iterations: 2 } });
    expect(history.validations.map(({ epoch, iteration }) => [epoch, iteration])).toEqual([
      [1, 2],
      [2, 4],
      [2, 6],
    ]);
    expect(history.epochs.map((record) => record.validation?.iteration)).toEqual([2, 6]);
    const sparse = trained({ validateEvery: { epochs: 2 } }).history;
    expect(sparse.epochs.map((record) => record.validation?.iteration)).toEqual([undefined, 6]);
  });

  it('has the training loss with frozen weights on request, which is not the running mean', () => {
    const model = network();
    const { history } = trained({ model, evaluateTraining: true });
    const expected = evaluate({ model, loss: meanSquaredError() }, train).loss;
    expect(history.validations.at(-1)?.trainingLoss).toBe(expected);
    expect(history.epochs.at(-1)?.loss).not.toBeCloseTo(expected, 6);
    expect(trained({}).history.validations[0]).not.toHaveProperty('trainingLoss');
  });

  it('refuses that request without a validation set, rather than ignoring it', () => {
    expect(() => trained({ evaluateTraining: true }, { train } as never)).toThrow(
      'Trainer.evaluateTraining: Expected a validation set, for it happens at each validation; ' +
        'received none. Pass the training set as validation, too',
    );
  });

  it('is JSON', () => {
    const { history } = trained({ recordIterations: true });
    const { epochs, validations, iterations } = history;
    expect(JSON.parse(JSON.stringify(history))).toEqual({ epochs, validations, iterations });
    const data = history.toJSON();
    expect(data).toEqual({ epochs, validations, iterations });
    expect(data.epochs).not.toBe(epochs); // a copy, which later epochs do not change
  });
});
