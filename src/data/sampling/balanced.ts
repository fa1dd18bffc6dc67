/** Weights that make up for classes of different size. */
import { tensor } from '../../tensor/create.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import { classesOf } from '../classes.ts';
import type { Dataset } from '../dataset.ts';

/**
 * A weight for each sample, `n / (k nᶜ)` for n samples in k classes, nᶜ of them in its own, so that all
 * classes weigh the same, and the mean weight is 1 (the heuristic of King and Zeng, "Logistic regression
 * in rare events data", 2001, which scikit-learn calls "balanced").
 *
 * For `weightedSampling`, which then shows every class equally often, or as the sample weights of the
 * dataset, which shows every sample once and lets it count for more or less.
 * @returns `[samples]`, in the dtype of the inputs
 * @throws DtypeError unless the targets are classes
 * @example const sampling = weightedSampling({ weights: balancedWeights(train) });
 * @example const weighted = { ...train, sampleWeights: balancedWeights(train) };
 */
export function balancedWeights(dataset: Dataset): Tensor<1> {
  const classes = classesOf('balancedWeights', dataset);
  const weights = weightsByClass(classes);
  const values = Float64Array.from(classes, (number) => weights.get(number) as number);
  return tensor(values, { dtype: dataset.inputs.dtype });
}

/**
 * The same weights by class, for the option `classWeights` of a loss; 0 for a class without samples.
 * @throws DtypeError unless the targets are classes
 * @example softmaxCrossEntropy({ classWeights: balancedClassWeights(train) })
 */
export function balancedClassWeights(dataset: Dataset): number[] {
  const classes = classesOf('balancedClassWeights', dataset);
  const weights = weightsByClass(classes);
  const largest = classes.reduce((a, b) => Math.max(a, b), 0);
  const length = dataset.classNames?.length ?? largest + 1;
  return Array.from({ length }, (_, number) => weights.get(number) ?? 0);
}

/** `n / (k nᶜ)` for each class that has samples. */
function weightsByClass(classes: Int32Array): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const number of classes) counts.set(number, (counts.get(number) ?? 0) + 1);
  return new Map(
    [...counts].map(([number, count]) => [number, classes.length / (counts.size * count)]),
  );
}
