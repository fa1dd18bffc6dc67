/** From outputs and targets to classes or labels: what was predicted, and what is true. */
import { describeShape } from '../errors/describe.ts';
import { OptionError, ShapeError } from '../errors/errors.ts';
import { areFloatClasses } from '../losses/class_numbers.ts';
import type { ClassOutputs } from '../losses/loss.ts';
import { argmax } from '../ops/shape/indexing.ts';
import { type Shape, sameShape } from '../tensor/shape.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { checkClasses, MANY } from './check.ts';
import { asClasses, columns, readLabels, readTargets } from './class_targets.ts';
import { type Comparison, compare, type MetricContext } from './metric.ts';
import { manyLabels } from './multi_hot.ts';
import { type Weights, weightedPart } from './weights.ts';

export interface ClassReading {
  /**
   * Above it an output says yes, otherwise no: 0.5 for probabilities, 0 for logits. For one output that
   * tells two classes apart, and for several labels, each of which is there or not.
   */
  readonly threshold?: number | undefined;
  /** How many classes there are, where the outputs are classes and do not show it. */
  readonly classes?: number | undefined;
}

/** Element by element: a class for each sample, or, of several labels, 1 for each that is there. */
export interface Classified {
  /** How many classes, or labels. */
  readonly classes: number;
  /** Whether a sample may have several of them, or none: then they are `[samples, classes]`. */
  readonly several: boolean;
  readonly predicted: Int32Array;
  readonly actual: Int32Array;
  readonly samples: number;
  readonly weights: Weights;
}

/** What is left to do when the targets have been read. */
type ReadOutputs = (outputs: Tensor) => Classified;

const SAY_THRESHOLD = 'Pass { threshold: 0.5 } for probabilities, { threshold: 0 } for logits.';

/**
 * Reads targets, and says how outputs are read. Outputs may be
 *
 * - scores `[samples, classes]`, whether logits or probabilities. Of classes that exclude each other
 *   the first largest counts; of several labels each that is above the threshold;
 * - one score each, `[samples]` or `[samples, 1]`, with a threshold, or a loss that says what they are;
 * - int32 classes.
 *
 * Whether classes exclude each other is said, in this order, by a threshold, by the loss, by the
 * targets: a class for each sample, and floats whose rows are distributions, exclude each other.
 */
export function readComparison(
  where: string,
  comparison: Comparison,
  reading: ClassReading,
  remedy = SAY_THRESHOLD,
): ReadOutputs {
  const read = readPair(where, comparison, reading, remedy);
  const { weights, shape } = comparison;
  return (outputs) => ({ ...read(outputs), weights, samples: shape[0] });
}

type Pair = Omit<Classified, 'weights' | 'samples'>;

function readPair(
  where: string,
  { shape, dtype, targets, loss }: Comparison,
  { threshold, classes }: ClassReading,
  remedy: string,
): (outputs: Tensor) => Pair {
  if (dtype === 'int32') return readClasses(where, shape, targets, classes);
  const count = columns(shape);
  const comparison = { shape, dtype, targets, loss };
  const { kind, exclusive } = loss?.classOutputs ?? {};
  const said = threshold ?? (exclusive === true ? undefined : thresholdFor(kind));
  if (count === 1) {
    if (said === undefined) {
      throw new ShapeError({
        where,
        expected: 'outputs [samples, classes], with two or more classes',
        received: describeShape(shape),
        remedy,
      });
    }
    checkStated(where, 2, classes);
    const read = readThresholded(where, shape, targets, said);
    return (outputs) => ({ classes: 2, several: false, ...read(outputs) });
  }
  checkStated(where, count, classes);
  if (threshold === undefined && excludeEachOther(where, comparison)) {
    const actual = readTargets(where, shape.slice(0, -1), targets, count);
    return (outputs) => {
      return { classes: count, several: false, actual, predicted: asClasses(argmax(outputs)) };
    };
  }
  if (threshold !== undefined && sameShape(targets.shape, shape.slice(0, -1))) {
    throw new ShapeError({
      where: `${where}.threshold`,
      expected: 'outputs [samples] or [samples, 1], or targets with a 0 or 1 for each output',
      received: `outputs ${describeShape(shape)} and targets ${describeShape(targets.shape)}`,
      remedy: 'Leave threshold out: of several outputs the largest counts.',
    });
  }
  if (threshold === undefined && loss !== undefined && kind === undefined) {
    throw new OptionError({
      where: `${where}.threshold`,
      problem: `${loss.name} does not say what outputs are`,
      expected: 'a threshold for several labels',
      received: 'nothing',
      remedy: `Pass it: ${where}({ threshold: 0.5 }) for probabilities, ${where}({ threshold: 0 }) for logits.`,
    });
  }
  const read = readThresholded(where, shape, targets, said ?? 0);
  return (outputs) => {
    if (threshold === undefined && kind === undefined) checkAreLogits(where, outputs);
    return { classes: count, several: true, ...read(outputs) };
  };
}

