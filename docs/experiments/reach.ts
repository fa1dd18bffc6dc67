/** How the accuracy on a validation set continues during a training run, and when it is first high enough. */
import { accuracy, type Dataset, type Trainer, type TrainingEvent } from '../../src/index.ts';
import type { InParts } from './runs/finish.ts';
import { median } from './table.ts';

export interface Measurement {
  /** The epoch in which it was taken, counted from 1. */
  readonly epoch: number;
  readonly iteration: number;
  readonly accuracy: number;
}

export interface FollowOptions {
  readonly train: Dataset;
  readonly validation: Dataset;
  /** How many iterations lie between two measurements; default an epoch. */
  readonly every?: number;
  /** The accuracy that ends the training. */
  readonly until: number;
  /** Told every event. */
  readonly listen?: ((event: TrainingEvent) => void) | undefined;
}

/** Trains, and measures the accuracy again and again. */
export function* follow(trainer: Trainer, options: FollowOptions): InParts<Measurement[]> {
  const { train, until, listen } = options;
  const every = options.every ?? trainer.plan(train).iterationsPerEpoch;
  const measured: Measurement[] = [];
  for (const event of trainer.run({ train })) {
    listen?.(event);
    if (event.type !== 'iterationEnd') continue;
    yield;
    if (event.iteration % every !== 0) continue;
    measured.push(measure(event, trainer, options.validation));
    if (measured[measured.length - 1].accuracy >= until) break;
  }
  return measured;
}

/** At an event, whose epoch is the one that it belongs to. */
function measure(
  { epoch, iteration }: Pick<Measurement, 'epoch' | 'iteration'>,
  { model }: Trainer,
  { inputs, targets }: Dataset,
): Measurement {
  return { epoch, iteration, accuracy: accuracy(model.predict(inputs), targets) };
}

/** The median, over training runs, of the epoch or iteration that first reached a target. */
export function reached(
  runs: readonly (readonly Measurement[])[],
  target: number,
  unit: 'epoch' | 'iteration',
): number | 'never' {
  const counts = runs.map((measured) => {
    const first = measured.find((one) => one.accuracy >= target);
    return first?.[unit] ?? Number.POSITIVE_INFINITY;
  });
  const middle = median(counts);
  return Number.isFinite(middle) ? middle : 'never';
}

/** The median, over training runs, of the accuracy at the end. */
export function atTheEnd(runs: readonly (readonly Measurement[])[]): number {
  return median(runs.map((measured) => measured.at(-1)?.accuracy ?? 0));
}
