/**
 * The arithmetic of epochs: everything about a training run that is known before it starts.
 *
 * An epoch uses every sample exactly once (with `dropLast`, all but the remainder), in
 * `ceil(samples / batchSize)` iterations (with `dropLast`, `floor`). The last batch may be smaller, so
 * iterations times batch size is not in general the number of samples.
 */

import type { Sampling } from '../data/sampling/sampling.ts';
import { describe } from '../errors/describe.ts';
import { OptionError } from '../errors/errors.ts';
import { forJson } from '../errors/for_json.ts';
import { nonNegative } from '../errors/options.ts';
import { withText } from '../formats/text_table.ts';
import type { Schedule } from '../schedules/schedule.ts';
import { endOf, epochsBetween, placeOf, type Ruler, type Stretch } from './history/stretches.ts';
import type { Every } from './interval.ts';

/** What callbacks multiply the learning rate by, after so many iterations. */
export interface RateScale {
  readonly iteration: number;
  readonly scale: number;
}

export interface PlanRequest {
  /** NaN where nobody knows. */
  readonly samples: number;
  /** How batches have been cut so far, and are from here on. */
  readonly stretches: readonly Stretch[];
  readonly rateScales: readonly RateScale[];
  readonly epochs: number | undefined;
  readonly iterations: number | undefined;
  readonly validateEvery: Every;
  /** Whether there is a validation set. */
  readonly validation: boolean;
  /** Parts of a batch, as gradient accumulation asks for them. */
  readonly accumulate: number;
  readonly learningRate: number;
  readonly schedule: Schedule | undefined;
  readonly sampling: Sampling | undefined;
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

/** @throws OptionError when there is not a single batch */
export function planTraining(request: PlanRequest): TrainingPlan {
  const { samples, schedule, learningRate, rateScales } = request;
  if (Number.isNaN(samples)) checkWithoutLength(request);
  const cuts = request.stretches.map((stretch) => cut(samples, stretch));
  const present = cuts[cuts.length - 1];
  const { batchSize, iterationsPerEpoch, lastBatchSize } = present;
  if (iterationsPerEpoch === 0) {
    throw new OptionError({
      where: 'plan',
      problem: 'not a single batch',
      expected: samples === 0 ? 'samples' : `a batchSize of at most ${samples} with dropLast`,
      received: `${samples} samples in batches of ${describe(batchSize)}`,
      remedy:
        samples === 0
          ? 'Give data with at least one sample.'
          : 'Lower batchSize, or leave dropLast out.',
      advice: [{ kind: 'smallerBatch', samples }],
    });
  }
  const byEpochs = endOf(cuts, request.epochs ?? Number.POSITIVE_INFINITY);
  const iterations = Math.min(
    Number.isNaN(byEpochs) ? Number.POSITIVE_INFINITY : byEpochs,
    request.iterations ?? Number.POSITIVE_INFINITY,
  );
  const { ruler, epoch: epochs, within: partial } = placeOf(cuts, iterations);
  const plannedEpochs = epochs + (partial > 0 ? 1 : 0);

  function factorAt(iteration: number): number {
    if (schedule === undefined) return 1;
    const count = iteration - 1;
    const factor =
      schedule.unit === 'iteration'
        ? schedule.factor(count, iterations)
        : schedule.factor(placeOf(cuts, count).epoch, plannedEpochs);
    if (!nonNegative.accepts(factor)) {
      throw new OptionError({
        where: `Trainer.schedule (${schedule.name})`,
        expected: `${nonNegative.expected}, as the factor of a learning rate`,
        received: `${describe(factor)} for iteration ${iteration}`,
        remedy: 'Let factor return such a number.',
      });
    }
    return factor;
  }

  function learningRateAt(iteration: number): number {
    const { scale } = rateScales.findLast((one) => one.iteration < iteration) ?? { scale: 1 };
    return learningRate * (factorAt(iteration) * scale);
  }

  const microBatches = Math.ceil(batchSize / Math.ceil(batchSize / request.accumulate));
  const plan: Figures = {
    samples,
    batchSize,
    iterationsPerEpoch,
    lastBatchSize,
    epochs,
    iterations,
    iterationsInPartialEpoch: partial,
    samplesSeen:
      ruler.samplesSeen +
      (epochs - ruler.epoch) * ruler.samplesPerEpoch +
      partial * ruler.batchSize,
    validations: request.validation
      ? countValidations(request.validateEvery, epochs, iterations)
      : 0,
    ...(microBatches > 1 && { microBatches }),
    ...(request.sampling && { sampling: request.sampling.name }),
    factorAt,
    learningRateAt,
    epochsBetween: (from, to) => epochsBetween(cuts, from, to),
    *ledger() {
      for (let iteration = 1; iteration <= iterations; iteration++) {
        // Without a known length both are NaN: nobody can say to which epoch it will belong.
        const { ruler: own, epoch, within } = placeOf(cuts, iteration - 1);
        const isLast = within === own.iterationsPerEpoch - 1;
        yield {
          epoch: epoch + 1,
          iteration,
          batchSize: isLast ? own.lastBatchSize : own.batchSize,
          learningRate: learningRateAt(iteration),
        };
      }
    },
  };
  const exact = Object.defineProperty(plan, 'toJSON', { value: () => forJson({ ...plan }) });
  return withText(exact as TrainingPlan, () => formatPlan(plan));
}

interface Cut extends Stretch, Ruler {
  readonly lastBatchSize: number;
  readonly samplesPerEpoch: number;
}

/** How the epochs of a stretch are cut into batches. */
function cut(samples: number, stretch: Stretch): Cut {
  const { batchSize, dropLast } = stretch;
  const whole = Math.floor(samples / batchSize);
  const remainder = samples - whole * batchSize;
  const iterationsPerEpoch = remainder > 0 && !dropLast ? whole + 1 : whole;
  const lastBatchSize = remainder === 0 || dropLast ? batchSize : remainder;
  const samplesPerEpoch = (iterationsPerEpoch - 1) * batchSize + lastBatchSize;
  return { ...stretch, iterationsPerEpoch, lastBatchSize, samplesPerEpoch };
}

/** @throws OptionError for what cannot be planned without knowing how long an epoch is */
function checkWithoutLength({ iterations, schedule }: PlanRequest): void {
  if (iterations !== undefined && schedule?.unit !== 'epoch') return;
  throw new OptionError({
    where: 'plan',
    problem: 'nobody knows how many samples the stream has',
    expected: 'iterations, to know when to end, and a schedule that counts iterations, if any',
    received:
      iterations === undefined ? 'no iterations' : `the schedule ${schedule?.name}, by epochs`,
    remedy: 'Pass new Trainer({ iterations }), or say how many there are: stream({ samples }).',
  });
}

function countValidations(every: Every, epochs: number, iterations: number): number {
  return 'epochs' in every
    ? Math.floor(epochs / every.epochs)
    : Math.floor(iterations / every.iterations);
}

type Figures = Omit<TrainingPlan, 'toJSON' | 'toString'>;

function formatPlan(plan: Figures): string {
  const n = (value: number) => value.toLocaleString('en-US');
  if (Number.isNaN(plan.samples)) {
    return [
      `an unknown number of samples in batches of ${n(plan.batchSize)}`,
      'one epoch:  until the stream ends',
      `in total:   ${n(plan.iterations)} iterations`,
    ].join('\n');
  }
  const last =
    plan.lastBatchSize === plan.batchSize ? '' : `, the last of ${n(plan.lastBatchSize)} samples`;
  const partial =
    plan.iterationsInPartialEpoch === 0
      ? ''
      : ` and ${n(plan.iterationsInPartialEpoch)} iterations of one more`;
  const drawn =
    plan.sampling === undefined
      ? []
      : [`an epoch is as many samples, drawn by ${plan.sampling}: not every sample once`];
  return [
    `${n(plan.samples)} samples in batches of ${n(plan.batchSize)}`,
    `one epoch:  ${n(plan.iterationsPerEpoch)} iterations${last}`,
    `in total:   ${n(plan.epochs)} epochs${partial} = ${n(plan.iterations)} iterations, ${n(plan.samplesSeen)} samples seen`,
    `validation: ${n(plan.validations)} times`,
    ...drawn,
  ].join('\n');
}
