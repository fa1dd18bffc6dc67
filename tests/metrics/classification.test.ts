import { describe, expect, it } from 'vitest';
import { DataError, OptionError, ShapeError } from '../../src/errors/errors.ts';
import {
  binaryCrossEntropyOfProbabilities,
  hinge,
  klDivergence,
  meanSquaredError,
  sigmoidBinaryCrossEntropy,
} from '../../src/losses/index.ts';
import {
  accuracy,
  binaryAccuracy,
  classificationReport,
  confusionMatrix,
  f1,
  type Metric,
  precision,
  recall,
  topKAccuracy,
} from '../../src/metrics/index.ts';
import { tensor, zeros } from '../../src/tensor/create.ts';
import type { NestedArray } from '../../src/tensor/rank.ts';

const int32 = (values: NestedArray) => tensor(values, { dtype: 'int32' });
const scores = tensor([
  [3, 1, 2],
  [0, 0, -1],
  [1, 2, 9],
  [0, 5, 1],
]);

describe('accuracy', () => {
  it('takes the largest output, logits as well as probabilities, and the first of equal ones', () => {
    expect(accuracy(scores, int32([0, 0, 2, 0]))).toBe(0.75);
    expect(
      accuracy(
        tensor([
          [0.9, 0.1],
          [0.4, 0.6],
        ]),
        int32([0, 0]),
      ),
    ).toBe(0.5);
  });

  it('counts every position where there are axes between samples and classes', () => {
    const outputs = tensor([
      [
        [1, 0],
        [0, 1],
      ],
      [
        [1, 0],
        [1, 0],
      ],
    ]);
    expect(
      accuracy(
        outputs,
        int32([
          [0, 1],
          [1, 1],
        ]),
      ),
    ).toBe(0.5);
  });

  it('does not count a prediction right because every class of a single column is 0', () => {
    for (const outputs of [zeros([3, 1]), zeros([3])]) {
      expect(() => accuracy(outputs, int32([0, 0, 0]))).toThrow(ShapeError);
      expect(() => accuracy(outputs, int32([0, 0, 0]))).toThrow('binaryAccuracy({ threshold })');
    }
  });

  it('does not broadcast a column of classes', () => {
    expect(() => accuracy(scores, int32([[0], [0], [2], [1]]))).toThrow('targets.reshape([4]).');
    expect(() => accuracy(scores, int32([0, 1]))).toThrow(
      'Expected targets of shape [4]; received [2].',
    );
  });

  it('of one output takes the threshold from the loss', () => {
    const outputs = tensor([[0.2], [0.7], [-0.1], [0.4]]);
    const targets = tensor([[1], [1], [0], [0]]);
    expect(accuracy(outputs, targets, { loss: sigmoidBinaryCrossEntropy() })).toBe(0.75);
    expect(accuracy(outputs, targets, { loss: binaryCrossEntropyOfProbabilities() })).toBe(0.75);
    expect(accuracy(outputs, tensor([[1], [1], [-1], [-1]]), { loss: hinge() })).toBe(0.75);
    expect(
      recall({ positiveClass: 1 })(outputs, targets, { loss: sigmoidBinaryCrossEntropy() }),
    ).toBe(1);
    expect(
      recall({ positiveClass: 1 })(outputs, targets, { loss: binaryCrossEntropyOfProbabilities() }),
    ).toBe(0.5);
    expect(() => accuracy(outputs, targets, { loss: meanSquaredError() })).toThrow(
      'binaryAccuracy',
    );
    expect(() => accuracy(outputs, targets, { loss: klDivergence() })).toThrow(
      'two or more classes',
    );
  });

  it('reads whole floats as classes, flat or as a column', () => {
    const classes = [0, 1, 2, 0];
    const expected = accuracy(scores, int32(classes));
    expect(accuracy(scores, tensor(classes))).toBe(expected);
    expect(accuracy(scores, tensor(classes.map((k) => [k])))).toBe(expected);
    expect(() => accuracy(scores, tensor([0, 1.5, 2, 0]))).toThrow('received 1.5 at element 1');
  });

  it('wants classes to exist', () => {
    expect(() => accuracy(scores, tensor([0, 1, 3, 0]))).toThrow('received 3 at element 2');
    expect(() => accuracy(scores, int32([0, 1, 3, 0]))).toThrow(DataError);
    expect(() => accuracy(scores, int32([0, 1, -1, 0]))).toThrow('received -1 at element 2');
  });
});

