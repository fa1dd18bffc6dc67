/** Softmax before softmaxCrossEntropy, sigmoid before its loss, and the other way round: told at once. */
import { describe, expect, it } from 'vitest';
import { fromArrays } from '../../src/data/index.ts';
import {
  binaryCrossEntropyOfProbabilities,
  dense,
  dropout,
  evaluate,
  hardSigmoid,
  hinge,
  klDivergence,
  type LayerLike,
  type Loss,
  logSoftmax,
  loss as lossOf,
  meanSquaredError,
  negativeLogLikelihood,
  OptionError,
  relu,
  sequential,
  sgd,
  sigmoid,
  sigmoidBinaryCrossEntropy,
  softmax,
  softmaxCrossEntropy,
  Trainer,
} from '../../src/index.ts';

const network = (last: readonly LayerLike[]) =>
  sequential({ inputShape: [2], seed: 7 }, [dense({ units: 2 }), ...last]);

const trainer = (last: readonly LayerLike[], loss: Loss) => () =>
  new Trainer({
    model: network(last),
    loss,
    optimizer: sgd({ learningRate: 0.1 }),
    epochs: 1,
    seed: 7,
  });

const REFUSED: [string, LayerLike[], Loss, string][] = [
  [
    'softmax',
    [softmax()],
    softmaxCrossEntropy(),
    'Leave softmax out: softmaxCrossEntropy contains it',
  ],
  ['softmax without a call', [softmax], softmaxCrossEntropy(), 'Leave softmax out'],
  ['sigmoid', [sigmoid()], sigmoidBinaryCrossEntropy(), 'Leave sigmoid out'],
  ['hardSigmoid', [hardSigmoid()], sigmoidBinaryCrossEntropy(), 'Leave hardSigmoid out'],
  ['sigmoid', [sigmoid()], softmaxCrossEntropy(), 'Leave sigmoid out'],
  ['logSoftmax', [logSoftmax()], sigmoidBinaryCrossEntropy(), 'Leave logSoftmax out'],
  ['no activation', [], binaryCrossEntropyOfProbabilities(), 'End with softmax() or sigmoid()'],
  ['no activation', [], klDivergence(), 'End with softmax() or sigmoid()'],
  ['no activation', [], negativeLogLikelihood(), 'End with logSoftmax()'],
  ['softmax', [softmax()], negativeLogLikelihood(), 'End with logSoftmax()'],
];

describe('a loss that does not take what the last layer makes', () => {
  it.each(REFUSED)('%s: %s', (_, last, loss, remedy) => {
    expect(trainer(last, loss)).toThrow(OptionError);
    expect(trainer(last, loss)).toThrow(remedy);
    const dataset = fromArrays({ inputs: [[0, 1]], targets: [[0, 1]] });
    expect(() => evaluate({ model: network(last), loss }, dataset)).toThrow(remedy);
  });
});

const TAKEN: [string, LayerLike[], Loss][] = [
  ['logits', [], softmaxCrossEntropy()],
  ['probabilities', [sigmoid()], binaryCrossEntropyOfProbabilities()],
  ['distributions', [softmax()], klDivergence()],
  ['log-probabilities', [logSoftmax()], negativeLogLikelihood()],
  ['probabilities as numbers', [sigmoid()], meanSquaredError()],
  ['scores', [], hinge()],
  ['softmax further up', [softmax(), dense({ units: 2 })], softmaxCrossEntropy()],
  [
    'layers of which nothing is sure',
    [dropout({ rate: 0.1 })],
    binaryCrossEntropyOfProbabilities(),
  ],
  ['a rectifier', [relu()], softmaxCrossEntropy()],
  ['a function, to see what comes of it', [(x) => softmax(x)], softmaxCrossEntropy()],
  [
    'a loss of the program',
    [softmax()],
    lossOf('own', (x, t) => x.sub(t).square().mean({ axis: 1 })),
  ],
];

it.each(TAKEN)('is taken: %s', (_, last, loss) => {
  expect(trainer(last, loss)).not.toThrow();
});
