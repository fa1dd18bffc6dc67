import type { Tensor } from '../tensor/tensor.ts';

/**
 * A number that says how good outputs are. Metrics see the outputs for a whole set at once, so that
 * nothing is averaged over batches.
 * @param outputs `[samples, ...]`, as the network gives them
 * @param targets as the dataset has them
 */
export type Metric = (outputs: Tensor, targets: Tensor) => number;
