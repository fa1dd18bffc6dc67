/** What a dataset is: samples along the first axis of inputs and targets, and what they are called. */
import type { Names } from '../nn/names.ts';
import type { Tensor } from '../tensor/tensor.ts';

export interface Dataset extends Names {
  /** `[samples, ...]`, float32 or float64. */
  readonly inputs: Tensor;
  /** `[samples]` int32 for classes, `[samples, ...]` floats for regression or one-hot. */
  readonly targets: Tensor;
  /** The weight of each sample in the loss, `[samples]`; all 1 if left out. */
  readonly sampleWeights?: Tensor;
  /** The number of samples. */
  readonly size: number;
}
