/** Where the batches of an epoch come from, one after another. */
import { batchIndices } from '../data/batches.ts';
import type { Dataset } from '../data/dataset.ts';
import type { ResolvedTrainerOptions } from './options.ts';

export interface BatchSource {
  /** What the rows of the batch are rows of. */
  readonly dataset: Dataset;
  /** The samples of the batch, by number; undefined when the epoch is over. */
  readonly rows: Int32Array | undefined;
  /** Goes on to the next batch. Where that takes time, when it is there. */
  advance(): Promise<void> | undefined;
  /** Nothing more will be asked for. */
  close(): void;
}

/** The batches of an epoch of a dataset in memory, from the one after `done` batches on. */
export function datasetBatches(
  dataset: Dataset,
  { batchSize, shuffle, dropLast, seed }: ResolvedTrainerOptions,
  epoch: number,
  done: number,
): BatchSource {
  const samples = dataset.size;
  const batches = batchIndices({ samples, batchSize, shuffle, dropLast, seed, epoch });
  let next = done;
  let rows: Int32Array | undefined;
  return {
    dataset,
    get rows() {
      return rows;
    },
    advance() {
      rows = batches[next++];
      return undefined;
    },
    close() {},
  };
}
