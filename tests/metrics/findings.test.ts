/** What accuracy hides, told beside it. */
import { describe, expect, it } from 'vitest';
import {
  DataError,
  hinge,
  klDivergence,
  OptionError,
  sigmoidBinaryCrossEntropy,
  softmaxCrossEntropy,
} from '../../src/index.ts';
import { accuracy, classificationReport, f1, recall, rocAuc } from '../../src/metrics/index.ts';
import { tensor } from '../tensors.ts';

const classNames = ['cat', 'dog', 'owl'];
/** Outputs whose largest is that of the class. */
const answers = (classes: readonly number[]) =>
  tensor(classes.map((own) => [0, 1, 2].map((k) => (k === own ? 2 : 0))));
const report = (predicted: readonly number[], actual: readonly number[], weights?: number[]) =>
  classificationReport(answers(predicted), tensor([...actual]), {
    classNames,
    sampleWeights: weights && tensor(weights),
  });

describe('a report', () => {
  it('of a network that always answers the largest class', () => {
    const { accuracy, baseline, warnings, rocAuc } = report([0, 0, 0, 0, 0], [0, 0, 0, 1, 2]);
    expect([accuracy, baseline, rocAuc]).toEqual([0.6, 0.6, 0.5]);
    expect(warnings).toEqual([
      'accuracy 0.600 is no better than 0.600, that of always answering "cat"',
      'never predicted: classes "dog", "owl"',
    ]);
  });

  it('of a network that knows all but the rare class', () => {
    const found = report([0, 0, 1, 1, 1], [0, 0, 1, 1, 2]);
    expect(found.warnings).toEqual(['never predicted: class "owl"']);
    expect(`${found}`).toMatch(/\nWarning: never predicted: class "owl"\.$/);
  });

  it('warns of nothing where there is nothing, nor of classes that do not occur', () => {
    expect(report([0, 0, 1, 1], [0, 0, 1, 1]).warnings).toEqual([]);
    expect(`${report([0, 0, 1, 1], [0, 0, 1, 1])}`).not.toContain('Warning');
  });

  it('of samples of a single class', () => {
    const found = report([1, 1], [1, 1]);
    expect(found.warnings).toEqual(['all samples have "dog": their accuracy says nothing']);
    expect(found.rocAuc).toBeUndefined();
  });

  it('measures the baseline with the weights of the samples', () => {
    const { accuracy, baseline, warnings } = report([0, 0, 0, 1], [0, 0, 0, 1], [1, 1, 1, 9]);
    expect([accuracy, baseline, warnings]).toEqual([1, 0.75, []]);
    expect(report([1, 1, 1, 1], [0, 0, 0, 1], [1, 1, 1, 9]).warnings[0]).toBe(
      'accuracy 0.750 is no better than 0.750, that of always answering "dog"',
    );
  });

  it('of several labels compares with the set that is most frequent', () => {
    const targets = tensor([
      [1, 1],
      [1, 1],
      [0, 1],
      [0, 0],
    ]);
    const logits = tensor([
      [-1, 1],
      [-1, 1],
      [-1, 1],
      [-1, 1],
    ]);
    const found = classificationReport(logits, targets, { classNames: ['red', 'ripe'] });
    expect([found.accuracy, found.baseline]).toEqual([0.25, 0.5]);
    expect(found.warnings).toEqual([
      'accuracy 0.250 is no better than 0.500, that of always answering "red" and "ripe"',
      'never predicted: label "red"',
    ]);
  });

  it('reads one output by the loss', () => {
    const outputs = tensor([[2], [-1], [-3]]);
    const loss = sigmoidBinaryCrossEntropy();
    const found = classificationReport(outputs, tensor([[1], [1], [0]]), { loss });
    expect(found.classes.map(({ support }) => support)).toEqual([1, 2]);
    expect([found.accuracy, found.rocAuc]).toEqual([2 / 3, 1]);
  });
});

