import type { BatchSource } from '../data/stream/batch_source.ts';
import { isStream } from '../data/stream/stream.ts';
import { datasetBatches } from './data/dataset_batches.ts';
import type { Run } from './run.ts';

/** The batches of an epoch, from where the training is. */
export function openEpoch({ data, options, progress, stagings }: Run, epoch: number): BatchSource {
  const { train } = data;
  const done = progress.iterationInEpoch;
  if (!isStream(train)) return datasetBatches(train, options, epoch, done);
  const { batchSize, dropLast, seed } = options;
  const { accept, check } = data;
  return train.batches({ batchSize, dropLast, seed, epoch, done, accept, check, stagings });
}
