/** Each is a metric as it stands, and with options gives one: `f1` or `f1({ average: 'micro' })`. */
import { describe } from '../errors/describe.ts';
import { OptionError } from '../errors/errors.ts';
import { finite, naturalNumber, oneOf, optional, readOptions } from '../errors/options.ts';
import { Tensor } from '../tensor/tensor.ts';
import { classify } from './classes.ts';
import { countPairs } from './confusion_matrix.ts';
import { type Metric, metricOf } from './metric.ts';
import { type Average, averageScores, classScores, type Scores } from './scores.ts';

export interface AverageOptions {
  /**
   * `macro` (default): the mean over all classes, also those without samples. `weighted`: weighted by
   * how many samples each class has. `micro`: all decisions taken together, which is the accuracy.
   */
  readonly average?: Average | undefined;
  /** The score of this class alone, instead of an average. */
  readonly positiveClass?: number | undefined;
  /** For one output that tells two classes apart: 0.5 for probabilities, 0 for logits. */
  readonly threshold?: number | undefined;
}

/**
 * Of the samples predicted to be of a class, the part that is, over classes; 0 for a class that is
 * never predicted.
 *
 * Outputs `[samples, classes]`; targets int32 classes `[samples]`, or one-hot floats.
 * @example new Trainer({ metrics: { precision, recall, f1: f1({ average: 'weighted' }) }, ... })
 */
export function precision(outputs: Tensor, targets: Tensor): number;
export function precision(options?: AverageOptions): Metric;
export function precision(first?: Tensor | AverageOptions, targets?: Tensor): Metric | number {
  return scoreMetric('precision', first, targets);
}

/**
 * Of the samples of a class, the part predicted to be, over classes; 0 for a class without samples.
 *
 * Outputs `[samples, classes]`; targets int32 classes `[samples]`, or one-hot floats.
 */
export function recall(outputs: Tensor, targets: Tensor): number;
export function recall(options?: AverageOptions): Metric;
export function recall(first?: Tensor | AverageOptions, targets?: Tensor): Metric | number {
  return scoreMetric('recall', first, targets);
}

/**
 * `2 TP / (2 TP + FP + FN)` of a class, the harmonic mean of precision and recall, over classes. An
 * average is that of the classes' F1, not the F1 of averages.
 *
 * Outputs `[samples, classes]`; targets int32 classes `[samples]`, or one-hot floats.
 */
export function f1(outputs: Tensor, targets: Tensor): number;
export function f1(options?: AverageOptions): Metric;
export function f1(first?: Tensor | AverageOptions, targets?: Tensor): Metric | number {
  return scoreMetric('f1', first, targets);
}

function scoreMetric(
  score: keyof Scores,
  first: Tensor | AverageOptions | undefined,
  targets: Tensor | undefined,
): Metric | number {
  if (!(first instanceof Tensor)) return scoring(score, first);
  if (targets instanceof Tensor) return scoring(score, undefined)(first, targets);
  throw new OptionError({
    where: score,
    expected: 'outputs and targets, or options',
    received: `outputs and ${describe(targets)}`,
  });
}

function scoring(score: keyof Scores, options: AverageOptions | undefined): Metric {
  const { average, positiveClass, threshold } = readOptions<AverageOptions>(score, options, {
    average: optional(oneOf('macro', 'micro', 'weighted')),
    positiveClass: optional(naturalNumber),
    threshold: optional(finite),
  });
  if (average !== undefined && positiveClass !== undefined) {
    throw new OptionError({
      where: score,
      expected: 'average or positiveClass',
      received: 'both',
      remedy: 'A score is either that of one class or an average.',
    });
  }
  return metricOf({ score, average, positiveClass, threshold }, (outputs, targets) => {
    const counts = countPairs(classify(score, outputs, targets, { threshold }));
    if (positiveClass === undefined) return averageScores(counts, average ?? 'macro')[score];
    if (positiveClass < counts.length) return classScores(counts)[positiveClass][score];
    throw new OptionError({
      where: `${score}.positiveClass`,
      expected: `a class from 0 to ${counts.length - 1}`,
      received: String(positiveClass),
    });
  });
}
