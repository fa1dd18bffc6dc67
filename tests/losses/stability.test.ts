/** Losses where careless formulas overflow, cancel, or lose their gradient. */
import { describe, expect, it } from 'vitest';
import { gradients } from '../../src/autograd/backward.ts';
import {
  binaryCrossEntropyOfProbabilities,
  cosineSimilarity,
  huber,
  klDivergence,
  type Loss,
  logCosh,
  poisson,
  sigmoidBinaryCrossEntropy,
  softmaxCrossEntropy,
} from '../../src/losses/index.ts';
import { sum } from '../../src/ops/reduction/reduction.ts';
import { parameter, tensor } from '../../src/tensor/create.ts';
import type { Dtype } from '../../src/tensor/dtype.ts';
import type { NestedArray } from '../../src/tensor/rank.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';

function compute(loss: Loss, outputs: NestedArray, targets: Tensor, dtype: Dtype = 'float32') {
  const x = parameter(outputs, { dtype });
  const perSample = loss.perSample(x, targets);
  const [gradient] = gradients(sum(perSample), [x]) as [Tensor];
  return { losses: perSample.toArray(), gradient: gradient.toArray() };
}

const classes = (values: NestedArray) => tensor(values, { dtype: 'int32' });

describe('logits of ±1000', () => {
  it('softmaxCrossEntropy: 0 where right, 2000 where wrong, and the gradient of each', () => {
    const found = compute(
      softmaxCrossEntropy(),
      [
        [1000, -1000],
        [1000, -1000],
      ],
      classes([0, 1]),
    );
    expect(found).toEqual({
      losses: [0, 2000],
      gradient: [
        [0, 0],
        [1, -1],
      ],
    });
  });

  it('softmaxCrossEntropy with smoothing and weights stays finite', () => {
    const loss = softmaxCrossEntropy({ labelSmoothing: 0.5, classWeights: [1, 2] });
    const { losses, gradient } = compute(loss, [[1000, -1000]], classes([0]));
    expect(losses).toEqual([1000]);
    expect(gradient).toEqual([[0.5, -0.5]]);
  });

  it('sigmoidBinaryCrossEntropy: 0 where right, 1000 where wrong, and the gradient of each', () => {
    const targets = classes([1, 0, 0, 1]);
    const found = compute(sigmoidBinaryCrossEntropy(), [1000, -1000, 1000, -1000], targets);
    expect(found.losses).toEqual([0, 0, 1000, 1000]);
    expect(found.gradient).toEqual([expect.closeTo(0, 40), expect.closeTo(0, 40), 1, -1]);
  });
});

describe('softmaxCrossEntropy', () => {
  it('lets a logit of -Infinity exclude a class that is not the target', () => {
    const logits = [[0, Number.NEGATIVE_INFINITY, 0]];
    const found = compute(softmaxCrossEntropy(), logits, classes([0]), 'float64');
    expect(found.losses).toEqual([expect.closeTo(Math.log(2), 15)]);
    expect(found.gradient).toEqual([[-0.5, 0, 0.5]]);
  });

  it('tells apart logits that are large and close', () => {
    const { losses } = compute(softmaxCrossEntropy(), [[1e6, 1e6 - 1]], classes([0]));
    expect((losses as number[])[0]).toBeCloseTo(Math.log1p(Math.exp(-1)), 6);
  });

  it('gives NaN, not 0, for a class that does not exist', () => {
    const { losses } = compute(
      softmaxCrossEntropy(),
      [
        [1, 2],
        [1, 2],
        [1, 2],
      ],
      classes([2, -1, 1]),
    );
    expect(losses).toEqual([Number.NaN, Number.NaN, expect.closeTo(0.3133, 4)]);
  });
});

describe('sigmoidBinaryCrossEntropy', () => {
  it('keeps a gradient at exactly 0, where |x| has none', () => {
    const { gradient } = compute(sigmoidBinaryCrossEntropy(), [0, 0], classes([0, 1]));
    expect(gradient).toEqual([0.5, -0.5]);
  });

  it('keeps the small losses of confident and right predictions', () => {
    const { losses, gradient } = compute(sigmoidBinaryCrossEntropy(), [30, -30], classes([1, 0]));
    for (const loss of losses as number[]) expect(loss / Math.exp(-30)).toBeCloseTo(1, 6);
    expect((gradient as number[])[0] / Math.exp(-30)).toBeCloseTo(-1, 6);
  });
});