describe('binaryAccuracy', () => {
  const metric = binaryAccuracy({ threshold: 0.5 });

  it('counts what lies above the threshold as 1', () => {
    expect(metric(tensor([0.6, 0.5, 0.4, 0.9]), tensor([1, 1, 0, 0]))).toBe(0.5);
    expect(binaryAccuracy({ threshold: 0 })(tensor([-1, 0.1]), tensor([0, 1]))).toBe(1);
  });

  it('takes int32 classes for a column of outputs', () => {
    const outputs = tensor([[0.6], [0.2], [0.7]]);
    expect(metric(outputs, int32([1, 0, 1]))).toBe(1);
    expect(metric(outputs, int32([[1], [0], [0]]))).toBeCloseTo(2 / 3, 15);
  });

  it('counts several labels of a sample each by itself', () => {
    expect(
      metric(
        tensor([
          [0.9, 0.1],
          [0.9, 0.9],
        ]),
        tensor([
          [1, 0],
          [1, 0],
        ]),
      ),
    ).toBe(0.75);
  });

  it('does not compare every sample with every other', () => {
    expect(() => metric(zeros([3, 1]), zeros([3]))).toThrow('targets.reshape([3, 1]).');
    expect(() => metric(zeros([3]), zeros([3, 1]))).toThrow(ShapeError);
    expect(() => metric(zeros([3, 2]), int32([0, 1, 1]))).toThrow(ShapeError);
  });

  it('wants targets to be 0 or 1', () => {
    expect(() => metric(zeros([2]), tensor([1, 0.5]))).toThrow('received 0.5 at element 1');
  });

  it('has no threshold by default, for it depends on what the outputs are', () => {
    const call = binaryAccuracy as unknown as (...given: unknown[]) => Metric;
    expect(() => call()).toThrow('0.5 for probabilities, 0 for logits; received nothing');
    expect(() => call({})).toThrow(OptionError);
    expect(() => call(zeros([2]), zeros([2]))).toThrow('binaryAccuracy({ threshold: 0.5 })');
  });
});

describe('topKAccuracy', () => {
  it('with k 1 is accuracy, also among equals and NaN', () => {
    const { NaN: none } = Number;
    const outputs = tensor([
      [1, 1, 0],
      [none, 5, none],
      [2, 2, 2],
      [0, none, 9],
    ]);
    for (const classes of [
      [0, 0, 0, 1],
      [1, 1, 1, 2],
      [2, 2, 2, 0],
    ]) {
      expect(topKAccuracy({ k: 1 })(outputs, int32(classes))).toBe(
        accuracy(outputs, int32(classes)),
      );
    }
  });

  it('needs as many classes as k', () => {
    expect(topKAccuracy({ k: 3 })(scores, int32([1, 2, 0, 0]))).toBe(1);
    expect(() => topKAccuracy({ k: 4 })(scores, int32([0, 0, 0, 0]))).toThrow('4 or more classes');
    expect(() => topKAccuracy({ k: 0 })).toThrow(OptionError);
  });

  it('needs scores, and to be called', () => {
    expect(() => topKAccuracy({ k: 1 })(int32([[0, 1]]), int32([0]))).toThrow(ShapeError);
    const call = topKAccuracy as unknown as (...given: unknown[]) => Metric;
    expect(() => call(scores, int32([0, 0, 0, 0]))).toThrow('topKAccuracy({ k: 3 })');
  });
});

describe('precision, recall and F1', () => {
  const outputs = tensor([0.9, 0.8, 0.3, 0.6]);
  const targets = int32([1, 0, 1, 1]);

  it('of one output: above the threshold is class 1', () => {
    const options = { threshold: 0.5, positiveClass: 1 };
    expect(precision(options)(outputs, targets)).toBeCloseTo(2 / 3, 15);
    expect(recall(options)(outputs, targets)).toBeCloseTo(2 / 3, 15);
    expect(f1({ threshold: 0.5, positiveClass: 0 })(outputs, targets)).toBe(0);
    expect(f1({ threshold: 0.5 })(outputs, targets)).toBeCloseTo(1 / 3, 15);
  });

  it('ask for the threshold that one output needs, and refuse one that scores do not', () => {
    expect(() => f1(outputs, targets)).toThrow('Pass { threshold: 0.5 } for probabilities');
    expect(() => f1({ threshold: 0.5 })(scores, int32([0, 1, 2, 0]))).toThrow(ShapeError);
  });

  it('refuse an average of one class, classes that do not exist, and averages unknown', () => {
    expect(() => f1({ average: 'micro', positiveClass: 1 })).toThrow('average or positiveClass');
    expect(() => f1({ positiveClass: 3 })(scores, int32([0, 1, 2, 0]))).toThrow('from 0 to 2');
    expect(() => f1({ average: 'binary' as 'macro' })).toThrow(OptionError);
  });

  it('are not mistaken for options when targets are missing', () => {
    const call = recall as unknown as (...given: unknown[]) => number;
    expect(() => call(scores)).toThrow('recall: Expected outputs and targets, or options');
  });
});

