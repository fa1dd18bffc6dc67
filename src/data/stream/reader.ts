/** Reads the samples of an epoch of a stream, in the order in which they are used. */
import { DataError } from '../../errors/errors.ts';
import { allocate } from '../../tensor/dtype.ts';
import { type Seed, uniformRandom } from '../../tensor/rng.ts';
import { sizeOf } from '../../tensor/shape.ts';
import { makeTensor, type Tensor } from '../../tensor/tensor.ts';
import type { Dataset } from '../dataset.ts';
import { copyRows, subset } from '../rows.ts';
import { checkPart, NAMES, openParts, type Parts } from './parts.ts';

/** A sample: a row of a dataset. */
interface Sample {
  readonly part: Dataset;
  readonly row: number;
}

/** A batch's place: a dataset of a fixed number of rows, filled anew each time. */
export interface Staging {
  readonly dataset: Dataset;
  put(row: number, sample: Sample): void;
}

/** Room for a number of samples like those of a part. */
export function makeStaging({ inputs, targets, sampleWeights }: Dataset, rows: number): Staging {
  const room = ({ shape, dtype }: Tensor) => {
    const full = [rows, ...shape.slice(1)];
    return makeTensor(allocate(dtype, sizeOf(full)), full, dtype);
  };
  const dataset: Dataset = {
    inputs: room(inputs),
    targets: room(targets),
    ...(sampleWeights && { sampleWeights: room(sampleWeights) }),
    size: rows,
  };
  return {
    dataset,
    put(row, sample) {
      for (const name of NAMES) {
        const [into, from] = [dataset[name], sample.part[name]];
        if (into === undefined || from === undefined) continue;
        const { data } = into.storage;
        const width = data.length / rows;
        copyRows(from, [sample.row], data.subarray(row * width, (row + 1) * width));
      }
    },
  };
}

export interface StreamReader {
  /**
   * Takes up to `count` samples; fewer only at the end of the epoch.
   * @throws DataError for parts that do not fit, and for an epoch of another length than was said
   */
  take(count: number, receive: (sample: Sample) => void): Promise<number>;
  /** Closes what was opened. */
  close(): void;
}

interface ReadRequest {
  readonly seed: Seed;
  readonly epoch: number;
  /** Brings each part into the terms of the training when it comes. */
  readonly accept: (part: Dataset) => Dataset;
  /** What is asked of it then. */
  readonly check: (part: Dataset) => void;
}

export function readStream(
  { open, samples, shuffleBuffer }: Parts,
  { seed, epoch, accept, check }: ReadRequest,
): StreamReader {
  const draws = uniformRandom(seed, `shuffle/${epoch}`);
  const held: Sample[] = [];
  let parts: AsyncIterator<Dataset> | Iterator<Dataset> | undefined;
  let first: Dataset | undefined;
  let part: Dataset | undefined;
  let row = 0;
  let taken = 0;
  let ended = false;
  let closed = false;

  /** Continues to the next part that has samples, or to the end. */
  async function nextPart(): Promise<void> {
    parts ??= openParts(open, epoch);
    row = 0;
    const next = await parts.next();
    ended = next.done === true || closed; // what comes too late is nobody's
    part = ended ? undefined : (next.value as Dataset);
    if (part === undefined) return;
    checkPart(part, part);
    const isEmpty = part.size === 0;
    if (!isEmpty) part = accept(part);
    first ??= part;
    checkPart(part, first);
    if (!isEmpty) check(part);
  }

  /** The next sample in the order of the stream, if the part at hand has one. */
  function arriving(): Sample | undefined {
    return part !== undefined && row < part.size ? { part, row: row++ } : undefined;
  }

  /** A place in the buffer is drawn; its sample leaves, the arriving one takes the place. */
  function exchange(sample: Sample): Sample | undefined {
    if (shuffleBuffer === 0) return sample;
    const own = { part: subset(sample.part, [sample.row]), row: 0 }; // its part can be let go
    if (held.length < shuffleBuffer) {
      held.push(own);
      return undefined;
    }
    const place = draws.integer(held.length);
    const leaving = held[place];
    held[place] = own;
    return leaving;
  }

  /** At the end of the stream the buffer is emptied, in random order. */
  function drain(): Sample | undefined {
    if (held.length === 0) return undefined;
    const place = draws.integer(held.length);
    const leaving = held[place];
    held[place] = held[held.length - 1];
    held.pop();
    return leaving;
  }

  function checkLength(): void {
    if (
      samples === undefined ||
      (ended && held.length === 0 ? taken === samples : taken <= samples)
    )
      return;
    throw new DataError({
      where: 'stream.samples',
      expected: `${samples} samples in each epoch, as was said`,
      received: `${taken > samples ? 'more' : taken} in epoch ${epoch}`,
      remedy: 'Say how many there are, or leave samples out and give the Trainer iterations.',
    });
  }

  return {
    async take(count, receive) {
      let done = 0;
      while (done < count && !closed) {
        const next = arriving();
        if (next === undefined && !ended) {
          await nextPart();
          continue;
        }
        const leaving = next === undefined ? drain() : exchange(next);
        if (leaving === undefined && next === undefined) break;
        if (leaving === undefined) continue;
        receive(leaving);
        done++;
        taken++;
        checkLength();
      }
      if (done < count && !closed) checkLength();
      return done;
    },
    close() {
      if (!ended) Promise.resolve(parts?.return?.()).catch(() => {}); // nobody waits for it any more
      [ended, closed] = [true, true];
    },
  };
}
