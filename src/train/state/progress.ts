/**
 * Where a training run is: its counters, what the epoch under way has summed up so far, and the records.
 * Together with weights and optimizer state this is all that a training run continues from, because batches,
 * dropout and learning rates are functions of the seed and of these counters.
 */
import type { EpochEndEvent, IterationEndEvent, ValidationEvent } from '../events/events.ts';
import { exact } from '../events/exact_events.ts';
import type { EpochRecord, IterationRecord, ValidationRecord } from '../history/history.ts';
import { firstStretch, type Stretch } from '../history/stretches.ts';
import type { RateScale } from '../plan.ts';

/** What an epoch sums up over its iterations. */
export interface EpochTotals {
  readonly lossSum: number;
  readonly samples: number;
  readonly gradientNormSum: number;
  readonly iterations: number;
  /** Of the last iteration. */
  readonly learningRate: number;
}

/** What has happened, and is told once even if a run is left before. */
export type Untold = IterationEndEvent | ValidationEvent | EpochEndEvent;

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
  /** Whether the last iteration may have ended an epoch, and nobody has looked yet. */
  readonly endDue: boolean;
  /** Events that are still to be told, in order. */
  readonly untold: readonly Untold[];
  /** What callbacks multiplied the learning rate by, and after which iteration. */
  readonly rateScales: readonly RateScale[];
  /** How batches were cut, from the beginning on; the last one is under way. */
  readonly stretches: readonly Stretch[];
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
  endDue = false;
  readonly untold: Untold[] = [];
  readonly rateScales: RateScale[] = [];
  readonly stretches: Stretch[];
  readonly epochs: EpochRecord[] = [];
  readonly validations: ValidationRecord[] = [];
  readonly iterations: IterationRecord[] = [];
  #totals = emptyTotals();

  constructor(cut: Pick<Stretch, 'batchSize' | 'dropLast'>) {
    this.stretches = [firstStretch(cut)];
  }

  get moment(): Pick<ProgressData, 'epoch' | 'iteration'> {
    const { epoch, iteration } = this;
    return { epoch, iteration };
  }

  /** What the learning rate of the next iteration is multiplied by, on top of any schedule. */
  get learningRateScale(): number {
    return this.rateScales.at(-1)?.scale ?? 1;
  }

  scaleLearningRate(factor: number): void {
    const { iteration } = this;
    const scale = this.learningRateScale * factor;
    if (this.rateScales.at(-1)?.iteration === iteration) this.rateScales.pop();
    this.rateScales.push({ iteration, scale });
  }

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
    this.endDue = true;
    if (keep) this.iterations.push(record);
    const totals = this.#totals;
    totals.lossSum += loss * batchSize;
    totals.samples += batchSize;
    totals.gradientNormSum += gradientNorm;
    totals.iterations++;
    totals.learningRate = learningRate;
    this.untold.push({ type: 'iterationEnd', ...record, samplesSeen: this.samplesSeen });
  }

  /** A validation has been measured. */
  addValidation(record: ValidationRecord): void {
    this.validations.push(record);
    this.untold.push(exact({ type: 'validation', ...record }));
  }

  /** The epoch under way is complete. */
  endEpoch(seconds: number): void {
    const { lossSum, samples, gradientNormSum, iterations, learningRate } = this.#totals;
    const epoch = this.epoch + 1;
    const validation = this.validations.at(-1);
    const record: EpochRecord = {
      epoch,
      iteration: this.iteration,
      samplesSeen: this.samplesSeen,
      loss: lossSum / samples,
      ...(validation?.epoch === epoch && { validation }),
      learningRate,
      gradientNorm: gradientNormSum / iterations,
      seconds,
    };
    this.epochs.push(record);
    this.epoch = epoch;
    this.iterationInEpoch = 0;
    this.endDue = false;
    this.untold.push(exact({ type: 'epochEnd', ...record }));
  }

  toJSON(): ProgressData {
    const { epoch, iteration, iterationInEpoch, samplesSeen, samples, validationDue, endDue } =
      this;
    const { untold, rateScales, stretches, epochs, validations, iterations } = this;
    return {
      ...{ epoch, iteration, iterationInEpoch, samplesSeen, samples, validationDue, endDue },
      untold: [...untold],
      rateScales: [...rateScales],
      stretches: [...stretches],
      totals: { ...this.#totals },
      epochs: [...epochs],
      validations: [...validations],
      iterations: [...iterations],
    };
  }

  /**
   * Takes the place of another. The lists of records stay the same lists.
   * @param cut how batches are cut from here on
   */
  restore(data: ProgressData, { batchSize, dropLast }: Pick<Stretch, 'batchSize' | 'dropLast'>) {
    const { totals, untold, rateScales, stretches, epochs, validations, iterations, ...counters } =
      data;
    Object.assign(this, counters);
    this.#totals = { ...totals };
    refill(
      this.untold,
      untold.map((event) => (event.type === 'iterationEnd' ? event : exact({ ...event }))),
    );
    refill(this.rateScales, rateScales);
    refill(this.stretches, stretches);
    refill(this.epochs, epochs);
    refill(this.validations, validations);
    refill(this.iterations, iterations);
    const last = this.stretches[this.stretches.length - 1];
    if (last.batchSize === batchSize && last.dropLast === dropLast) return;
    const { epoch, iteration, samplesSeen } = this;
    if (last.iteration === iteration) this.stretches.pop();
    this.stretches.push({ epoch, iteration, samplesSeen, batchSize, dropLast });
  }
}

/** One by one: there may be more than a function takes as arguments. */
function refill<T>(list: T[], items: readonly T[]): void {
  list.length = 0;
  for (const item of items) list.push(item);
}
