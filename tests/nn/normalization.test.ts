/** layerNorm and batchNorm against the formula, written out in plain numbers. */
import { describe, expect, it } from 'vitest';
import { ShapeError } from '../../src/errors/errors.ts';
import { batchNorm, layerNorm, type Model, sequential } from '../../src/nn/index.ts';
import { parameter, type Tensor, tensor, uniform } from '../tensors.ts';

const dtype = 'float64';
const x = uniform([6, 4], { dtype, seed: 1, low: -2, high: 3 });
const rows = x.toArray() as number[][];
const columns = rows[0].map((_, j) => rows.map((row) => row[j]));
const scale = [0.5, 1, 2, -1];
const offset = [0, 1, -1, 0.25];

const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length;
const variance = (values: number[], correction = 0) =>
  values.reduce((sum, v) => sum + (v - mean(values)) ** 2, 0) / (values.length - correction);

function withScale(layer: Parameters<typeof sequential>[1][number]): Model {
  const model = sequential({ inputShape: [4], dtype }, [layer]);
  const [weight, bias] = model.parameters();
  weight.assign(scale);
  bias.assign(offset);
  return model;
}

const train = (model: Model, batch: Tensor = x) => model.forward(batch, { training: true });
const running = (model: Model) => {
  const { 'layers.0.runningMean': m, 'layers.0.runningVariance': v } = model.state();
  return { mean: m.toArray() as number[], variance: v.toArray() as number[] };
};

describe('layerNorm', () => {
  const expected = (epsilon: number) =>
    rows.map((row) =>
      row.map(
        (v, j) => ((v - mean(row)) / Math.sqrt(variance(row) + epsilon)) * scale[j] + offset[j],
      ),
    );

  it.each([1e-5, 0.5])('normalizes each sample, epsilon %d', (epsilon) => {
    const model = withScale(layerNorm({ epsilon }));
    expect(model.predict(x)).toBeCloseToTensor(expected(epsilon));
    expect(train(model)).toBeCloseToTensor(expected(epsilon));
  });

  it('begins as the mere normalization', () => {
    const y = sequential({ inputShape: [4], dtype }, [layerNorm()]).predict(x);
    expect(y.mean({ axis: 1 })).toBeCloseToTensor([0, 0, 0, 0, 0, 0]);
    expect(y.variance({ axis: 1 })).toBeCloseToTensor([1, 1, 1, 1, 1, 1], {
      relativeTolerance: 1e-4,
    });
  });

  it('takes the last axis only', () => {
    const cube = uniform([2, 3, 4], { dtype, seed: 2 });
    const model = sequential({ inputShape: [3, 4], dtype }, [layerNorm()]);
    const flat = sequential({ inputShape: [4], dtype }, [layerNorm()]);
    expect(model.predict(cube)).toBeCloseToTensor(
      flat.predict(cube.reshape([6, 4])).reshape([2, 3, 4]),
    );
  });
});

describe('batchNorm', () => {
  it.each([1e-5, 0.5])(
    'normalizes each feature over the batch in training, epsilon %d',
    (epsilon) => {
      const expected = rows.map((row) =>
        row.map((v, j) => {
          const spread = Math.sqrt(variance(columns[j]) + epsilon);
          return ((v - mean(columns[j])) / spread) * scale[j] + offset[j];
        }),
      );
      expect(train(withScale(batchNorm({ epsilon })))).toBeCloseToTensor(expected);
    },
  );

  it('keeps running statistics, the variance unbiased', () => {
    const model = withScale(batchNorm({ momentum: 0.75 }));
    expect(running(model)).toEqual({ mean: [0, 0, 0, 0], variance: [1, 1, 1, 1] });
    train(model);
    columns.forEach((column, j) => {
      expect(running(model).mean[j]).toBeCloseTo(0.25 * mean(column), 12);
      expect(running(model).variance[j]).toBeCloseTo(0.75 + 0.25 * variance(column, 1), 12);
    });
    const before = running(model);
    train(model);
    columns.forEach((column, j) => {
      expect(running(model).mean[j]).toBeCloseTo(0.75 * before.mean[j] + 0.25 * mean(column), 12);
    });
  });

  it('uses them in evaluation, and leaves them alone', () => {
    const model = withScale(batchNorm({ epsilon: 0.25 }));
    train(model);
    const before = running(model);
    const expected = rows.map((row) =>
      row.map(
        (v, j) =>
          ((v - before.mean[j]) / Math.sqrt(before.variance[j] + 0.25)) * scale[j] + offset[j],
      ),
    );
    expect(model.predict(x)).toBeCloseToTensor(expected);
    expect(running(model)).toEqual(before);
    expect(model.predict(x.slice([0, 1]))).toBeCloseToTensor([expected[0]]);
  });

  it('hands running statistics over instead, where someone takes them', () => {
    const model = withScale(batchNorm());
    const before = running(model);
    const taken: number[][] = [];
    const remember = (buffer: Tensor, value: Tensor) => {
      taken.push([buffer.size, value.size]);
      expect(value.requiresGrad).toBe(false); // anyone who keeps it keeps no graph
    };
    model.forward(parameter(x), { training: true, remember });
    expect(taken).toEqual([
      [4, 4],
      [4, 4],
    ]);
    expect(running(model)).toEqual(before);
  });

  it('normalizes the last axis over all others', () => {
    const cube = uniform([3, 2, 4], { dtype, seed: 2 });
    const model = sequential({ inputShape: [2, 4], dtype }, [batchNorm()]);
    const flat = sequential({ inputShape: [4], dtype }, [batchNorm()]);
    expect(train(model, cube)).toBeCloseToTensor(
      train(flat, cube.reshape([6, 4])).reshape([3, 2, 4]),
    );
    expect(running(model)).toEqual(running(flat));
  });

  it('refuses a single sample in training: one number has no variance', () => {
    const model = withScale(batchNorm());
    const one = tensor([[1, 2, 3, 4]], { dtype });
    expect(() => train(model, one)).toThrow(ShapeError);
    expect(() => train(model, one)).toThrow(
      'layers.0 (batchNorm): Expected at least 2 values for each feature in training; received a ' +
        'batch of shape [1, 4]. Use dropLast: true',
    );
    expect(() => model.predict(one)).not.toThrow();
  });
});
