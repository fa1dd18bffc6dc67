/** Which learning rate: one short training in which it grows until the loss breaks away. */

import { datasetRule } from '../data/check_dataset.ts';
import type { Dataset } from '../data/dataset.ts';
import { describe } from '../errors/describe.ts';
import { OptionError } from '../errors/errors.ts';
import { count, optional, positive, unitInterval, withDefault } from '../errors/options.ts';
import { remedyFor } from '../errors/remedy.ts';
import { NonFiniteError } from '../errors/training.ts';
import { readTrainingOptions } from '../errors/training_options.ts';
import { formatTable, withText } from '../formats/text_table.ts';
import { float64 } from '../numerics/float64.ts';
import { pow } from '../numerics/functions/index.ts';
import type { Schedule } from '../schedules/schedule.ts';
import type { Callback } from '../train/callbacks/callback.ts';
import type { TrainingEvent } from '../train/events/events.ts';
import { abortSignal } from '../train/fit_request.ts';
import { Trainer } from '../train/trainer.ts';

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

export interface LearningRatePoint {
  /** Counted from 1. */
  readonly iteration: number;
  readonly learningRate: number;
  /** Of the next batch, after the update with this rate. */
  readonly loss: number;
  /** The average of the losses so far, free of the bias towards its start. */
  readonly smoothed: number;
}

export interface LearningRateCurve {
  /** In the order of the rates. */
  readonly points: readonly LearningRatePoint[];
  /** Whether the loss broke away before the last rate was tried. */
  readonly diverged: boolean;
  /** The rate with the lowest smoothed loss: already too high to train with for long. */
  readonly lowest: LearningRatePoint;
  /** In the middle of the ten rates over which the smoothed loss fell most; nothing with too few. */
  readonly steepest?: number;
  /** A tenth of the rate with the lowest smoothed loss. */
  readonly tenthOfLowest?: number;
  /** The lower one of the two; nothing if the loss never fell. */
  readonly suggestion?: number;
  /** A table of rates; print it. */
  toString(): string;
}

interface Resolved extends Required<Omit<LearningRateFinderOptions, 'signal'>> {
  readonly signal: AbortSignal | undefined;
}

/** The loss has broken away when it is above the lowest by this many times what there was to lose. */
const BREAKAWAY = 3;

/**
 * The range test of learning rates. A clone of the model is trained for `iterations` iterations, in
 * which the rate grows by the same factor from each to the next, `from · (to / from)^(i / (n - 1))`, and
 * the loss that follows each update is noted. While the rate is too low nothing happens; then the loss
 * falls; then it breaks away, and the test ends.
 *
 * Losses are those of single batches, so they are smoothed: `sᵢ = smoothing · sᵢ₋₁ + (1 - smoothing) ·
 * lossᵢ`, divided by `1 - smoothingⁱ`. The test ends when the smoothed loss exceeds its lowest value `m`
 * by more than `3 · max(|m|, first - m)`, or when it is not finite. Suggested is the lower one of two
 * rates: where the smoothed loss fell fastest, and a tenth of where it was lowest.
 *
 * The Trainer and its model stay as they are, to the bit; its schedule, if it has one, takes no part.
 * Everything else does: batch size, optimizer, clipping, seed. Groups of the optimizer keep their ratio.
 *
 * @param trainer the training that needs a learning rate
 * @throws OptionError for options that do not fit, and for an optimizer with learning rate 0, of which
 * nothing is a multiple
 * @see Smith, "Cyclical Learning Rates for Training Neural Networks", 2017. There the loss before the
 * update is noted, here the one after it.
 * @example
 * const { suggestion } = await learningRateFinder(trainer, { train });
 */
export async function learningRateFinder(
  trainer: Trainer,
  options: LearningRateFinderOptions,
): Promise<LearningRateCurve> {
  const { test, train, signal, note, curve } = rangeTest('learningRateFinder', trainer, options);
  const callback: Callback = (event, control) => {
    if (note(event)?.brokeAway) control.stop('the loss broke away');
  };
  signal?.throwIfAborted();
  let error: unknown;
  try {
    await test.fit({ train, callbacks: [callback], signal });
  } catch (thrown) {
    error = thrown;
  }
  signal?.throwIfAborted();
  return curve(error);
}

