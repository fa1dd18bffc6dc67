/** What a training run leaves behind: numbers by epoch, by validation and, on request, by iteration. */
import { foreignToHistories, withForeign } from '../../errors/foreign_members.ts';
import type { Rule } from '../../errors/options.ts';
import { formatTable, withText } from '../../formats/text_table.ts';

/** Numbers by name: the metrics of a validation. */
export type MetricValues = Readonly<Record<string, number>>;

export interface ValidationRecord {
  readonly epoch: number;
  readonly iteration: number;
  /** The mean loss over the validation set. */
  readonly loss: number;
  readonly metrics: MetricValues;
  /** The mean loss over the training set with the same weights; only with `evaluateTraining`. */
  readonly trainingLoss?: number;
}

export interface EpochRecord {
  /** Counted from 1. */
  readonly epoch: number;
  /** Iterations completed at its end, over the whole training run. */
  readonly iteration: number;
  /** Samples used so far. */
  readonly samplesSeen: number;
  /** The mean over the samples of the epoch, each measured when its batch came, while weights changed. */
  readonly loss: number;
  /** The last validation within the epoch. */
  readonly validation?: ValidationRecord;
  /** Of the last iteration. */
  readonly learningRate: number;
  /** The mean over the iterations of the norm of all gradients together. */
  readonly gradientNorm: number;
  /** Seconds from the start of the epoch, or of the run that continued with it, validation included. */
  readonly seconds: number;
}

export interface IterationRecord {
  readonly epoch: number;
  readonly iteration: number;
  readonly batchSize: number;
  readonly loss: number;
  readonly learningRate: number;
  readonly gradientNorm: number;
}

/** The plain data of a history. */
export interface HistoryData {
  readonly epochs: readonly EpochRecord[];
  readonly validations: readonly ValidationRecord[];
  readonly iterations: readonly IterationRecord[];
}

export interface History extends HistoryData {
  /** Plain data, for `JSON.stringify`. */
  toJSON(): HistoryData;
  /** A table of its epochs, or of the first and the last ones. */
  toString(): string;
}

/** A history over lists that a Trainer still appends to. */
export function makeHistory(data: HistoryData): History {
  const history = {
    ...data,
    toJSON: () => ({
      epochs: [...data.epochs],
      validations: [...data.validations],
      iterations: [...data.iterations],
    }),
  };
  Object.setPrototypeOf(history, withForeign({}, foreignToHistories, true));
  return withText(history, () => describeHistory(data));
}

/** So many epochs at each end. */
const ENDS = 5;

function describeHistory({ epochs, validations }: HistoryData): string {
  if (epochs.length === 0) return 'no epoch completed yet';
  const metrics = [...new Set(validations.flatMap(({ metrics }) => Object.keys(metrics)))];
  const rows = epochs.map(({ epoch, iteration, loss, validation }) => [
    `${epoch}`,
    `${iteration}`,
    digits(loss),
    ...(validations.length === 0 ? [] : [digits(validation?.loss)]),
    ...metrics.map((name) => digits(validation?.metrics[name])),
  ]);
  const judged = validations.length === 0 ? [] : ['validation loss'];
  const head = ['epoch', 'iteration', 'loss', ...judged, ...metrics];
  const left = rows.length - 2 * ENDS;
  if (left > 1)
    rows.splice(
      ENDS,
      left,
      head.map(() => '…'),
    );
  return formatTable([head, ...rows], { left: [] });
}

const digits = (value: number | undefined) => value?.toPrecision(4) ?? '';

/** What takes a history. */
export const historyRule: Rule<never> = {
  expected: 'a history',
  example: 'trainer.history',
  accepts(value) {
    const { epochs, validations, iterations } = (value ?? {}) as Partial<HistoryData>;
    return [epochs, validations, iterations].every(Array.isArray);
  },
};