/** Whether of several outputs one is the class, as the loss says, or the targets. */
export function excludeEachOther(
  where: string,
  { shape, targets, loss }: Pick<Comparison, 'shape' | 'targets' | 'loss'>,
): boolean {
  return loss?.classOutputs?.exclusive ?? !manyLabels(where, shape, targets);
}

/** Above which an output says yes, where it is known what outputs are. */
function thresholdFor(kind: ClassOutputs['kind'] | undefined): number | undefined {
  if (kind === undefined) return undefined;
  return kind === 'probabilities' ? 0.5 : 0;
}

/** The part of the samples predicted right: of several labels, with all of them right. */
export function partRight(classified: Classified): number {
  const { classes, several, predicted, actual } = classified;
  const width = several ? classes : 1;
  return weightedPart(actual.length / width, classified, (place) => {
    let k = place * width;
    const end = k + width;
    while (k < end && predicted[k] === actual[k]) k++;
    return k === end;
  });
}

/** Outputs and targets as classes. */
export function classify(
  where: string,
  outputs: Tensor,
  targets: Tensor,
  reading: ClassReading,
  context: MetricContext = {},
): Classified {
  const comparison = compare(where, outputs.shape, outputs.dtype, targets, context);
  return readComparison(where, comparison, reading)(outputs);
}

/** Each output by itself against a threshold; targets are 0 and 1 (or -1 and 1), floats or int32. */
export function readThresholded(
  where: string,
  shape: Shape,
  targets: Tensor,
  threshold: number,
): (outputs: Tensor) => Pick<Classified, 'predicted' | 'actual'> {
  const actual = readLabels(where, shape, targets);
  return (outputs) => {
    const predicted = Int32Array.from(outputs.toTypedArray(), (value) => Number(value > threshold));
    return { predicted, actual };
  };
}

/** Without a threshold, and a loss that knows, outputs between 0 and 1 may be either. */
function checkAreLogits(where: string, outputs: Tensor): void {
  if (outputs.size === 0 || outputs.toTypedArray().some((value) => !(value >= 0 && value <= 1))) {
    return;
  }
  throw new OptionError({
    where: `${where}.threshold`,
    expected: 'a threshold for several labels where all outputs are from 0 to 1',
    received: 'nothing',
    remedy: SAY_THRESHOLD,
  });
}

function readClasses(
  where: string,
  shape: Shape,
  targets: Tensor,
  stated: number | undefined,
): (outputs: Tensor) => Pair {
  const oneHot = targets.rank > shape.length && !areFloatClasses(shape, targets);
  const known = stated ?? (oneHot ? columns(targets.shape) : undefined);
  const actual = readTargets(where, shape, targets, known ?? MANY);
  return (outputs) => {
    const predicted = asClasses(outputs);
    const largest = (values: Int32Array) => values.reduce((a, b) => Math.max(a, b), 0);
    const classes = known ?? 1 + Math.max(largest(predicted), largest(actual));
    checkClasses(where, 'predicted classes', predicted, classes);
    return { classes, several: false, predicted, actual };
  };
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
