import { type Rule, strings } from '../errors/options.ts';
import { Tensor } from '../tensor/tensor.ts';
import type { Dataset } from './dataset.ts';

export function isDataset(value: unknown): value is Dataset {
  const { inputs, targets, size } = (value ?? {}) as Partial<Dataset>;
  return inputs instanceof Tensor && targets instanceof Tensor && Number.isSafeInteger(size);
}

/** What takes a dataset. */
export const datasetRule: Rule<never> = {
  expected: 'a dataset { inputs, targets, size }, with size rows in each',
  example: 'fromArrays({ inputs, targets })',
  accepts(value) {
    if (!isDataset(value)) return false;
    const { inputs, targets, size, sampleWeights, classNames, featureNames } = value;
    if (inputs.shape[0] !== size || targets.shape[0] !== size) return false;
    const named = [classNames, featureNames].every(
      (names) => names === undefined || (strings.accepts(names) && (names as []).length > 0),
    );
    const weighted = sampleWeights instanceof Tensor && sampleWeights.shape[0] === size;
    return named && (weighted || sampleWeights === undefined);
  },
};
