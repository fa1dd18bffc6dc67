/** Gradient accumulation: a batch in parts gives the update of the whole. */
import { describe, expect, it } from 'vitest';
import { subset } from '../../../src/data/index.ts';
import { meanSquaredError } from '../../../src/losses/index.ts';
import { batchNorm, dense, dropout, type Model } from '../../../src/nn/index.ts';
import { adam, sgd } from '../../../src/optimizers/index.ts';
import { Trainer, type TrainerOptions } from '../../../src/train/index.ts';
import { type Tensor, uniform } from '../../tensors.ts';
import { classification, classifying, network, ofType, options, regression } from '../tasks.ts';

const dtype = 'float64';
const train = regression({ dtype, samples: 23 });
const double = () => network(undefined, { dtype });

function trained(overrides: Partial<TrainerOptions>, data = train): Trainer {
  const trainer = new Trainer(options({ model: double(), epochs: 3, batchSize: 10, ...overrides }));
  for (const _ of trainer.run({ train: data }));
  return trainer;
}

function expectSameModel(received: Model, expected: Model, closeness = {}): void {
  for (const [name, t] of Object.entries(expected.state())) {
    expect(received.state()[name], name).toBeCloseToTensor(t, closeness);
  }
}

describe('a batch in micro-batches', () => {
  // 23 samples in tens: batches of 10, 10 and 3. In fours: 4, 4, 2 and 3. In threes: 3, 3, 3, 1.
  it.each([2, 3, 4, 10])(
    'gives the update of the whole within rounding: %d parts',
    (accumulate) => {
      const optimizer = adam({ learningRate: 0.05 });
      const whole = trained({ optimizer });
      const parts = trained({ optimizer, accumulate });
      expectSameModel(parts.model, whole.model);
      expect(parts.history.epochs.map(({ loss }) => loss)).toEqual(
        whole.history.epochs.map(({ loss }) => expect.closeTo(loss, 12)),
      );
      expect(parts.iteration).toBe(whole.iteration);
      expect(parts.samplesSeen).toBe(whole.samplesSeen);
    },
  );

  it('also where samples have weights, and gradients are clipped', () => {
    const weighted = {
      ...train,
      sampleWeights: uniform([23], { dtype, low: 0, high: 3, seed: 4 }),
    };
    const clip = { globalNorm: 0.05 };
    const whole = trained({ clip }, weighted);
    const parts = trained({ clip, accumulate: 3 }, weighted);
    expectSameModel(parts.model, whole.model);
    expect(whole.model.parameters()[0]).not.toBeCloseToTensor(trained({}).model.parameters()[0]);
  });

  it.each(['reference', 'wasm'] as const)('in float32, on %s', (backend) => {
    const data = classification({ samples: 23 });
    const run = (accumulate: number) => {
      const trainer = new Trainer(classifying({ accumulate, batchSize: 10, epochs: 3, backend }));
      for (const _ of trainer.run({ train: data }));
      return trainer.model;
    };
    expectSameModel(run(3), run(1), { relativeTolerance: 1e-5, absoluteTolerance: 1e-6 });
  });

  it('tells each part: its own loss, and the gradient of the batch so far', () => {
    const model = double();
    const run = new Trainer(
      options({ model, batchSize: 10, accumulate: 4, shuffle: false, epochs: 1 }),
    );
    const parts: [number, number][] = [];
    const sums: Tensor[] = [];
    let samples = 0;
    let batchLoss = 0;
    for (const event of run.run({ train })) {
      if (event.type === 'forward') samples = event.outputs.shape[0];
      if (event.type === 'loss') {
        parts.push([event.microBatch, samples]);
        batchLoss += (event.loss * samples) / 10;
      }
      if (event.type === 'backward') sums.push(event.gradients['layers.0.weight']);
      if (event.type === 'iterationEnd') {
        expect(event.loss).toBeCloseTo(batchLoss, 12);
        break;
      }
    }
    expect(parts).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
      [4, 1],
    ]);
    const whole = new Trainer(
      options({ model: double(), batchSize: 10, shuffle: false, epochs: 1 }),
    );
    for (const event of whole.run({ train })) {
      if (event.type !== 'backward') continue;
      expect(sums[3]).toBeCloseToTensor(event.gradients['layers.0.weight']);
      expect(sums[0]).not.toBeCloseToTensor(event.gradients['layers.0.weight']);
      break;
    }
  });

  it('draws another dropout mask for each part', () => {
    const model = network([dropout({ rate: 0.5 }), dense({ units: 2 })], { features: 8 });
    const data = { ...regression({ features: 8, samples: 4 }) };
    const run = new Trainer(options({ model, batchSize: 4, accumulate: 4, epochs: 2 }));
    const masks = new Set<string>();
    for (const event of run.run({ train: data })) {
      if (event.type !== 'forward') continue;
      masks.add(
        `${event.activations['layers.0']
          .toArray()
          .toString()
          .split(',')
          .map((x) => x === '0')}`,
      );
    }
    expect(masks.size).toBeGreaterThan(6); // of 8, two may coincide once in a while
  });

  it('moves running statistics once an iteration, by the mean over the parts', () => {
    const normalizing = () =>
      network([batchNorm({ momentum: 0.5 }), dense({ units: 2 })], { dtype });
    const model = normalizing();
    const data = {
      ...train,
      inputs: train.inputs.slice([0, 10]),
      targets: train.targets.slice([0, 10]),
      size: 10,
    };
    const trainer = new Trainer(
      options({ model, batchSize: 10, accumulate: 2, iterations: 1, shuffle: false }),
    );
    for (const _ of trainer.run({ train: data }));
    const { 'layers.0.runningMean': mean, 'layers.0.runningVariance': variance } = model.state();
    expect(mean).toBeCloseToTensor(data.inputs.mean({ axis: 0 }).mul(0.5));
    const [first, second] = [data.inputs.slice([0, 5]), data.inputs.slice([5, 10])].map((part) =>
      part.variance({ axis: 0, correction: 1 }),
    );
    expect(variance).toBeCloseToTensor(first.add(second).mul(0.25).add(0.5));
  });

  it('cannot be smaller than a sample', () => {
    expect(() => new Trainer(options({ batchSize: 4, accumulate: 5 }))).toThrow(
      'Trainer.accumulate: Expected at most batchSize, 4: a micro-batch has a sample or more; received 5',
    );
  });
});

