/** Several labels of a sample: who says so, and what is refused rather than guessed. */
import { describe, expect, it } from 'vitest';
import { DataError, OptionError, ShapeError } from '../../src/errors/errors.ts';
import {
  binaryCrossEntropyOfProbabilities,
  hinge,
  meanSquaredError,
  sigmoidBinaryCrossEntropy,
  softmaxCrossEntropy,
} from '../../src/losses/index.ts';
import {
  accuracy,
  classificationReport,
  confusionMatrix,
  f1,
  topKAccuracy,
} from '../../src/metrics/index.ts';
import { sigmoid } from '../../src/ops/elementwise/activations.ts';
import { tensor } from '../tensors.ts';

const outputs = tensor([
  [2, 1.5, -1],
  [-1, 2, 3],
  [-2, -2, -1],
  [1, -1, 0.5],
]);
const targets = tensor([
  [1, 1, 0],
  [0, 1, 1],
  [0, 0, 0],
  [0, 0, 1],
]);
const oneHot = tensor([
  [1, 0, 0],
  [0, 0, 1],
  [0, 0, 1],
  [1, 0, 0],
]);

describe('several labels', () => {
  it('are all right or the sample is wrong; scores are those of each label', () => {
    expect(accuracy(outputs, targets)).toBe(0.75);
    expect(f1(outputs, targets)).toBeCloseTo(8 / 9, 15);
    expect(classificationReport(outputs, targets).macro.f1).toBeCloseTo(8 / 9, 15);
  });

  it('are what a loss or a threshold says, even where every sample happens to have one', () => {
    expect(accuracy(outputs, oneHot)).toBe(1); // the largest output
    expect(accuracy(outputs, oneHot, { loss: softmaxCrossEntropy() })).toBe(1);
    expect(accuracy(outputs, oneHot, { loss: sigmoidBinaryCrossEntropy() })).toBe(0);
    expect(accuracy({ threshold: 1.6 })(outputs, oneHot)).toBe(0.25);
    expect(accuracy(outputs, targets.mul(2).sub(1), { loss: hinge() })).toBe(0.75);
    expect(accuracy(outputs, oneHot.mul(2).sub(1), { loss: hinge() })).toBe(1);
  });

  it('are not guessed from outputs that may be probabilities', () => {
    const probabilities = sigmoid(outputs);
    for (const metric of [accuracy, f1]) {
      expect(() => metric(probabilities, targets)).toThrow(OptionError);
      expect(() => metric(probabilities, targets)).toThrow('{ threshold: 0.5 } for probabilities');
      expect(metric(probabilities, targets, { loss: binaryCrossEntropyOfProbabilities() })).toBe(
        metric(outputs, targets),
      );
    }
    expect(() => accuracy(probabilities, targets, { loss: meanSquaredError() })).toThrow(
      'meanSquaredError does not say what outputs are',
    );
    expect(() => classificationReport(probabilities, targets)).toThrow('threshold');
    expect(classificationReport(probabilities, targets, { threshold: 0.5 }).accuracy).toBe(0.75);
  });

  it('have no confusion matrix and no k largest; one label alone has a matrix', () => {
    expect(() => confusionMatrix(outputs, targets)).toThrow(ShapeError);
    expect(() => topKAccuracy({ k: 1 })(outputs, targets)).toThrow(DataError);
    const first = [outputs, targets].map((x) => x.slice(null, [0, 1]));
    expect(confusionMatrix(first[0], first[1], { threshold: 0 }).counts).toEqual([
      [2, 1],
      [0, 1],
    ]);
  });

  it('are 0 and 1 throughout, and distributions have a class in every sample', () => {
    const soft = tensor([
      [0.2, 0.7, 0.1],
      [1, 0, 0],
    ]);
    const two = outputs.slice([0, 2]);
    expect(accuracy(two, soft)).toBe(0);
    for (const unfit of [
      tensor([
        [0.2, 0.7, 0.1],
        [1, 1, 0],
      ]),
      tensor([
        [3, 4, 5],
        [1, 0, 0],
      ]),
    ]) {
      expect(() => accuracy(two, unfit)).toThrow(DataError);
    }
    expect(() => accuracy(two, soft, { loss: sigmoidBinaryCrossEntropy() })).toThrow(
      'targets that are 0 or 1',
    );
  });
});
