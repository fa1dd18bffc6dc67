import { type Rule, strings } from '../errors/options.ts';
import { Tensor } from '../tensor/tensor.ts';
import type { Dataset } from './dataset.ts';

export function isDataset(value: unknown): value is Dataset {
  const { inputs, targets, size } = (value ?? {}) as Partial<Dataset>;
  return inputs instanceof Tensor && targets instanceof Tensor && Number.isSafeInteger(size);
}

/** What takes a dataset. */
export const datasetRule: Rule<never> = {
  expected: 'a dataset { inputs, targets, size }',
  example: 'fromArrays({ inputs, targets })',
  accepts(value) {
    if (!isDataset(value) || value.inputs.shape[0] !== value.size) return false;
    const { sampleWeights, classNames, featureNames } = value;
    const named = [classNames, featureNames].every(
      (names) => names === undefined || strings.accepts(names),
    );
    return named && (sampleWeights === undefined || sampleWeights instanceof Tensor);
  },
};
