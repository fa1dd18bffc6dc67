/** What a dataset is: samples along the first axis of inputs and targets. */
import type { Tensor } from '../tensor/tensor.ts';

export interface Dataset {
  /** `[samples, ...]`, float32 or float64. */
  readonly inputs: Tensor;
  /** `[samples]` int32 for classes, `[samples, ...]` floats for regression or one-hot. */
  readonly targets: Tensor;
  /** The weight of each sample in the loss, `[samples]`; all 1 if left out. */
  readonly sampleWeights?: Tensor;
  /** The number of samples. */
  readonly size: number;
  /** Names of the classes, by number. */
  readonly classNames?: readonly string[];
  /** Names of the columns of the inputs. */
  readonly featureNames?: readonly string[];
}
