/** Label smoothing with two classes; with more of them see pytorch.test.ts. */
import { describe, expect, it } from 'vitest';
import { OptionError } from '../../src/errors/errors.ts';
import {
  binaryCrossEntropyOfProbabilities,
  sigmoidBinaryCrossEntropy,
  softmaxCrossEntropy,
} from '../../src/losses/index.ts';
import { sigmoid } from '../../src/ops/elementwise/activations.ts';
import { concat } from '../../src/ops/shape/concat.ts';
import type { NestedArray } from '../../src/tensor/rank.ts';
import { regularization } from '../fixtures/pytorch/regularization.ts';
import { parameter, tensor, zeros } from '../tensors.ts';

const double = (values: NestedArray) => tensor(values, { dtype: 'float64' });
const close = { relativeTolerance: 1e-12, absoluteTolerance: 1e-14 };

describe.each(regularization.smoothing)(
  'label smoothing of $labelSmoothing',
  ({ labelSmoothing, logits, labels, mean, gradient }) => {
    it('moves targets towards one half, as PyTorch computes with such targets', () => {
      const x = parameter(logits, { dtype: 'float64' });
      const loss = sigmoidBinaryCrossEntropy({ labelSmoothing }).mean(x, double(labels));
      expect(loss.item()).toBeCloseTo(mean, 13);
      loss.backward();
      expect(x.gradient).toBeCloseToTensor(double(gradient), close);
    });

    it('is the same for probabilities as for logits', () => {
      const p = sigmoid(double(logits));
      const loss = binaryCrossEntropyOfProbabilities({ labelSmoothing }).mean(p, double(labels));
      expect(loss.item()).toBeCloseTo(mean, 12);
    });

    it('is the same for two classes that exclude each other, and for classes by number', () => {
      const first = double(logits.map(([x]) => [x]));
      const classes = tensor(Int32Array.from(labels, ([t]) => t));
      const yesOrNo = sigmoidBinaryCrossEntropy({ labelSmoothing }).mean(first, classes);
      const both = concat([zeros([first.shape[0], 1], { dtype: 'float64' }), first], { axis: 1 });
      const oneOfTwo = softmaxCrossEntropy({ labelSmoothing }).mean(both, classes);
      expect(yesOrNo.item()).toBeCloseTo(oneOfTwo.item(), 13);
    });
  },
);

describe('label smoothing', () => {
  it.each([-0.1, 1, Number.NaN])('refuses %d', (labelSmoothing) => {
    for (const loss of [
      binaryCrossEntropyOfProbabilities,
      sigmoidBinaryCrossEntropy,
      softmaxCrossEntropy,
    ]) {
      expect(() => loss({ labelSmoothing })).toThrow(OptionError);
      expect(() => loss({ labelSmoothing })).toThrow(`${loss.name}.labelSmoothing: Expected`);
    }
  });
});
