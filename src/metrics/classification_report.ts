import type { Tensor } from '../tensor/tensor.ts';
import { type ConfusionMatrixOptions, countPairs, readNamed } from './confusion_matrix.ts';
import { averageScores, type ClassScores, classScores, type Scores } from './scores.ts';
import { formatTable, withText } from './table.ts';

export interface ClassificationReport {
  /** The scores of each class, by number. */
  readonly classes: readonly (ClassScores & { readonly name: string })[];
  /** The part of the samples predicted right, which is the micro average of all three scores. */
  readonly accuracy: number;
  /** The mean over the classes. */
  readonly macro: Scores;
  /** The mean over the classes, weighted by how many samples each has. */
  readonly weighted: Scores;
  readonly samples: number;
  /** A table: a row for each class, then the averages. */
  toString(): string;
}

/**
 * Precision, recall and F1 of each class and on average; 0 where there is nothing to divide by.
 * @param outputs scores `[samples, classes]`; int32 classes `[samples]`; or with a `threshold` one
 * score for each sample
 * @param targets int32 classes `[samples]`, or one-hot floats
 * @example console.log(`${classificationReport(outputs, targets, { classNames })}`);
 */
export function classificationReport(
  outputs: Tensor,
  targets: Tensor,
  options?: ConfusionMatrixOptions,
): ClassificationReport {
  const read = readNamed('classificationReport', outputs, targets, options);
  const counts = countPairs(read.classified);
  const report = {
    classes: classScores(counts).map((scores, k) => ({ name: read.classNames[k], ...scores })),
    accuracy: averageScores(counts, 'micro').precision,
    macro: averageScores(counts, 'macro'),
    weighted: averageScores(counts, 'weighted'),
    samples: read.classified.actual.length,
  };
  return withText(report, () => formatReport(report));
}

function formatReport(report: Omit<ClassificationReport, 'toString'>): string {
  const { classes, accuracy, macro, weighted, samples } = report;
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
    line('macro average', macro, samples),
    line('weighted average', weighted, samples),
  ]);
}
