/** Targets with a number for each class or label: what they say of the classes. */
import { DataError } from '../errors/errors.ts';
import { type Shape, sameShape } from '../tensor/shape.ts';
import type { Tensor } from '../tensor/tensor.ts';

/** How far from 1 the sum of a distribution may be, as in the losses that take one. */
const SUM_TOLERANCE = 1e-3;

/**
 * Whether samples may have several labels, or none: targets of the shape of outputs
 * `[..., classes]`, all 0 or 1 (or -1 or 1), with a sample that has other than one. Where every row is
 * a distribution over classes, such as a one-hot one, they exclude each other.
 * @throws DataError for rows that are neither
 */
export function manyLabels(where: string, outputs: Shape, targets: Tensor): boolean {
  if (!sameShape(outputs, targets.shape)) return false;
  if (targets.dtype === 'int32') return true; // classes that exclude each other have an axis less
  const values = targets.toTypedArray();
  const signs = values.includes(-1);
  const classes = outputs[outputs.length - 1];
  let row = 0;
  while (row < values.length && isDistribution(values.subarray(row, row + classes), signs)) {
    row += classes;
  }
  if (row >= values.length) return false;
  if (values.every((value) => isLabel(value, signs))) return true;
  const sample = Math.floor((row * targets.shape[0]) / values.length);
  throw new DataError({
    where,
    expected: 'targets with a distribution over the classes for each sample, or with 0 and 1 only',
    received: `[${Array.from(values.subarray(row, row + classes)).join(', ')}] in sample ${sample}`,
    remedy: 'For targets that are numbers use r2 or rootMeanSquaredError.',
  });
}

/** Targets of labels as 0 and 1, or the first element that is none. */
export function labelsIn(
  targets: Tensor,
): { readonly values: Int32Array } | { readonly misfit: { value: number; element: number } } {
  const values = targets.toTypedArray();
  const signs = values.includes(-1);
  const element = values.findIndex((value) => !isLabel(value, signs));
  if (element >= 0) return { misfit: { value: values[element], element } };
  return { values: Int32Array.from(values, (value) => (value === 1 ? 1 : 0)) };
}

function isLabel(value: number, signs: boolean): boolean {
  return value === 1 || value === (signs ? -1 : 0);
}

function isDistribution(row: ArrayLike<number>, signs: boolean): boolean {
  let sum = 0;
  for (let k = 0; k < row.length; k++) {
    if (signs && !isLabel(row[k], true)) return false;
    if (!signs && !(row[k] >= 0)) return false;
    sum += signs ? (row[k] + 1) / 2 : row[k];
  }
  return Math.abs(sum - 1) <= SUM_TOLERANCE;
}
