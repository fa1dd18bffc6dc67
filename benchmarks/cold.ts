/** What a job costs beside its warm iterations: the medians of several processes. */
import { runBundled } from './bundle.ts';
import { median } from './measure.ts';

/** Milliseconds, if not said otherwise. */
export interface ColdTimes {
  /** Of 60,000 x 784 numbers in a tensor. */
  readonly fromArrays: number;
  /** Building the model of d: 535,818 random numbers. */
  readonly model: number;
  /** From the start of the training to the end of its first iteration. */
  readonly firstIteration: number;
  /** A warm one. */
  readonly laterIteration: number;
  /** The first iteration with a smaller batch, the last of the epoch. */
  readonly firstSmallerBatch: number;
  /** Of 10,000 samples. */
  readonly firstValidation: number;
  readonly laterValidation: number;
  /** What the matrix products of a validation take at the limit, measured after each validation. */
  readonly productsOfValidation: number;
  /** Bytes of all inputs. */
  readonly dataBytes: number;
  /** The most that the process had resident, in bytes. */
  readonly memoryBytes: number;
}

const PROCESSES = 5;

/** @param inputs what they are held as */
export async function benchCold(inputs: 'floats' | 'bytes' = 'floats'): Promise<ColdTimes> {
  const request = { processes: PROCESSES, argument: inputs };
  const jobs = await runBundled<ColdTimes>('cold_process.ts', request);
  const keys = Object.keys(jobs[0]) as (keyof ColdTimes)[];
  const medians = keys.map((key) => [key, median(jobs.map((job) => job[key]))]);
  return Object.fromEntries(medians) as ColdTimes;
}
