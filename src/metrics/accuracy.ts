/** Which part of the predictions is right, from 0 to 1; NaN where there are no samples. */
import { describeShape } from '../errors/describe.ts';
import { ShapeError } from '../errors/errors.ts';
import { finite, positiveInteger, readOptions } from '../errors/options.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { checkCalled } from './check.ts';
import { type Classified, classify, readTargets, thresholded } from './classes.ts';
import { type Metric, metricOf } from './metric.ts';

function agreement({ predicted, actual }: Pick<Classified, 'predicted' | 'actual'>): number {
  return predicted.filter((value, i) => value === actual[i]).length / actual.length;
}

/**
 * The part of the samples whose largest output is that of the true class; among equal outputs the
 * first counts.
 * @param outputs `[samples, classes]`, logits or probabilities; or int32 classes `[samples]`
 * @param targets int32 classes `[samples]`, or one-hot floats `[samples, classes]`
 * @throws ShapeError for a single column of outputs
 */
export function accuracy(outputs: Tensor, targets: Tensor): number {
  const remedy = 'For one output that tells two classes apart use binaryAccuracy({ threshold }).';
  return agreement(classify('accuracy', outputs, targets, {}, remedy));
}

export interface BinaryAccuracyOptions {
  /** Above it an output says 1, otherwise 0: 0.5 for probabilities, 0 for logits. */
  readonly threshold: number;
}

/**
 * The part of the outputs that lie on the right side of a threshold, each by itself.
 *
 * Outputs `[samples, ...]`, targets 0 and 1: floats or int32 in the same shape, or int32 `[samples]` for
 * outputs `[samples, 1]`.
 * @throws OptionError without a threshold, for its right value depends on what the outputs are
 * @example new Trainer({ metrics: { accuracy: binaryAccuracy({ threshold: 0 }) }, ... }) // logits
 */
export function binaryAccuracy(options: BinaryAccuracyOptions): Metric {
  checkCalled('binaryAccuracy', options, '{ threshold: 0.5 }');
  const { threshold } = readOptions<BinaryAccuracyOptions>('binaryAccuracy', options, {
    threshold: { ...finite, expected: 'a finite number: 0.5 for probabilities, 0 for logits' },
  });
  return metricOf({ threshold }, (outputs, targets) =>
    agreement(thresholded('binaryAccuracy', outputs, targets, threshold)),
  );
}

export interface TopKAccuracyOptions {
  readonly k: number;
}

/**
 * The part of the samples whose true class is among the `k` largest outputs; among equal outputs the
 * first come first. With `k` 1 it is `accuracy`.
 *
 * Outputs `[samples, classes]`; targets int32 classes `[samples]`, or one-hot floats.
 */
export function topKAccuracy(options: TopKAccuracyOptions): Metric {
  checkCalled('topKAccuracy', options, '{ k: 3 }');
  const { k } = readOptions<TopKAccuracyOptions>('topKAccuracy', options, { k: positiveInteger });
  return metricOf({ k }, (outputs, targets) => {
    const { shape } = outputs;
    const classes = shape[shape.length - 1];
    if (outputs.dtype === 'int32' || outputs.rank < 2 || k > classes) {
      throw new ShapeError({
        where: 'topKAccuracy',
        expected: `floats [samples, classes], with ${k} or more classes`,
        received: `${outputs.dtype} ${describeShape(shape)}`,
      });
    }
    const actual = readTargets('topKAccuracy', shape.slice(0, -1), targets, classes);
    const scores = outputs.toTypedArray();
    const hits = actual.filter((target, row) => {
      const own = scores.subarray(row * classes, (row + 1) * classes);
      return rank(own, target) < k;
    });
    return hits.length / actual.length;
  });
}

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
