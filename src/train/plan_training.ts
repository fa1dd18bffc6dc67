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
import type { Figures, RateScale, TrainingPlan } from './plan.ts';
import { formatPlan } from './plan_text.ts';

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
    expected: 'iterations, and no schedule by epochs',
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
