/** Where the batches of an epoch come from, one after another. */
import { batchIndices } from '../data/batches.ts';
import type { Dataset } from '../data/dataset.ts';
import type { SampleStream } from '../data/stream.ts';
import { makeStaging, readStream, type Staging } from '../data/stream_reader.ts';
import type { ResolvedTrainerOptions } from './options.ts';
import { checkTrainingData } from './training_data.ts';

export interface BatchSource {
  /** What the rows of the batch are rows of. */
  readonly dataset: Dataset;
  /** The samples of the batch, as rows of the dataset; undefined when the epoch is over. */
  readonly rows: Int32Array | undefined;
  /** The samples of the batch by their numbers: of the dataset or, of a stream, as they come. */
  numbers(): Int32Array;
  /** Goes on to the next batch. Where that takes time, when it is there. */
  advance(): Promise<void> | undefined;
  /** Nothing more will be asked for. */
  close(): void;
}

/** The batches of an epoch of a dataset in memory, from the one after `done` batches on. */
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

/**
 * The batches of an epoch of a stream. They are all copied to the same place, so that one compiled plan
 * serves them; a training that goes on within an epoch reads over the samples that it has used.
 * @param stagings the places, by stream
 */
export function streamBatches(
  stream: SampleStream,
  options: ResolvedTrainerOptions,
  epoch: number,
  done: number,
  stagings: WeakMap<SampleStream, Staging>,
): BatchSource {
  const { batchSize, dropLast, seed } = options;
  const check = (part: Dataset) => checkTrainingData(options, { train: part });
  const reader = readStream(stream, { seed, epoch, check });
  const all = Int32Array.from({ length: batchSize }, (_, row) => row);
  let unread = done * batchSize;
  let first = unread - batchSize;
  let rows: Int32Array | undefined;
  let staging = stagings.get(stream);

  async function advance(): Promise<void> {
    if (unread > 0) await reader.take(unread, () => {});
    unread = 0;
    let row = 0;
    const count = await reader.take(batchSize, (sample) => {
      staging ??= makeStaging(sample.part, batchSize);
      staging.put(row++, sample);
    });
    if (staging !== undefined) stagings.set(stream, staging);
    first += batchSize;
    const isOver = count === 0 || (dropLast && count < batchSize);
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
    close: () => reader.close(),
  };
}
