/** Every metric against scikit-learn. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  binaryCrossEntropyOfProbabilities,
  meanAbsoluteError,
  meanSquaredError,
  sigmoidBinaryCrossEntropy,
} from '../../src/losses/index.ts';
import {
  accuracy,
  binaryAccuracy,
  classificationReport,
  confusionMatrix,
  f1,
  precision,
  r2,
  recall,
  rocAuc,
  rootMeanSquaredError,
  topKAccuracy,
} from '../../src/metrics/index.ts';
import { sigmoid } from '../../src/ops/elementwise/activations.ts';
import { softmax } from '../../src/ops/reduction/softmax.ts';
import { oneHot } from '../../src/ops/shape/indexing.ts';
import type { NestedArray } from '../../src/tensor/rank.ts';
import { tensor } from '../tensors.ts';

interface Averaged {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

interface Classification {
  readonly name: string;
  readonly weights?: number[];
  readonly labels: number[];
  readonly scores: number[][];
  readonly predicted: number[];
  readonly accuracy: number;
  readonly confusion: number[][];
  readonly topK: Record<string, number>;
  readonly perClass: { precision: number[]; recall: number[]; f1: number[] };
  readonly support: number[];
  readonly macro: Averaged;
  readonly micro: Averaged;
  readonly weighted: Averaged;
  /** Left out where a class has no sample. */
  readonly rocAuc: { macro?: number; weighted?: number };
}

type Averages = { readonly [A in 'macro' | 'micro' | 'weighted']: Averaged };

interface Present extends Averages {
  readonly name: string;
  readonly labels: number[];
  readonly scores: number[][];
}

interface Several extends Averages {
  readonly name: string;
  readonly weights?: number[];
  readonly rocAuc: { macro: number; weighted: number };
  readonly targets: number[][];
  readonly logits: number[][];
  readonly accuracy: number;
  readonly binaryAccuracy: number;
  readonly perClass: { precision: number[]; recall: number[]; f1: number[] };
  readonly support: number[];
}

interface Ranking {
  readonly name: string;
  readonly weights?: number[];
  readonly labels: number[];
  readonly scores: number[];
  readonly rocAuc: number;
}

interface Regression {
  readonly name: string;
  readonly weights?: number[];
  readonly targets: NestedArray;
  readonly predictions: NestedArray;
  readonly meanAbsoluteError: number;
  readonly meanSquaredError: number;
  readonly rootMeanSquaredError: number;
  readonly r2: number;
}

const file = new URL('../fixtures/pytorch/metrics.json', import.meta.url);
const golden = JSON.parse(readFileSync(file, 'utf8')) as {
  classification: Classification[];
  present: Present[];
  several: Several[];
  ranking: Ranking[];
  regression: Regression[];
};

const byName = <T extends { name: string; weights?: number[] }>(records: T[]) =>
  records.map((record) => {
    const { name, weights } = record;
    const sampleWeights = weights && tensor(weights, { dtype: 'float64' });
    return [name, record, { sampleWeights }] as const;
  });

const close = (value: number) => expect.closeTo(value, 13);

describe.each(byName(golden.classification))('%s', (_, record, context) => {
  const outputs = tensor(record.scores);
  const classes = tensor(record.labels, { dtype: 'int32' });
  const hot = oneHot(classes, record.scores[0].length);

  it.each([
    ['classes', outputs, classes],
    ['one-hot targets', outputs, hot],
    ['predicted classes', tensor(record.predicted, { dtype: 'int32' }), hot],
  ] as const)('accuracy and confusion matrix, from %s', (_form, given, targets) => {
    expect(accuracy(given, targets, context)).toEqual(close(record.accuracy));
    const { counts } = confusionMatrix(given, targets, context);
    expect(counts).toEqual(record.confusion.map((row) => row.map(close)));
  });

  it('top-k accuracy', () => {
    for (const [k, expected] of Object.entries(record.topK)) {
      const metric = topKAccuracy({ k: Number(k) });
      expect(metric(outputs, classes, context)).toEqual(close(expected));
      expect(metric(outputs, hot, context)).toEqual(close(expected));
    }
  });

  it('precision, recall and F1: macro, micro, weighted', () => {
    for (const [name, metric] of Object.entries({ precision, recall, f1 })) {
      const score = name as keyof Averaged;
      expect(metric(outputs, classes, context)).toEqual(close(record.macro[score]));
      for (const average of ['macro', 'micro', 'weighted'] as const) {
        const measured = metric({ average })(outputs, classes, context);
        expect(measured).toEqual(close(record[average][score]));
      }
    }
  });

  it('precision, recall and F1 of each class', () => {
    const report = classificationReport(outputs, classes, context);
    const column = (score: keyof Averaged) => report.classes.map((scores) => scores[score]);
    for (const [name, metric] of Object.entries({ precision, recall, f1 })) {
      const score = name as keyof Averaged;
      expect(column(score)).toEqual(record.perClass[score].map(close));
      const each = record.support.map((_, k) =>
        metric({ positiveClass: k })(outputs, classes, context),
      );
      expect(each).toEqual(record.perClass[score].map(close));
    }
    expect(report.classes.map(({ support }) => support)).toEqual(record.support.map(close));
    expect(report.accuracy).toEqual(close(record.accuracy));
    expect(report.samples).toBe(record.labels.length);
    const { precision: p, recall: r, f1: f } = record.macro;
    expect(report.macro).toEqual({ precision: close(p), recall: close(r), f1: close(f) });
    expect(report.weighted.f1).toEqual(close(record.weighted.f1));
  });
});