describe('binaryCrossEntropyOfProbabilities', () => {
  it('of a probability rounded to 0 or 1 is 100, with a gradient that still corrects', () => {
    const { losses, gradient } = compute(
      binaryCrossEntropyOfProbabilities(),
      [0, 1],
      tensor([1, 0]),
    );
    expect(losses).toEqual([100, 100]);
    expect(gradient).toEqual([-Math.fround(1e12), Math.fround(1e12)]);
  });

  it('of something that is no probability is NaN', () => {
    const { losses } = compute(
      binaryCrossEntropyOfProbabilities(),
      [-0.5, 1.5, 2],
      tensor([1, 0, 0.5]),
    );
    expect(losses).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  });
});

describe('losses of probabilities and rates', () => {
  it('count what is impossible and expected not to happen as nothing', () => {
    const certain = tensor([[1, 0]]);
    expect(compute(klDivergence(), [[1, 0]], certain).losses).toEqual([0]);
    expect(compute(klDivergence(), [[0, 1]], certain).losses).toEqual([100]);
    expect(compute(poisson(), [0, 0], tensor([0, 2])).losses).toEqual([0, 200]);
  });
});

describe('logCosh', () => {
  it('of a small difference d is d²/2, in float32', () => {
    for (const d of [1e-2, 1e-4, 1e-8, 1e-15]) {
      const { losses, gradient } = compute(logCosh(), [d], tensor([0]));
      expect((losses as number[])[0] / ((d * d) / 2)).toBeCloseTo(1, 3);
      expect((gradient as number[])[0] / d).toBeCloseTo(1, 3);
    }
  });

  it('of a huge difference is finite, and of infinity infinite', () => {
    const { losses, gradient } = compute(
      logCosh(),
      [1e30, Number.NEGATIVE_INFINITY],
      tensor([0, 0]),
    );
    expect(losses).toEqual([Math.fround(1e30), Number.POSITIVE_INFINITY]);
    expect(gradient).toEqual([1, -1]);
  });

  it('agrees with mathematics on both sides of where its formulas meet', () => {
    for (const d of [0.999, 0.9999999, 1, 1.0000001, 1.001]) {
      const { losses } = compute(logCosh(), [d], tensor([0], { dtype: 'float64' }), 'float64');
      expect((losses as number[])[0]).toBeCloseTo(Math.log(Math.cosh(d)), 15);
    }
  });
});

describe('huber', () => {
  it('of a difference whose square overflows is straight, with its gradient', () => {
    const { losses, gradient } = compute(
      huber({ delta: 2 }),
      [1e30, Number.NEGATIVE_INFINITY],
      tensor([0, 0]),
    );
    expect(losses).toEqual([Math.fround(2e30), Number.POSITIVE_INFINITY]);
    expect(gradient).toEqual([2, -2]);
  });

  it('is smooth at delta', () => {
    const { gradient } = compute(huber(), [1, -1], tensor([0, 0]));
    expect(gradient).toEqual([1, -1]);
  });
});

describe('cosineSimilarity', () => {
  it('is 0 for the same direction, 1 at right angles, 2 for the opposite, at any length', () => {
    const outputs = [
      [1e-12, 0],
      [0, 1e12],
      [-3, 0],
    ];
    const { losses } = compute(
      cosineSimilarity(),
      outputs,
      tensor([
        [2, 0],
        [2, 0],
        [2, 0],
      ]),
    );
    expect(losses).toEqual([0, 1, 2]);
  });

  it('of outputs that are all 0 is 1, and its gradient leads towards the target', () => {
    const found = compute(cosineSimilarity(), [[0, 0]], tensor([[3, 4]]), 'float32');
    expect(found.losses).toEqual([1]);
    expect(found.gradient).toEqual([[-Math.fround(0.6), -Math.fround(0.8)]]);
  });
});
