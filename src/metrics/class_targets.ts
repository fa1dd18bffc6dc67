/** What is true of each sample, in the targets: its class, or its labels. */
import { DataError } from '../errors/errors.ts';
import { checkTargetShape } from '../losses/agreement.ts';
import { areFloatClasses } from '../losses/class_numbers.ts';
import { argmax } from '../ops/shape/indexing.ts';
import type { Shape } from '../tensor/shape.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { checkClasses } from './check.ts';
import { labelsIn, manyLabels } from './multi_hot.ts';

/** A 0 or 1 for each output. */
export function readLabels(where: string, shape: Shape, targets: Tensor): Int32Array {
  const column = columns(shape) === 1 && targets.dtype === 'int32';
  const squeezed = column && targets.rank === shape.length - 1;
  checkTargetShape(where, squeezed ? shape.slice(0, -1) : shape, targets.shape);
  const labels = labelsIn(targets);
  if ('misfit' in labels) {
    const { value, element } = labels.misfit;
    throw new DataError({
      where,
      expected: 'targets that are 0 or 1',
      received: `${value} at element ${element}`,
      remedy: 'For targets that are numbers use r2 or rootMeanSquaredError.',
    });
  }
  return labels.values;
}

/**
 * The true classes; their shape is that of the samples, which as floats may be a column, and one-hot ones
 * have an axis more.
 */
export function readTargets(
  where: string,
  samples: Shape,
  targets: Tensor,
  count: number,
): Int32Array {
  if (targets.dtype === 'int32') {
    checkTargetShape(where, samples, targets.shape);
    return classNumbers(where, targets, count);
  }
  if (areFloatClasses(samples, targets)) return classNumbers(where, targets, count);
  const shape = [...samples, count];
  checkTargetShape(where, shape, targets.shape);
  if (manyLabels(where, shape, targets)) {
    throw new DataError({
      where,
      expected: 'one class for each sample',
      received: 'samples with several labels, or none',
      remedy:
        'For several labels use accuracy, f1 or classificationReport, with a threshold and a loss such as sigmoidBinaryCrossEntropy().',
    });
  }
  return asClasses(argmax(targets));
}

function classNumbers(where: string, targets: Tensor, count: number): Int32Array {
  const values = targets.toTypedArray();
  checkClasses(where, 'targets', values, count);
  return Int32Array.from(values);
}

/** How many outputs a sample has along the last axis. */
export function columns(shape: Shape): number {
  return shape.length < 2 ? 1 : shape[shape.length - 1];
}

export function asClasses(x: Tensor): Int32Array {
  return Int32Array.from(x.toTypedArray());
}
