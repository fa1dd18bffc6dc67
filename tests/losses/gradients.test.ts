/** The gradients of every loss, first and second, by finite differences. */
import { describe, expect, it } from 'vitest';
import * as losses from '../../src/losses/index.ts';
import { logCoshOperation } from '../../src/losses/log_cosh.ts';
import type { Loss } from '../../src/losses/loss.ts';
import { surprisalOperation } from '../../src/losses/surprisal.ts';
import { unary } from '../../src/ops/apply.ts';
import { softmax } from '../../src/ops/reduction/softmax.ts';
import { tensor } from '../../src/tensor/create.ts';
import type { NestedArray, Tensor } from '../../src/tensor/tensor.ts';
import { gradcheck } from '../../src/testing/gradcheck.ts';
import { uniform } from '../../src/testing/uniform.ts';

const double = (values: NestedArray) => tensor(values, { dtype: 'float64' });
const scores = uniform([4, 3], { low: -2, high: 2, dtype: 'float64', seed: 3 });
const positives = uniform([4, 3], { low: 0.05, high: 0.95, dtype: 'float64', seed: 4 });
const others = uniform([4, 3], { low: -2, high: 2, dtype: 'float64', seed: 5 });
const fractions = uniform([4, 3], { low: 0.05, high: 0.95, dtype: 'float64', seed: 6 });
const mixture = softmax(others);
const classes = tensor([2, 0, 1, 2], { dtype: 'int32' });
const signs = double([
  [1, -1, 1],
  [-1, -1, 1],
  [1, 1, -1],
  [-1, 1, 1],
]);

type Case = readonly [name: string, loss: Loss, outputs: Tensor, targets: Tensor];

const cases: readonly Case[] = [
  ['meanSquaredError', losses.meanSquaredError(), scores, others],
  ['meanAbsoluteError', losses.meanAbsoluteError(), scores, others],
  ['huber', losses.huber({ delta: 0.75 }), scores, others],
  ['logCosh', losses.logCosh(), scores, others],
  ['binaryCrossEntropy', losses.binaryCrossEntropy(), positives, fractions],
  ['sigmoidBinaryCrossEntropy', losses.sigmoidBinaryCrossEntropy(), scores, fractions],
  ['softmaxCrossEntropy of distributions', losses.softmaxCrossEntropy(), scores, mixture],
  ['hinge', losses.hinge(), scores, signs],
  ['squaredHinge', losses.squaredHinge(), scores, signs],
  ['klDivergence', losses.klDivergence(), positives, mixture],
  ['poisson', losses.poisson(), positives, fractions],
  ['expPoisson', losses.expPoisson(), scores, fractions],
  ['cosineSimilarity', losses.cosineSimilarity(), scores, others],
];

describe('agree with finite differences, for outputs and targets, and once more:', () => {
  it.each(cases)('%s', (_, loss, outputs, targets) => {
    const found = gradcheck(loss.perSample, [outputs, targets], { order: 2 });
    expect(found.passed, found.message).toBe(true);
  });

  const weighting = { labelSmoothing: 0.2, classWeights: [0.5, 2, 1] };
  it.each([
    ['softmaxCrossEntropy', losses.softmaxCrossEntropy()],
    ['softmaxCrossEntropy, smoothed and weighted', losses.softmaxCrossEntropy(weighting)],
    ['negativeLogLikelihood', losses.negativeLogLikelihood({ classWeights: [0.5, 2, 1] })],
  ])('%s of classes', (_, loss) => {
    const found = gradcheck((x) => loss.perSample(x, classes), [scores], { order: 2 });
    expect(found.passed, found.message).toBe(true);
  });

  it.each([
    ['logCosh', unary(logCoshOperation), [-30, -1.5, -0.5, -1e-3, 0, 0.75, 2, 30]],
    ['surprisal', unary(surprisalOperation), [0.05, 0.5, 1, 3]],
  ] as const)('the operation %s', (_, operation, points) => {
    const found = gradcheck(operation, [double(points)], { order: 2 });
    expect(found.passed, found.message).toBe(true);
  });
});

describe('reach the sample weights', () => {
  it('as the losses of the samples over their number', () => {
    const weights = double([1, 2, 3, 4]);
    const mean = (x: Tensor, w: Tensor) => losses.meanSquaredError().mean(x, others, w);
    expect(gradcheck(mean, [scores, weights]).passed).toBe(true);
  });
});