describe('sample weights', () => {
  const weights = uniform([23], { dtype, low: 0, high: 2, seed: 5 });

  it('scale the loss and the gradient of each sample, divided by the number of samples', () => {
    const model = double();
    const weighted = { ...train, sampleWeights: weights };
    const trainer = new Trainer(options({ model, batchSize: 23, shuffle: false, epochs: 1 }));
    const perSample = meanSquaredError().perSample(model.predict(train.inputs), train.targets);
    const [event] = ofType([...trainer.run({ train: weighted })], 'iterationEnd');
    expect(event.loss).toBeCloseTo(perSample.mul(weights).sum().item() / 23, 12);
  });

  it('of 2 count a sample twice, and of 0 not at all', () => {
    const sampleWeights = uniform([23], { dtype, seed: 6 }).greater(0).mul(2);
    const kept = Array.from(sampleWeights.toTypedArray()).flatMap((w, i) => (w > 0 ? [i, i] : []));
    // The means divide by different numbers of samples, for which the learning rate makes up.
    const optimizer = sgd({ learningRate: (0.1 * kept.length) / 23 });
    const doubled = trained({ batchSize: 100, optimizer }, subset(train, kept));
    const weighted = trained({ batchSize: 100 }, { ...train, sampleWeights });
    expectSameModel(weighted.model, doubled.model);
  });
});
