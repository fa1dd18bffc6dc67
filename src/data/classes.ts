/** Datasets whose targets are classes. */

import { describeShape } from '../errors/describe.ts';
import { DataError, DtypeError } from '../errors/errors.ts';
import { optional, positiveInteger } from '../errors/options.ts';
import { readTrainingOptions } from '../errors/training_options.ts';
import { isClass } from '../losses/class_numbers.ts';
import { oneHot } from '../ops/shape/indexing.ts';
import { tensor } from '../tensor/create.ts';
import type { TypedArray } from '../tensor/dtype.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { checkDataset } from './check_dataset.ts';
import { classNumbers } from './class_names.ts';
import type { Dataset } from './dataset.ts';

export interface OneHotOptions {
  /** How many classes there are; default the number of class names, or the largest class plus 1. */
  readonly classes?: number;
}

/** Whether it is said that targets are classes, by number, rather than values. */
export function areClasses(targets: Tensor): boolean {
  return targets.dtype === 'int32' && targets.rank === 1;
}

/**
 * The class of each sample: whole numbers are classes where classes are asked for. Floats of which some
 * number up to the largest never occurs are taken for measurements.
 * @throws DtypeError for targets that are none
 */
export function classesOf(where: string, dataset: Dataset): Int32Array {
  checkDataset(where, dataset);
  const { targets } = dataset;
  const numbers = classNumbers(targets);
  const received = numbers === undefined ? describeTensor(targets) : whyNoClasses(targets, numbers);
  if (numbers === undefined || received !== undefined) {
    throw new DtypeError({
      where,
      expected:
        'targets that are classes: a whole number, 0 or more, for each sample, or one-hot rows',
      received: String(received),
      remedy: 'Say so where the dataset is made: fromArrays({ inputs, targets, classNames }).',
    });
  }
  const classes = Int32Array.from(numbers);
  const named = dataset.classNames?.length ?? Number.POSITIVE_INFINITY;
  const unnamed = classes.findIndex((one) => one >= named);
  if (unnamed === -1) return classes;
  throw new DataError({
    where,
    expected: `classes from 0 to ${named - 1}, as many as there are names`,
    received: `${classes[unnamed]} in sample ${unnamed}`,
    remedy: 'Give a name for every class.',
  });
}

function describeTensor({ dtype, shape }: Tensor): string {
  return `${dtype} of shape ${describeShape(shape)}`;
}

function whyNoClasses(targets: Tensor, numbers: TypedArray): string | undefined {
  const row = numbers.findIndex((number) => !isClass(number, 2 ** 31));
  if (row !== -1) return `${numbers[row]} in sample ${row}`;
  if (targets.dtype === 'int32') return undefined;
  const different = new Set(numbers).size;
  let largest = 0;
  for (const number of numbers) largest = Math.max(largest, number);
  if (different > largest) return undefined;
  return `whole numbers up to ${largest}, of which ${largest + 1 - different} never occur`;
}

/** The dataset with its classes as vectors, `[samples, classes]`, 1 at the class and 0 elsewhere. */
export function oneHotTargets(dataset: Dataset, options?: OneHotOptions): Dataset {
  const read = readTrainingOptions<OneHotOptions>('oneHotTargets', options, {
    classes: optional(positiveInteger),
  });
  const numbers = classesOf('oneHotTargets', dataset);
  const largest = numbers.reduce((a, b) => Math.max(a, b), 0);
  const classes = read.classes ?? dataset.classNames?.length ?? largest + 1;
  const targets = oneHot(tensor(numbers), classes, { dtype: dataset.inputs.dtype });
  return { ...dataset, targets };
}
