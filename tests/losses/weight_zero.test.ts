/** A sample of weight 0 does not count, whatever its loss is: its outputs may be as wrong as can be. */
import { describe, expect, it } from 'vitest';
import { fromArrays } from '../../src/data/index.ts';
import {
  binaryCrossEntropyOfProbabilities,
  cosineSimilarity,
  expPoisson,
  type Loss,
  loss,
  meanSquaredError,
  negativeLogLikelihood,
  sigmoidBinaryCrossEntropy,
  softmaxCrossEntropy,
} from '../../src/losses/index.ts';
import { dense } from '../../src/nn/index.ts';
import { log } from '../../src/ops/public.ts';
import { sgd } from '../../src/optimizers/index.ts';
import { evaluate, Trainer } from '../../src/train/index.ts';
import { parameter, type Tensor, tensor } from '../tensors.ts';
import { network, options } from '../train/tasks.ts';

const { NaN: nan, POSITIVE_INFINITY: infinity } = Number;

/** Mean and gradient of a loss, the sample in the middle having the weight 0. */
function lossOf(loss: Loss, outputs: readonly number[][], targets: Tensor) {
  const y = parameter(outputs.map((row) => [...row]));
  const mean = loss.mean(y, targets, tensor([2, 0, 0.5]));
  mean.backward();
  return { mean: mean.item(), gradient: y.gradient?.toArray() };
}

describe.each<[string, Loss, number[][], Tensor]>([
  [
    'meanSquaredError',
    meanSquaredError(),
    [
      [1, 2],
      [3, 4],
    ],
    tensor([
      [0, 1],
      [1, 1],
      [2, 0],
    ]),
  ],
  [
    'expPoisson',
    expPoisson(),
    [
      [1, 2],
      [0, 1],
    ],
    tensor([
      [0, 1],
      [1, 1],
      [2, 0],
    ]),
  ],
  [
    'softmaxCrossEntropy',
    softmaxCrossEntropy(),
    [
      [1, 2],
      [0, 1],
    ],
    tensor(new Int32Array([1, 0, 0])),
  ],
  [
    'negativeLogLikelihood',
    negativeLogLikelihood(),
    [
      [-1, -2],
      [-3, -1],
    ],
    tensor(new Int32Array([1, 0, 0])),
  ],
  [
    'sigmoidBinaryCrossEntropy',
    sigmoidBinaryCrossEntropy(),
    [
      [1, -2],
      [3, 0],
    ],
    tensor([
      [0, 1],
      [1, 1],
      [1, 0],
    ]),
  ],
  [
    'binaryCrossEntropyOfProbabilities',
    binaryCrossEntropyOfProbabilities(),
    [
      [0.1, 0.2],
      [0.5, 0.9],
    ],
    tensor([
      [0, 1],
      [1, 1],
      [1, 0],
    ]),
  ],
  [
    'cosineSimilarity',
    cosineSimilarity(),
    [
      [1, 2],
      [3, 4],
    ],
    tensor([
      [0, 1],
      [1, 1],
      [2, 1],
    ]),
  ],
])('%s', (_, loss, [first, last], targets) => {
  it.each([
    [3e38, -3e38],
    [1e30, 1e25],
    [infinity, 1],
    [-infinity, infinity],
    [nan, 0],
  ])('does not count outputs of %d and %d', (...wrong) => {
    const usual = lossOf(loss, [first, [0.5, 0.25], last], targets);
    const own = lossOf(loss, [first, wrong, last], targets);
    expect(Number.isFinite(usual.mean)).toBe(true);
    expect(own).toEqual(usual);
    expect((own.gradient as number[][])[1]).toEqual([0, 0]);
  });
});

it("a loss of one's own does not count either, infinite at 0 as it may be", () => {
  const own = loss('own', (y) => log(y).neg().mean({ axis: 1 }));
  const targets = tensor([[0], [0], [0]]);
  const { mean, gradient } = lossOf(own, [[1], [-1], [Math.E]], targets);
  expect(mean).toBeCloseTo((0 * 2 - 0.5) / 3, 6);
  expect((gradient as number[][])[1]).toEqual([0]);
});

describe('classes of weight 0', () => {
  it.each([
    ['softmaxCrossEntropy', softmaxCrossEntropy({ classWeights: [1, 0] }), [nan, infinity]],
    [
      'softmaxCrossEntropy, smoothed',
      softmaxCrossEntropy({ classWeights: [0, 0], labelSmoothing: 0.1 }),
      [infinity, 1],
    ],
    ['negativeLogLikelihood', negativeLogLikelihood({ classWeights: [1, 0] }), [-1, -infinity]],
  ])('do not count in %s', (_, loss, wrong) => {
    const targets = tensor(new Int32Array([0, 1]));
    const of = (row: readonly number[]) => {
      const y = parameter([[1, -2], [...row]]);
      const mean = loss.mean(y, targets);
      mean.backward();
      return { mean: mean.item(), gradient: y.gradient?.toArray() };
    };
    expect(of(wrong)).toEqual(of([-1, -2]));
    expect((of(wrong).gradient as number[][])[1].map(Math.abs)).toEqual([0, 0]);
  });

  it('hide no class that is out of range', () => {
    const loss = softmaxCrossEntropy({ classWeights: [1, 0] });
    expect(loss.mean(tensor([[1, 2]]), tensor(new Int32Array([2]))).item()).toBeNaN();
  });
});

describe.each(['reference', 'wasm'] as const)('a training run on %s', (backend) => {
  const inputs = [[1], [1e30], [-2], [1e38]];
  const targets = [[1], [-1], [0.5], [0]];

  function trained(rows: readonly number[], weights: readonly number[]) {
    const train = {
      ...fromArrays({
        inputs: rows.map((row) => inputs[row]),
        targets: rows.map((row) => targets[row]),
      }),
      sampleWeights: tensor([...weights]),
    };
    const model = network([dense({ units: 1 })], { features: 1 });
    const optimizer = sgd({ learningRate: 0.1 });
    const trainer = new Trainer(
      options({ model, optimizer, backend, epochs: 4, batchSize: 4, shuffle: false }),
    );
    for (const _ of trainer.run({ train }));
    const { loss } = evaluate({ model, loss: meanSquaredError(), backend: 'reference' }, train);
    const compiled = [1, 2, 3].map(() => evaluate({ model, loss: meanSquaredError() }, train).loss);
    expect(compiled).toEqual([loss, loss, loss]);
    return {
      state: model.state(),
      losses: trainer.history.epochs.map((epoch) => epoch.loss),
      loss,
    };
  }

  it('is as if samples of weight 0 had a loss of 0', () => {
    const all = trained([0, 1, 2, 3], [1, 0, 2, 0]);
    // The mean divides by the number of samples, so half of them weigh half.
    const half = trained([0, 2], [0.5, 1]);
    for (const [name, value] of Object.entries(all.state)) {
      expect(value).toBeCloseToTensor(half.state[name], {
        relativeTolerance: 1e-6,
        absoluteTolerance: 1e-7,
      });
    }
    expect(all.losses).toEqual(half.losses.map((loss) => expect.closeTo(loss, 6)));
    expect(all.loss).toBeCloseTo(half.loss, 6);
  });
});
