/** Weights of samples in metrics: a sample of weight 2 counts as two would. */
import { describe } from '../errors/describe.ts';
import { DataError } from '../errors/errors.ts';
import { checkWeightShape } from '../losses/agreement.ts';
import { checkTensor } from '../tensor/check.ts';
import type { Tensor } from '../tensor/tensor.ts';

/** How much a sample counts, by its number. */
export interface Weights {
  of(sample: number): number;
  /** Of all samples together. */
  readonly sum: number;
}

/**
 * @param weights `[samples]`; 1 each where they are left out
 * @throws ShapeError, DataError unless they are 0 or more, and one is above 0
 */
export function readWeights(where: string, samples: number, weights: Tensor | undefined): Weights {
  if (weights === undefined) return { of: () => 1, sum: samples };
  const place = `${where}.sampleWeights`;
  checkTensor(place, weights);
  checkWeightShape(place, samples, weights.shape);
  const values = Float64Array.from(weights.toTypedArray());
  const sum = values.reduce((total, value) => total + value, 0);
  const unfit = values.findIndex((value) => !(value >= 0));
  if (unfit >= 0 || !(sum > 0)) {
    throw new DataError({
      where: place,
      expected: 'numbers of 0 or more, and one above 0',
      received: unfit >= 0 ? `${describe(values[unfit])} in sample ${unfit}` : 'none above 0',
      remedy: 'Give such weights, or leave them out.',
    });
  }
  return { of: (sample) => values[sample], sum };
}

/**
 * The part of the places that a condition holds at, weighted by the samples that they belong to.
 * @param places in the order of the samples, as many for each
 */
export function weightedPart(
  places: number,
  { weights, samples }: { readonly weights: Weights; readonly samples: number },
  holds: (place: number) => boolean,
): number {
  const each = places / samples;
  let part = 0;
  for (let place = 0; place < places; place++) {
    if (holds(place)) part += weights.of(Math.floor(place / each));
  }
  return part / (weights.sum * each);
}
