/** Where the batches of an epoch come from, one after another. */
import type { Dataset } from '../dataset.ts';

export interface BatchSource {
  /** What the rows of the batch are rows of. */
  readonly dataset: Dataset;
  /** The samples of the batch, as rows of the dataset; undefined when the epoch is over. */
  readonly rows: Int32Array | undefined;
  /** The samples of the batch by their numbers: of the dataset or, of a stream, as they come. */
  numbers(): Int32Array;
  /** Continues to the next batch. Where that takes time, when it is there. */
  advance(): Promise<void> | undefined;
  /** Nothing more will be asked for. */
  close(): void;
}
