/** Weights that make classes count alike, and the three ways to use them, which lead to the same place. */
import { describe, expect, it } from 'vitest';
import {
  balancedClassWeights,
  balancedWeights,
  fromArrays,
  iris,
  subset,
  weightedSampling,
} from '../../../src/data/index.ts';
import { DtypeError } from '../../../src/errors/errors.ts';
import { softmaxCrossEntropy } from '../../../src/losses/index.ts';
import { tensor, uniform } from '../../tensors.ts';

// 6, 3 and 1 samples of three classes.
const classes = Int32Array.of(0, 0, 1, 0, 2, 0, 1, 0, 1, 0);
const rare = fromArrays({ inputs: Array.from(classes, (_, i) => [i]), targets: classes });

describe('balancedWeights', () => {
  it('are those of scikit-learn: n / (k · count)', () => {
    const expected = Array.from(classes, (k) => Math.fround(10 / (3 * [6, 3, 1][k])));
    expect(Array.from(balancedWeights(rare).toTypedArray())).toEqual(expected);
    expect(balancedClassWeights(rare)).toEqual([10 / 18, 10 / 9, 10 / 3]);
  });

  it('have the mean 1 and the dtype of the inputs', () => {
    const double = { ...rare, inputs: rare.inputs.cast('float64') };
    expect(balancedWeights(double).dtype).toBe('float64');
    expect(balancedWeights(double).mean().item()).toBeCloseTo(1, 14);
  });

  it('are 1 where classes are equal already', () => {
    expect(new Set(balancedWeights(iris()).toTypedArray())).toEqual(new Set([1]));
    expect(balancedClassWeights(iris())).toEqual([1, 1, 1]);
  });

  it('are 0 by class where a class has no sample, and divide by those that have', () => {
    const two = subset(iris(), [0, 1, 2, 50]);
    expect(balancedClassWeights(two)).toEqual([4 / 6, 2, 0]);
  });

  it('as class weights and as sample weights of a loss are the same', () => {
    const outputs = uniform([10, 3], { seed: 1 });
    const byClass = softmaxCrossEntropy({ classWeights: balancedClassWeights(rare) });
    const bySample = softmaxCrossEntropy().mean(outputs, rare.targets, balancedWeights(rare));
    expect(byClass.mean(outputs, rare.targets).item()).toBeCloseTo(bySample.item(), 6);
  });

  it('as weights of a sampling show every class equally often', () => {
    const sampling = weightedSampling({ weights: balancedWeights(rare) });
    const counts = [0, 0, 0];
    for (let epoch = 1; epoch <= 3000; epoch++) {
      for (const row of sampling.order({ samples: 10, seed: 5, epoch })) counts[classes[row]]++;
    }
    for (const count of counts) {
      expect(Math.abs(count - 10_000)).toBeLessThan(4 * Math.sqrt(30_000 * (2 / 9)));
    }
  });

  it('need classes', () => {
    const values = fromArrays({ inputs: [1, 2], targets: [0.5, 1.5] });
    expect(() => balancedWeights(values)).toThrow(DtypeError);
    expect(() => balancedWeights(values)).toThrow('balancedWeights: Expected targets that are');
    const pairs = { ...rare, targets: tensor([[1], [2]], { dtype: 'int32' }) };
    expect(() => balancedClassWeights(pairs)).toThrow('balancedClassWeights');
  });
});
