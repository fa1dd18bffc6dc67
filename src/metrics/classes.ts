/** From outputs and targets to classes: what was predicted, and what is true. */
import { describeShape } from '../errors/describe.ts';
import { DataError, DtypeError, ShapeError } from '../errors/errors.ts';
import { argmax } from '../ops/indexing.ts';
import type { Shape } from '../tensor/shape.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { checkClasses, checkPair, checkTargetShape } from './check.ts';

export interface ClassReading {
  /**
   * For one output that tells two classes apart: above it the class is 1, otherwise 0. That is 0.5 for
   * probabilities and 0 for logits.
   */
  readonly threshold?: number | undefined;
  /** How many classes there are, where the outputs are classes and do not show it. */
  readonly classes?: number | undefined;
}

/** Classes of all samples, element by element. */
export interface Classified {
  readonly classes: number;
  readonly predicted: Int32Array;
  readonly actual: Int32Array;
}

/**
 * Reads outputs as classes. They may be scores `[samples, classes]`, whether logits or probabilities,
 * of which the first largest counts; one score each, `[samples]` or `[samples, 1]`, with a threshold;
 * or int32 classes. Targets are int32 classes, or one-hot floats.
 */
export function classify(
  where: string,
  outputs: Tensor,
  targets: Tensor,
  { threshold, classes }: ClassReading,
  remedy = 'Pass { threshold: 0.5 } for probabilities, { threshold: 0 } for logits.',
): Classified {
  checkPair(where, outputs, targets);
  if (outputs.dtype === 'int32') return readClasses(where, outputs, targets, classes);
  const count = columns(outputs.shape);
  if (threshold === undefined) {
    if (count === 1) {
      throw new ShapeError({
        where,
        expected: 'outputs [samples, classes], with two or more classes',
        received: describeShape(outputs.shape),
        remedy,
      });
    }
    checkStated(where, count, classes);
    return {
      classes: count,
      predicted: asClasses(argmax(outputs)),
      actual: readTargets(where, outputs.shape.slice(0, -1), targets, count),
    };
  }
  if (count !== 1) {
    throw new ShapeError({
      where: `${where}.threshold`,
      expected: 'outputs [samples] or [samples, 1]',
      received: describeShape(outputs.shape),
      remedy: 'Leave threshold out: of several outputs the largest counts.',
    });
  }
  checkStated(where, 2, classes);
  return { classes: 2, ...thresholded(where, outputs, targets, threshold) };
}

/** Each output by itself against a threshold; targets are 0 and 1, floats or int32. */
export function thresholded(
  where: string,
  outputs: Tensor,
  targets: Tensor,
  threshold: number,
): Pick<Classified, 'predicted' | 'actual'> {
  checkPair(where, outputs, targets);
  const column = columns(outputs.shape) === 1 && targets.dtype === 'int32';
  const squeezed = column && targets.rank === outputs.rank - 1;
  checkTargetShape(where, squeezed ? outputs.shape.slice(0, -1) : outputs.shape, targets);
  const wanted = targets.toTypedArray();
  const at = wanted.findIndex((value) => value !== 0 && value !== 1);
  if (at >= 0) {
    throw new DataError({
      where,
      expected: 'targets that are 0 or 1',
      received: `${wanted[at]} at element ${at}`,
      remedy: 'Make them 0 and 1, or give the model an output for each class.',
    });
  }
  const predicted = Int32Array.from(outputs.toTypedArray(), (value) => (value > threshold ? 1 : 0));
  return { predicted, actual: Int32Array.from(wanted) };
}

function readClasses(
  where: string,
  outputs: Tensor,
  targets: Tensor,
  stated: number | undefined,
): Classified {
  const predicted = asClasses(outputs);
  const hot = targets.rank > outputs.rank ? columns(targets.shape) : undefined;
  const largest = (values: Int32Array) => values.reduce((a, b) => Math.max(a, b), 0);
  const classes = stated ?? hot ?? 1 + Math.max(largest(predicted), largest(asClasses(targets)));
  checkClasses(where, 'predicted classes', predicted, classes);
  return { classes, predicted, actual: readTargets(where, outputs.shape, targets, classes) };
}

/** The true classes; their shape is that of the samples, one-hot ones have an axis more. */
export function readTargets(
  where: string,
  samples: Shape,
  targets: Tensor,
  count: number,
): Int32Array {
  if (targets.dtype === 'int32') {
    checkTargetShape(where, samples, targets);
    const actual = asClasses(targets);
    checkClasses(where, 'targets', actual, count);
    return actual;
  }
  if (targets.rank === samples.length) {
    throw new DtypeError({
      where,
      expected: 'int32 for targets that are numbers of classes',
      received: targets.dtype,
      remedy: "Convert them: targets.cast('int32').",
    });
  }
  checkTargetShape(where, [...samples, count], targets);
  return asClasses(argmax(targets));
}

function checkStated(where: string, count: number, stated: number | undefined): void {
  if (stated === undefined || stated === count) return;
  throw new ShapeError({
    where: `${where}.classes`,
    expected: `${count}, as the outputs show`,
    received: String(stated),
    remedy: 'Leave classes out.',
  });
}

/** How many outputs a sample has along the last axis. */
function columns(shape: Shape): number {
  return shape.length < 2 ? 1 : shape[shape.length - 1];
}

function asClasses(x: Tensor): Int32Array {
  return Int32Array.from(x.toTypedArray());
}
