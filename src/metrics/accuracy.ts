/** Which part of the predictions is right, from 0 to 1; NaN where there are no samples. */
import { describeShape } from '../errors/describe.ts';
import { ShapeError } from '../errors/errors.ts';
import { finite, optional, positiveInteger } from '../errors/options.ts';
import { readTrainingOptions } from '../errors/training_options.ts';
import { readTargets } from './class_targets.ts';
import { partRight, readComparison, readThresholded } from './classes.ts';
import {
  type Metric,
  type MetricWithOptions,
  metricFactory,
  metricWithOptions,
  type Reading,
} from './metric.ts';
import { weightedPart } from './weights.ts';

export interface AccuracyOptions {
  /**
   * For one output, and for several labels: above it an output says yes. Default what the loss says, 0 for
   * logits and 0.5 for probabilities.
   */
  readonly threshold?: number | undefined;
}

const ONE_OUTPUT =
  'For one output that tells two classes apart use binaryAccuracy({ threshold }): 0 for logits, 0.5 for probabilities.';

/**
 * The part of the samples that are predicted right.
 *
 * - Of classes that exclude each other the largest output counts; among equal outputs the first.
 *   Outputs `[samples, classes]`, logits or probabilities, or int32 classes `[samples]`; targets int32
 *   classes `[samples]`, or one-hot floats `[samples, classes]`.
 * - One output that tells two classes apart says 1 above the threshold. Outputs `[samples, 1]`, targets 0
 *   and 1.
 * - Of several labels all have to be right: each output says by itself, by a threshold, whether its
 *   label is there. Outputs and targets `[samples, labels]`, targets 0 and 1. The part of single labels
 *   that are right is `binaryAccuracy`.
 *
 * Which of the two it is, the `threshold` says, else the loss, else the targets: see
 * `docs/losses.md`. Called by itself with several labels, outputs are taken for logits, with threshold
 * 0; if all are from 0 to 1 they may be probabilities, and it has to be said.
 * @throws ShapeError for a single column of outputs of which nobody says what they are; OptionError for labels without a threshold that is
 * known
 * @example new Trainer({ metrics: { accuracy }, ... })
 * @example accuracy({ threshold: 0.5 })(probabilities, targets)
 */
export const accuracy: MetricWithOptions<AccuracyOptions> = metricWithOptions(
  'accuracy',
  (options) => {
    const { threshold } = readTrainingOptions<AccuracyOptions>('accuracy', options, {
      threshold: optional(finite),
    });
    return {
      options: { threshold },
      read: (comparison) => {
        const read = readComparison('accuracy', comparison, { threshold }, ONE_OUTPUT);
        return (outputs) => partRight(read(outputs));
      },
    };
  },
);

export interface BinaryAccuracyOptions {
  /** Above it an output says 1, otherwise 0: 0.5 for probabilities, 0 for logits. */
  readonly threshold: number;
}

/**
 * The part of the outputs that lie on the right side of a threshold, each by itself.
 *
 * Outputs `[samples, ...]`, targets 0 and 1 (or -1 and 1): floats or int32 in the same shape, or int32
 * `[samples]` for outputs `[samples, 1]`.
 * @throws OptionError without a threshold, for its right value depends on what the outputs are
 * @example new Trainer({ metrics: { accuracy: binaryAccuracy({ threshold: 0 }) }, ... }) // logits
 */
export const binaryAccuracy: (options: BinaryAccuracyOptions) => Metric = metricFactory(
  'binaryAccuracy',
  '{ threshold: 0.5 }',
  (options) => {
    const { threshold } = readTrainingOptions<BinaryAccuracyOptions>('binaryAccuracy', options, {
      threshold: { ...finite, expected: 'a finite number: 0.5 for probabilities, 0 for logits' },
    });
    return {
      options: { threshold },
      read: ({ shape, targets, weights }) => {
        const read = readThresholded('binaryAccuracy', shape, targets, threshold);
        const [samples] = shape;
        return (outputs) =>
          partRight({ classes: 2, several: false, samples, weights, ...read(outputs) });
      },
    };
  },
);

export interface TopKAccuracyOptions {
  readonly k: number;
}

/**
 * The part of the samples whose true class is among the `k` largest outputs; among equal outputs the
 * first come first. With `k` 1 it is `accuracy`.
 *
 * Outputs `[samples, classes]`; targets int32 classes `[samples]`, or one-hot floats.
 */
export const topKAccuracy: (options: TopKAccuracyOptions) => Metric = metricFactory(
  'topKAccuracy',
  '{ k: 3 }',
  (options) => {
    const { k } = readTrainingOptions<TopKAccuracyOptions>('topKAccuracy', options, {
      k: positiveInteger,
    });
    const read: Reading = ({ shape, dtype, targets, weights }) => {
      const classes = shape[shape.length - 1];
      if (dtype === 'int32' || shape.length < 2 || k > classes) {
        throw new ShapeError({
          where: 'topKAccuracy',
          expected: `floats [samples, classes], with ${k} or more classes`,
          received: `${dtype} ${describeShape(shape)}`,
          remedy: 'Lower k; for one output use binaryAccuracy({ threshold: 0 }).',
        });
      }
      const actual = readTargets('topKAccuracy', shape.slice(0, -1), targets, classes);
      return (outputs) => {
        const scores = outputs.toTypedArray();
        return weightedPart(actual.length, { weights, samples: shape[0] }, (row) => {
          const own = scores.subarray(row * classes, (row + 1) * classes);
          return rank(own, actual[row]) < k;
        });
      };
    };
    return { options: { k }, read };
  },
);

/** How many classes come before the target, in the order that `argmax` takes the first of. */
function rank(scores: ArrayLike<number>, target: number): number {
  const own = scores[target];
  let before = 0;
  for (let c = 0; c < scores.length; c++) {
    const score = scores[c];
    const tied = score === own || (Number.isNaN(score) && Number.isNaN(own));
    const larger = score > own || (Number.isNaN(score) && !Number.isNaN(own));
    if (larger || (tied && c < target)) before++;
  }
  return before;
}
