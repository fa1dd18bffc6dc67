import type { Tensor } from '../tensor/tensor.ts';

/**
 * A number that says how good outputs are. Metrics see the outputs for a whole set at once, so that
 * nothing is averaged over batches.
 * @param outputs `[samples, ...]`, as the network gives them
 * @param targets as the dataset has them
 */
export interface Metric {
  (outputs: Tensor, targets: Tensor): number;
  /** What it was made with, by which two metrics of one name are told apart. */
  readonly options?: Readonly<Record<string, unknown>>;
}

/** A metric that says what it was made with. */
export function metricOf(
  options: Metric['options'],
  compute: (outputs: Tensor, targets: Tensor) => number,
): Metric {
  return Object.assign((...given: Parameters<Metric>) => compute(...given), { options });
}
