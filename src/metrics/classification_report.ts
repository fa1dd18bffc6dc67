import { formatTable, withText } from '../formats/text_table.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { partRight } from './classes.ts';
import { type ConfusionMatrixOptions, readNamed } from './confusion_matrix.ts';
import { tableOf } from './metric.ts';
import { averageScores, type ClassScores, classScores, type Scores, tally } from './scores.ts';

export interface ClassificationReport {
  /** The scores of each class, or label, by number. */
  readonly classes: readonly (ClassScores & { readonly name: string })[];
  /** The part of the samples predicted right; of several labels, with all of them right. */
  readonly accuracy: number;
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
 * Precision, recall and F1 of each class, or label, and on average; 0 where there is nothing to divide
 * by.
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
    const report = {
      classes: classScores(tallies).map((scores, k) => ({ name: read.classNames[k], ...scores })),
      accuracy: partRight(read.classified),
      micro: averageScores(tallies, 'micro'),
      macro: averageScores(tallies, 'macro'),
      weighted: averageScores(tallies, 'weighted'),
      samples: several ? actual.length / classes : actual.length,
    };
    return withText(report, () => formatReport(report, several));
  },
);

function formatReport(report: Omit<ClassificationReport, 'toString'>, several: boolean): string {
  const { classes, accuracy, micro, macro, weighted, samples } = report;
  const line = (name: string, { precision, recall, f1 }: Scores, support: number) => [
    name,
    ...[precision, recall, f1].map((score) => score.toFixed(3)),
    String(support),
  ];
  return formatTable([
    ['class', 'precision', 'recall', 'f1', 'samples'],
    ...classes.map((scores) => line(scores.name, scores, scores.support)),
    [],
    ['accuracy', '', '', accuracy.toFixed(3), String(samples)],
    ...(several ? [line('micro average', micro, samples)] : []),
    line('macro average', macro, samples),
    line('weighted average', weighted, samples),
  ]);
}
