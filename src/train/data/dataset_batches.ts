/** The batches of an epoch of a dataset in memory. */

import { batchIndices } from '../../data/batches.ts';
import type { Dataset } from '../../data/dataset.ts';
import type { BatchSource } from '../../data/stream/batch_source.ts';
import type { ResolvedTrainerOptions } from '../options.ts';

/** @param done how many of them have been used */
export function datasetBatches(
  dataset: Dataset,
  { batchSize, shuffle, sampling, dropLast, seed }: ResolvedTrainerOptions,
  epoch: number,
  done: number,
): BatchSource {
  const samples = dataset.size;
  const batches = batchIndices({
    ...{ samples, batchSize, shuffle, dropLast, seed, epoch },
    ...(sampling && { sampling }),
  });
  let next = done;
  let rows: Int32Array | undefined;
  return {
    dataset,
    get rows() {
      return rows;
    },
    numbers: () => (rows ?? batches[0]).slice(),
    advance() {
      rows = batches[next++];
      return undefined;
    },
    close() {},
  };
}
