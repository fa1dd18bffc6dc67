/**
 * Where a training is: its counters, what the epoch under way has summed up so far, and the records.
 * Together with weights and optimizer state this is all that a training goes on from, because batches,
 * dropout and learning rates are functions of the seed and of these counters.
 */
import type { EpochRecord, IterationRecord, ValidationRecord } from './history.ts';

/** What an epoch sums up over its iterations. */
export interface EpochTotals {
  readonly lossSum: number;
  readonly samples: number;
  readonly gradientNormSum: number;
  readonly iterations: number;
  /** Of the last iteration. */
  readonly learningRate: number;
}

/** Progress as plain data. */
export interface ProgressData {
  /** Complete epochs. */
  readonly epoch: number;
  /** Updates. */
  readonly iteration: number;
  /** Updates of the epoch under way: its position in the shuffled order, in batches. */
  readonly iterationInEpoch: number;
  readonly samplesSeen: number;
  /** The samples of the training set; null before the training began, or where nobody knows. */
  readonly samples: number | null;
  /** Whether a validation has to come before the next iteration. */
  readonly validationDue: boolean;
  /** What callbacks multiplied the learning rate by. */
  readonly learningRateScale: number;
  readonly totals: EpochTotals;
  readonly epochs: readonly EpochRecord[];
  readonly validations: readonly ValidationRecord[];
  readonly iterations: readonly IterationRecord[];
}

type Changing<T> = { -readonly [K in keyof T]: T[K] };

const emptyTotals = (): Changing<EpochTotals> => ({
  lossSum: 0,
  samples: 0,
  gradientNormSum: 0,
  iterations: 0,
  learningRate: 0,
});

export class Progress {
  epoch = 0;
  iteration = 0;
  iterationInEpoch = 0;
  samplesSeen = 0;
  samples: number | null = null;
  validationDue = false;
  learningRateScale = 1;
  readonly epochs: EpochRecord[] = [];
  readonly validations: ValidationRecord[] = [];
  readonly iterations: IterationRecord[] = [];
  #totals = emptyTotals();

  /** Another epoch begins. */
  beginEpoch(): void {
    this.#totals = emptyTotals();
  }

  /** An iteration has updated the parameters: from here on it counts. */
  count(record: IterationRecord, keep: boolean): void {
    const { iteration, loss, batchSize, gradientNorm, learningRate } = record;
    this.iteration = iteration;
    this.iterationInEpoch++;
    this.samplesSeen += batchSize;
    if (keep) this.iterations.push(record);
    const totals = this.#totals;
    totals.lossSum += loss * batchSize;
    totals.samples += batchSize;
    totals.gradientNormSum += gradientNorm;
    totals.iterations++;
    totals.learningRate = learningRate;
  }

  /** The epoch under way is complete. */
  endEpoch(seconds: number): EpochRecord {
    const { lossSum, samples, gradientNormSum, iterations, learningRate } = this.#totals;
    const epoch = this.epoch + 1;
    const validation = this.validations.findLast((record) => record.epoch === epoch);
    const record: EpochRecord = {
      epoch,
      iteration: this.iteration,
      samplesSeen: this.samplesSeen,
      loss: lossSum / samples,
      ...(validation !== undefined && { validation }),
      learningRate,
      gradientNorm: gradientNormSum / iterations,
      seconds,
    };
    this.epochs.push(record);
    this.epoch = epoch;
    this.iterationInEpoch = 0;
    return record;
  }

  toJSON(): ProgressData {
    const { epoch, iteration, iterationInEpoch, samplesSeen, samples } = this;
    const { validationDue, learningRateScale, epochs, validations, iterations } = this;
    return {
      epoch,
      iteration,
      iterationInEpoch,
      samplesSeen,
      samples,
      validationDue,
      learningRateScale,
      totals: { ...this.#totals },
      epochs: [...epochs],
      validations: [...validations],
      iterations: [...iterations],
    };
  }

  /** Takes the place of another. The lists of records stay the same lists. */
  restore(data: ProgressData): void {
    const { totals, epochs, validations, iterations, ...counters } = data;
    Object.assign(this, counters);
    this.#totals = { ...totals };
    this.epochs.splice(0, Number.POSITIVE_INFINITY, ...epochs);
    this.validations.splice(0, Number.POSITIVE_INFINITY, ...validations);
    this.iterations.splice(0, Number.POSITIVE_INFINITY, ...iterations);
  }
}