describe('rocAuc', () => {
  it('ranks probabilities of more than two classes, and not logits', () => {
    const logits = tensor([
      [5, 5, 5],
      [1, 0, 0],
      [9, 9.5, 9],
      [0, 0, 1],
    ]);
    const targets = tensor([0, 0, 1, 2]);
    // By logits the last three of class 0 would be [1, 9, 0]: the highest is not of the class.
    expect(rocAuc(logits, targets, { loss: softmaxCrossEntropy() })).toBe(rocAuc(logits, targets));
    expect(rocAuc(logits, targets)).toBeGreaterThan(0.9);
  });

  // The first column is higher in the first row, and its softmax in the second.
  it.each([
    [
      'rows that sum to 1.05',
      [
        [0.41, 0.64, 0],
        [0.4, 0.33, 0.32],
        [0.1, 0.15, 0.8],
      ],
    ],
    [
      'rows that sum to 1, with a number below 0',
      [
        [0.41, 0.9, -0.31],
        [0.4, 0.3, 0.3],
        [0.1, 0.1, 0.8],
      ],
    ],
  ])('takes %s for logits', (_, rows) => {
    const [outputs, targets] = [tensor(rows), tensor([0, 1, 2])];
    const asLogits = rocAuc(outputs, targets, { loss: softmaxCrossEntropy() });
    expect(rocAuc(outputs, targets)).toBe(asLogits);
    expect(rocAuc(outputs, targets, { loss: klDivergence() })).not.toBe(asLogits);
  });

  it('is NaN where a score is', () => {
    const context = { loss: sigmoidBinaryCrossEntropy() };
    expect(rocAuc(tensor([[Number.NaN], [1], [2]]), tensor([[0], [1], [1]]), context)).toBeNaN();
  });

  it('weighs all places of a sample', () => {
    const loss = sigmoidBinaryCrossEntropy();
    const [a, at] = [
      [[1], [3]],
      [[0], [1]],
    ];
    const [c, ct] = [
      [[5], [4]],
      [[0], [1]],
    ]; // the one without the label is higher
    const mixed = (weights: number[]) =>
      rocAuc(tensor([a, c]), tensor([at, ct]), { loss, sampleWeights: tensor(weights) });
    expect(mixed([3, 1])).toBeCloseTo(
      rocAuc(tensor([a, a, a, c]), tensor([at, at, at, ct]), { loss }),
      14,
    );
    expect(mixed([3, 1])).not.toBeCloseTo(mixed([1, 3]), 3);
  });

  it('needs scores, and samples inside and outside of a class', () => {
    expect(() => rocAuc(tensor([0, 1], { dtype: 'int32' }), tensor([0, 1]))).toThrow(OptionError);
    expect(() => rocAuc(answers([0, 1]), tensor([1, 1]))).toThrow(DataError);
    expect(() => rocAuc.check([2, 3], tensor([1, 1]))).toThrow('stratify the split');
    expect(rocAuc.check([2, 3], tensor([0, 1]))).toBeUndefined();
  });

  it('takes scores below 0 and targets of -1 and 1', () => {
    const context = { loss: hinge() };
    expect(rocAuc(tensor([[-3], [-1], [-2]]), tensor([[-1], [1], [1]]), context)).toBe(1);
  });
});

describe('weights of samples', () => {
  it('are those of samples, 0 or more, and not all 0', () => {
    const weigh = (weights: readonly number[]) => () =>
      accuracy(answers([0, 1]), tensor([0, 1]), { sampleWeights: tensor([...weights]) });
    expect(weigh([1])).toThrow('one weight for each sample');
    expect(weigh([1, -1])).toThrow('received -1 in sample 1');
    expect(weigh([0, 0])).toThrow('none above 0');
    expect(weigh([0, 2])).not.toThrow();
  });

  it('count a sample as many times', () => {
    const [predicted, actual] = [
      [0, 1, 1, 2],
      [0, 1, 2, 0],
    ];
    const context = { sampleWeights: tensor([3, 1, 2, 1]) };
    const repeated = (values: number[]) => values.flatMap((k, i) => Array([3, 1, 2, 1][i]).fill(k));
    for (const metric of [accuracy, f1, recall, rocAuc]) {
      const weighted = metric(answers(predicted), tensor(actual), context);
      const many = metric(answers(repeated(predicted)), tensor(repeated(actual)));
      expect(weighted).toBeCloseTo(many, 14);
    }
  });
});
