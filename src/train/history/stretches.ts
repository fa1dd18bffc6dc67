/**
 * Stretches of epochs that are alike. Nearly every training run is a single one; where it continues with
 * batches of another size, another one begins, at the end of an epoch.
 */
import type { EpochRecord } from './history.ts';

/** Where a stretch began, and how batches are cut in it. */
export interface Stretch {
  /** Complete epochs before it. */
  readonly epoch: number;
  /** Iterations before it. */
  readonly iteration: number;
  readonly samplesSeen: number;
  readonly batchSize: number;
  readonly dropLast: boolean;
}

/** The stretch that a training run begins with. */
export function firstStretch({ batchSize, dropLast }: Pick<Stretch, 'batchSize' | 'dropLast'>) {
  return { epoch: 0, iteration: 0, samplesSeen: 0, batchSize, dropLast };
}

/** Where epochs begin and end, in iterations. */
export interface Ruler {
  readonly epoch: number;
  readonly iteration: number;
  readonly iterationsPerEpoch: number;
}

/** Complete epochs, iterations of the one under way, and how many it has. */
export interface Place<R extends Ruler> {
  readonly ruler: R;
  readonly epoch: number;
  readonly within: number;
}

/** Where a training run is after so many iterations. */
export function placeOf<R extends Ruler>(rulers: readonly R[], iteration: number): Place<R> {
  const ruler = rulers.findLast((one) => one.iteration <= iteration) ?? rulers[0];
  const since = iteration - ruler.iteration;
  const epochs = Math.floor(since / ruler.iterationsPerEpoch);
  return {
    ruler,
    epoch: ruler.epoch + epochs,
    within: since - epochs * ruler.iterationsPerEpoch,
  };
}

/** How many iterations there are by the end of an epoch. */
export function endOf(rulers: readonly Ruler[], epoch: number): number {
  const ruler = rulers.findLast((one) => one.epoch <= epoch) ?? rulers[0];
  return ruler.iteration + (epoch - ruler.epoch) * ruler.iterationsPerEpoch;
}

/**
 * How many epochs of iterations lie between two numbers of iterations. Not less than a whole number
 * of epochs exactly where they are as many: the fractions are brought to one denominator first.
 */
export function epochsBetween(rulers: readonly Ruler[], from: number, to: number): number {
  const [start, end] = [placeOf(rulers, from), placeOf(rulers, to)];
  const [a, b] = [start.ruler.iterationsPerEpoch, end.ruler.iterationsPerEpoch];
  if (start.ruler === end.ruler) return (to - from) / a;
  return ((end.epoch - start.epoch) * a * b + end.within * a - start.within * b) / (a * b);
}

/** The same from what epochs have left in a history. */
export function rulersOf(epochs: readonly EpochRecord[]): Ruler[] {
  const rulers: Ruler[] = [];
  let [epoch, iteration] = [0, 0];
  for (const record of epochs) {
    const iterationsPerEpoch = (record.iteration - iteration) / (record.epoch - epoch);
    if (rulers.at(-1)?.iterationsPerEpoch !== iterationsPerEpoch) {
      rulers.push({ epoch, iteration, iterationsPerEpoch });
    }
    ({ epoch, iteration } = record);
  }
  return rulers;
}