/**
 * The same test as a synchronous generator, as `trainer.run` is one: `next()` trains one iteration and gives
 * its point, so the curve can be drawn while it grows; what it returns in the end is the curve with the suggestion. A
 * signal is not looked at: leave the loop.
 * @throws as `learningRateFinder` does, at once
 * @example
 * for (const { learningRate, smoothed } of learningRateRangeTest(trainer, { train })) draw(learningRate, smoothed);
 */
export function learningRateRangeTest(
  trainer: Trainer,
  options: Omit<LearningRateFinderOptions, 'signal'>,
): Generator<LearningRatePoint, LearningRateCurve, void> {
  return points(rangeTest('learningRateRangeTest', trainer, options));
}

function* points({
  test,
  train,
  note,
  curve,
}: RangeTest): Generator<LearningRatePoint, LearningRateCurve, void> {
  try {
    for (const event of test.run({ train })) {
      const noted = note(event);
      if (noted === undefined) continue;
      yield noted.point;
      if (noted.brokeAway) break;
    }
  } catch (error) {
    return curve(error);
  }
  return curve();
}

interface RangeTest {
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

function rangeTest(where: string, trainer: Trainer, options: LearningRateFinderOptions): RangeTest {
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

function readCurve(points: readonly LearningRatePoint[], diverged: boolean): LearningRateCurve {
  const lowest = points.reduce((a, b) => (b.smoothed < a.smoothed ? b : a));
  const falling = points.slice(0, points.indexOf(lowest) + 1);
  const result: LearningRateCurve = {
    points,
    diverged,
    lowest,
    ...(falling.length > 1 && suggest(falling, lowest)),
  };
  return withText(result, () => formatCurve(result));
}

/** The fall of the smoothed loss is taken over so many rates, or differences would be mostly noise. */
const SPAN = 10;

/**
 * Rates differ by the same factor, so a difference of losses is a slope over the logarithm of the rate.
 * The first losses, of which few have been averaged, take no part.
 */
function suggest(falling: readonly LearningRatePoint[], lowest: LearningRatePoint) {
  const drops = falling
    .slice(SPAN)
    .map((before, i) => before.smoothed - (falling[i + 2 * SPAN]?.smoothed ?? before.smoothed));
  const largest = drops.indexOf(drops.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY));
  const tenthOfLowest = lowest.learningRate / 10;
  if (!(drops[largest] > 0)) return { tenthOfLowest, suggestion: tenthOfLowest };
  const steepest = falling[largest + SPAN + SPAN / 2].learningRate;
  return { steepest, tenthOfLowest, suggestion: Math.min(steepest, tenthOfLowest) };
}

/** How many lines a table has at most. */
const LINES = 16;

function formatCurve({ points, diverged, steepest, suggestion, lowest }: LearningRateCurve) {
  const every = Math.ceil(points.length / LINES);
  const rows = points
    .filter((_, index) => (points.length - 1 - index) % every === 0)
    .map(({ iteration, learningRate, smoothed }) => [
      `${iteration}`,
      learningRate.toExponential(2),
      smoothed.toPrecision(4),
    ]);
  const rate = (value: number) => value.toExponential(1);
  const fell = steepest === undefined ? '' : `fell fastest at ${rate(steepest)}, `;
  const verdict =
    suggestion === undefined
      ? 'no suggestion: the loss never fell; look at the data, or begin with a lower rate'
      : `suggestion: ${rate(suggestion)} (${fell}lowest at ${rate(lowest.learningRate)})`;
  const end = diverged ? 'the loss broke away' : 'the last rate was reached';
  return [
    formatTable([['iteration', 'learning rate', 'smoothed loss'], ...rows]),
    '',
    `${end}; ${verdict}`,
  ].join('\n');
}
