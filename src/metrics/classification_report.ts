import { formatTable, withText } from '../formats/text_table.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { partRight } from './classes.ts';
import { type ConfusionMatrixOptions, countText, readNamed } from './confusion_matrix.ts';
import { baselineOf, warningsOf } from './findings.ts';
import { compare, type MetricContext, tableOf } from './metric.ts';
import { readRanking } from './roc_auc.ts';
import { averageScores, type ClassScores, classScores, type Scores, tally } from './scores.ts';

export interface ClassificationReport {
  /** The scores of each class, or label, by number. */
  readonly classes: readonly (ClassScores & { readonly name: string })[];
  /** The part of the samples predicted right; of several labels, with all of them right. */
  readonly accuracy: number;
  /** The accuracy of always giving the answer that is right most often, such as the largest class. */
  readonly baseline: number;
  /** As `rocAuc` gives it; left out where outputs are classes, or all samples are of one class. */
  readonly rocAuc?: number;
  /** What the numbers hide: a class that is never predicted, an accuracy no better than the baseline. */
  readonly warnings: readonly string[];
  /** All decisions taken together; where classes exclude each other all three are the accuracy. */
  readonly micro: Scores;
  /** The mean over the classes; one that neither occurs nor is predicted has no part in it. */
  readonly macro: Scores;
  /** The mean over the classes, weighted by how many samples each has. */
  readonly weighted: Scores;
  readonly samples: number;
  /** A table: a row for each class, then the averages. */
  toString(): string;
}

/**
 * Precision, recall and F1 of each class, or label, and on average, 0 where there is nothing to divide by;
 * accuracy, beside that of always giving the most frequent answer; and the area under the ROC curve.
 * @param outputs scores `[samples, classes]`; int32 classes `[samples]`; or with a `threshold` one
 * score for each sample, or for each of several labels
 * @param targets int32 classes `[samples]`, or one-hot floats; of several labels 0 and 1 for each
 * @example console.log(`${classificationReport(outputs, targets, { classNames })}`);
 */
export const classificationReport: (
  outputs: Tensor,
  targets: Tensor,
  options?: ConfusionMatrixOptions,
) => ClassificationReport = tableOf(
  'classificationReport',
  (outputs, targets, options?: ConfusionMatrixOptions) => {
    const read = readNamed('classificationReport', outputs, targets, options);
    const tallies = tally(read.classified);
    const { several, classes, actual } = read.classified;
    const accuracy = partRight(read.classified);
    const baseline = baselineOf(read.classified);
    const area = areaOf(outputs, targets, read.context);
    const report = {
      classes: classScores(tallies).map((scores, k) => ({ name: read.classNames[k], ...scores })),
      accuracy,
      baseline: baseline.accuracy,
      ...(area !== undefined && { rocAuc: area }),
      warnings: warningsOf(read.classified, tallies, accuracy, baseline, read.classNames),
      micro: averageScores(tallies, 'micro'),
      macro: averageScores(tallies, 'macro'),
      weighted: averageScores(tallies, 'weighted'),
      samples: several ? actual.length / classes : actual.length,
    };
    return withText(report, () => formatReport(report, several));
  },
);

function areaOf(outputs: Tensor, targets: Tensor, context: MetricContext): number | undefined {
  const { shape, dtype } = outputs;
  if (dtype === 'int32') return undefined;
  const where = 'classificationReport';
  return readRanking(where, compare(where, shape, dtype, targets, context))?.(outputs);
}

function formatReport(report: Omit<ClassificationReport, 'toString'>, several: boolean): string {
  const { classes, accuracy, baseline, rocAuc, warnings, micro, macro, weighted } = report;
  const { samples } = report;
  const line = (name: string, { precision, recall, f1 }: Scores, support: number) => [
    name,
    ...[precision, recall, f1].map((score) => score.toFixed(3)),
    countText(support),
  ];
  const table = formatTable([
    ['class', 'precision', 'recall', 'f1', 'samples'],
    ...classes.map((scores) => line(scores.name, scores, scores.support)),
    [],
    ['accuracy', '', '', accuracy.toFixed(3), String(samples)],
    ['baseline', '', '', baseline.toFixed(3), ''],
    ...(rocAuc === undefined ? [] : [['ROC AUC', '', '', rocAuc.toFixed(3), '']]),
    ...(several ? [line('micro average', micro, samples)] : []),
    line('macro average', macro, samples),
    line('weighted average', weighted, samples),
  ]);
  return [table, ...warnings.map((text) => `Warning: ${text}.`)].join('\n');
}
