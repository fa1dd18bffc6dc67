/** A training run before it starts: what is known of it, in numbers. */

/** What callbacks multiply the learning rate by, after so many iterations. */
export interface RateScale {
  readonly iteration: number;
  readonly scale: number;
}

/** One line of the ledger: an iteration before it happens. */
export interface LedgerEntry {
  /** Counted from 1. */
  readonly epoch: number;
  /** Counted from 1, over the whole training run. */
  readonly iteration: number;
  /** The samples in this batch. */
  readonly batchSize: number;
  /** Of the optimizer, scaled as `learningRateAt` says. */
  readonly learningRate: number;
}

/**
 * Of a stream whose length nobody knows, the numbers that follow from it are NaN: samples,
 * iterationsPerEpoch, lastBatchSize, epochs, samplesSeen, iterationsInPartialEpoch, and the validations
 * that are counted in epochs.
 */
export interface TrainingPlan {
  readonly samples: number;
  readonly batchSize: number;
  /** From here on: a training run may have begun with batches of another size. */
  readonly iterationsPerEpoch: number;
  /** The size of the last batch of an epoch. */
  readonly lastBatchSize: number;
  /** Complete epochs. */
  readonly epochs: number;
  /** Updates in total. */
  readonly iterations: number;
  /** Iterations after the last complete epoch, when `iterations` ends within one. */
  readonly iterationsInPartialEpoch: number;
  /** Samples used in total, counted each time. */
  readonly samplesSeen: number;
  /** How often the validation set is evaluated. */
  readonly validations: number;
  /** In how many micro-batches a whole batch is processed, if gradients are accumulated. */
  readonly microBatches?: number;
  /** What draws the samples, if an epoch is not every sample once. */
  readonly sampling?: string;
  /** What the schedule multiplies all learning rates by in an iteration, counted from 1. */
  factorAt(iteration: number): number;
  /**
   * The learning rate of an iteration, counted from 1: that of the optimizer, scaled by the schedule and
   * by what callbacks had asked for when the plan was made.
   */
  learningRateAt(iteration: number): number;
  /** How many epochs of iterations lie between two numbers of iterations, parts included. */
  epochsBetween(from: number, to: number): number;
  /** Every iteration of the training, in order. */
  ledger(): Generator<LedgerEntry>;
  /** Its numbers; those that nobody knows are the text `"NaN"`. */
  toJSON(): unknown;
  toString(): string;
}

export type Figures = Omit<TrainingPlan, 'toJSON' | 'toString'>;
