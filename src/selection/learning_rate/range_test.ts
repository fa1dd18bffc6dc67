/** A training of a clone in which the learning rate grows, and what each of its iterations says. */
import { datasetRule } from '../../data/check_dataset.ts';
import type { Dataset } from '../../data/dataset.ts';
import { describe } from '../../errors/describe.ts';
import { OptionError } from '../../errors/errors.ts';
import { count, optional, positive, unitInterval, withDefault } from '../../errors/options.ts';
import { remedyFor } from '../../errors/remedy.ts';
import { NonFiniteError } from '../../errors/training.ts';
import { readTrainingOptions } from '../../errors/training_options.ts';
import { float64 } from '../../numerics/float64.ts';
import { pow } from '../../numerics/functions/index.ts';
import type { Schedule } from '../../schedules/schedule.ts';
import type { TrainingEvent } from '../../train/events/events.ts';
import { abortSignal } from '../../train/fit_request.ts';
import { Trainer } from '../../train/trainer.ts';
import { type LearningRateCurve, type LearningRatePoint, readCurve } from './curve.ts';

export interface LearningRateFinderOptions {
  readonly train: Dataset;
  /** The first learning rate; default 1e-6. */
  readonly from?: number | undefined;
  /** The last one, if it gets there; default 10. */
  readonly to?: number | undefined;
  /** How many rates are tried, one in each iteration; default 100. */
  readonly iterations?: number | undefined;
  /** How much of the average loss stays when the next one comes; default 0.9. */
  readonly smoothing?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

interface Resolved extends Required<Omit<LearningRateFinderOptions, 'signal'>> {
  readonly signal: AbortSignal | undefined;
}

/** The loss has broken away when it is above the lowest by this many times what there was to lose. */
const BREAKAWAY = 3;

export interface RangeTest {
  /** A training of a clone, in which the rate grows. */
  readonly test: Trainer;
  readonly train: Dataset;
  readonly signal: AbortSignal | undefined;
  /** What an event of it says about a rate, if it does. */
  note(
    event: TrainingEvent,
  ): { readonly point: LearningRatePoint; readonly brokeAway: boolean } | undefined;
  /** @throws the error of the training, unless that is what ended the test */
  curve(error?: unknown): LearningRateCurve;
}

export function rangeTest(
  where: string,
  trainer: Trainer,
  options: LearningRateFinderOptions,
): RangeTest {
  const read = readTrainingOptions<Resolved>(where, options, {
    train: datasetRule,
    from: withDefault(positive, 1e-6),
    to: withDefault(positive, 10),
    iterations: withDefault({ ...count, accepts: atLeastTen, expected: TEN }, 100),
    smoothing: withDefault(unitInterval, 0.9),
    signal: optional(abortSignal),
  });
  const { train, from, to, iterations, smoothing, signal } = read;
  checkRates(where, trainer, from, to);
  const rates = Array.from(
    { length: iterations },
    (_, i) => from * pow(float64, to / from, i / (iterations - 1)),
  );
  const base = trainer.options.optimizer.learningRate;
  const growing: Schedule = {
    name: where,
    unit: 'iteration',
    // The last update is not looked at any more: its loss would come one batch later.
    factor: (count) => rates[Math.min(count, iterations - 1)] / base,
  };
  const test = new Trainer({
    ...trainer.options,
    model: trainer.model.clone(),
    metrics: {},
    epochs: undefined,
    iterations: iterations + 1,
    schedule: growing,
    evaluateTraining: false,
    recordIterations: false,
  });
  const noted: LearningRatePoint[] = [];
  const follow = followLoss(smoothing);
  let diverged = false;
  return {
    ...{ test, train, signal },
    note(event) {
      if (event.type !== 'iterationEnd' || event.iteration === 1) return undefined;
      const iteration = event.iteration - 1;
      const { smoothed, brokeAway } = follow(event.loss);
      const learningRate = rates[iteration - 1];
      const point = { iteration, learningRate, loss: event.loss, smoothed };
      noted.push(point);
      diverged = brokeAway;
      return { point, brokeAway };
    },
    curve(error) {
      if (error === undefined) return readCurve(noted, diverged);
      if (!(error instanceof NonFiniteError) || noted.length === 0) throw error;
      return readCurve(noted, true);
    },
  };
}

const TEN = 'a whole number, 10 or more';

const atLeastTen = (value: unknown) => count.accepts(value) && (value as number) >= 10;

function checkRates(where: string, trainer: Trainer, from: number, to: number): void {
  if (from >= to) {
    throw new OptionError({
      where: `${where}.to`,
      expected: `a learning rate above the first one, ${from}`,
      received: describe(to),
      remedy: 'Raise to, or lower from.',
    });
  }
  if (!(trainer instanceof Trainer) || trainer.options.optimizer.learningRate === 0) {
    throw new OptionError({
      where: `${where}.trainer`,
      expected: 'a Trainer whose optimizer has a learning rate above 0',
      received: trainer instanceof Trainer ? 'learning rate 0' : describe(trainer),
      remedy: remedyFor(
        trainer,
        'Pass new Trainer({ ... }) with for example optimizer: sgd({ learningRate: 0.1 }).',
      ),
    });
  }
}

/** Smooths losses as they come, and tells when they have broken away. */
function followLoss(smoothing: number) {
  let sum = 0;
  let weight = 0;
  let first: number | undefined;
  let lowest = Number.POSITIVE_INFINITY;
  return (loss: number) => {
    sum = smoothing * sum + (1 - smoothing) * loss;
    weight = smoothing * weight + (1 - smoothing);
    const smoothed = sum / weight;
    first ??= smoothed;
    lowest = Math.min(lowest, smoothed);
    const toLose = Math.max(Math.abs(lowest), first - lowest);
    return { smoothed, brokeAway: smoothed > lowest + BREAKAWAY * toLose };
  };
}
