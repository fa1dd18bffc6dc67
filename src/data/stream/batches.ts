/** A stream, cut into batches. */
import { DataError } from '../../errors/errors.ts';
import type { Seed } from '../../tensor/rng.ts';
import type { Dataset } from '../dataset.ts';
import type { BatchSource } from './batch_source.ts';
import type { Parts } from './parts.ts';
import { makeStaging, readStream, type Staging } from './reader.ts';

/** The places where batches are laid, by stream. */
export type Stagings = WeakMap<Parts, Staging>;

export interface StreamBatchesRequest {
  readonly batchSize: number;
  readonly dropLast: boolean;
  readonly seed: Seed;
  readonly epoch: number;
  /** How many batches of the epoch have been used. */
  readonly done: number;
  /** Brings each part into the terms of the training when it comes. */
  readonly accept: (part: Dataset) => Dataset;
  /** What is asked of it then. */
  readonly check: (part: Dataset) => void;
  readonly stagings: Stagings;
}

/**
 * The batches of an epoch of a stream. They are all copied to the same place, so that one compiled plan
 * serves them; a training run that continues within an epoch reads over the samples that it has used.
 */
export function streamBatches(
  parts: Parts,
  { batchSize, dropLast, seed, epoch, done, accept, check, stagings }: StreamBatchesRequest,
): BatchSource {
  const reader = readStream(parts, { seed, epoch, accept, check });
  const all = Int32Array.from({ length: batchSize }, (_, row) => row);
  let unread = done * batchSize;
  let first = unread - batchSize;
  let rows: Int32Array | undefined;
  let staging = stagings.get(parts);
  let closed = false;

  /** An epoch of which nothing is used would be followed by another one, without end. */
  function withoutBatch(count: number): DataError {
    return new DataError({
      where: 'stream.open',
      expected: `${count > 0 ? `a batch of ${batchSize} ` : ''}samples in each epoch${count > 0 ? ', with dropLast' : ''}`,
      received: `${count || 'none'} in epoch ${epoch}`,
      remedy:
        count > 0
          ? 'Lower batchSize, or leave dropLast out.'
          : 'Let open() begin anew with each call, with at least one sample.',
    });
  }

  function changed(samples: number): DataError {
    return new DataError({
      where: 'stream.open',
      expected: `the samples that epoch ${epoch} began with`,
      received: `${samples}, of which ${done} batches of ${batchSize} had been made`,
      remedy: 'Open the same stream.',
    });
  }

  async function advance(): Promise<void> {
    if (unread > 0) {
      const again = await reader.take(unread, () => {});
      // The last batch may have been a smaller one; what was closed while it waited has an end of its own.
      if (!closed && again <= unread - (dropLast ? 1 : batchSize)) throw changed(again);
    }
    unread = 0;
    let row = 0;
    const count = await reader.take(batchSize, (sample) => {
      staging ??= makeStaging(sample.part, batchSize);
      staging.put(row++, sample);
    });
    if (staging !== undefined) stagings.set(parts, staging);
    first += batchSize;
    const isOver = count === 0 || (dropLast && count < batchSize);
    if (isOver && first === 0 && !closed) throw withoutBatch(count);
    rows = isOver ? undefined : all.subarray(0, count);
  }

  return {
    get dataset() {
      return (staging as Staging).dataset;
    },
    get rows() {
      return rows;
    },
    numbers: () => Int32Array.from(rows ?? [], (row) => first + row),
    advance,
    close() {
      closed = true;
      reader.close();
    },
  };
}