const ranked = golden.classification.filter(({ rocAuc }) => rocAuc.macro !== undefined);

describe.each(byName(ranked))('%s', (_, record, context) => {
  it('area under the ROC curve, averaged', () => {
    const outputs = tensor(record.scores);
    const classes = tensor(record.labels, { dtype: 'int32' });
    const { macro = 0, weighted = 0 } = record.rocAuc;
    expect(rocAuc(outputs, classes, context)).toEqual(close(macro));
    expect(rocAuc({ average: 'weighted' })(outputs, classes, context)).toEqual(close(weighted));
    expect(classificationReport(outputs, classes, context).rocAuc).toEqual(close(macro));
    const probabilities = softmax(outputs.cast('float64'));
    const hot = oneHot(classes, record.scores[0].length);
    expect(rocAuc(probabilities, hot, context)).toBeCloseTo(macro, 12);
  });
});

describe.each(byName(golden.ranking))('%s', (_, record, context) => {
  it('area under the ROC curve, of one output', () => {
    const targets = tensor(record.labels);
    const column = tensor(record.scores.map((score) => [score]));
    const signs = targets.mul(2).sub(1);
    expect(rocAuc(tensor(record.scores), targets, context)).toEqual(close(record.rocAuc));
    expect(rocAuc(column, targets.cast('int32'), context)).toEqual(close(record.rocAuc));
    expect(rocAuc(column, signs.reshape([-1, 1]), context)).toEqual(close(record.rocAuc));
  });
});

const AVERAGES = ['macro', 'micro', 'weighted'] as const;
const SCORES = Object.entries({ precision, recall, f1 });

describe.each(golden.present.map((record) => [record.name, record] as const))('%s', (_, record) => {
  it('averages over the classes that occur or are predicted', () => {
    const outputs = tensor(record.scores);
    const targets = tensor(record.labels, { dtype: 'int32' });
    for (const average of AVERAGES) {
      for (const [score, metric] of SCORES) {
        const expected = close(record[average][score as keyof Averaged]);
        expect(metric({ average })(outputs, targets)).toEqual(expected);
      }
    }
    const { macro } = classificationReport(outputs, targets);
    expect(macro.f1).toEqual(close(record.macro.f1));
  });
});

describe.each(byName(golden.several))('%s', (_, record, weights) => {
  const logits = tensor(record.logits);
  const probabilities = sigmoid(logits);
  const targets = tensor(record.targets);
  const readings = [
    ['floats', logits, targets, undefined, undefined],
    ['int32', logits, targets.cast('int32'), undefined, undefined],
    ['-1 and 1', logits, targets.mul(2).sub(1), undefined, undefined],
    ['logits, as the loss says', logits, targets, undefined, sigmoidBinaryCrossEntropy()],
    [
      'probabilities, as the loss says',
      probabilities,
      targets,
      undefined,
      binaryCrossEntropyOfProbabilities(),
    ],
    ['probabilities, by a threshold', probabilities, targets, 0.5, undefined],
  ] as const;

  it.each(readings)('several labels: %s', (_form, outputs, wanted, threshold, loss) => {
    expect(accuracy({ threshold })(outputs, wanted, { loss, ...weights })).toEqual(
      close(record.accuracy),
    );
    for (const average of AVERAGES) {
      for (const [score, metric] of SCORES) {
        const expected = close(record[average][score as keyof Averaged]);
        expect(metric({ average, threshold })(outputs, wanted, { loss, ...weights })).toEqual(
          expected,
        );
      }
    }
    const each = record.support.map((_, positiveClass) =>
      f1({ positiveClass, threshold })(outputs, wanted, { loss, ...weights }),
    );
    expect(each).toEqual(record.perClass.f1.map(close));
    const { macro, weighted } = record.rocAuc;
    const context = { loss: loss ?? sigmoidBinaryCrossEntropy(), ...weights };
    expect(rocAuc(outputs, wanted, context)).toBeCloseTo(macro, 6);
    expect(rocAuc({ average: 'weighted' })(outputs, wanted, context)).toBeCloseTo(weighted, 6);
  });

  it('several labels in a report', () => {
    const report = classificationReport(logits, targets, weights);
    expect(report.accuracy).toEqual(close(record.accuracy));
    expect(report.classes.map(({ recall }) => recall)).toEqual(record.perClass.recall.map(close));
    expect(report.classes.map(({ support }) => support)).toEqual(record.support.map(close));
    for (const average of AVERAGES) {
      const { precision, recall, f1 } = record[average];
      const expected = { precision: close(precision), recall: close(recall), f1: close(f1) };
      expect(report[average]).toEqual(expected);
    }
    expect(report.samples).toBe(record.targets.length);
    expect(`${report}`).toContain('micro average');
    const single = binaryAccuracy({ threshold: 0 })(logits, targets, weights);
    expect(single).toEqual(close(record.binaryAccuracy));
  });
});

describe.each(byName(golden.regression))('%s', (_, record, context) => {
  const outputs = tensor(record.predictions, { dtype: 'float64' });
  const targets = tensor(record.targets, { dtype: 'float64' });

  it.each([
    ['meanAbsoluteError', meanAbsoluteError],
    ['meanSquaredError', meanSquaredError],
    ['rootMeanSquaredError', rootMeanSquaredError],
    ['r2', r2],
  ] as const)('%s', (name, metric) => {
    expect(metric(outputs, targets, context)).toEqual(close(record[name]));
    const single = metric(tensor(record.predictions), tensor(record.targets), context);
    expect(single).toBeCloseTo(record[name], 12);
  });
});
