/** What comes back of a job, with files as train.py leaves them. */
import { beforeAll, describe, expect, it } from 'vitest';
import { fromArrays } from '../../src/data/index.ts';
import { writeTorch } from '../../src/formats/pickle/torch.ts';
import { adam, dense, earlyStopping, sequential, Trainer } from '../../src/index.ts';
import { meanSquaredError } from '../../src/losses/index.ts';
import { toPyTorch } from '../../src/persistence/index.ts';
import { trainedOf, trainingJob } from '../../src/torchrun/index.ts';

const train = fromArrays({
  inputs: [
    [0, 1],
    [2, 3],
    [4, 5],
  ],
  targets: [[1], [0], [1]],
});
const patience = { epochs: 3 };

function makeTrainer() {
  const model = sequential({ inputShape: [2], seed: 1 }, [
    dense({ units: 2 }),
    dense({ units: 3 }),
    dense({ units: 1 }),
  ]);
  model.freeze('layers.0');
  const options = { loss: meanSquaredError(), optimizer: adam(), epochs: 2, batchSize: 2 };
  return new Trainer({ model, ...options });
}

const text = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const [best, last] = [0.25, 0.5];

let files: Record<string, Uint8Array>;
let end: Record<string, unknown>;

beforeAll(async () => {
  const trainer = makeTrainer();
  const { model } = trainer;
  const callbacks = [earlyStopping({ patience, model })];
  await trainer.fit({ train, validation: train, callbacks });
  trainer.epochs = 9;
  const job = trainingJob(trainer, { train, validation: train, earlyStopping: { patience } });
  const weights = (value: number) => {
    const entries = Object.entries(toPyTorch(model));
    return writeTorch(
      'test',
      Object.fromEntries(entries.map(([k, w]) => [k, w.mul(0).add(value)])),
    );
  };
  end = {
    ...JSON.parse(new TextDecoder().decode(job['start/progress.json'])),
    ...{ epoch: 6, iteration: 12, iterationInEpoch: 0, samplesSeen: 18 },
    waiting: {
      best: { value: 0.1, epoch: 3, iteration: 6 },
      ...{ mark: null, markedAt: 6, last: 12, waited: 3 },
    },
    ...{ reason: 'enough', keepsBest: true, processes: 4 },
  };
  const mean = { '1.weight.exp_avg': toPyTorch(model)['1.weight'].mul(0).add(7) };
  const told = [
    { type: 'iteration', epoch: 3, iteration: 5, loss: 1 },
    { type: 'validation', epoch: 3, iteration: 6, loss: 'NaN', metrics: {} },
    {
      ...{ type: 'epochEnd', epoch: 3, iteration: 6, samplesSeen: 9, loss: 0.5 },
      ...{ learningRate: 0.1, gradientNorm: 2, seconds: 1 },
    },
  ];
  files = {
    ...job,
    'trained/weights.pt': weights(best),
    'trained/last.pt': weights(last),
    'trained/optimizer.pt': writeTorch('test', mean),
    'trained/end.json': text(end),
    'trained/log.jsonl': new TextEncoder().encode(
      told.map((event) => `${JSON.stringify(event)}\n`).join(''),
    ),
  };
});

describe('a job that comes back', () => {
  it('has the best weights in its model, and the last ones in its training run', () => {
    const { predictor, state, ...told } = trainedOf(files, 'job');
    const numbers = (tensors: typeof state.model) =>
      new Set(Object.values(tensors).flatMap((value) => [...value.toTypedArray()]));
    expect(numbers(predictor.model.state())).toEqual(new Set([best]));
    expect(numbers(state.model)).toEqual(new Set([last]));
    expect(numbers(state.callbacks.earlyStopping.tensors)).toEqual(new Set([best]));
    expect(told).toEqual({ epoch: 6, iteration: 12, processes: 4, reason: 'enough' });
  });

  it('has rested where it was frozen, and keeps what optimizers knew of it', () => {
    const { state } = trainedOf(files, 'job');
    expect(state.rested).toEqual({ 'layers.0.weight': 12, 'layers.0.bias': 12 });
    expect(state.frozen).toEqual(['layers.0.weight', 'layers.0.bias']);
    const { 'layers.1.weight.mean': mean } = state.optimizer;
    expect(mean.shape).toEqual([2, 3]); // turned back
    expect(new Set(mean.toTypedArray())).toEqual(new Set([7]));
    expect(Object.keys(state.optimizer)).toHaveLength(12);
  });

  it('has the history of there behind that of here', () => {
    const { progress, callbacks } = trainedOf(files, 'job').state;
    expect(progress.epochs.map(({ epoch }) => epoch)).toEqual([1, 2, 3]);
    expect(progress.epochs[2]).toMatchObject({ loss: 0.5, validation: { loss: Number.NaN } });
    expect(progress.validations.map(({ iteration }) => iteration)).toEqual([2, 4, 6]);
    expect(progress).toMatchObject({ epoch: 6, iteration: 12, samplesSeen: 18, samples: 3 });
    expect(callbacks.earlyStopping.values).toMatchObject({
      ...{ reason: 'enough', hasBest: true },
      waiting: { mark: Number.POSITIVE_INFINITY, markedAt: 6, waited: 3 },
    });
  });

  it('owes the end of an epoch where it ended within one', () => {
    const inEpoch = { ...end, epoch: 5, iteration: 11, iterationInEpoch: 1, samplesSeen: 17 };
    const within = trainedOf({ ...files, 'trained/end.json': text(inEpoch) }, 'job');
    expect(within.state.progress).toMatchObject({ iterationInEpoch: 1, endDue: true });
    expect(trainedOf(files, 'job').state.progress.endDue).toBe(false);
  });

  it('stays stopped where early stopping has ended it, and continues with more patience', async () => {
    for (const [epochs, ended] of [
      [3, 6],
      [4, 7],
    ]) {
      const trainer = makeTrainer();
      const { model } = trainer;
      trainer.resume(trainedOf(files, 'job').state);
      trainer.epochs = 7;
      const callbacks = [earlyStopping({ patience: { epochs }, model })];
      await trainer.fit({ train, validation: train, callbacks });
      expect(trainer.epoch).toBe(ended);
    }
  });

  it('refuses files that are damaged, naming them', () => {
    const without = (name: string, bytes?: Uint8Array) => () => {
      const { [name]: _, ...others } = files;
      return trainedOf({ ...others, ...(bytes && { [name]: bytes }) }, 'job');
    };
    expect(without('trained/end.json')).toThrow(/^job: .*trained\/end\.json.*Run it first/);
    expect(without('trained/end.json', text({ ...end, epoch: -1 }))).toThrow(/end\.json\.epoch/);
    expect(without('trained/end.json', text(null))).toThrow(/trained\/end\.json/);
    expect(without('trained/log.jsonl', new TextEncoder().encode('{'))).toThrow(
      /log\.jsonl, line 1/,
    );
    expect(without('trained/log.jsonl', text({ type: 'epochEnd' }))).toThrow(/line 1\.epoch/);
    expect(without('trained/weights.pt', text(0))).toThrow(/trained\/weights\.pt/);
    const other = writeTorch('test', { '0.weight': train.inputs });
    expect(without('trained/weights.pt', other)).toThrow(/modules and layers do not fit/);
  });
});
