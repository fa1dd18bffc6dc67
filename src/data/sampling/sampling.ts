import type { Seed } from '../../tensor/rng.ts';

export interface OrderRequest {
  /** The number of samples in the dataset. */
  readonly samples: number;
  readonly seed: Seed;
  /** Which epoch; counted from 1 in training. */
  readonly epoch: number;
}

/**
 * Which samples an epoch uses, where that is not each of them once. As many are drawn as there are, so
 * that epochs, iterations and batches are counted as ever; but a sample may come several times, or not
 * at all, and that is no epoch in the strict sense.
 */
export interface Sampling {
  readonly name: string;
  /** What it was made with, by which two samplings of one name are told apart. */
  readonly options?: Readonly<Record<string, unknown>>;
  /**
   * The samples of an epoch, by number, in order. A pure function of the request: anyone who resumes in the
   * middle of an epoch needs nothing else.
   */
  order(request: OrderRequest): Int32Array;
}
