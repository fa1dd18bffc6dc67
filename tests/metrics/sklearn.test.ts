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
  rootMeanSquaredError,
  topKAccuracy,
} from '../../src/metrics/index.ts';
import { sigmoid } from '../../src/ops/elementwise/activations.ts';
import { oneHot } from '../../src/ops/shape/indexing.ts';
import type { NestedArray } from '../../src/tensor/tensor.ts';
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
}

type Averages = { readonly [A in 'macro' | 'micro' | 'weighted']: Averaged };

interface Present extends Averages {
  readonly name: string;
  readonly labels: number[];
  readonly scores: number[][];
}

interface Several extends Averages {
  readonly name: string;
  readonly targets: number[][];
  readonly logits: number[][];
  readonly accuracy: number;
  readonly binaryAccuracy: number;
  readonly perClass: { precision: number[]; recall: number[]; f1: number[] };
  readonly support: number[];
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
  regression: Regression[];
};

/** Metrics here have no sample weights: a metric says how good outputs are, sample by sample. */
const unweighted = <T extends { name: string; weights?: number[] }>(records: T[]) =>
  records
    .filter(({ weights }) => weights === undefined)
    .map((record) => [record.name, record] as const);

const close = (value: number) => expect.closeTo(value, 13);

describe.each(unweighted(golden.classification))('%s', (_, record) => {
  const outputs = tensor(record.scores);
  const classes = tensor(record.labels, { dtype: 'int32' });
  const hot = oneHot(classes, record.scores[0].length);

  it.each([
    ['classes', outputs, classes],
    ['one-hot targets', outputs, hot],
    ['predicted classes', tensor(record.predicted, { dtype: 'int32' }), hot],
  ] as const)('accuracy and confusion matrix, from %s', (_form, given, targets) => {
    expect(accuracy(given, targets)).toBe(record.accuracy);
    expect(confusionMatrix(given, targets).counts).toEqual(record.confusion);
  });

  it('top-k accuracy', () => {
    for (const [k, expected] of Object.entries(record.topK)) {
      expect(topKAccuracy({ k: Number(k) })(outputs, classes)).toBe(expected);
      expect(topKAccuracy({ k: Number(k) })(outputs, hot)).toBe(expected);
    }
  });

  it('precision, recall and F1: macro, micro, weighted', () => {
    for (const [name, metric] of Object.entries({ precision, recall, f1 })) {
      const score = name as keyof Averaged;
      expect(metric(outputs, classes)).toEqual(close(record.macro[score]));
      for (const average of ['macro', 'micro', 'weighted'] as const) {
        expect(metric({ average })(outputs, classes)).toEqual(close(record[average][score]));
      }
    }
  });

  it('precision, recall and F1 of each class', () => {
    const report = classificationReport(outputs, classes);
    const column = (score: keyof Averaged) => report.classes.map((scores) => scores[score]);
    for (const [name, metric] of Object.entries({ precision, recall, f1 })) {
      const score = name as keyof Averaged;
      expect(column(score)).toEqual(record.perClass[score].map(close));
      const each = record.support.map((_, k) => metric({ positiveClass: k })(outputs, classes));
      expect(each).toEqual(record.perClass[score].map(close));
    }
    expect(report.classes.map(({ support }) => support)).toEqual(record.support);
    expect(report.accuracy).toBe(record.accuracy);
    expect(report.samples).toBe(record.labels.length);
    const { precision: p, recall: r, f1: f } = record.macro;
    expect(report.macro).toEqual({ precision: close(p), recall: close(r), f1: close(f) });
    expect(report.weighted.f1).toEqual(close(record.weighted.f1));
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

describe.each(golden.several.map((record) => [record.name, record] as const))('%s', (_, record) => {
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
    expect(accuracy({ threshold })(outputs, wanted, loss)).toEqual(close(record.accuracy));
    for (const average of AVERAGES) {
      for (const [score, metric] of SCORES) {
        const expected = close(record[average][score as keyof Averaged]);
        expect(metric({ average, threshold })(outputs, wanted, loss)).toEqual(expected);
      }
    }
    const each = record.support.map((_, positiveClass) =>
      f1({ positiveClass, threshold })(outputs, wanted, loss),
    );
    expect(each).toEqual(record.perClass.f1.map(close));
  });

  it('several labels in a report', () => {
    const report = classificationReport(logits, targets);
    expect(report.accuracy).toEqual(close(record.accuracy));
    expect(report.classes.map(({ recall }) => recall)).toEqual(record.perClass.recall.map(close));
    expect(report.classes.map(({ support }) => support)).toEqual(record.support);
    for (const average of AVERAGES) {
      const { precision, recall, f1 } = record[average];
      const expected = { precision: close(precision), recall: close(recall), f1: close(f1) };
      expect(report[average]).toEqual(expected);
    }
    expect(report.samples).toBe(record.targets.length);
    expect(`${report}`).toContain('micro average');
    expect(binaryAccuracy({ threshold: 0 })(logits, targets)).toEqual(close(record.binaryAccuracy));
  });
});

describe.each(unweighted(golden.regression))('%s', (_, record) => {
  const outputs = tensor(record.predictions, { dtype: 'float64' });
  const targets = tensor(record.targets, { dtype: 'float64' });

  it.each([
    ['meanAbsoluteError', meanAbsoluteError],
    ['meanSquaredError', meanSquaredError],
    ['rootMeanSquaredError', rootMeanSquaredError],
    ['r2', r2],
  ] as const)('%s', (name, metric) => {
    expect(metric(outputs, targets)).toEqual(close(record[name]));
    const single = metric(tensor(record.predictions), tensor(record.targets));
    expect(single).toBeCloseTo(record[name], 12);
  });
});