describe('confusionMatrix', () => {
  const classNames = ['cat', 'dog', 'cow'];
  const matrix = confusionMatrix(scores, int32([0, 1, 2, 2]), { classNames });

  it('has a row for each true class and a column for each predicted one', () => {
    expect(matrix.counts).toEqual([
      [1, 0, 0],
      [1, 0, 0],
      [0, 1, 1],
    ]);
  });

  it('prints as a table', () => {
    expect(`${matrix}`).toBe(
      [
        'true \\ predicted  cat  dog  cow',
        'cat                 1    0    0',
        'dog                 1    0    0',
        'cow                 0    1    1',
      ].join('\n'),
    );
  });

  it('is its counts and names in JSON', () => {
    expect(JSON.parse(JSON.stringify(matrix))).toEqual({ counts: matrix.counts, classNames });
  });

  it('of predicted classes takes their number from classes, names, or the largest seen', () => {
    const [predicted, targets] = [int32([0, 1]), int32([1, 1])];
    expect(confusionMatrix(predicted, targets).counts).toEqual([
      [0, 0],
      [1, 1],
    ]);
    expect(confusionMatrix(predicted, targets, { classes: 4 }).counts).toHaveLength(4);
    expect(confusionMatrix(predicted, targets, { classNames }).counts).toHaveLength(3);
    expect(() => confusionMatrix(int32([5]), int32([0]), { classes: 3 })).toThrow(DataError);
    expect(() => confusionMatrix(int32([-1]), int32([0]))).toThrow('received -1 at element 0');
    for (const floats of [tensor([1, 1]), tensor([[1], [1]])]) {
      expect(confusionMatrix(predicted, floats)).toEqual(confusionMatrix(predicted, targets));
    }
    expect(() => confusionMatrix(predicted, tensor([1, 0.5]))).toThrow('received 0.5 at element 1');
  });

  it('of one output needs a threshold', () => {
    const outputs = tensor([[0.1], [0.9]]);
    const options = { threshold: 0.5 };
    expect(confusionMatrix(outputs, tensor([[0], [1]]), options).counts).toEqual([
      [1, 0],
      [0, 1],
    ]);
    expect(() => confusionMatrix(outputs, int32([0, 1]))).toThrow('threshold: 0.5');
  });

  it('refuses names and numbers of classes that the outputs contradict', () => {
    const targets = int32([0, 1, 2, 2]);
    expect(() => confusionMatrix(scores, targets, { classNames: ['a'] })).toThrow(
      'confusionMatrix.classNames: Expected a name for each of the 3 classes; received 1 names.',
    );
    expect(() => confusionMatrix(scores, targets, { classes: 4 })).toThrow(
      'confusionMatrix.classes',
    );
    expect(() => confusionMatrix(scores, targets, { names: [] } as object)).toThrow(OptionError);
  });
});

describe('classificationReport', () => {
  it('prints each class and the averages', () => {
    const report = classificationReport(scores, int32([0, 1, 2, 2]), {
      classNames: ['cat', 'dog', 'cow'],
    });
    expect(`${report}`).toBe(
      [
        'class             precision  recall     f1  samples',
        'cat                   0.500   1.000  0.667        1',
        'dog                   0.000   0.000  0.000        1',
        'cow                   1.000   0.500  0.667        2',
        '',
        'accuracy                             0.500        4',
        'baseline                             0.500',
        'ROC AUC                              0.722',
        'macro average         0.500   0.500  0.444        4',
        'weighted average      0.625   0.500  0.500        4',
        'Warning: accuracy 0.500 is no better than 0.500, that of always answering "cow".',
      ].join('\n'),
    );
  });
});
