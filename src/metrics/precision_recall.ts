/** Each is a metric as it stands, and with options gives one: `f1` or `f1({ average: 'micro' })`. */
import { OptionError } from '../errors/errors.ts';
import { finite, naturalNumber, oneOf, optional } from '../errors/options.ts';
import { readTrainingOptions } from '../errors/training_options.ts';
import { readComparison } from './classes.ts';
import {
  type Configured,
  type MetricWithOptions,
  metricWithOptions,
  type Reading,
} from './metric.ts';
import { type Average, averageScores, classScores, type Scores, tally } from './scores.ts';

export interface AverageOptions {
  /**
   * `macro` (default): the mean over the classes. One that neither occurs nor is predicted has no part
   * in it; of several labels all have. `weighted`: weighted by how many samples each class has.
   * `micro`: all decisions taken together, which is the accuracy where classes exclude each other.
   */
  readonly average?: Average | undefined;
  /** The score of this class, or label, alone, instead of an average. */
  readonly positiveClass?: number | undefined;
  /**
   * For one output that tells two classes apart: 0.5 for probabilities, 0 for logits. For several labels
   * as in `accuracy`.
   */
  readonly threshold?: number | undefined;
}

/**
 * Of the samples predicted to be of a class, the part that is, over classes; 0 for a class that is
 * never predicted.
 *
 * Outputs and targets as in `accuracy`: of classes that exclude each other, or of several labels.
 * @example new Trainer({ metrics: { precision, recall, f1: f1({ average: 'weighted' }) }, ... })
 */
export const precision: MetricWithOptions<AverageOptions> = metricWithOptions(
  'precision',
  (options) => scoring('precision', options),
);

/**
 * Of the samples of a class, the part predicted to be, over classes; 0 for a class without samples.
 *
 * Outputs and targets as in `accuracy`: of classes that exclude each other, or of several labels.
 */
export const recall: MetricWithOptions<AverageOptions> = metricWithOptions('recall', (options) =>
  scoring('recall', options),
);

/**
 * `2 TP / (2 TP + FP + FN)` of a class, the harmonic mean of precision and recall, over classes. An
 * average is that of the classes' F1, not the F1 of averages.
 *
 * Outputs and targets as in `accuracy`: of classes that exclude each other, or of several labels.
 */
export const f1: MetricWithOptions<AverageOptions> = metricWithOptions('f1', (options) =>
  scoring('f1', options),
);

function scoring(score: keyof Scores, options: AverageOptions | undefined): Configured {
  const given = readTrainingOptions<AverageOptions>(score, options, {
    average: optional(oneOf('macro', 'micro', 'weighted')),
    positiveClass: optional(naturalNumber),
    threshold: optional(finite),
  });
  const { positiveClass, threshold } = given;
  if (given.average !== undefined && positiveClass !== undefined) {
    throw new OptionError({
      where: score,
      expected: 'average or positiveClass',
      received: 'both',
      remedy: 'A score is either that of one class or an average: leave one of them out.',
    });
  }
  const average = given.average ?? 'macro';
  const reading: Reading = (comparison) => {
    const read = readComparison(score, comparison, { threshold });
    const { shape, dtype } = comparison;
    if (positiveClass !== undefined && dtype !== 'int32') {
      checkClass(score, positiveClass, Math.max(2, shape.length < 2 ? 1 : shape[shape.length - 1]));
    }
    return (outputs) => {
      const tallies = tally(read(outputs));
      if (positiveClass === undefined) return averageScores(tallies, average)[score];
      checkClass(score, positiveClass, tallies.each.length);
      return classScores(tallies)[positiveClass][score];
    };
  };
  return {
    options: {
      average: positiveClass === undefined ? average : undefined,
      positiveClass,
      threshold,
    },
    read: reading,
  };
}

function checkClass(score: string, positiveClass: number, classes: number): void {
  if (positiveClass < classes) return;
  throw new OptionError({
    where: `${score}.positiveClass`,
    expected: `a class from 0 to ${classes - 1}`,
    received: String(positiveClass),
    remedy: 'Choose one of the classes, which count from 0.',
  });
}
