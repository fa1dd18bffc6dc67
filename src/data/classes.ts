/** Datasets whose targets are classes. */

import { DataError, DtypeError } from '../errors/errors.ts';
import { optional, positiveInteger } from '../errors/options.ts';
import { readTrainingOptions } from '../errors/training_options.ts';
import { oneHot } from '../ops/shape/indexing.ts';
import { packedCopy } from '../tensor/strided.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { checkDataset } from './check_dataset.ts';
import type { Dataset } from './dataset.ts';

export interface OneHotOptions {
  /** How many classes there are; default the number of class names, or the largest class plus 1. */
  readonly classes?: number;
}

/** Whether targets are classes, by number, rather than values. */
export function areClasses(targets: Tensor): boolean {
  return targets.dtype === 'int32' && targets.rank === 1;
}

/** The class of each sample. */
export function classesOf(where: string, dataset: Dataset): Int32Array {
  checkDataset(where, dataset);
  const { targets } = dataset;
  if (!areClasses(targets)) {
    throw new DtypeError({
      where,
      expected: 'targets that are classes, int32 of shape [samples]',
      received: `${targets.dtype} of shape [${targets.shape.join(', ')}]`,
      remedy: 'Make the dataset with fromArrays({ inputs, targets, classNames }).',
    });
  }
  const classes = Int32Array.from(packedCopy(targets));
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

/** The dataset with its classes as vectors, `[samples, classes]`, 1 at the class and 0 elsewhere. */
export function oneHotTargets(dataset: Dataset, options?: OneHotOptions): Dataset {
  const read = readTrainingOptions<OneHotOptions>('oneHotTargets', options, {
    classes: optional(positiveInteger),
  });
  const largest = classesOf('oneHotTargets', dataset).reduce((a, b) => Math.max(a, b), 0);
  const classes = read.classes ?? dataset.classNames?.length ?? largest + 1;
  const targets = oneHot(dataset.targets, classes, { dtype: dataset.inputs.dtype });
  return { ...dataset, targets };
}
