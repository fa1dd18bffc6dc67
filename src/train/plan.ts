/**
 * The arithmetic of epochs: everything about a training that is known before it starts.
 *
 * An epoch uses every sample exactly once (with `dropLast`, all but the remainder), in
 * `ceil(samples / batchSize)` iterations (with `dropLast`, `floor`). The last batch may be smaller, so
 * iterations times batch size is not in general the number of samples.
 */

import type { Sampling } from '../data/sampling/sampling.ts';
import { describe } from '../errors/describe.ts';
import { OptionError } from '../errors/errors.ts';
import { nonNegative } from '../errors/options.ts';
import type { Schedule } from '../schedules/schedule.ts';
import type { Every } from './options.ts';

export interface PlanRequest {
  /** NaN where nobody knows. */
  readonly samples: number;
  readonly batchSize: number;
  readonly dropLast: boolean;
  readonly epochs: number | undefined;
  readonly iterations: number | undefined;
  readonly validateEvery: Every;
  /** Whether there is a validation set. */
  readonly validation: boolean;
  readonly learningRate: number;
  readonly schedule: Schedule | undefined;
  readonly sampling: Sampling | undefined;
}

/** One line of the ledger: an iteration before it happens. */
export interface LedgerEntry {
  /** Counted from 1. */
  readonly epoch: number;
  /** Counted from 1, over the whole training. */
  readonly iteration: number;
  /** The samples in this batch. */
  readonly batchSize: number;
  /** Of the optimizer, scaled by the schedule. */
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
  /** What draws the samples, if an epoch is not every sample once. */
  readonly sampling?: string;
  /** What the schedule multiplies all learning rates by in an iteration, counted from 1. */
  factorAt(iteration: number): number;
  /** The learning rate of an iteration, counted from 1: that of the optimizer, scaled. */
  learningRateAt(iteration: number): number;
  /** Every iteration to come, in order. */
  ledger(): Generator<LedgerEntry>;
  toString(): string;
}

/** @throws OptionError when there is not a single batch */
export function makePlan(request: PlanRequest): TrainingPlan {
  const { samples, batchSize, dropLast, schedule, learningRate } = request;
  if (Number.isNaN(samples)) checkWithoutLength(request);
  const whole = Math.floor(samples / batchSize);
  const remainder = samples - whole * batchSize;
  const iterationsPerEpoch = remainder > 0 && !dropLast ? whole + 1 : whole;
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
    });
  }
  const lastBatchSize = remainder === 0 || dropLast ? batchSize : remainder;
  const samplesPerEpoch = (iterationsPerEpoch - 1) * batchSize + lastBatchSize;
  const byEpochs = (request.epochs ?? Number.POSITIVE_INFINITY) * iterationsPerEpoch;
  const iterations = Math.min(
    Number.isNaN(byEpochs) ? Number.POSITIVE_INFINITY : byEpochs,
    request.iterations ?? Number.POSITIVE_INFINITY,
  );
  const epochs = Math.floor(iterations / iterationsPerEpoch);
  const partial = iterations - epochs * iterationsPerEpoch;
  const plannedEpochs = epochs + (partial > 0 ? 1 : 0);

  function factorAt(iteration: number): number {
    if (schedule === undefined) return 1;
    const count = iteration - 1;
    const factor =
      schedule.unit === 'iteration'
        ? schedule.factor(count, iterations)
        : schedule.factor(Math.floor(count / iterationsPerEpoch), plannedEpochs);
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

  const learningRateAt = (iteration: number) => learningRate * factorAt(iteration);

  const plan: TrainingPlan = {
    samples,
    batchSize,
    iterationsPerEpoch,
    lastBatchSize,
    epochs,
    iterations,
    iterationsInPartialEpoch: partial,
    samplesSeen: epochs * samplesPerEpoch + partial * batchSize,
    validations: request.validation
      ? countValidations(request.validateEvery, epochs, iterations)
      : 0,
    ...(request.sampling && { sampling: request.sampling.name }),
    factorAt,
    learningRateAt,
    *ledger() {
      for (let iteration = 1; iteration <= iterations; iteration++) {
        // Without a known length both are NaN: nobody can say to which epoch it will belong.
        const epoch = Math.ceil(iteration / iterationsPerEpoch);
        const isLast = iteration === epoch * iterationsPerEpoch;
        yield {
          epoch,
          iteration,
          batchSize: isLast ? lastBatchSize : batchSize,
          learningRate: learningRateAt(iteration),
        };
      }
    },
    toString: () => formatPlan(plan),
  };
  return plan;
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

function formatPlan(plan: TrainingPlan): string {
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
