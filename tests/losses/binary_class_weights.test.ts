/** Weights of two classes that one output tells apart. */
import { describe, expect, it } from 'vitest';
import { balancedClassWeights, fromArrays } from '../../src/data/index.ts';
import { gradients, OptionError, parameter } from '../../src/index.ts';
import {
  binaryCrossEntropyOfProbabilities,
  sigmoidBinaryCrossEntropy,
  softmaxCrossEntropy,
} from '../../src/losses/index.ts';
import { tensor } from '../tensors.ts';

const double = { dtype: 'float64' } as const;

describe('class weights of one output', () => {
  it('are those that balance the classes of a dataset', () => {
    const targets = [0, 0, 0, 1];
    const classWeights = balancedClassWeights(fromArrays({ inputs: [1, 2, 3, 4], targets }));
    expect(classWeights).toEqual([2 / 3, 2]);
    // An output of 0 costs ln 2 for each sample, and each class half of it.
    const loss = sigmoidBinaryCrossEntropy({ classWeights });
    const x = tensor([[0], [0], [0], [0]], double);
    const losses = loss
      .perSample(
        x,
        tensor(
          targets.map((t) => [t]),
          double,
        ),
      )
      .toArray() as number[];
    expect(losses[0] + losses[1] + losses[2]).toBeCloseTo(losses[3], 14);
    expect(
      loss
        .mean(
          x,
          tensor(
            targets.map((t) => [t]),
            double,
          ),
        )
        .item(),
    ).toBeCloseTo(Math.LN2, 14);
  });

  it('weigh as those of two outputs do, int32 classes too', () => {
    const classWeights = [0.25, 3];
    const logit = [-1.5, 0.25, 2, 1];
    const classes = tensor([0, 1, 0, 1], { dtype: 'int32' });
    const two = softmaxCrossEntropy({ classWeights });
    const one = sigmoidBinaryCrossEntropy({ classWeights });
    const expected = two
      .perSample(
        tensor(
          logit.map((x) => [0, x]),
          double,
        ),
        classes,
      )
      .toArray();
    const losses = one
      .perSample(
        tensor(
          logit.map((x) => [x]),
          double,
        ),
        classes,
      )
      .toArray();
    (losses as number[]).forEach((value, i) => {
      expect(value).toBeCloseTo((expected as number[])[i], 13);
    });
  });

  it('of 0 exclude a class, whatever its outputs are', () => {
    const x = parameter([[Number.NEGATIVE_INFINITY], [1]], double);
    const loss = sigmoidBinaryCrossEntropy({ classWeights: [1, 0] });
    const mean = loss.mean(x, tensor([[1], [0]], double));
    expect(mean.item()).toBeCloseTo(Math.log1p(Math.E) / 2, 14);
    const p = tensor([[0], [0.5]], double);
    const ofProbabilities = binaryCrossEntropyOfProbabilities({ classWeights: [1, 0] });
    expect(ofProbabilities.mean(p, tensor([[1], [0]], double)).item()).toBeCloseTo(
      Math.LN2 / 2,
      14,
    );
    const finite = parameter([[-50], [1]], double);
    const [gradient] = gradients(loss.mean(finite, tensor([[1], [0]], double)), [finite]);
    expect(gradient?.toTypedArray()[0]).toBe(0);
  });

  it('are two', () => {
    for (const classWeights of [[1], [1, 2, 3], [1, -1], 2]) {
      const make = () => sigmoidBinaryCrossEntropy({ classWeights: classWeights as number[] });
      expect(make).toThrow(OptionError);
      expect(make).toThrow('two finite weights, 0 or more, of class 0 and class 1');
    }
  });
});
